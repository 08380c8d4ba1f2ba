"""The demo's periods of the classification rule: one compared with its source, one invented and waiting for a second person; and a wording of a
model clause that waits for the legal office; and works of studios with their reviews."""

from datetime import date, timedelta

from association.kernel import clock
from association.works import actions, queries
from association.works.models import Making
from association.works.workflow import CLASS_RULE
from demo import productions, reviewing
from demo.consulting import Scene, Who
from mcn.contracts import actions as contracts
from mcn.contracts import queries as clauses


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
    with scene(2, 3):
        before = clauses.wordings("accounts")[0]
        contracts.propose(
            topic="accounts", position=before.position, title=before.title, question=before.question, applies="",
            text=before.text + "账号实名登记人变更的，双方配合办理。", text_en=before.text_en, why=before.why, cues=before.cues, also=before.also,
            also_why=before.also_why, doubtful=before.doubtful, doubtful_why=before.doubtful_why, basis=before.basis,
            in_force_from=clock.today() + timedelta(days=30), actor=who("editor"),
        )  # fmt: skip
    productions.tell(scene, who)
    reviewing.tell(scene, who)
