"""An overdue statement as an obligation on record: owed until the signature lapses. Before it is overdue, fulfilment reminds by itself."""

from association import standing
from association.fulfilment.models import Statement
from association.kernel.day_words import day_words
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from association.standing import StandingKind, StandingState
from association.standing import queries as records


def record(statement: Statement, *, actor: Actor) -> None:
    """From today on it is owed until the day the signature lapses."""
    with spoken_in("zh_Hans"):
        title = _(
            "补交《%(title)s》年度履约说明（%(day)s截止）",
            title=statement.pledge.title,
            day=day_words(statement.due_on),
        )
        basis = _("《%(title)s》关于每年说明执行情况的约定", title=statement.pledge.title)
    standing.record(
        kind=StandingKind.OBLIGATION, about=statement.organisation, title=title, basis=basis, source=statement, actor=actor,
        act_url=f"/my/pledges/statements/{statement.id}/write/", to_on=statement.lapses_on,
    )  # fmt: skip


def fulfil(statement: Statement, *, actor: Actor) -> None:
    """It was handed in."""
    for row in _open(statement):
        standing.fulfil(row, actor=actor)


def end(statement: Statement, *, because: str, actor: Actor) -> None:
    """It is not owed any more: excused, lapsed, or its organisation has left."""
    for row in _open(statement):
        standing.end(row, because=because, actor=actor)


def _open(statement: Statement) -> list[standing.Standing]:
    rows = records.of_source(statement, StandingKind.OBLIGATION)
    return [row for row in rows if row.state is StandingState.ON_RECORD]
