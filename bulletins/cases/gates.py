"""Why a step cannot be taken yet, as sentences."""

from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.words import _
from bulletins.cases import ladder
from bulletins.cases.models import CaseFile, CaseState
from bulletins.cases.settings import after, how_many


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
