"""Why a step cannot be taken yet, as sentences."""

from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.words import _
from bulletins.cases import ladder
from bulletins.cases.models import CaseFile, CaseState, RepairState
from bulletins.cases.settings import after, how_many, months_after


def not_to_be_filed(case: CaseFile) -> object | None:
    if not case.charges:
        return _("请先写明涉嫌违反哪一条、事实是什么。")
    return ladder.unreachable(case.organisation, case.happened_on, clock.today())


def not_to_be_notified(case: CaseFile) -> object | None:
    if not case.evidence:
        return _("还没有证据，不能告知拟处理。")
    return ladder.unreachable(case.organisation, case.happened_on, clock.today())


def too_late_to_plead(case: CaseFile) -> object | None:
    if case.hear_by is not None and clock.today() > case.hear_by:
        return _("陈述申辩的期限是%(day)s，已经过了。", day=day_words(case.hear_by))
    return None


def nothing_offered(case: CaseFile) -> object | None:
    return None if case.remedy else _("单位还没有提出改正的办法，不能协商解决。")


def still_heard(case: CaseFile) -> object | None:
    """While the respondent may still speak, and while a hearing it asked for was not held."""
    if case.state is CaseState.NOTIFIED and case.hear_by is not None and clock.today() <= case.hear_by:
        return _(
            "陈述申辩的期限到%(day)s，单位陈述以后或者期满以后才能提交审议。", day=day_words(case.hear_by)
        )
    if case.wants_hearing and not case.hearing_record:
        return _("单位要求听证，听证以后才能提交审议。")
    return None


def no_hearing_asked(case: CaseFile) -> object | None:
    if not case.wants_hearing:
        return _("单位没有要求听证。")
    return _("听证已经办过。") if case.hearing_record else None


def not_to_be_excused(case: CaseFile) -> object | None:
    """At most so many times, and within days of the letter."""
    if case.absences >= how_many("absences"):
        return _("已经延期%(n)d次，不能再延期。", n=case.absences)
    last = after("absence_days", since=case.hearing_told_on)
    if clock.today() > last:
        return _("请求延期的期限是%(day)s，已经过了。", day=day_words(last))
    return None


def not_held_yet(case: CaseFile) -> object | None:
    if case.hearing_on is not None and clock.today() < case.hearing_on:
        return _("听证定在%(day)s，还没有到。", day=day_words(case.hearing_on))
    return None


def nothing_to_carry_out(case: CaseFile) -> object | None:
    if not case.measure:
        return _("没有措施要执行。")
    return _("已经核对过执行的情况。") if case.carried_out_on is not None else None


def not_to_be_publicised(case: CaseFile) -> object | None:
    chosen = ladder.rung(case.measure)
    if chosen is None or not chosen.is_publishable:
        return _("这项措施不公开。")
    if case.publicity is not None:
        return _("已经公示过。")
    if case.annul_because:
        return _("有人提出撤销决定，办理以后才能公示。")
    return None if case.organisation.has_public_record else _("这家单位没有公开的页面，不能以名称公示。")


def not_to_be_sought(case: CaseFile) -> object | None:
    if case.effective_on is None or case.annulled_at is not None:
        return _("没有生效的决定可以撤销。")
    return _("已经有人提出，正在办理。") if case.annul_because else None


def not_sought(case: CaseFile) -> object | None:
    return None if case.annul_because else _("没有人提出撤销。")


def not_to_be_archived(case: CaseFile) -> object | None:
    """While anything in it still runs."""
    if (
        case.effective_on is not None
        and case.annulled_at is None
        and case.measure
        and case.carried_out_on is None
    ):
        return _("措施还没有执行完毕。")
    if case.publicity is not None and case.publicity.end is None:
        return _("公示还没有期满。")
    return _("有人提出撤销决定，办理以后才能归档。") if case.annul_because else None


def not_to_be_repaired(case: CaseFile) -> object | None:
    """While it is shown, after its least term, once everything was put right; one application at a time."""
    if case.publicity is None or not case.publicity.is_running:
        return _("这件案件没有在公示。")
    if case.carried_out_on is None:
        return _("措施执行完毕以后才能申请信用修复。")
    first = months_after(how_many("public_least"), since=case.publicity.from_on)
    if clock.today() < first:
        return _("最早可以在%(day)s申请信用修复。", day=day_words(first))
    waits = case.repair is not None and case.repair.state is RepairState.APPLIED
    return _("已经申请，正在办理。") if waits else None


def too_late_to_appeal(case: CaseFile) -> object | None:
    if case.appeal_by is None:
        return _("认定不成立的决定，没有什么可以申诉。")
    if clock.today() > case.appeal_by:
        return _("申诉的期限是%(day)s，已经过了。", day=day_words(case.appeal_by))
    return None
