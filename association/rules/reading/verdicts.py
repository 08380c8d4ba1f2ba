"""Whether a mark at the start of a line is a heading or only mentions one: 第八条 … against 第八条规定的…."""

from dataclasses import dataclass

from association.rules.reading.doubts import Doubt
from association.rules.reading.marks import Mark, Style, ordinal_mark
from association.rules.reading.tree import Number

# What follows a mention of an article and does not open one.
AFTER_MENTION = (
    *(
        "规定",
        "第",
        "、",
        "至",
        "到",
        "和",
        "及",
        "或",
        "以及",
        "与",
        "的",
        "中",
        "所",
        "项",
        "款",
        "以外",
        "之",
    ),
    *("，", ",", "。", "；", "）", ")", "》", "”"),
    *("关于", "修改", "删去", "增加", "作出", "内容", "有关", "确定", "列举", "情形", "适用", "除外"),
)
AFTER_ITEM_MENTION = ("项", "目", "款", "至", "、", "和", "及", "或", "所", "规定")
AFTER_FIRST_ITEM_MENTION = (
    "项规定",
    "项所",
    "项、",
    "项和",
    "项或",
    "项至",
    "目规定",
    "至（",
    "至(",
    "至第",
    "、（",
    "、(",
)
LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Verdict:
    """`number` is what a heading counts as; None for a mention, which stays text. `doubt` where somebody
    should look."""

    number: Number | None
    doubt: Doubt | None = None


def follows(number: Number, previous: Number | None) -> bool:
    """第九条 or 第八条之一 after 第八条; 第一条 after nothing."""
    if previous is None:
        return number.last == 1 and not number.inserted
    if number.inserted:
        before = previous.inserted if previous.last == number.last else None
        return before is not None and number.inserted[-1] == (before[-1] + 1 if before else 1)
    return number.last == previous.last + 1


def on_article(mark: Mark, *, previous: Number | None, spaced: bool) -> Verdict:
    """Judge 第…条 at the start of a line. `spaced` when this document has blanks after its article marks."""
    if mark.number is None:
        return (
            Verdict(Number(((previous.last if previous else 0) + 1,)), Doubt.UNREADABLE_NUMERAL)
            if mark.apart
            else Verdict(None, Doubt.UNCLEAR_NUMBER)
        )
    expected = follows(mark.number, previous)
    if mark.apart:
        return Verdict(None, Doubt.MENTION) if _goes_on_as_citation(mark.rest) else Verdict(mark.number)
    if mark.rest.startswith(AFTER_MENTION):
        return Verdict(None, Doubt.MENTION if expected else None)
    if expected:
        return Verdict(mark.number, Doubt.NO_SPACE if spaced else None)
    if not spaced and (previous is None or mark.number > previous):
        return Verdict(mark.number)
    return Verdict(None, Doubt.MENTION)


def _goes_on_as_citation(rest: str) -> bool:
    """第二款规定…, （三）项…: the words after 第八条 that only a citation has."""
    if rest.startswith("第"):
        unit = next((sign for sign in rest[1:8] if sign in "款项条"), "")
        return bool(unit) and not ordinal_mark(rest)
    return rest[0] in "（(" and any(closing + "项" in rest[:8] for closing in "）)") if rest else False


def on_division(mark: Mark) -> Verdict:
    """Judge 第…章 and its kin: a heading is short and no sentence."""
    sentence = mark.rest[-1:] in set("。；，：") or len(mark.rest) > LONGEST_HEADING
    if not mark.apart and mark.rest.startswith(AFTER_MENTION):
        return Verdict(None, Doubt.MENTION if not sentence else None)
    if sentence or mark.number is None:
        return Verdict(None, Doubt.UNCLEAR_NUMBER)
    return Verdict(mark.number)


def is_item_mention(mark: Mark) -> bool:
    """（二）项规定的…, （一）至（三）: brackets that open no item. Asked only where no open list expects
    this number."""
    bracketed = mark.style in {Style.CHINESE_BRACKET, Style.DIGIT_BRACKET} and not mark.gap
    first = mark.number is not None and mark.number.last == 1
    return bracketed and mark.rest.startswith(AFTER_FIRST_ITEM_MENTION if first else AFTER_ITEM_MENTION)
