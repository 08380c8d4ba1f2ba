"""Certificates: issued by somebody other than who keeps the sheet, and revoked with a reason."""

from association.kernel import audit, certificates, clock, events
from association.kernel.certificates import CertificateState
from association.kernel.db import lock
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.training import letters, papers, queries
from association.training.events import Certified
from association.training.models import CourseSession, Enrolment, SessionState
from association.training.policy import P


def check_certifiable(row: CourseSession) -> None:
    if row.state is not SessionState.PUBLISHED or row.ends_at > clock.now():
        raise Refused(_("这一期还没有结束，不能签发证书。"))
    if not queries.entitled(row):
        if queries.uncertified(row):
            raise Refused(_("到场达到要求的人都还缺别的结业条件，例如考试；签到情况页写明各人缺什么。"))
        raise Refused(_("没有达到出勤要求、还没有证书的人；请先登记签到。"))


def issue_certificates(row: CourseSession, *, actor: Actor) -> int:
    """To everybody who was there often enough and has none; returns how many. Pressed twice it issues nothing twice."""
    require(actor, P.CERTIFY, row)
    lock(row)
    check_certifiable(row)
    entitled = queries.entitled(row)
    for enrolment in entitled:
        certificate = papers.issue(enrolment, actor=actor)
        audit.record("certify", enrolment, actor=actor, number=certificate.number)
        letters.certified(enrolment)
    for enrolment in entitled:
        events.publish(Certified(enrolment))
    return len(entitled)


def check_revocable(enrolment: Enrolment) -> None:
    if enrolment.certificate is None or enrolment.certificate.state is not CertificateState.VALID:
        raise Refused(_("没有有效的证书可以撤销。"))


def revoke_certificate(enrolment: Enrolment, *, reason: str, actor: Actor) -> None:
    """From today on; the check page says so and why."""
    require(actor, P.CERTIFY, enrolment)
    lock(enrolment)
    check_revocable(enrolment)
    if (certificate := enrolment.certificate) is not None:
        certificates.end(
            certificate, as_=CertificateState.REVOKED, on=clock.today(), because=reason, actor=actor
        )
    audit.record("revoke_training_certificate", enrolment, actor=actor, reason=reason)
    letters.revoked(enrolment, reason)
