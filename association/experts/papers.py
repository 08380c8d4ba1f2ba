"""The letter of appointment (聘书): numbered, sealed, and on its check page only what the expert lets the public see."""

from association.experts.models import Expert
from association.experts.policy import P
from association.kernel import certificates, clock
from association.kernel.certificates import Certificate, CertificateState
from association.kernel.db import session
from association.kernel.policy import Actor, can
from association.kernel.words import _, _l, spoken_in

KIND = "expert"


def may_read(actor: Actor, certificate: Certificate) -> bool:
    expert = session.get(Expert, certificate.subject_id)
    return expert is not None and can(actor, P.SEE_FILE, expert)


certificates.kind(
    KIND, label=_l("专家聘书"), labels={"number": _l("专家编号"), "fields": _l("专业领域")}, may_read=may_read,
    template="print/association/appointment.html",
)  # fmt: skip


def issue(expert: Expert, *, actor: Actor) -> Certificate:
    """For the present term; the one before is superseded."""
    before = of(expert)
    if expert.number is None or expert.from_on is None:
        raise LookupError(expert.id)
    with spoken_in("zh_Hans"):  # the paper's language
        content = {"number": expert.number, "fields": _("、").join(expert.fields)}
    return certificates.issue(
        KIND, subject=expert, holder=expert.shown_name, content=content, valid_from=expert.from_on, valid_until=expert.to_on,
        form="ZJPS-{year}-{number:04d}", actor=actor, supersedes=before,
    )  # fmt: skip


def of(expert: Expert) -> Certificate | None:
    """The newest one."""
    return next(iter(certificates.certificates_of(expert)), None)


def end(expert: Expert, *, because: str, actor: Actor) -> None:
    """With the appointment; a term that has passed needs no end."""
    certificate = of(expert)
    if (
        certificate is not None
        and certificate.ended_on is None
        and certificate.state is not CertificateState.LAPSED
    ):
        certificates.end(
            certificate,
            as_=CertificateState.WITHDRAWN,
            on=expert.ended_on or clock.today(),
            because=because,
            actor=actor,
        )


def rename(expert: Expert) -> None:
    """The check page follows the consents."""
    for certificate in certificates.certificates_of(expert):
        certificate.holder = expert.shown_name


def appointed_name(certificate: Certificate) -> str:
    """The whole name, for the paper alone, which only the expert and the secretariat may read."""
    expert = session.get(Expert, certificate.subject_id)
    return expert.name if expert is not None else certificate.holder
