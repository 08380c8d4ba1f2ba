"""The transcript on paper: sealed, with a code of its own; its check page repeats the masked name, how many courses and hours, and no more."""

from association.kernel import certificates, clock, dated
from association.kernel.certificates import Certificate, CertificateState
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.personal import mask_name
from association.kernel.policy import Actor, can
from association.kernel.words import _, _l, spoken_in
from association.training.models import Enrolment
from association.training.papers import days_words
from association.transcripts.models import Transcript
from association.transcripts.policy import P

KIND = "transcript"


def transcript_of(certificate: Certificate) -> Transcript | None:
    """For the PDF."""
    return session.get(Transcript, certificate.subject_id)


def may_read(actor: Actor, certificate: Certificate) -> bool:
    found = transcript_of(certificate)
    return found is not None and can(actor, P.READ, found)


certificates.kind(
    KIND, label=_l("培训记录"), labels={"courses": _l("结业的培训"), "hours": _l("学时"), "as_of": _l("截至")},
    may_read=may_read, template="print/training_transcript.html",
)  # fmt: skip


def rows_of(enrolments: list[Enrolment]) -> list[dict[str, str]]:
    """What stands on it; certificates that were revoked or withdrawn do not."""
    return [
        {
            "course": e.session.course.title, "session": str(e.session.number),
            "days": days_words(e.session),
            "hours": str(e.session.course.hours), "number": e.certificate.number,
            "until": day_words(e.certificate.valid_until) if e.certificate.valid_until else "",
        }
        for e in enrolments
        if e.certificate is not None and e.certificate.state in (CertificateState.VALID, CertificateState.LAPSED)
    ]  # fmt: skip


def issue(
    transcript: Transcript, enrolments: list[Enrolment], *, before: Transcript | None, actor: Actor
) -> Certificate:
    with spoken_in("zh_Hans"):  # the paper's language
        transcript.rows = rows_of(enrolments)
        content = {
            "courses": _("%(n)d门", n=len(transcript.rows)), "hours": str(sum(int(r["hours"]) for r in transcript.rows)),
            "as_of": day_words(clock.today()),
        }  # fmt: skip
    old = before.certificate if before is not None else None
    transcript.certificate = certificates.issue(
        KIND, subject=transcript, holder=mask_name(transcript.person.name), content=content, valid_from=clock.today(),
        form=str(dated.value("transcripts.number")), actor=actor,
        supersedes=old if old is not None and old.ended_on is None else None,
    )  # fmt: skip
    return transcript.certificate
