"""What waits at the desk: periods of the rule a second person has to look at."""

from collections.abc import Iterable

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.works import queries
from association.works.policy import P
from association.works.workflow import CLASS_RULE

AREA = "works"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    if not can(actor, P.CONFIRM_RULE):
        return
    for rule in CLASS_RULE.turns_of(actor, queries.proposed()):
        yield Waiting(
            title=_("分类规则，自%(day)s起", day=rule.in_force_from.isoformat()), ask=_("请与依据核对，确认或者写明理由不采用。"),
            what=_("微短剧分类"), area=AREA, endpoint="class_rules.show", values={"id": rule.id}, button=_("核对"),
        )  # fmt: skip
