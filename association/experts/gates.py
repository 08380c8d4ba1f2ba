"""What is missing before a step."""

from association.experts import queries
from association.experts.models import CallState, Expert, ExpertCall
from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.words import _


def notice_is_over(expert: Expert) -> object | None:
    """Nobody is appointed while one may still object, or an objection waits for its answer."""
    if expert.notice_to is None or clock.today() <= expert.notice_to:
        day = day_words(expert.notice_to) if expert.notice_to else ""
        return _("公示到%(day)s结束，此后才能聘任。", day=day)
    if waiting := queries.open_objections(expert):
        return _("还有%(n)d件异议没有答复。", n=waiting)
    return None


def in_term(expert: Expert) -> object | None:
    return _("聘期已经届满。") if expert.to_on is not None and expert.to_on < clock.today() else None


def still_open(call: ExpertCall) -> object | None:
    if call.state is CallState.DRAFT and call.closes_on < clock.today():
        return _("应征的截止日期已经过去，请先改日期。")
    return None
