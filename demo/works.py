"""The demo's periods of the classification rule: one compared with its source, one invented and waiting for a second person."""

from datetime import date

from association.works import actions, queries
from association.works.models import Making
from association.works.workflow import CLASS_RULE
from demo.consulting import Scene, Who


def tell(scene: Scene, who: Who) -> None:
    with scene(90, 3):
        rule = queries.rule_on(date(2022, 12, 1), Making.LIVE)
        if rule is None:
            raise LookupError("the first period")
        CLASS_RULE.take("check_source", rule, actor=who("reviewer"), reason="发布机构公布的全文（演示）")
    with scene(3, 3):
        newest = queries.periods()[-1]
        actions.propose(
            in_force_from=date(2027, 7, 1), makings=newest.makings, key_from=90, ordinary_from=40, subjects=newest.subjects,
            triggers=newest.triggers, handled_key=newest.handled_key, handled_ordinary=newest.handled_ordinary,
            handled_other=newest.handled_other, numbers=newest.numbers, deadlines=newest.deadlines, doubts="",
            basis="演示：假设的一份新提示，用来看怎样提出和确认", number_to_verify=True, actor=who("editor"),
        )  # fmt: skip
