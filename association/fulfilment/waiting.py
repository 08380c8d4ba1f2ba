"""What waits for the officers of those who owe a yearly statement."""

from collections.abc import Iterable

from association.fulfilment import queries
from association.fulfilment.models import OWED, Statement, StatementState
from association.fulfilment.policy import P
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _

AREA = "pledges"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Statements to write, and to confirm. While one is overdue its obligation stands there instead (association.standing)."""
    ids = actor.ids("organisation", "clerk", "signer")
    for statement in queries.of_organisations(ids, *OWED) if ids else []:
        if statement.state is StatementState.OPEN:
            if statement.overdue_on is not None and statement.lapsed_on is None:
                continue
            yield _item(statement, _write_it(statement), "own_statements.write", _("填报"))
        elif can(actor, P.CONFIRM, statement):
            ask = _("请核对后代表%(name)s确认报送。", name=statement.organisation.name)
            yield _item(statement, ask, "own_statements.show", _("核对并确认"))


def _write_it(statement: Statement) -> str:
    name = statement.organisation.name
    if statement.lapsed_on is not None:
        return _("%(name)s的签署因未报送已失效，补交后恢复。", name=name)
    return _("请代表%(name)s说明这一年怎样执行公约。", name=name)


def _item(statement: Statement, ask: str, endpoint: str, button: str) -> Waiting:
    return Waiting(
        title=_("年度履约说明：《%(title)s》", title=statement.pledge.title), ask=ask, what=_("公约"), area=AREA, endpoint=endpoint,
        values={"id": statement.id}, button=button, due_on=statement.due_on,
    )  # fmt: skip
