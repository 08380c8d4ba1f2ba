"""What the steps do beyond moving a state."""

from association import standing
from association.kernel import clock
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from association.requirements.models import CourseRequirement
from association.standing import StandingKind, StandingState


def bound(row: CourseRequirement, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Asked from today; where the note binds, owed on record."""
    row.from_on = clock.today()
    if not row.note.is_obligation:
        return
    with spoken_in("zh_Hans"):  # the record's language
        title = _("%(number)s：修完《%(course)s》", number=row.note.number, course=row.course.title)
    row.standing = standing.record(
        kind=StandingKind.OBLIGATION, about=row.organisation, title=title, basis=str(row.note.number), source=row, actor=actor,
        act_url=f"/my/requirements/{row.id}/", to_on=row.due_on,
    )  # fmt: skip


def met(row: CourseRequirement, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    row.closed_on = clock.today()
    if row.standing is not None and row.standing.state is StandingState.ON_RECORD:
        standing.fulfil(row.standing, actor=actor, because=str(row.note.number))


def lifted(row: CourseRequirement, *, actor: Actor, reason: str) -> None:
    row.closed_on, row.because = clock.today(), reason
    if row.standing is not None and row.standing.state is StandingState.ON_RECORD:
        standing.end(row.standing, because=reason or str(row.note.number), actor=actor)
