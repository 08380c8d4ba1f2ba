"""The certificate of registration. It says on its face that registration is no permit."""

from association.kernel import certificates, clock, dated
from association.kernel.certificates import Certificate, CertificateState
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.personal import mask_name
from association.kernel.policy import Actor, can
from association.kernel.words import _, _l, spoken_in
from mcn.agencies.models import Agency
from mcn.agencies.policy import P

KIND = "agency"


def may_read(actor: Actor, certificate: Certificate) -> bool:
    agency = session.get(Agency, certificate.subject_id)
    return agency is not None and can(actor, P.READ_FILE, agency)


certificates.kind(
    KIND,
    label=_l("MCN/经纪机构登记证书"),
    labels={
        "number": _l("登记编号"), "uscc": _l("统一社会信用代码"), "province": _l("所在地"), "registered": _l("登记日期"),
        "nature": _l("性质"),
    },
    may_read=may_read,
)  # fmt: skip


def issue(agency: Agency, *, actor: Actor) -> Certificate:
    """A new one; the one before ends with it. A natural person is named in full only where there is a basis for it."""
    organisation = agency.organisation
    before = of(agency)
    named = not organisation.is_natural_person or organisation.has_public_record
    with spoken_in("zh_Hans"):  # the paper's language
        content = {
            "number": str(agency.number),
            "uscc": organisation.uscc if named else "",
            "province": organisation.province_name,
            "registered": day_words(agency.registered_on) if agency.registered_on else "",
            "nature": _("行业协会的登记，由机构自愿申请；不构成行政许可、资质认定或评价"),
        }
    return certificates.issue(
        KIND, subject=agency, holder=organisation.name if named else mask_name(organisation.name), content=content,
        valid_from=clock.today(), form=str(dated.value("mcn.certificate_number")), actor=actor,
        supersedes=before if before is not None and before.ended_on is None else None,
    )  # fmt: skip


def of(agency: Agency) -> Certificate | None:
    """The newest one."""
    return next(iter(certificates.certificates_of(agency)), None)


def end(agency: Agency, *, because: str, actor: Actor) -> None:
    """It is worth nothing from today on."""
    held = of(agency)
    if held is not None and held.ended_on is None:
        certificates.end(held, as_=CertificateState.WITHDRAWN, on=clock.today(), because=because, actor=actor)
