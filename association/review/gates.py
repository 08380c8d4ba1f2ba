"""What is still missing before a step: sentences that say what to do."""

from association.kernel.words import _
from association.panels.models import PanelState
from association.review import queries, settings
from association.review.models import ReviewState, WorkReview


def report_not_ready(review: WorkReview) -> str | None:
    """What a report still wants before it goes to be signed."""
    round_ = queries.current_round(review)
    if round_ is None:
        return _("还没有指定专家。")
    if unsettled := findings_not_settled(review):
        return unsettled
    if round_.panel.state is not PanelState.CONCLUDED:
        return _("请先写好总的看法和结论，请专家逐位确认；有保留意见的，期满后办结评审组。")
    return None


def findings_not_settled(review: WorkReview) -> str | None:
    """The panel is asked about a whole report only."""
    round_ = queries.current_round(review)
    if round_ is None:
        return _("还没有指定专家。")
    if any(not finding.is_settled for finding in queries.findings_of(round_)):
        return _("还有专家提出的问题没有合并进报告，也没有写明为什么不写入。")
    if any(point.outcome is None for point in queries.points_to_check(round_)):
        return _("请逐条写明上一轮的问题复核的结果。")
    return None


def nothing_to_recheck(review: WorkReview) -> str | None:
    """Another round wants a new version, and rounds end."""
    round_ = queries.current_round(review)
    if review.round >= settings.rounds():
        return _("已经评议了%(n)d轮，到了设置的上限，请归档。", n=review.round)
    if round_ is None or review.version_id == round_.version_id:
        return _("单位没有提交新版本，不用复核，请归档。")
    return None


def not_to_be_archived(review: WorkReview) -> str | None:
    """A report waits for its answer until the answer is late."""
    round_ = queries.current_round(review)
    if review.state is ReviewState.REPORTED and not review.is_late and round_ is not None and round_.points:
        return _("单位的答复期限还没有到。")
    return None


def not_answered(review: WorkReview) -> str | None:
    """Each point wants its answer."""
    round_ = queries.current_round(review)
    if round_ is None or any(point.reply is None for point in round_.points):
        return _("请逐条答复报告里的问题。")
    return None
