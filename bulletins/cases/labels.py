"""What happens next with a case, as a sentence: the same for staff, panel and respondent, who must never guess."""

from association.kernel.day_words import day_words
from association.kernel.words import _
from bulletins.cases.models import OVER_WITHOUT_DECISION, AppealState, CaseAppeal, CaseFile, CaseState

S, A = CaseState, AppealState


def what_is_next(case: CaseFile) -> str:
    """Who does what next, with its day where there is one; empty once the file is closed."""
    if case.state is S.EFFECTIVE:
        return _in_effect(case)
    if case.state is S.APPEALED and case.appeal is not None:
        return _in_appeal(case.appeal)
    if case.state in (S.NOTIFIED, S.PLEADED, S.HEARING):
        return _while_heard(case)
    if case.state is S.SERVED:
        if case.appeal_by is None:
            return _("接下来：认定不成立，案卷归档。")
        return _(
            "接下来：单位可以在%(day)s以前申诉；期满没有申诉，决定自动生效。", day=day_words(case.appeal_by)
        )
    if case.state in (*OVER_WITHOUT_DECISION, S.ANNULLED):
        return _("接下来：案卷归档。")
    return {
        S.LEAD: _("接下来：由办案的人初核这条线索。"), S.CHECKING: _("接下来：由另一人决定是否立案。"),
        S.INVESTIGATING: _("接下来：办案的人调查取证，然后告知单位拟处理的意见；单位可以随时提交证据或者提出改正办法。"),
        S.DELIBERATING: _("接下来：审议组的成员先声明有无利害关系，再各自密封提交意见，写成纪要。"),
        S.DELIBERATED: _("接下来：由没有参加调查的人按审议结论拟写决定。"), S.DRAFTED: _("接下来：由另一人签发，或者退回重拟。"),
        S.ISSUED: _("接下来：单位签收决定书；两种途径都发出以后，期满视为送达。"),
    }.get(case.state, "")  # fmt: skip


def _while_heard(case: CaseFile) -> str:
    if case.state is S.HEARING and case.hearing_on is not None:
        return _("接下来：%(day)s听证，听证以后提交审议。", day=day_words(case.hearing_on))
    if case.wants_hearing and not case.hearing_record:
        return _("接下来：安排单位要求的听证。")
    if case.state is S.NOTIFIED and case.hear_by is not None:
        return _(
            "接下来：单位可以在%(day)s以前陈述申辩；陈述以后或者期满以后提交审议。",
            day=day_words(case.hear_by),
        )
    return _("接下来：办案的人提交审议。")


def _in_appeal(appeal: CaseAppeal) -> str:
    if appeal.state is A.INCOMPLETE and appeal.due_on is not None:
        return _("接下来：单位在%(day)s以前补正申诉，过期视为撤回。", day=day_words(appeal.due_on))
    return {
        A.LODGED: _("接下来：由没有办过这件案件的人答复是否受理申诉。"), A.ACCEPTED: _("接下来：复核组各自密封提交意见，写成纪要。"),
        A.DELIBERATED: _("接下来：按复核的结论拟写申诉决定。"), A.PREPARED: _("接下来：由另一人签发申诉决定，随即生效。"),
    }.get(appeal.state, "")  # fmt: skip


def _in_effect(case: CaseFile) -> str:
    if case.annul_because:
        return _("接下来：由签发的人决定撤销还是不予撤销。")
    if case.measure and case.carried_out_on is None:
        if case.reported_at:
            return _("接下来：办案的人核对单位报告的执行情况。")
        if case.due_on is not None:
            return _("接下来：单位在%(day)s以前执行并报告。", day=day_words(case.due_on))
        return _("接下来：单位执行并报告。")
    if case.publicity is not None and case.publicity.end is None:
        return _("接下来：公示到%(day)s，期满名称自动撤下。", day=day_words(case.publicity.until_on))
    return _("接下来：案卷归档。")
