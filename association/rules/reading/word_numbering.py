"""The numbers Word writes by itself: they are in no paragraph's text and have to be counted again.

Word keeps a format per list and level (`第%1条`), and counters per list; a level starts anew when a level
above it moves.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from association.rules.reading.numerals import circled, in_chinese

LEVELS = 9
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
IN_WORDS = {
    "chineseCounting", "ideographDigital", "japaneseCounting", "taiwaneseCounting", "chineseCountingThousand",
    "taiwaneseCountingThousand", "japaneseDigitalTenThousand", "ideographLegalTraditional",
    "chineseLegalSimplified",
}  # fmt: skip
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


class UnknownFormat(Exception):
    """A number format this module does not write; `str()` is its name in the file."""


@dataclass(frozen=True, slots=True)
class LevelFormat:
    start: int = 1
    style: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restarts_after: int | None = None  # the level (from 1) whose move restarts this one; 0 for never
    plain_figures: bool = False


@dataclass(slots=True)
class NumberList:
    """One `num`: its formats by level, and which counters it shares."""

    abstract: str
    formats: dict[int, LevelFormat]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """What Word would print before a paragraph: `第一条 `, with its blank; `bullet` where it is only a
    sign."""

    text: str
    level: int
    bullet: bool = False


class Numbering:
    """Counts through a document. `label` must be asked once for each numbered paragraph, in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists = {} if numbering is None else _lists(numbering, _list_of_style(styles))
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, list_id: str, level: int) -> Label | None:
        """The next label of a list at a level (0 to 8). None where the list is not one. Raises
        UnknownFormat."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= level < LEVELS:
            return None
        form = found.formats.get(level, LevelFormat())
        counters = self._counters.setdefault(found.abstract, [None] * LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for overridden in found.starts:
                counters[overridden] = None
        current = counters[level]
        counters[level] = found.starts.get(level, form.start) if current is None else current + 1
        for below in range(level + 1, LEVELS):
            after = found.formats.get(below, LevelFormat()).restarts_after
            if after is None or (after != 0 and level < after):
                counters[below] = None
        if form.style == "bullet":
            return Label("", level, bullet=True)
        return Label(_written(found, form, counters), level)


def _written(found: NumberList, form: LevelFormat, counters: list[int | None]) -> str:
    words = form.text
    for above in range(LEVELS):
        place = f"%{above + 1}"
        if place in words:
            other = found.formats.get(above, LevelFormat())
            count = counters[above]
            style = "decimal" if form.plain_figures else other.style
            words = words.replace(place, figure(other.start if count is None else count, style=style))
    blank = "" if not words or form.suffix == "nothing" else " "
    return words + blank


def figure(number: int, *, style: str) -> str:
    """`number` in one of Word's formats. Raises UnknownFormat, also for numbers a format has no sign for."""
    if style in IN_WORDS:
        return _in_words(number, style=style)
    writers: dict[str, Callable[[int], str]] = {
        "decimal": str,
        "none": lambda _: "",
        "decimalZero": lambda n: f"{n:02}",
        "decimalFullWidth": lambda n: str(n).translate({ord("0") + i: 0xFF10 + i for i in range(10)}),
        "decimalHalfWidth": str,
        "decimalEnclosedParen": lambda n: f"({n})",
        "decimalEnclosedFullstop": lambda n: f"{n}.",
        "numberInDash": lambda n: f"-{n}-",
        "decimalEnclosedCircle": circled,
        "decimalEnclosedCircleChinese": circled,
        "upperLetter": lambda n: chr(64 + (n - 1) % 26 + 1) * ((n - 1) // 26 + 1),
        "lowerLetter": lambda n: chr(96 + (n - 1) % 26 + 1) * ((n - 1) // 26 + 1),
        "upperRoman": roman,
        "lowerRoman": lambda n: roman(n).lower(),
        "ideographTraditional": lambda n: STEMS[(n - 1) % 10],
        "ideographZodiac": lambda n: BRANCHES[(n - 1) % 12],
    }
    try:
        return writers[style](number)
    except (KeyError, ValueError) as error:
        raise UnknownFormat(style) from error


def _in_words(number: int, *, style: str) -> str:
    try:
        words = in_chinese(number)
    except ValueError as error:
        raise UnknownFormat(style) from error
    if style in {"chineseCounting", "ideographDigital"} and number > 99:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    return words.translate(LEGAL) if style.startswith(("chineseLegal", "ideographLegal")) else words


def roman(number: int) -> str:
    """`14` as XIV. Raises ValueError outside 1..3999."""
    if not 1 <= number <= 3999:
        raise ValueError(number)
    words = ""
    for size, sign in ROMAN:
        words += sign * (number // size)
        number %= size
    return words


def _lists(numbering: Element, list_of_style: dict[str, str]) -> dict[str, NumberList]:
    abstracts = {abstract.get("abstractNumId", ""): abstract for abstract in numbering.findall("abstractNum")}
    abstract_of = {num.get("numId", ""): value_of(num, "abstractNumId") for num in numbering.findall("num")}
    lists: dict[str, NumberList] = {}
    for num in numbering.findall("num"):
        name = abstract_of[num.get("numId", "")]
        abstract = abstracts.get(name)
        if abstract is None:
            continue
        # A list may borrow its levels from the list of a style.
        linked = value_of(abstract, "numStyleLink")
        name = abstract_of.get(list_of_style.get(linked, ""), name) if linked else name
        found = NumberList(name, _formats(abstracts.get(name, abstract)))
        for override in num.findall("lvlOverride"):
            level = whole(override.get("ilvl"))
            found.formats |= _formats(override)
            start = override.find("startOverride")
            if start is not None:
                found.starts[level] = whole(start.get("val"), otherwise=1)
        lists[num.get("numId", "")] = found
    return lists


def _formats(holder: Element) -> dict[int, LevelFormat]:
    return {
        whole(level.get("ilvl")): LevelFormat(
            start=whole(value_of(level, "start"), otherwise=0),
            style=value_of(level, "numFmt") or "decimal",
            text=value_of(level, "lvlText"),
            suffix=value_of(level, "suff") or "tab",
            restarts_after=whole(value_of(level, "lvlRestart"))
            if level.find("lvlRestart") is not None
            else None,
            plain_figures=level.find("isLgl") is not None,
        )
        for level in holder.findall("lvl")
    }


def _list_of_style(styles: Element | None) -> dict[str, str]:
    found = [] if styles is None else styles.findall("style")
    return {style.get("styleId", ""): value_of(style, "pPr/numPr/numId") for style in found}


def value_of(element: Element | None, path: str) -> str:
    """The `val` of the element at `path`, or nothing."""
    found = None if element is None else element.find(path)
    return "" if found is None else found.get("val", "")


def whole(written: str | None, *, otherwise: int = 0) -> int:
    """A number from a file that may hold anything."""
    return (
        int(written)
        if written and written.isascii() and written.isdigit() and len(written) < 7
        else otherwise
    )
