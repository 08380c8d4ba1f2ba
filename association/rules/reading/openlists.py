"""The numbered lists open at a place, from the outermost to the innermost, and where the next number
belongs."""

from dataclasses import dataclass, field
from itertools import takewhile

from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.marks import RANKS, TWINS, Mark, Style, written_mark
from association.rules.reading.tree import Level, Number
from association.rules.reading.verdicts import follows

HEADINGS = {
    Style.CHINESE_COMMA: Level.HEADING1,
    Style.CHINESE_BRACKET: Level.HEADING2,
    Style.DIGIT_POINT: Level.HEADING3,
    Style.DIGIT_BRACKET: Level.HEADING4,
}
BY_DEPTH = (Level.HEADING1, Level.HEADING2, Level.HEADING3, Level.HEADING4)
IN_ARTICLE = (Level.ITEM, Level.SUBITEM)
DEEPEST = 5


@dataclass(slots=True)
class Draft:
    """A node while its text still grows."""

    level: Level
    line: int
    mark: str = ""
    gap: str = ""
    texts: list[str] = field(default_factory=list)
    number: Number | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    children: list["Draft"] = field(default_factory=list)

    def add(self, child: "Draft") -> "Draft":
        self.children.append(child)
        return child


@dataclass(slots=True)
class Open:
    style: Style
    number: Number
    indent: int
    draft: Draft


class OpenLists:
    """`base` holds the outermost list: a 款, a division, an annex or the document."""

    def __init__(self, base: Draft, doubts: Doubts) -> None:
        self.base = base
        self._in_article = base.level is Level.PARAGRAPH
        self._stack: list[Open] = []
        self._doubts = doubts

    @property
    def innermost(self) -> Draft:
        return self._stack[-1].draft if self._stack else self.base

    def has(self, style: Style) -> bool:
        return any(open_list.style is style for open_list in self._stack)

    def expects(self, mark: Mark) -> bool:
        """The mark is the next of an open list of its style."""
        return mark.number is not None and any(
            open_list.style is mark.style and follows(mark.number, open_list.number)
            for open_list in self._stack
        )

    def accepts_decimal(self, mark: Mark, number: Number) -> bool:
        """4.2 after 4.1, 4.1.1 below it, 5 after 4. Without a blank after it, or as a lone figure, it has
        to be exactly the next."""
        figures = number.figures
        for open_list in self._stack:
            before = open_list.number.figures
            if open_list.style is not Style.DECIMAL:
                continue
            if len(before) == len(figures) and before[:-1] == figures[:-1] and figures[-1] == before[-1] + 1:
                return True
            if before == figures[:-1] and figures[-1] == 1:
                return True
        first = (
            self._stack[0].number.figures[0] if self._stack and self._stack[0].style is Style.DECIMAL else 0
        )
        if not mark.gap:
            return False
        return figures == (first + 1,) if len(figures) == 1 else figures[0] in {first, first + 1}

    def place(self, mark: Mark, *, line: int, indent: int) -> Draft:
        """A new node for `mark`, whose number must be readable, under the list it belongs to; doubts are
        noted."""
        number = mark.number
        if number is None:
            raise ValueError("a mark without a number has no place in a list")
        style = mark.style
        at = self._sibling(style, number, indent)
        if at is None and (twin := self._twin(style, number)) is not None:
            at, style = twin, self._stack[twin].style
            self._doubts.add(line, Doubt.MIXED_NUMERALS, mark=mark.written, number=number.last)
        previous = None
        if at is not None:
            previous = self._stack[at].number
            del self._stack[at:]
        else:
            self._close_outranked(style, number)
            self._compare_with_siblings(mark, line)
        draft = self.innermost.add(
            Draft(
                self._level(style, number),
                line,
                mark.written,
                mark.gap,
                [mark.rest] if mark.rest else [],
                number,
            )
        )
        self._stack.append(Open(style, number, indent, draft))
        self._check(mark, style, number, previous, line)
        return draft

    def _sibling(self, style: Style, number: Number, indent: int) -> int | None:
        """The open list this number goes on; a first number set further in begins a list inside instead."""
        same = [i for i, open_list in enumerate(self._stack) if open_list.style is style]
        if style is Style.DECIMAL:
            return next((i for i in same if not is_below(number, self._stack[i].number)), None)
        for i in reversed(same):
            if follows(number, self._stack[i].number) and indent <= self._stack[i].indent:
                return i
        for i in reversed(same):
            if indent <= self._stack[i].indent:
                return i
        return None if number.last == 1 or not same else same[-1]

    def _twin(self, style: Style, number: Number) -> int | None:
        """三、 after 1. and 2.: the same list in other numerals, if it would otherwise begin a list with
        three."""
        twin = TWINS.get(style)
        if number.last == 1 or not self._stack:
            return None
        at = len(self._stack) - 1
        return at if self._stack[at].style is twin and follows(number, self._stack[at].number) else None

    def _close_outranked(self, style: Style, number: Number) -> None:
        """一、 closes every （一） and 1. before it; styles without a rank close nothing."""
        if style is Style.DECIMAL:
            above = takewhile(lambda o: o.style is style and is_below(number, o.number), self._stack)
            del self._stack[len(list(above)) :]
        elif style in RANKS:
            while (
                self._stack
                and RANKS.get(self._stack[-1].style, 9) > RANKS[style]
                and self._stack[-1].style is not Style.DECIMAL
            ):
                self._stack.pop()

    def _compare_with_siblings(self, mark: Mark, line: int) -> None:
        """A list begun beside another of the same level: in one place, two ways to number."""
        before = next(
            (
                child
                for child in reversed(self.innermost.children)
                if child.number and child.level is not Level.ARTICLE
            ),
            None,
        )
        clauses = mark.style is Style.DECIMAL and before is not None and before.mark[-1].isdigit()
        if before is not None and not clauses:
            self._doubts.add(line, Doubt.OTHER_STYLE, mark=mark.written, before=before.mark)

    def _level(self, style: Style, number: Number) -> Level:
        depth = len(self._stack)
        if self._in_article:
            return IN_ARTICLE[depth] if depth < len(IN_ARTICLE) else Level.POINT
        if style is Style.DECIMAL:
            return BY_DEPTH[len(number.figures) - 1] if len(number.figures) <= len(BY_DEPTH) else Level.POINT
        return HEADINGS.get(style, Level.POINT)

    def _check(self, mark: Mark, style: Style, number: Number, previous: Number | None, line: int) -> None:
        depth = max(len(self._stack), len(number.figures))
        if depth > DEEPEST:
            self._doubts.add(line, Doubt.TOO_DEEP, mark=mark.written, depth=depth)
        if style is Style.DECIMAL:
            parent = self._stack[-2].number.figures if len(self._stack) > 1 else ()
            if len(number.figures) > len(parent) + 1:
                self._doubts.add(line, Doubt.STEP, mark=mark.written)
            if previous is not None and len(previous.figures) != len(number.figures):
                previous = None
        note_sequence(self._doubts, mark=mark, style=style, number=number, highest=previous, line=line)


def is_below(number: Number, above: Number) -> bool:
    """4.1.2 is below 4.1 and below 4."""
    depth = len(above.figures)
    return depth < len(number.figures) and number.figures[:depth] == above.figures


def note_sequence(
    doubts: Doubts, *, mark: Mark, style: Style, number: Number, highest: Number | None, line: int
) -> None:
    """Note a number that does not follow the highest before it. A repeated number is noted where addresses
    are given."""
    if follows(number, highest) or number == highest:
        return
    if highest is None:
        doubts.add(line, Doubt.FIRST, mark=mark.written)
    elif number < highest:
        doubts.add(line, Doubt.ORDER, mark=mark.written, before=written_number(style, highest))
    else:
        missing = _missing(style, highest.last + 1, number.last - 1)
        doubts.add(line, Doubt.GAP, mark=mark.written, missing=missing, before=written_number(style, highest))


def written_number(style: Style, number: Number) -> str:
    inserted = "".join(
        "之" + written_mark(Style.CHINESE_COMMA, part).rstrip("、") for part in number.inserted
    )
    words = (
        ".".join(map(str, number.figures)) if len(number.figures) > 1 else written_mark(style, number.last)
    )
    return words + inserted


def _missing(style: Style, first: int, last: int) -> str:
    if first > last:
        return "之一"
    return written_mark(style, first) + (f"至{written_mark(style, last)}" if last > first else "")
