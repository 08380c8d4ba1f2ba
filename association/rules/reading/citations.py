"""Citations as people write them: 第八条第二款第（三）项, 三（二）10, 第六条、第八条, 《…》第三条至第五条,
T/DEMO 003—2026第六条.

Reading one needs no document; whether it exists is asked in `citation_checks`.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import IntEnum

from association.rules.reading.head import NUMBER
from association.rules.reading.normal import UNSEEN, with_proper_brackets
from association.rules.reading.numerals import ARABIC, CHINESE, CIRCLED, number_of, number_of_letter
from association.rules.reading.sentences import N_, Sentence
from association.rules.reading.tree import Number


class Unit(IntEnum):
    """What a step of a citation counts, outermost first: a step that begins with a deeper unit leans on the
    one before."""

    WHOLE = 0  # 全文
    ANNEX = 1
    PART = 2
    CHAPTER = 3
    SECTION = 4
    GROUP = 5  # 第一部分: 一、 where it holds articles
    PREAMBLE = 6
    ARTICLE = 7
    HEADING1 = 8
    DECIMAL = 9
    PARAGRAPH = 10
    HEADING2 = 11
    ITEM = 12
    HEADING3 = 13
    SUBITEM = 14
    HEADING4 = 15
    POINT = 16
    TEXT = 17
    TABLE = 18
    NOTE = 19


@dataclass(frozen=True, slots=True)
class Step:
    """`which` is 2 for 第五条（第2处）, the second with that number."""

    unit: Unit
    number: Number
    which: int = 1


@dataclass(frozen=True, slots=True)
class Reference:
    """One place: its steps from the outside in; or an address typed as it is, which has no steps."""

    steps: tuple[Step, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """第三条至第五条, both ends included."""

    first: Reference
    last: Reference


@dataclass(frozen=True, slots=True)
class Source:
    """What stands before the provision: the title in 《》, the document's or standard's number, each empty
    if not given."""

    title: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    targets: tuple[Reference | Range, ...]
    source: Source = field(default_factory=Source)


NOTHING = N_("请写明条款，例如“第八条第二款第（三）项”或“三（二）10”。")
NOT_UNDERSTOOD = N_("看不懂“%(rest)s”。")
LEANS_ON_NOTHING = N_("“%(written)s”没有写明是哪一条。")
RANGE_ACROSS = N_("“%(written)s”两端不是同一级，无法连成一段。")


class NotACitation(ValueError):
    """`sentence` says what is not understood, `at` is the index of the first character of it."""

    def __init__(self, template: str, *, at: int, **values: object) -> None:
        self.sentence = Sentence(template, values)
        self.at = at
        super().__init__(str(self.sentence))


N = f"[{CHINESE}{ARABIC}]{{1,8}}"
CN = f"[{CHINESE}]{{1,5}}"
B = r"[ \t\u3000]*"
WHICH = rf"(?:[（(]第(?P<which>{N})处[）)])?"
# Tried in this order at each place; the first that fits is taken.
STEPS = tuple(
    (unit, re.compile(pattern + WHICH))
    for unit, pattern in (
        (Unit.WHOLE, "全文(?P<n>)"),
        (Unit.PREAMBLE, "序言(?P<n>)"),
        (Unit.TEXT, f"第(?P<n>{N})(?:自然段|段)"),
        (Unit.ANNEX, rf"附(?:件|录){B}(?P<n>{N}|[A-Z])?"),
        (Unit.PART, f"第(?P<n>{N})(?:分?编)"),
        (Unit.CHAPTER, f"第(?P<n>{N})章"),
        (Unit.SECTION, f"第(?P<n>{N})节"),
        (Unit.GROUP, f"第(?P<n>{N})部分"),
        (Unit.ARTICLE, f"第?(?P<n>{N})条(?P<inserted>(?:之[{CHINESE}{ARABIC}]{{1,3}})*)"),
        (Unit.PARAGRAPH, f"第?(?P<n>{N})款"),
        (Unit.ITEM, f"第?[（(]?(?P<n>{N})[）)]?项"),
        (Unit.SUBITEM, f"第?(?P<n>{N})目"),
        (Unit.POINT, f"第(?P<n>{N})点"),
        (Unit.POINT, f"(?P<n>[{''.join(CIRCLED)}])"),
        (Unit.TABLE, f"表(?P<n>{N})"),
        (Unit.NOTE, f"注(?P<n>{N})"),
        (Unit.DECIMAL, rf"第?(?P<n>(?:[A-Z]|[{ARABIC}]{{1,3}})(?:[.．][{ARABIC}]{{1,3}})+)条?"),
        (Unit.HEADING2, f"[（(](?P<n>{CN})[）)]"),
        (Unit.HEADING4, f"[（(](?P<n>[{ARABIC}]{{1,3}})[）)]"),
        (Unit.HEADING1, f"(?P<n>{CN})(?:[、.．](?=[（({ARABIC}]))?"),
        (Unit.HEADING3, f"(?P<n>[{ARABIC}]{{1,3}})(?:[.．、](?=[（(第①-⑳]|$))?"),
    )
)
ADDRESS = re.compile(r"#?p-(?P<path>[0-9a-z][0-9a-z.~-]{0,80})")
TITLE = re.compile(r"《(?P<title>[^《》]{1,200}(?:《[^《》]{1,200}》[^《》]{0,200}){0,5})》")
SELF = re.compile(r"本(?:法|条例|规定|办法|规范|标准|公约|规则|细则|解释|通知|文件|章程|准则)")
SEPARATOR = re.compile(rf"{B}(?:以及|[、，,；;和及与或]){B}")
TO = re.compile(rf"{B}[至到~～]{B}")


def read_citation(text: str) -> Citation:
    """Read a citation. Raises NotACitation with the place where it stops making sense."""
    return _Reading(text.translate(UNSEEN)).citation()


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text.rstrip(" \t\u3000。；，、.")
        self._at = 0

    def citation(self) -> Citation:
        source = self._source()
        if self._at >= len(self._text):
            raise NotACitation(NOTHING, at=self._at)
        targets = [self._target(None)]
        while self._at < len(self._text):
            # 第六条第八条 without anything between is two as well.
            if not self._skip(SEPARATOR) and not self._text.startswith("第", self._at):
                raise NotACitation(NOT_UNDERSTOOD, at=self._at, rest=self._text[self._at :][:40])
            targets.append(self._target(targets[-1]))
        return Citation(tuple(targets), source)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return bool(found)

    def _source(self) -> Source:
        title = number = ""
        while True:
            self._skip(re.compile(rf"{B}[（(]?"))
            if not title and (found := TITLE.match(self._text, self._at)):
                title = found["title"]
            elif not number and (found := NUMBER.match(self._text, self._at)):
                number = with_proper_brackets(found[0])
            elif not (found := SELF.match(self._text, self._at)):
                # An opening bracket may belong to the provision: （二）3.
                self._at = self._at - 1 if self._text[self._at - 1 : self._at] in {"（", "("} else self._at
                return Source(title, number)
            self._at = found.end()
            self._skip(re.compile(rf"[）)]?{B}的?{B}"))

    def _target(self, before: Reference | Range | None) -> Reference | Range:
        start = self._at
        previous = before.last if isinstance(before, Range) else before
        first = self._reference(previous)
        if not self._skip(TO):
            return first
        last = self._reference(first)
        if [step.unit for step in first.steps] != [step.unit for step in last.steps]:
            raise NotACitation(RANGE_ACROSS, at=start, written=self._text[start : self._at])
        return Range(first, last)

    def _reference(self, previous: Reference | None) -> Reference:
        address = ADDRESS.match(self._text, self._at)
        if address:
            self._at = address.end()
            return Reference(address=address["path"].strip("."))
        start = self._at
        steps: list[Step] = []
        while (step := self._step(steps)) is not None:
            steps.append(step)
        if not steps:
            raise NotACitation(NOT_UNDERSTOOD, at=self._at, rest=self._text[self._at :][:40])
        inherited = [step for step in previous.steps if step.unit < steps[0].unit] if previous else []
        if not inherited and steps[0].unit in {
            Unit.PARAGRAPH,
            Unit.ITEM,
            Unit.SUBITEM,
            Unit.POINT,
            Unit.TEXT,
            Unit.TABLE,
            Unit.NOTE,
        }:
            raise NotACitation(LEANS_ON_NOTHING, at=start, written=self._text[start : self._at])
        return Reference(tuple(_in_context([*inherited, *steps])))

    def _step(self, before: list[Step]) -> Step | None:
        """The next step; None where none follows, or where what follows begins another reference."""
        self._skip(re.compile(B))
        for unit, pattern in STEPS:
            found = pattern.match(self._text, self._at)
            if not found or not found[0]:
                continue
            number = _number(unit, found)
            if number is None or not _may_follow(unit, before):
                continue
            self._at = found.end()
            return Step(unit, number, number_of(found["which"] or "") or 1)
        return None


def _may_follow(unit: Unit, before: list[Step]) -> bool:
    """Steps go inwards. Points nest in points and 分编 in 编; 一、 and （一） may stand below a clause
    number."""
    if not before or unit > before[-1].unit or (unit in {Unit.POINT, Unit.PART} and unit is before[-1].unit):
        return True
    return (
        unit in {Unit.HEADING1, Unit.HEADING2}
        and len(before) == 1
        and before[0].unit in {Unit.DECIMAL, Unit.HEADING3}
    )


def _number(unit: Unit, found: re.Match[str]) -> Number | None:
    written = unicodedata.normalize("NFKC", found["n"] or "") if unit is not Unit.POINT else found["n"]
    if unit in {Unit.WHOLE, Unit.PREAMBLE}:
        return Number((0,))
    if unit is Unit.DECIMAL:
        return Number(tuple(number_of(part) or number_of_letter(part) or 0 for part in written.split(".")))
    figure = CIRCLED.get(written) or number_of(written) or number_of_letter(written)
    if unit is Unit.ANNEX and not written:
        figure = 1
    inserted = tuple(
        number_of(part) or 0 for part in (found.groupdict().get("inserted") or "").split("之")[1:]
    )
    return Number((figure,), inserted) if figure and 0 not in inserted else None


def _in_context(steps: list[Step]) -> list[Step]:
    """Below an article （三） is an item, and 1 below that a 目; a letter before a clause number names the
    annex."""
    if any(step.unit is Unit.ARTICLE for step in steps):
        inside = {Unit.HEADING2: Unit.ITEM, Unit.HEADING3: Unit.SUBITEM, Unit.HEADING4: Unit.POINT}
        return [Step(inside.get(step.unit, step.unit), step.number, step.which) for step in steps]
    return steps
