"""What is missing before a step."""

from association.kernel import clock
from association.kernel.words import _
from mcn.incubation import ages, queries
from mcn.incubation.models import (
    CallState,
    IncubatedWork,
    IncubationCall,
    Milestone,
    MilestoneState,
    Talent,
    TalentState,
)


def still_open(call: IncubationCall) -> object | None:
    if call.state is CallState.DRAFT and call.closes_on < clock.today():
        return _("申请的截止日期已经过去，请先改日期。")
    return None


def may_be_selected(talent: Talent) -> object | None:
    """A place is free, and a minor's guardian has consented."""
    if ages.minor(talent) and not talent.facts.get("consented_on"):
        return _("申请人未成年，没有登记监护人的同意，不能入选。")
    if queries.taken(talent.call) >= talent.call.places:
        return _("名额%(n)d个已经用完。", n=talent.call.places)
    return None


def nothing_open(talent: Talent) -> object | None:
    """Every milestone is met or dropped."""
    left = [m for m in talent.milestones if m.state in (MilestoneState.SET, MilestoneState.REPORTED)]
    return _("还有%(n)d个节点没有完成。", n=len(left)) if left else None


def in_incubation(milestone: Milestone) -> object | None:
    if milestone.talent.state is not TalentState.SELECTED:
        return _("孵化已经结束。")
    return None


def consented(work: IncubatedWork) -> object | None:
    """A minor's guardian has consented to this very showing."""
    if ages.minor(work.talent) and not work.consent.get("consented_on"):
        return _("作者未成年，没有登记监护人对展示的同意，不能展示。")
    return None


def can_be_proposed(work: IncubatedWork) -> object | None:
    """A commendation is of an organisation's work, and its signer is asked there."""
    if work.standing_id is not None:
        return _("已经推荐过。")
    if work.organisation is None:
        return _("没有登记是哪家单位的作品，不能推荐到推优。")
    return None
