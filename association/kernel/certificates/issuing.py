"""Issuing and ending. The feature whose deed it is has asked its own policy before."""

from collections.abc import Mapping
from datetime import date

from association.kernel import audit, documents, numbering
from association.kernel.certificates import seal
from association.kernel.certificates.kinds import kind_of
from association.kernel.certificates.models import Certificate, CertificateState
from association.kernel.certificates.records import PAPER
from association.kernel.db import Model, lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _

ENDS = frozenset(
    {
        CertificateState.SUPERSEDED,
        CertificateState.WITHDRAWN,
        CertificateState.LAPSED,
        CertificateState.REVOKED,
    }
)


def issue(
    kind: str,
    *,
    subject: Model,
    holder: str,
    content: Mapping[str, str],
    valid_from: date,
    form: str,
    actor: Actor,
    valid_until: date | None = None,
    supersedes: Certificate | None = None,
) -> Certificate:
    """Number it (a series per kind and year; `form` writes the number, `"示视协证〔{year}〕{number}号"`), and promise its PDF. The
    one it supersedes ends on the day this one begins."""
    session.flush()
    certificate = Certificate(
        kind=kind, subject_kind=audit.kind_of(subject), subject_id=subject.id, holder=holder, content=dict(content),
        valid_from=valid_from, valid_until=valid_until,
    )  # fmt: skip
    found = kind_of(certificate)
    session.add(certificate)
    session.flush()
    certificate.number = numbering.issue(f"certificate:{kind}", certificate, form=form).written
    seal.make_if_missing()
    documents.render_later(
        found.template, subject=certificate, kind=PAPER, title=f"{found.label} {certificate.number}", address=certificate.address
    )  # fmt: skip
    audit.record("issue_certificate", certificate, actor=actor, number=certificate.number)
    if supersedes is not None:
        end(supersedes, as_=CertificateState.SUPERSEDED, on=valid_from, because="", actor=actor)
        supersedes.superseded_by_id = certificate.id
    return certificate


def end(certificate: Certificate, *, as_: CertificateState, on: date, because: str, actor: Actor) -> None:
    """It is no longer valid from this day on (which may lie ahead). An end that lies further ahead gives way to an earlier one;
    one that was before stays: Refused."""
    if as_ not in ENDS:
        raise ValueError(as_)
    lock(certificate)
    if certificate.ended_on is not None and certificate.ended_on <= on:
        raise Refused(_("这份证书已经失去效力。"))
    certificate.ended_on, certificate.ended_as, certificate.ended_because = on, as_, because
    audit.record(
        "end_certificate", certificate, actor=actor, reason=because, state=as_.value, on=on.isoformat()
    )


def restore(certificate: Certificate, *, because: str, actor: Actor) -> None:
    """A lapse is taken back, with a reason. What was withdrawn, revoked or superseded needs a new certificate."""
    lock(certificate)
    if certificate.ended_as is not CertificateState.LAPSED:
        raise Refused(_("只有失效的证书可以恢复，其余须另发新证。"))
    if not because.strip():
        raise Refused(_("请写明恢复的理由。"), field="reason")
    certificate.ended_on = certificate.ended_as = None
    certificate.ended_because = ""
    audit.record("restore_certificate", certificate, actor=actor, reason=because)
