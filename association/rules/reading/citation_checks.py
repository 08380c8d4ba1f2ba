"""Whether what a citation names is in a document, and if not, what is: the nearest things that are there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from association.rules.reading.citation_forms import is_clause_number, step_of, steps_to, words_of
from association.rules.reading.citations import Citation, Range, Reference, Step, Unit
from association.rules.reading.sentences import N_, Sentence
from association.rules.reading.tree import DIVISIONS, Level, Node, Number, ReadDocument

NO_SUCH = N_("文中没有%(missing)s。")
NO_SUCH_WITHIN = N_("%(within)s没有%(missing)s。")
ONLY_TO = N_("%(within)s没有%(missing)s，到%(last)s为止。")
WHICH_PARAGRAPH = N_("%(within)s有 %(count)s 款，请写明是哪一款。")
BACKWARDS = N_("%(first)s在%(last)s之后，前后颠倒。")
THE_TEXT = N_("文中")
MORE_THAN_ONE = N_("%(missing)s不止一处，请写明它的上一级。")
NEAR = 3


@dataclass(frozen=True, slots=True)
class Found:
    """One target of a citation and the paths it means, in reading order: one, or all of a range."""

    target: Reference | Range
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """One target that is not there, the reason, and the paths of what somebody may have meant."""

    target: Reference | Range
    reason: Sentence
    near: tuple[str, ...] = field(default=())


def check(citation: Citation, document: ReadDocument) -> tuple[Found | NotFound, ...]:
    """An answer for every target, in their order. Whether the source is this document is for the caller to
    ask."""
    return tuple(_Lookup(document).answer(target) for target in citation.targets)


class _Lookup:
    def __init__(self, document: ReadDocument) -> None:
        self._whole = Node(Level.PREAMBLE, "", children=document.tree)
        self._document = document

    def answer(self, target: Reference | Range) -> Found | NotFound:
        if isinstance(target, Reference):
            found = self._find(target)
            return found if isinstance(found, NotFound) else Found(target, (found.path,))
        first, last = self._find(target.first), self._find(target.last)
        if isinstance(first, NotFound):
            return NotFound(target, first.reason, first.near)
        if isinstance(last, NotFound):
            return NotFound(target, last.reason, last.near)
        return self._between(target, first, last)

    def _between(self, target: Range, first: Node, last: Node) -> Found | NotFound:
        """Everything of the level of both ends from the one to the other."""
        order = [node for node in self._document.walk() if node.level is first.level]
        places = {node.path: place for place, node in enumerate(order)}
        start, end = places[first.path], places.get(last.path, -1)
        if end < start:
            values = {
                "first": words_of(steps_to(self._document, first.path)),
                "last": words_of(steps_to(self._document, last.path)),
            }
            return NotFound(target, Sentence(BACKWARDS, values), (first.path, last.path))
        return Found(target, tuple(node.path for node in order[start : end + 1]))

    def _find(self, reference: Reference) -> Node | NotFound:
        if reference.address:
            node = self._document.by_path().get(reference.address)
            return node or NotFound(reference, Sentence(NO_SUCH, {"missing": reference.address}))
        node = self._whole
        for step in reference.steps:
            if step.unit is Unit.WHOLE:
                continue
            candidates = list(_below(node, step.unit))
            fitting = [child for child in candidates if _fits(child, step)]
            if len(fitting) < step.which:
                return self._by_address(reference) or self._missing(reference, node, step, candidates)
            if node.level is Level.ARTICLE and step.unit is Unit.ITEM and _paragraphs(node) > 1:
                values: dict[str, object] = {"within": self._words_of(node), "count": _paragraphs(node)}
                return NotFound(
                    reference, Sentence(WHICH_PARAGRAPH, values), tuple(child.path for child in fitting)
                )
            if len({child.path.split("~")[0] for child in fitting}) > 1:
                values = {"missing": words_of([step])}
                return NotFound(
                    reference, Sentence(MORE_THAN_ONE, values), tuple(child.path for child in fitting)
                )
            node = fitting[step.which - 1]
        return node

    def _by_address(self, reference: Reference) -> Node | None:
        """8.2.3 typed for a document without clause numbers is an address."""
        if len(reference.steps) != 1 or reference.steps[0].unit not in {Unit.DECIMAL, Unit.HEADING3}:
            return None
        return self._document.by_path().get(".".join(map(str, reference.steps[0].number.figures)))

    def _missing(
        self, reference: Reference, within: Node, step: Step, candidates: Sequence[Node]
    ) -> NotFound:
        alike = [node for node in candidates if (own := step_of(node)) and own.unit is step.unit]
        values = {"missing": words_of([step]), "within": self._words_of(within) if within.path else THE_TEXT}
        template = NO_SUCH_WITHIN if within.path else NO_SUCH
        if alike and (last := step_of(alike[-1])) and last.number < step.number:
            values["last"] = words_of([last])
            template = ONLY_TO
        nearest = sorted(alike, key=lambda node: abs((node.number or step.number).last - step.number.last))[
            :NEAR
        ]
        if not nearest and step.unit is Unit.ITEM:
            nearest = [
                node
                for node in _same_article_items(self._document, within)
                if (own := step_of(node)) and own.number == step.number
            ]
        order = {node.path: place for place, node in enumerate(self._document.walk())}
        return NotFound(
            reference,
            Sentence(template, values),
            tuple(sorted((node.path for node in nearest), key=order.__getitem__)),
        )

    def _words_of(self, node: Node) -> str:
        return words_of(steps_to(self._document, node.path))


def _fits(node: Node, step: Step) -> bool:
    own = step_of(node)
    return own is not None and own.unit is step.unit and own.number == step.number


def _below(node: Node, unit: Unit) -> Iterator[Node]:
    """Where a step of `unit` is looked for: the children, and what a citation does not name on the way to
    them."""
    for child in node.children:
        yield child
        if _is_passed_over(node, child, unit):
            yield from _below(child, unit)


def _is_passed_over(node: Node, child: Node, unit: Unit) -> bool:
    """Divisions above provisions, the only 款 above items, clause numbers above longer ones."""
    if child.level in DIVISIONS:
        return unit not in {Unit.TEXT, Unit.TABLE, Unit.NOTE}
    if unit is Unit.ARTICLE:
        return child.level not in {Level.ARTICLE, Level.ANNEX, Level.PREAMBLE}
    if unit is Unit.DECIMAL:
        return is_clause_number(child)
    if unit is Unit.ITEM:
        return node.level is Level.ARTICLE and child.level is Level.PARAGRAPH
    return (step_of(child) or Step(unit, Number((0,)))).unit is Unit.GROUP and unit not in {
        Unit.TEXT,
        Unit.TABLE,
        Unit.NOTE,
    }


def _paragraphs(article: Node) -> int:
    return sum(child.level is Level.PARAGRAPH for child in article.children)


def _same_article_items(document: ReadDocument, within: Node) -> list[Node]:
    """The items of every 款 of the article `within` is in."""
    article = within.path.rpartition(".")[0]
    return [
        node for node in document.walk() if node.level is Level.ITEM and node.path.startswith(f"{article}.")
    ]
