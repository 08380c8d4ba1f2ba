"""What an appeal asks before its notice is issued, the words around its points, and what the steps of initiators and joinings do."""

from association.kernel import clock
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from association.rules.reading.paragraphs import hash_of, lines_of
from bulletins.appeals import queries
from bulletins.appeals.models import Appeal, Initiator, InitiatorState, Joining
from bulletins.notices.effects import read_draft
from bulletins.notices.models import Notice, NoticeState


def appeal_of(notice: Notice) -> Appeal:
    found = queries.of_notice(notice)
    if found is None:
        raise Refused(_("请先填写倡议的缘由。"))
    return found


def words_hash(appeal: Appeal) -> str:
    """SHA-256 (hex) of occasion and points as they are written now: what an initiator agrees to."""
    return hash_of([["", appeal.occasion], *lines_of(read_draft(appeal.notice))])


def missing(notice: Notice) -> object | None:
    """What is still to be done before anybody reviews or issues it."""
    appeal = queries.of_notice(notice)
    if appeal is None:
        return _("请先填写倡议的缘由。")
    if not any(level == "1" for level, _words in lines_of(read_draft(notice))):
        return _("请把倡议的内容分条写：一、二、三……")
    if appeal.closes_on is not None and appeal.closes_on < clock.today():
        return _("加入的截止日期已过，请先改日期。")
    waiting = queries.initiators_of(appeal, InitiatorState.ASKED)
    if waiting:
        return _("这些倡议单位还没有答复：%(names)s。", names=_names(waiting))
    now = words_hash(appeal)
    older = [i for i in queries.initiators_of(appeal, InitiatorState.AGREED) if i.agreed_hash != now]
    if older:
        return _("正文在这些倡议单位同意之后改过，请再请它们确认：%(names)s。", names=_names(older))
    return None


def _names(initiators: list[Initiator]) -> str:
    return _("、").join(i.organisation.name for i in initiators)


def opening_lines(notice: Notice) -> list[str]:
    """The occasion stands before the points."""
    return appeal_of(notice).occasion.splitlines()


def closing_lines(notice: Notice) -> list[str]:
    """Those who make it, by pinyin."""
    initiators = queries.initiators_of(appeal_of(notice), InitiatorState.AGREED)
    if not initiators:
        return []
    with spoken_in("zh_Hans"):  # the text's language
        return [_("倡议单位（按名称拼音排列，排名不分先后）：%(names)s", names=_names(initiators))]


def still_written(initiator: Initiator) -> object | None:
    """Who initiates is settled before the reviews."""
    if initiator.appeal.notice.state is not NoticeState.DRAFT:
        return _("倡议已经送审，不能再改倡议单位；要改请先退回修改。")
    return None


def with_words(initiator: Initiator) -> object | None:
    """Nobody agrees to what is not written."""
    if (sentence := still_written(initiator)) is not None:
        return sentence
    try:
        read_draft(initiator.appeal.notice)
    except Refused as refusal:
        return refusal.sentence
    return None


def agreed(initiator: Initiator, *, actor: Actor, reason: str, seen: str = "") -> None:  # noqa: ARG001
    """To the words as they stand; `seen` is the hash of those on the page, so that nobody agrees to others."""
    now = words_hash(initiator.appeal)
    if seen and seen != now:
        raise Refused(_("正文刚刚改过，请看过新的正文再答复。"))
    initiator.agreed_hash, initiator.answered_at, initiator.because = now, clock.now(), ""


def declined(initiator: Initiator, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    initiator.agreed_hash, initiator.answered_at, initiator.because = "", clock.now(), reason


def asked_again(initiator: Initiator, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    initiator.agreed_hash, initiator.answered_at, initiator.asked_at = "", None, clock.now()


def left(joining: Joining, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    joining.left_at, joining.left_because = clock.now(), reason


def joining_text(joining: Joining) -> str:
    """What the public log commits to."""
    days = f"{clock.day_of(joining.joined_at)}:{clock.day_of(joining.left_at) if joining.left_at else ''}"
    return f"{joining.appeal.notice.number}:{joining.organisation.uscc}:{joining.text_hash}:{days}"
