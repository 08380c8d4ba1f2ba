"""Drafts to nodes: every node gets the address CONTRACT gives it, and no two the same.

`12.2.3`      article 12, second 款, item 3: the 款 always counts, what is above the article does not
`3.2.10`      三（二）10
`23-1`        第二十三条之一
`3.p1` `p2`   an unnumbered paragraph outside an article, of a provision or of the whole; `.t1` a table,
`.n1` a note
`c3.s2`       a division: 编 b, 章 c, 节 s
`h1`          一、 where it holds articles, so that it is no article's namesake
`a1.`         before everything in the first annex
`0` `0.p1`    what stands before the first provision
`5~2`         the second with the same number, which is also a warning
"""

from collections import Counter

from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.openlists import Draft
from association.rules.reading.tree import Level, Node

DIVISION_SIGNS = {Level.PART: "b", Level.CHAPTER: "c", Level.SECTION: "s"}
UNNUMBERED_SIGNS = {Level.TEXT: "p", Level.POINT: "p", Level.TABLE: "t", Level.NOTE: "n"}
PREAMBLE = "0"


def addressed(root: Draft, doubts: Doubts) -> tuple[Node, ...]:
    """The finished tree below `root`."""
    return _Addresses(doubts).of_document(with_preamble(root))


def with_preamble(root: Draft) -> list[Draft]:
    """The children of `root`, with what precedes the first provision in a node of its own; none where there
    is no provision."""
    first = next((i for i, child in enumerate(root.children) if child.number is not None), None)
    if not first:
        return root.children
    before = root.children[:first]
    return [Draft(Level.PREAMBLE, before[0].line, children=before), *root.children[first:]]


class _Addresses:
    def __init__(self, doubts: Doubts) -> None:
        self._doubts = doubts
        self._taken: dict[str, int] = {}  # address to line
        self._doubled: Counter[str] = Counter()

    def of_document(self, drafts: list[Draft]) -> tuple[Node, ...]:
        return self._nodes(drafts, inside="", provisions="")

    def _nodes(self, drafts: list[Draft], *, inside: str, provisions: str) -> tuple[Node, ...]:
        """`inside` is what the address of an unnumbered child begins with, `provisions` that of a numbered
        one."""
        counts: Counter[str] = Counter()
        groups = {
            draft.level for draft in drafts if draft.level is not Level.ARTICLE and _holds_articles(draft)
        }
        nodes = []
        for draft in drafts:
            wanted = self._address(draft, inside=inside, provisions=provisions, counts=counts)
            if draft.level in groups and draft.number and draft.level not in {*DIVISION_SIGNS, Level.ANNEX}:
                wanted = f"{inside}h{draft.number}"
            nodes.append(self._node(draft, self._unique(wanted, draft), provisions=provisions))
        return tuple(nodes)

    def _node(self, draft: Draft, path: str, *, provisions: str) -> Node:
        prefix = f"{path}."
        outer = draft.level in DIVISION_SIGNS or path.rpartition(".")[2].startswith("h")
        return Node(
            level=draft.level,
            path=path,
            text="".join(draft.texts),
            mark=draft.mark,
            gap=draft.gap,
            number=draft.number,
            rows=draft.rows,
            line=draft.line,
            children=self._nodes(draft.children, inside=prefix, provisions=provisions if outer else prefix),
        )

    def _address(self, draft: Draft, *, inside: str, provisions: str, counts: Counter[str]) -> str:
        if draft.level is Level.PREAMBLE:
            return PREAMBLE
        if draft.level is Level.ANNEX:
            return f"a{draft.number}"
        if draft.level is Level.PARAGRAPH:
            counts["paragraph"] += 1
            return f"{inside}{counts['paragraph']}"
        if draft.level in DIVISION_SIGNS:
            return f"{inside}{DIVISION_SIGNS[draft.level]}{draft.number}"
        if draft.number is None:
            sign = UNNUMBERED_SIGNS[draft.level]
            counts[sign] += 1
            return f"{inside}{sign}{counts[sign]}"
        return f"{provisions}{_own_figures(draft, provisions)}"

    def _unique(self, wanted: str, draft: Draft) -> str:
        if wanted not in self._taken:
            self._taken[wanted] = draft.line
            return wanted
        self._doubled[wanted] += 1
        path = f"{wanted}~{self._doubled[wanted] + 1}"
        self._taken[path] = draft.line
        if draft.mark:
            self._doubts.add(draft.line, Doubt.DOUBLED, mark=draft.mark, other=self._taken[wanted], path=path)
        return path


def _own_figures(draft: Draft, provisions: str) -> str:
    """The number below the parent's: 4.1.2 under 4.1 adds 2; under 4, where 4.1 is missing, it adds 1.2."""
    if draft.number is None or len(draft.number.figures) == 1:
        return str(draft.number)
    parent = provisions.rstrip(".").split(".") if provisions else []
    figures = [str(figure) for figure in draft.number.figures]
    depth = len(parent)
    while depth and parent[-depth:] != figures[:depth]:
        depth -= 1
    return ".".join(figures[depth:])


def _holds_articles(draft: Draft) -> bool:
    return any(child.level is Level.ARTICLE or _holds_articles(child) for child in draft.children)
