"""Young people in the incubation, brought as far as a test needs them through the real actions."""

from datetime import date, timedelta
from typing import Any

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import Model, session
from association.kernel.transactions import writing
from mcn.incubation import actions
from mcn.incubation.models import IncubatedWork, IncubationCall, Talent
from mcn.incubation.workflow import CALL, TALENT, WORK
from tests import cast, stages

GROWN_UP, SEVENTEEN = date(2003, 8, 9), date(2009, 1, 2)
GUARDIAN: dict[str, Any] = {
    "guardian": "纪密样例",
    "consent_number": "密监同001",
    "consented_on": date(2026, 11, 1),
}
FACTS: dict[str, Any] = {"born_on": GROWN_UP, "plan": "密拍一部短剧", "experience": ""}


def talent(id_: int) -> Talent:
    return session.get_one(Talent, id_)


def call(*, places: int = 3) -> int:
    """Published."""
    with writing():
        row = actions.draft_call(
            title="青年孵化", text="面向青年", places=places, closes_on=clock.today() + timedelta(days=30), actor=cast.staff("courses")
        )  # fmt: skip
        session.flush()
        id_ = int(row.id)
    take(CALL, "publish", IncubationCall, id_, cast.somebody("issuer"))
    return id_


def take(workflow: Any, deed: str, model: type[Model], id_: int, who: Account, reason: str = "") -> None:
    with writing():
        workflow.take(deed, session.get_one(model, id_), actor=actor_of(who), reason=reason)


def applied(who: Account, *, call_id: int | None = None, **changes: Any) -> int:
    call_id = call_id or call()
    with writing():
        return int(
            actions.apply(
                session.get_one(IncubationCall, call_id), facts={**FACTS, **changes}, actor=actor_of(who)
            ).id
        )


def put_forward(id_: int) -> int:
    take(TALENT, "put_forward", Talent, id_, cast.somebody("courses"), "可行")
    return id_


def selected(who: Account, **changes: Any) -> int:
    id_ = put_forward(applied(who, **changes))
    take(TALENT, "select", Talent, id_, cast.somebody("issuer"), "题材好")
    return id_


def offered(id_: int, who: Account, **changes: Any) -> int:
    facts = {
        "title": "样例邮路",
        "text": "讲邮路",
        "url": "",
        "code": "",
        "credit": "surname",
        "guardian": {},
    } | changes
    with writing():
        return int(actions.offer(talent(id_), **facts, actor=actor_of(who)).id)


def shown(id_: int, who: Account, **changes: Any) -> int:
    work = offered(id_, who, **changes)
    take(WORK, "show", IncubatedWork, work, cast.somebody("issuer"))
    return work


stages.remember(__name__)
