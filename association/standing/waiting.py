"""What is owed: for the officers of the organisation, or the person, by the day it is due."""

from collections.abc import Iterable

from association.kernel.policy import Actor
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.standing import queries

AREA = "standing"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Open obligations, one statement however many there are."""
    if actor.is_visitor or actor.is_system:
        return
    for row in queries.owed_by(actor):
        yield Waiting(
            title=_("应办事项：%(title)s", title=row.title),
            ask=_("%(who)s应在期限前办结。", who=row.about), what=_("应办事项"), area=AREA,
            endpoint="standing.show", values={"id": row.id}, button=_("查看并办理"), due_on=row.to_on,
        )  # fmt: skip
