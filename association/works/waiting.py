"""What waits: periods of the rule a second person has to look at, works whose class has to be reckoned
anew."""

from collections.abc import Iterable

from association.kernel.day_words import day_words
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.works import queries, reckoning
from association.works.policy import P
from association.works.workflow import CLASS_RULE

AREA = "works"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    yield from _to_confirm(actor)
    if ids := actor.ids("organisation", "clerk", "signer"):
        rules = queries.periods()
        for work in queries.live_of(ids):
            if reckoning.has_moved(work, rules):
                yield Waiting(
                    title=work.title, ask=_("登记的分类规则有变动，类别提示或者依据与以前不同，请看一看。"), what=_("作品登记"), area=AREA,
                    endpoint="own_works.show", values={"id": work.id}, button=_("去看看"),
                )  # fmt: skip


def _to_confirm(actor: Actor) -> Iterable[Waiting]:
    if not can(actor, P.CONFIRM_RULE):
        return
    for rule in CLASS_RULE.turns_of(actor, queries.proposed()):
        yield Waiting(
            title=_("分类规则，自%(day)s起", day=day_words(rule.in_force_from)), ask=_("请与依据核对，确认或者写明理由不采用。"),
            what=_("微短剧分类"), area=AREA, endpoint="class_rules.show", values={"id": rule.id}, button=_("核对"),
        )  # fmt: skip
