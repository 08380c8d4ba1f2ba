"""A first look over all lines, for what one line alone does not tell: contents, closings, wrapped lines,
decimal numbers."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from association.rules.reading.days import is_day_alone
from association.rules.reading.lines import Line
from association.rules.reading.marks import (
    DIVISION_STYLES,
    Style,
    annex_mark,
    decimal_mark,
    list_mark,
    ordinal_mark,
)
from association.rules.reading.normal import normal
from association.rules.reading.tree import Number

CLOSING_WORDS = re.compile(r"(?:特此(?:通知|公告|通报|公布|说明|函告|函复|批复|倡议|声明)|此复|此致)[。！]?")
DISTRIBUTION = re.compile(r"[（(]此件.{0,20}[）)]|.{2,40}\d日印发|抄送[：:].{0,200}|联系人[：:].{0,60}")
LONGEST_SIGNATURE = 40
CONTENTS_TITLES = {"目录", "目次"}
PAGE_NUMBER = re.compile(r"[\s.…·]+[\dIVXivx]{1,4}$")


class Role(Enum):
    BODY = "body"
    CONTENTS = "contents"
    CLOSING = "closing"
    ANNEX_LIST = "annex_list"


@dataclass(slots=True)
class Survey:
    """What the whole says about its lines.

    `roles` has one role for each line; `first_body` is the index of the first numbered provision, or the
    number of lines.
    `wrapped_at` is the width in half-width columns at which lines were broken, 0 where they were not.
    `spaced` when most articles have a blank after their mark.
    """

    roles: list[Role]
    uses_decimals: bool
    spaced: bool
    wrapped_at: int
    first_body: int = 0
    structural: list[bool] = field(default_factory=list)


def surveyed(lines: list[Line]) -> Survey:
    survey = Survey(
        roles=[Role.BODY] * len(lines),
        uses_decimals=any(
            _opens_decimals(line.text) for line in lines if "1" in line.text[:8] or "１" in line.text[:8]
        ),
        spaced=_is_spaced(lines),
        wrapped_at=_wrap_width(lines),
    )
    _mark_contents(lines, survey)
    survey.structural = [_is_structural(line.text) for line in lines]
    _mark_closings(lines, survey)
    _mark_annex_list(lines, survey)
    survey.first_body = next(
        (i for i, line in enumerate(lines) if survey.roles[i] is Role.BODY and _is_provision(line, survey)),
        len(lines),
    )
    return survey


def width(text: str) -> int:
    """Half-width columns `text` takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _opens_decimals(text: str) -> bool:
    """4.1 with a blank after it: a standard's clause numbers. 1.5 倍 has none."""
    mark = decimal_mark(text)
    return bool(mark and mark.gap and mark.number and len(mark.number.figures) == 2 and mark.number.last == 1)


def _is_spaced(lines: list[Line]) -> bool:
    marks = [mark for line in lines if (mark := ordinal_mark(line.text)) and mark.style is Style.ARTICLE]
    return sum(mark.apart for mark in marks) * 2 > len(marks)


def _wrap_width(lines: list[Line]) -> int:
    """Lines were broken by a machine when many of them share the greatest width, give or take a sign."""
    widths = Counter(width(line.text) + line.indent for line in lines if len(line.text) < 120)
    widest = max(widths, default=0)
    full = sum(count for columns, count in widths.items() if columns >= widest - 3)
    return widest if widest >= 40 and full >= 8 and full * 3 >= len(lines) else 0


def _is_structural(text: str) -> bool:
    """An article or a division; asked of the neighbour of a line."""
    return ordinal_mark(text) is not None


def _is_provision(line: Line, survey: Survey) -> bool:
    if line.rows:
        return False
    ordinal = ordinal_mark(line.text)
    if ordinal:
        return ordinal.apart or not survey.spaced
    listed = list_mark(line.text, decimals=survey.uses_decimals)
    if listed:
        return listed.number is not None and listed.number.figures[0] == 1
    return annex_mark(line.text) is not None


def _mark_contents(lines: list[Line], survey: Survey) -> None:
    """目录 and the divisions after it, up to where the first of them comes again or something else begins."""
    start = next((i for i, line in enumerate(lines) if normal(line.text) in CONTENTS_TITLES), None)
    if start is None:
        return
    seen: set[str] = set()
    end = start + 1
    while end < len(lines):
        entry = normal(PAGE_NUMBER.sub("", lines[end].text[:120]))
        mark = ordinal_mark(lines[end].text)
        if (
            lines[end].rows
            or entry in seen
            or len(entry) > 60
            or (mark and mark.style not in DIVISION_STYLES)
        ):
            break
        if not mark and not _is_contents_entry(lines[end]):
            break
        seen.add(entry)
        end += 1
    end = _where_the_body_begins(lines, start + 1, end)
    if seen:
        survey.roles[start:end] = [Role.CONTENTS] * (end - start)


def _where_the_body_begins(lines: list[Line], first: int, end: int) -> int:
    """The body's own 第一章 was taken for an entry where it is worded otherwise than in the contents: give
    it back."""
    marks = [ordinal_mark(line.text) for line in lines[first:end]]
    if not marks or marks[0] is None:
        return end
    begins = [
        i
        for i, mark in enumerate(marks)
        if mark and mark.style is marks[0].style and mark.number == Number((1,))
    ]
    return first + begins[-1] if len(begins) > 1 else end


def _is_contents_entry(line: Line) -> bool:
    """附则, 一、总体要求 …… 3: short, no sentence."""
    return bool(PAGE_NUMBER.search(line.text[-60:])) or (
        not line.is_complete
        and len(line.text) <= 30
        and (normal(line.text) in {"附则", "序言", "前言", "引言"} or annex_mark(line.text) is not None)
    )


def _mark_closings(lines: list[Line], survey: Survey) -> None:
    """特此通知。, who signs, the day: at the end of the text, after which only an annex or another text may
    come."""
    numbered = False
    for index, line in enumerate(lines):
        if line.rows or survey.roles[index] is not Role.BODY:
            continue
        numbered = numbered or survey.structural[index] or _is_numbered(line, survey)
        if CLOSING_WORDS.fullmatch(line.text) or DISTRIBUTION.fullmatch(line.text):
            survey.roles[index] = Role.CLOSING
        elif numbered and is_day_alone(line.text):
            survey.roles[index] = Role.CLOSING
            _mark_signatures(lines, survey, before=index)


def _mark_signatures(lines: list[Line], survey: Survey, *, before: int) -> None:
    for index in range(before - 1, max(before - 7, -1), -1):
        line = lines[index]
        plain = not (line.rows or line.heading or line.is_complete or len(line.text) > LONGEST_SIGNATURE)
        if not plain or survey.structural[index] or _is_numbered(line, survey) or annex_mark(line.text):
            return
        survey.roles[index] = Role.CLOSING


def _is_numbered(line: Line, survey: Survey) -> bool:
    return list_mark(line.text, decimals=survey.uses_decimals) is not None


def _mark_annex_list(lines: list[Line], survey: Survey) -> None:
    """附件：1.… before the signature only names the annexes; the annexes themselves follow the signature,
    or are not here."""
    starts = [
        i
        for i, line in enumerate(lines)
        if not line.rows and survey.roles[i] is Role.BODY and annex_mark(line.text)
    ]
    if not starts:
        return
    first = starts[0]
    until = starts[1] if len(starts) > 1 else len(lines)
    closing = next((i for i in range(first + 1, until) if survey.roles[i] is Role.CLOSING), None)
    mark = annex_mark(lines[first].text)
    if closing is not None and mark and mark.rest and closing - first <= 30:
        for index in range(first, closing):
            survey.roles[index] = Role.ANNEX_LIST
