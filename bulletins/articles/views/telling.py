"""What the page says of the case beside the written parts: the clauses, the measure, the days of the procedure, what came afterwards."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from association.kernel import clock
from association.kernel.words import _
from bulletins.articles.models import ArticleCorrection, CaseArticle, CorrectionState
from bulletins.cases import ladder
from bulletins.cases.models import AppealResult, AppealState, CaseFile, PublicityEnd, RepairState
from bulletins.cases.queries import public
from bulletins.cases.settings import how_many, months_after

KEY = frozenset({"file", "issue", "decide", "resolve"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of the timeline; `tone` is its sign: key, sealed, next or ''."""

    on: date
    words: str
    tone: str = ""
    correction: ArticleCorrection | None = None


def told(article: CaseArticle) -> dict[str, Any]:
    case = article.case
    measure = ladder.rung(case.measure)
    before = ladder.rung(case.appeal.measure_before) if _was_changed(case) and case.appeal else None
    return {
        "timeline": timeline(article), "charges": public.found(case) or case.charges, "measure": measure, "measure_before": before,
        "is_changed": _was_changed(case), "afterwards": afterwards(article), "publicity": case.publicity,
        "repair_from": _repair_from(case), "is_repaired": case.publicity is not None and case.publicity.end is PublicityEnd.REPAIRED,
    }  # fmt: skip


def _was_changed(case: CaseFile) -> bool:
    appeal = case.appeal
    return (
        appeal is not None and appeal.state is AppealState.DECIDED and appeal.result is AppealResult.CHANGED
    )


def timeline(article: CaseArticle) -> list[Moment]:
    """Real days of the procedure, then what was made public of it, then what comes next."""
    case = article.case
    found = [Moment(m.on, m.label, "key" if m.deed in KEY else "") for m in public.milestones(case)]
    if article.published_at is not None:
        found.append(Moment(clock.day_of(article.published_at), _("案例公开"), "sealed"))
    found += [
        Moment(c.issued_on, _("更正案例"))
        for c in article.corrections
        if c.state is CorrectionState.ISSUED and c.issued_on
    ]
    found.sort(key=lambda moment: moment.on)
    if (first := _repair_from(case)) is not None and first > clock.today():
        found.append(Moment(first, _("起可以申请信用修复"), "next"))
    if case.publicity is not None and case.publicity.is_running:
        found.append(Moment(case.publicity.until_on, _("公示期满，名称撤下"), "next"))
    return found


def _repair_from(case: CaseFile) -> date | None:
    if case.publicity is None or not case.publicity.is_running:
        return None
    return months_after(how_many("public_least"), since=case.publicity.from_on)


def afterwards(article: CaseArticle) -> list[Moment]:
    """What happened after the decision and after the issue, dated, the newest first."""
    case, found = article.case, []
    if (publicity := case.publicity) is not None:
        found.append(Moment(publicity.from_on, _("案件开始公示，期限以内写明单位的名称。")))
        if publicity.end is not None and publicity.ended_on is not None:
            words = {
                PublicityEnd.TERM: _("公示期满，名称撤下。"), PublicityEnd.REPAIRED: _("信用修复：改正以后经申请，公示提前结束，名称撤下。"),
            }.get(publicity.end, "")  # fmt: skip
            found.append(Moment(publicity.ended_on, words))
    for repair in case.repairs:
        found.append(Moment(clock.day_of(repair.applied_at), _("单位在网上申请信用修复。")))
        if repair.decided_at is not None and repair.state is RepairState.REFUSED:
            found.append(
                Moment(clock.day_of(repair.decided_at), _("信用修复的申请没有同意，改正以后可以再申请。"))
            )
    if case.carried_out_on is not None:
        found.append(Moment(case.carried_out_on, _("措施执行完毕，协会核对过。")))
    if article.published_at is not None:
        found.append(Moment(clock.day_of(article.published_at), _("首次公开。")))
    found += [
        Moment(c.issued_on, "", correction=c)
        for c in article.corrections
        if c.state is CorrectionState.ISSUED and c.issued_on
    ]
    return sorted(found, key=lambda moment: moment.on, reverse=True)
