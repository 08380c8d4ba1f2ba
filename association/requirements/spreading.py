"""What follows from elsewhere: a note is issued or withdrawn, a certificate is issued."""

from association.kernel import events
from association.kernel.db import lock
from association.kernel.policy import SYSTEM
from association.kernel.words import _
from association.kernel.workflow import StepTaken
from association.remedies import conditions
from association.remedies.models import GuidanceNote
from association.remedies.workflow import NOTE
from association.requirements import queries
from association.requirements.models import CourseRequirement, RequirementState
from association.requirements.workflow import REQUIREMENT
from association.training.events import Certified

R = RequirementState


def close_if_met(row: CourseRequirement) -> bool:
    """Looked at under its lock, so that two certificates of one moment close it once."""
    lock(row)
    if row.state is not R.OPEN or queries.passed([row])[row.id] < row.people:
        return False
    REQUIREMENT.take("meet", row, actor=SYSTEM)
    return True


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not NOTE:
        return
    note: GuidanceNote = taken.subject
    if taken.step.deed == "issue":
        for row in queries.of_note(note, R.PLANNED):
            REQUIREMENT.take("bind", row, actor=SYSTEM)
            close_if_met(row)
    elif taken.step.deed in ("withdraw", "drop"):
        for row in queries.of_note(note, R.PLANNED, R.OPEN):
            REQUIREMENT.take("fall", row, actor=SYSTEM, reason=note.number or "")


def _on_certificate(certified: Certified) -> None:
    enrolment = certified.enrolment
    if enrolment.organisation_id is not None and enrolment.employer_at is not None:
        for row in queries.open_of(enrolment.organisation_id, enrolment.session.course_id):
            close_if_met(row)


def unmet(note: GuidanceNote) -> object | None:
    """Why a note cannot be closed yet."""
    if queries.of_note(note, R.OPEN):
        return _("须修课程还没有完成；证书签发以后可以办结，确实不必再修的请先登记不再要求。")
    return None


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
    events.subscribe(Certified, _on_certificate)
    conditions.before_closing(unmet)
