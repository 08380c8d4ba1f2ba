"""The measure in effect as a fact on record about its organisation (association.standing); pledges, agencies and commendations hear of it there."""

from datetime import date

from association import standing
from association.kernel import clock
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from association.standing import StandingKind, StandingState
from association.standing import queries as rows
from bulletins.cases import ladder
from bulletins.cases.models import CaseFile
from bulletins.cases.settings import months_after


def record(case: CaseFile, *, actor: Actor) -> None:
    """From today for its term; after being struck off, until it may join again. Nothing about whom no measure reaches any more."""
    chosen = ladder.rung(case.measure)
    if chosen is None or ladder.unreachable(case.organisation, case.happened_on, clock.today()) is not None:
        return
    with spoken_in("zh_Hans"):
        title = _("%(measure)s：%(title)s", measure=chosen.name, title=case.title)
        basis = _("%(number)s决定；只对会员和签署单位有效", number=case.decision_number)
    standing.record(
        kind=StandingKind.MEASURE, about=case.organisation, title=title, basis=basis, source=case, actor=actor,
        to_on=_last_day(case.months or chosen.bar),
    )  # fmt: skip


def _last_day(months: int) -> date | None:
    """What has no term, as a reminder, stands on the day itself."""
    return months_after(months) if months else clock.today()


def show(case: CaseFile, *, actor: Actor) -> None:
    for row in rows.of_source(case, StandingKind.MEASURE):
        if row.state is StandingState.ON_RECORD:
            standing.make_public(row, actor=actor)


def hide(case: CaseFile, *, because: str, actor: Actor) -> None:
    for row in rows.of_source(case, StandingKind.MEASURE):
        standing.take_out_of_public(row, because=because, actor=actor)


def withdraw(case: CaseFile, *, because: str, actor: Actor) -> None:
    """It should never have stood."""
    for row in rows.of_source(case, StandingKind.MEASURE):
        standing.take_out_of_public(row, because=because, actor=actor)
        if row.state in (StandingState.ON_RECORD, StandingState.EXPIRED):
            standing.withdraw(row, because=because, actor=actor)
