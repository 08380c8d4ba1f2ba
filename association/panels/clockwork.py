"""What happens by itself: ties that have come up, opinions opened when all are in or the last day has passed, reminders, word to the keepers."""

from datetime import timedelta

from association.kernel import audit, clock, dated
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.panels import effects, gates, letters, matters, queries
from association.panels.models import Panel, PanelSeat
from association.panels.workflow import PANEL, SEAT


def sift(panel: Panel) -> list[PanelSeat]:
    """Ties are asked at every act: who stands behind a wall from the subject today stands down; returns whom it was."""
    walled = queries.kept_away([s.person_id for s in panel.sitting if s.person_id], matters.subject_of(panel))
    found = [seat for seat in panel.sitting if seat.person_id in walled]
    for seat in found:
        SEAT.take("stand_down", seat, actor=SYSTEM)
    return found


def open_if_all_in(panel: Panel) -> None:
    """The last opinion opens all, where the business has it so; a wall that has come up since is asked first."""
    if not matters.matter_of(panel).closes_itself or panel.missing:
        return
    sift(panel)
    if gates.still_sealed(panel) is None:
        PANEL.take("count", panel, actor=SYSTEM)


@every(timedelta(hours=1), "panels.days")
def keep_days() -> int:
    """Returns how many deeds that were."""
    return sum(_look_at(panel) for panel in queries.open_panels())


def _look_at(panel: Panel) -> int:
    effects.hold(panel)
    done = len(sift(panel))
    if clock.today() <= panel.due_on:
        return done + sum(_remind(seat) for seat in panel.sitting if _wants_reminding(seat))
    if gates.still_sealed(panel) is None and matters.matter_of(panel).closes_itself:
        PANEL.take("count", panel, actor=SYSTEM)
    elif panel.overdue_told_on is None:
        panel.overdue_told_on = clock.today()
        letters.overdue(panel)
        audit.record("overdue", panel, actor=SYSTEM)
    else:
        return done
    return done + 1


def _wants_reminding(seat: PanelSeat) -> bool:
    """At each mark once."""
    marks = sorted(dated.value("panels.reminders"))
    left = (seat.panel.due_on - clock.today()).days
    if seat.person_id is None or seat.voted_at is not None or not marks or left > marks[-1]:
        return False
    told = (seat.panel.due_on - seat.reminded_on).days if seat.reminded_on else None
    return told is None or told > min(mark for mark in marks if left <= mark)


def _remind(seat: PanelSeat) -> int:
    seat.reminded_on = clock.today()
    letters.reminded(seat)
    audit.record("remind", seat, actor=SYSTEM)
    return 1
