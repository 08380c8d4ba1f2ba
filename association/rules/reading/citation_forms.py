"""An address as a citation: `12.2.3` as 第十二条第二款第（三）项, `3.2.10` as 三（二）10."""

import re
from collections.abc import Sequence

from association.rules.reading.citations import Source, Step, Unit
from association.rules.reading.numerals import LARGEST, in_chinese
from association.rules.reading.tree import Level, Node, Number, ReadDocument

CLAUSE_NUMBER = re.compile(r"(?:[A-Z][.．])?[0-9０-９]+(?:[.．][0-9０-９]+)*")
UNITS = {
    Level.PART: Unit.PART,
    Level.CHAPTER: Unit.CHAPTER,
    Level.SECTION: Unit.SECTION,
    Level.ARTICLE: Unit.ARTICLE,
    Level.PARAGRAPH: Unit.PARAGRAPH,
    Level.ITEM: Unit.ITEM,
    Level.SUBITEM: Unit.SUBITEM,
    Level.HEADING1: Unit.HEADING1,
    Level.HEADING2: Unit.HEADING2,
    Level.HEADING3: Unit.HEADING3,
    Level.HEADING4: Unit.HEADING4,
    Level.POINT: Unit.POINT,
    Level.TEXT: Unit.TEXT,
    Level.TABLE: Unit.TABLE,
    Level.NOTE: Unit.NOTE,
    Level.PREAMBLE: Unit.PREAMBLE,
    Level.ANNEX: Unit.ANNEX,
}
IN_WORDS = {
    Unit.PART: "第%s编",
    Unit.CHAPTER: "第%s章",
    Unit.SECTION: "第%s节",
    Unit.GROUP: "第%s部分",
    Unit.ARTICLE: "第%s条",
    Unit.HEADING1: "%s",
    Unit.PARAGRAPH: "第%s款",
    Unit.HEADING2: "（%s）",
    Unit.ITEM: "第（%s）项",
}
IN_FIGURES = {
    Unit.ANNEX: "附件%s",
    Unit.DECIMAL: "%s",
    Unit.HEADING3: "%s",
    Unit.SUBITEM: "第%s目",
    Unit.HEADING4: "（%s）",
    Unit.POINT: "第%s点",
    Unit.TEXT: "第%s自然段",
    Unit.TABLE: "表%s",
    Unit.NOTE: "注%s",
}
ABOVE_PROVISIONS = frozenset({Unit.PART, Unit.CHAPTER, Unit.SECTION, Unit.GROUP})
BESIDE = frozenset({Unit.TEXT, Unit.TABLE, Unit.NOTE})
LEANING = BESIDE | {Unit.POINT}


def cite(document: ReadDocument, path: str, *, source: Source | None = None) -> str:
    """The citation of what is at `path`, after its source if one is given. Raises KeyError where nothing
    is."""
    before = ""
    if source is not None:
        number = f"（{source.number}）" if source.title and source.number else source.number
        before = (f"《{source.title}》" if source.title else "") + number
    return before + words_of(steps_to(document, path))


def steps_to(document: ReadDocument, path: str) -> list[Step]:
    """The steps a citation names on the way to `path`. Raises KeyError where nothing is."""
    return steps_along(_chain(document.tree, path))


def steps_along(chain: Sequence[Node]) -> list[Step]:
    """The same for whoever walks the tree and holds the way already: from the outermost node to the one cited."""
    steps = [step for node in chain if (step := step_of(node))]
    numbers = [is_clause_number(node) for node in chain]
    provisions = [
        i for i, step in enumerate(steps) if step.unit not in ABOVE_PROVISIONS | BESIDE | {Unit.ANNEX}
    ]
    last_number = max((i for i, is_number in enumerate(numbers) if is_number), default=-1)
    named = []
    for i, (step, node) in enumerate(zip(steps, chain, strict=True)):
        above = step.unit in ABOVE_PROVISIONS and provisions and provisions[-1] > i
        shorter = numbers[i] and i < last_number
        only = (
            node.level is Level.PARAGRAPH
            and _is_only(chain[i - 1])
            and steps[i + 1 : i + 2]
            and steps[i + 1].unit is Unit.ITEM
        )
        if not (above or shorter or only):
            named.append(step)
    return [Step(Unit.WHOLE, Number((0,))), *named] if named[0].unit in LEANING else named


def step_of(node: Node) -> Step:
    """The step that leads to `node` from what holds it. What has no number of its own is counted by its
    address."""
    own, _, doubled = node.path.rpartition(".")[2].partition("~")
    which = int(doubled) if doubled else 1
    if own.startswith("h"):
        return Step(Unit.GROUP, node.number or Number((0,)), which)
    if node.number is None:
        unit = Unit.TEXT if node.level is Level.POINT else UNITS[node.level]
        return Step(unit, Number((int(own.lstrip("ptn")),)), which)
    if is_clause_number(node):
        return Step(
            Unit.DECIMAL if len(node.number.figures) > 1 or node.mark[0].isalpha() else Unit.HEADING3,
            node.number,
            which,
        )
    return Step(UNITS[node.level], node.number, which)


def is_clause_number(node: Node) -> bool:
    """The node is numbered 4 or 4.1.2, as clauses of standards are."""
    return (
        node.number is not None
        and CLAUSE_NUMBER.fullmatch(node.mark.rstrip(".．") if len(node.number.figures) > 1 else node.mark)
        is not None
    )


def words_of(steps: Sequence[Step]) -> str:
    """Steps in words, from the outside in."""
    words = ""
    for step in steps:
        piece = _word(step)
        words += " " + piece if words[-1:].isdigit() and piece[:1].isdigit() else piece
    return words


def _word(step: Step) -> str:
    if step.unit is Unit.WHOLE:
        return "全文"
    if step.unit is Unit.PREAMBLE:
        return "序言"
    inserted = "".join("之" + _chinese(part) for part in step.number.inserted)
    doubled = f"（第{step.which}处）" if step.which > 1 else ""
    if step.unit in IN_WORDS:
        return IN_WORDS[step.unit] % _chinese(step.number.last) + inserted + doubled
    return IN_FIGURES[step.unit] % ".".join(map(str, step.number.figures)) + doubled


def _chinese(number: int) -> str:
    return in_chinese(number) if 1 <= number <= LARGEST else str(number)


def _chain(nodes: Sequence[Node], path: str) -> list[Node]:
    """From the outermost node to the one at `path`."""
    for node in nodes:
        if node.path == path:
            return [node]
        if any(inner.path == path for inner in node.walk()):
            return [node, *_chain(node.children, path)]
    raise KeyError(path)


def _is_only(article: Node) -> bool:
    return sum(child.level is Level.PARAGRAPH for child in article.children) == 1
