"""Marks at the start of a line: 第八条, 第三章, 一、, （一）, 1., （1）, 4.1.2, ①, 附件1 and their variants.

Every pattern is tried on the first characters only, and no pattern can match the same text in two ways, so
a mark is
found in the same time however long the line is.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from association.rules.reading.numerals import (
    ARABIC,
    CHINESE,
    CIRCLED,
    LARGEST,
    circled,
    in_chinese,
    letter,
    number_of,
    number_of_letter,
)
from association.rules.reading.tree import Number


class Style(Enum):
    PART = "编"
    SUBPART = "分编"
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    CHINESE_COMMA = "一、"
    CHINESE_BRACKET = "（一）"
    DIGIT_POINT = "1."
    DIGIT_BRACKET = "（1）"
    DIGIT_HALF = "1）"
    CIRCLED = "①"
    LETTER = "a)"
    DECIMAL = "4.1.2"
    ANNEX = "附件"
    DASH = "——"


DIVISION_STYLES = {Style.PART: 0, Style.SUBPART: 1, Style.CHAPTER: 2, Style.SECTION: 3}
# The order of the official levels; the others go wherever they first appear.
RANKS = {
    Style.CHINESE_COMMA: 1,
    Style.CHINESE_BRACKET: 2,
    Style.DIGIT_POINT: 3,
    Style.DIGIT_BRACKET: 4,
    Style.CIRCLED: 6,
}
# The same place written with another kind of numeral.
TWINS = {
    Style.CHINESE_COMMA: Style.DIGIT_POINT,
    Style.DIGIT_POINT: Style.CHINESE_COMMA,
    Style.CHINESE_BRACKET: Style.DIGIT_BRACKET,
    Style.DIGIT_BRACKET: Style.CHINESE_BRACKET,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it stands (`written`), the blanks after it (`gap`), and the text after those.

    `number` is None where the numeral cannot be read. `apart` when blanks, a bracket or the line's end
    follow the mark.
    """

    style: Style
    written: str
    gap: str
    rest: str
    number: Number | None

    @property
    def apart(self) -> bool:
        return bool(self.gap) or not self.rest or self.rest[0] in "【（(［[" or self.written[-1] in "：:"


HEAD = 120  # characters of a line that are looked at
B = r"[ \t\u3000\u00a0]"
CN = f"[{CHINESE}]"
ANY = f"[{CHINESE}{ARABIC}]"
ORDINAL = re.compile(
    rf"第{B}{{0,2}}(?P<n>(?:{ANY}{B}{{0,2}}){{1,12}})(?P<unit>分{B}{{0,2}}编|编|章|节|条)(?P<inserted>(?:之{ANY}{{1,3}}){{0,3}})[：:]?"
)
LISTED = (
    (Style.CHINESE_COMMA, re.compile(rf"(?P<n>{CN}{{1,5}}){B}?[、．.](?![0-9０-９])")),
    (Style.CHINESE_BRACKET, re.compile(rf"[（(]{B}?(?P<n>{CN}{{1,5}}){B}?[）)][、.．]?")),
    (Style.CHINESE_BRACKET, re.compile(r"(?P<n>[㈠-㈩])")),
    (Style.DIGIT_POINT, re.compile(rf"(?P<n>[{ARABIC}]{{1,3}}){B}?[.．、](?![0-9０-９])")),
    (Style.DIGIT_POINT, re.compile(r"(?P<n>[⒈-⒛])")),
    (Style.DIGIT_BRACKET, re.compile(rf"[（(]{B}?(?P<n>[{ARABIC}]{{1,3}}){B}?[）)][、.．]?")),
    (Style.DIGIT_BRACKET, re.compile(r"(?P<n>[⑴-⒇])")),
    (Style.DIGIT_HALF, re.compile(rf"(?P<n>[{ARABIC}]{{1,3}})[）)]")),
    (Style.CIRCLED, re.compile(f"(?P<n>[{''.join(CIRCLED)}])[、.．]?")),
    (Style.LETTER, re.compile(r"(?P<n>[A-Za-z])[)）](?![A-Za-z])")),
    (Style.LETTER, re.compile(rf"(?P<n>[A-Za-z])[.．](?={B})")),
    (Style.DASH, re.compile(r"——|[•·●■◆▪]")),
)
DECIMAL = re.compile(
    rf"(?P<n>(?:[A-Z]|[{ARABIC}]{{1,3}})(?:[.．][{ARABIC}]{{1,3}}){{1,40}})[.．]?(?={B}|[\u4e00-\u9fff《“]|$)"
)
LONE_FIGURE = re.compile(rf"(?P<n>[{ARABIC}]{{1,2}})(?={B}+[^{ARABIC} \t\u3000\u00a0])")
ANNEXED = re.compile(
    rf"附{B}{{0,2}}(?:件|录){B}{{0,2}}(?P<n>{ANY}{{1,3}}|[A-ZＡ-Ｚ])?{B}?(?P<end>[：:]|(?={B}|[（(【《]|$))|附(?P<bare>[：:])"
)
LOOSE = re.compile(r"(?:[A-Za-zＡ-Ｚａ-ｚⅠ-ⅿ]|[ivxIVX]{2,5})[.．、)）](?![A-Za-z0-9])")
BLANKS = re.compile(rf"{B}*")


def ordinal_mark(text: str) -> Mark | None:
    """第八条, 第二十三条之一, 第 三 章, 第一分编 at the start of `text`; whether it is a heading is not
    asked here."""
    found = ORDINAL.match(text[:HEAD])
    if not found:
        return None
    figure = number_of(found["n"])
    inserted = tuple(number_of(part) or 0 for part in found["inserted"].split("之")[1:])
    number = None if not figure or 0 in inserted else Number((figure,), inserted)
    return _mark(Style("".join(found["unit"].split())), text, found.end(), number)


def list_mark(text: str, *, decimals: bool) -> Mark | None:
    """The number or sign of a list at the start of `text`; numbers such as 4 and 4.1.2 where the document
    uses `decimals`."""
    head = text[:HEAD]
    if decimals and (mark := decimal_mark(text) or _lone_figure(text)):
        return mark
    for style, pattern in LISTED:
        found = pattern.match(head)
        if found:
            number = None if style is Style.DASH else _figure(style, found["n"])
            return _mark(style, text, found.end(), number)
    return None


def loose_mark(text: str) -> str:
    """A., ⅰ．, iv) at the start of a line no list takes: counted as text, but never without saying so."""
    found = LOOSE.match(text[:HEAD])
    return found.group() if found else ""


def decimal_mark(text: str) -> Mark | None:
    """4.1.2 or A.1 at the start of `text`, where a blank, a Chinese character or nothing follows."""
    found = DECIMAL.match(text[:HEAD])
    if not found:
        return None
    figures = tuple(number_of(part) or number_of_letter(part) or 0 for part in re.split(r"[.．]", found["n"]))
    return _mark(Style.DECIMAL, text, found.end(), None if 0 in figures else Number(figures))


def _lone_figure(text: str) -> Mark | None:
    found = LONE_FIGURE.match(text[:HEAD])
    figure = number_of(found["n"]) if found else None
    return _mark(Style.DECIMAL, text, found.end(), Number((figure,))) if found and figure else None


def annex_mark(text: str) -> Mark | None:
    """附件, 附件2：, 附录A at the start of `text`."""
    found = ANNEXED.match(text[:HEAD])
    if not found:
        return None
    written = found["n"] or ""
    figure = number_of(written) or number_of_letter(written) if written else None
    return _mark(Style.ANNEX, text, found.end(), Number((figure,)) if figure else None)


def written_mark(style: Style, number: int) -> str:
    """`number` as a mark of this style is usually written: 第八条, （三）, 1.; plain figures where the
    style has no sign for it."""
    if style in {Style.DIGIT_POINT, Style.DIGIT_BRACKET, Style.DIGIT_HALF}:
        return str(style.value).replace("1", str(number))
    if style is Style.CIRCLED and number <= 50:
        return circled(number)
    if style is Style.LETTER and number <= 26:
        return f"{letter(number).lower()})"
    if style is Style.ANNEX:
        return f"附件{number}"
    if not 1 <= number <= LARGEST or style in {Style.DECIMAL, Style.CIRCLED, Style.LETTER, Style.DASH}:
        return str(number)
    if style in {Style.CHINESE_COMMA, Style.CHINESE_BRACKET}:
        return str(style.value).replace("一", in_chinese(number))
    return f"第{in_chinese(number)}{style.value}"


def _figure(style: Style, written: str) -> Number | None:
    if style is Style.CIRCLED:
        return Number((CIRCLED[written],))
    flat = unicodedata.normalize("NFKC", written).strip("().")
    figure = number_of_letter(flat) if style is Style.LETTER else number_of(flat)
    return Number((figure,)) if figure else None


def _mark(style: Style, text: str, end: int, number: Number | None) -> Mark:
    # The blanks are matched on the whole line: the head may end among them.
    after = BLANKS.match(text, end)
    rest_at = after.end() if after else end
    return Mark(style, text[:end].rstrip(), text[len(text[:end].rstrip()) : rest_at], text[rest_at:], number)
