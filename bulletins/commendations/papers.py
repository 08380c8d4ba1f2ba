"""The three papers of a round, as notices of the kind COMMENDATION: what is asked before each, and the words around its text."""

from datetime import date

from association.kernel import clock, dated, working_days
from association.kernel.errors import Refused
from association.kernel.words import _, spoken_in
from bulletins.commendations import effects, queries
from bulletins.commendations.models import NominationState, Paper, Round, Stage
from bulletins.commendations.settings import how_many
from bulletins.notices.models import Notice


def _paper(notice: Notice) -> Paper:
    found = queries.paper_of(notice)
    if found is None:
        raise Refused(_("推优的文件请从推优的办理页起草。"))
    return found


def missing(notice: Notice) -> object | None:
    """What is still to be done before anybody reviews or issues it."""
    found = queries.paper_of(notice)
    if found is None:
        return _("推优的文件请从推优的办理页起草。")
    if found.stage is not Stage.CALL and not notice.names_somebody:
        return _("名单涉及具体单位，请勾选“点名涉及具体的人或单位”。")
    return effects.missing_of(found.round, found.stage)


def opening_lines(notice: Notice) -> list[str]:
    """What the call is for stands before its text. A paper that waited for its moment is looked at again here."""
    found = _paper(notice)
    if (sentence := effects.missing_of(found.round, found.stage)) is not None:
        raise Refused(sentence)
    return found.round.purpose.splitlines() if found.stage is Stage.CALL else []


def closing_lines(notice: Notice) -> list[str]:
    """Basis and terms under the call; names, days and the way to object under the publicity; names and terms under the list."""
    found = _paper(notice)
    with spoken_in("zh_Hans"):  # the text's language
        return {Stage.CALL: _under_call, Stage.PUBLICITY: _under_publicity, Stage.RESULT: _under_result}[
            found.stage
        ](found.round)


def _basis(round_: Round) -> str:
    return _("推荐依据：%(kind)s：%(basis)s。", kind=round_.basis_kind, basis=round_.basis.rstrip("。"))


def _terms() -> list[str]:
    return [str(line) for line in dated.value("commendations.terms")]


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _under_call(round_: Round) -> list[str]:
    by = _("提名截止：%(day)s。", day=_day(round_.nominate_by))
    return [_basis(round_), by, *_terms()]


def _names(round_: Round) -> list[str]:
    return [
        _("%(name)s：《%(called)s》（%(subject)s）", name=n.organisation.name, called=n.called, subject=str(n.subject.label))
        for n in queries.entries(round_, NominationState.PROPOSED)
    ]  # fmt: skip


def _under_publicity(round_: Round) -> list[str]:
    last = working_days.add(clock.today(), how_many("publicity_days")).on
    return [
        _("拟推荐名单（按单位名称拼音排列，不分名次）："), *_names(round_),
        _("公示期：%(first)s至%(last)s。", first=_day(clock.today()), last=_day(last)),
        _("对名单有异议的，任何人都可以在公示期内通过本站提出，可以不留姓名；留下的姓名和联系方式不公开。"), _basis(round_),
    ]  # fmt: skip


def _under_result(round_: Round) -> list[str]:
    return [_("推荐名单（按单位名称拼音排列，不分名次）："), *_names(round_), _basis(round_), *_terms()]
