"""What follows of itself: from a decision about a filing, from what becomes of the organisation, from the calendar. Right to do twice."""

from datetime import timedelta

from association.kernel import audit, clock, dated, events
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.workflow import StepTaken
from association.organisations.effects import RecordChanged
from association.organisations.workflow import CHANGE, ORGANISATION
from mcn.agencies import effects, letters, papers, queries
from mcn.agencies.models import Agency, Filing, FilingKind
from mcn.agencies.workflow import AGENCY, FILING


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is FILING:
        _after_filing(taken, taken.subject)
    elif taken.workflow is AGENCY and not taken.subject.stands:
        if (left := queries.open_filing(taken.subject)) is not None:
            FILING.take("lapse", left, actor=SYSTEM)
    elif taken.workflow is CHANGE and taken.step.deed == "approve":
        _after_change_of_name(taken)
    elif taken.workflow is ORGANISATION and taken.step.deed == "end":
        _after_end(taken)


def _after_filing(taken: StepTaken, filing: Filing) -> None:
    """An application puts the agency on the register or ends it there; a review renews its day."""
    deed = taken.step.deed
    if filing.kind is FilingKind.APPLICATION and deed in ("refuse", "withdraw"):
        AGENCY.take("close", filing.agency, actor=taken.actor)
    elif filing.kind is FilingKind.APPLICATION and deed == "approve":
        AGENCY.take("register", filing.agency, actor=taken.actor)
    elif filing.kind is FilingKind.REVIEW and deed == "approve":
        AGENCY.take("review", filing.agency, actor=taken.actor)


def _after_change_of_name(taken: StepTaken) -> None:
    """Another name or place: the certificate is issued anew, and the one before says what replaced it."""
    if not {"name", "province"} & set(taken.subject.proposed):
        return
    agency = queries.living(taken.subject.organisation_id)
    if agency is not None and agency.stands:
        papers.issue(agency, actor=taken.actor)
        letters.renamed(agency)


def _after_end(taken: StepTaken) -> None:
    """An organisation that is no more is on no register."""
    agency = queries.living(taken.subject.id)
    if agency is None:
        return
    if agency.stands:
        AGENCY.take("end", agency, actor=SYSTEM, reason=taken.reason)
    elif (filing := queries.open_filing(agency)) is not None:
        FILING.take("lapse", filing, actor=SYSTEM)


def _on_record(changed: RecordChanged) -> None:
    """What is found and shown of an agency follows its organisation's record."""
    for agency in queries.of_organisation(changed.organisation.id):
        if agency.number is not None:
            effects.publish(agency)


@every(timedelta(hours=6), "mcn.reviews")
def remind_of_reviews() -> int:
    """Write to agencies whose review comes near; returns how many. What is overdue waits at the registrars' desks: people decide."""
    marks, today = sorted(dated.value("mcn.review_reminders")), clock.today()
    if not marks:
        return 0
    told = 0
    for agency in queries.review_due_before(today + timedelta(days=marks[-1])):
        if _is_at_a_mark(agency, marks):
            agency.reminded_on = today
            letters.review_due(agency)
            audit.record("remind", agency, actor=SYSTEM)
            told += 1
    return told


def _is_at_a_mark(agency: Agency, marks: list[int]) -> bool:
    """A mark (days before the end) has been reached since the last reminder; being late is one more."""
    if agency.review_due_on is None:
        return False
    left = (agency.review_due_on - clock.today()).days
    reached = [n for n in (-1, *marks) if left <= n]
    if not reached:
        return False
    told = (agency.review_due_on - agency.reminded_on).days if agency.reminded_on else None
    return told is None or told > min(reached)


def listen() -> None:
    events.subscribe(StepTaken, _on_step)
    events.subscribe(RecordChanged, _on_record)
