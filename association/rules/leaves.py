"""The reading page of an edition, made once: its clauses as HTML in order, and its outline.

An edition's words never change after they are read, so that a law of a thousand articles is joined, not drawn, when somebody
opens it. Everything here is escaped; nothing of it is in a language of the interface.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from association.rules.reading.citation_forms import steps_along, words_of
from association.rules.reading.tree import DIVISIONS, Level, Node, ReadDocument

Leaf = tuple[str, str]
"""A clause's path (empty for a heading) and its HTML."""
HEADINGS = DIVISIONS | {Level.ANNEX}
ITEMS = frozenset({Level.ITEM, Level.SUBITEM, Level.POINT, Level.HEADING3, Level.HEADING4})
LONGEST = 40
_CHAPTER = Markup('<h2 class="chapter" id="p-{0}"><a href="#p-{0}">{1}</a></h2>')
_SECTION = Markup('<h3 class="chapter" id="p-{0}"><a href="#p-{0}">{1}</a></h3>')
_BREAK = Markup("<br>")


class Pages:
    """Makes leaves and outline of one document; `hub` is the address of its clauses' own pages, ending in a slash; a draft
    has none."""

    def __init__(self, document: ReadDocument, *, hub: str) -> None:
        self._document, self._hub = document, hub
        number = f"（{document.number}）" if document.number else ""
        self._source = f"《{document.title}》{number}"

    def leaves(self) -> list[Leaf]:
        return list(self._leaves(self._document.tree, ()))

    def _leaves(self, nodes: Iterable[Node], above: tuple[Node, ...]) -> Iterator[Leaf]:
        for node in nodes:
            chain = (*above, node)
            if node.level in HEADINGS:
                yield "", _heading(node)
                yield from self._leaves(node.children, chain)
            elif node.level is Level.ARTICLE:
                yield node.path, str(Markup("").join(self._article(node, chain)))
            elif node.level is Level.PREAMBLE:
                yield from self._leaves(node.children, chain)
            else:
                yield node.path, str(self._provision(node, chain))
                yield from self._leaves(node.children, chain)

    def _article(self, article: Node, chain: tuple[Node, ...]) -> Iterator[Markup]:
        mark: str | None = article.mark
        if article.text or not article.children:
            yield self._provision(article, chain)
            mark = None
        for node, inner in _below(article.children, chain):
            if node.text or node.rows:
                yield self._provision(node, inner, mark=mark)
                mark = None

    def _provision(self, node: Node, chain: Sequence[Node], *, mark: str | None = None) -> Markup:
        """One line with its number in the margin, which is a permanent link, and its citation, which shows when it is the target."""
        words = words_of(steps_along(chain))
        shown = mark or (node.mark if node.level is Level.ARTICLE else node.path)
        margin = Markup('<a class="n{}" href="#p-{}" title="{}">{}</a>').format(
            " a" if mark or node.level is Level.ARTICLE else "", node.path, words, shown
        )
        text = "" if node.level is Level.ARTICLE else node.mark + ("" if node.gap == "\n" else node.gap)
        said = _table(node) if node.rows else Markup("<p>{}</p>").format(_lines(text + node.text))
        quoted = Markup("<q>{}{}</q>").format(self._source, words)
        if self._hub:
            quoted = Markup('<a href="{}{}/">{}</a>').format(self._hub, node.path, quoted)
        cite = Markup('<p class="cite">{}</p>').format(quoted)
        return Markup('<div class="prov{}" id="p-{}">{}{}{}</div>').format(
            " item" if node.level in ITEMS else "", node.path, margin, said, cite
        )

    def outline(self) -> list[tuple[str, str, int]]:
        """(path, words, depth) of divisions, annexes, articles and the two upper levels of headings."""
        return list(_outlined(self._document.tree, 0))


def _outlined(nodes: Iterable[Node], depth: int) -> Iterator[tuple[str, str, int]]:
    for node in nodes:
        if node.level in HEADINGS or node.level in {Level.HEADING1, Level.HEADING2}:
            yield node.path, _short(f"{node.mark}　{node.text}".strip("　")), depth
            yield from _outlined(node.children, depth + 1)
        elif node.level is Level.ARTICLE:
            yield node.path, _short(f"{node.mark}　{node.text}".strip("　")), depth


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _below(nodes: Iterable[Node], above: tuple[Node, ...]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    for node in nodes:
        chain = (*above, node)
        yield node, chain
        yield from _below(node.children, chain)


def _heading(node: Node) -> str:
    words = f"{node.mark}　{node.text}".strip("　").replace("\n", "　")
    return str((_SECTION if node.level is Level.SECTION else _CHAPTER).format(node.path, words))


def _lines(text: str) -> Markup:
    """The text's own line breaks as the page's."""
    return _BREAK.join(escape(line) for line in text.split("\n"))


def _table(node: Node) -> Markup:
    rows = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(Markup("<td>{}</td>").format(_lines(cell)) for cell in row)
        )
        for row in node.rows
    )
    return Markup('<div class="table-scroll"><table class="table"><tbody>{}</tbody></table></div>').format(
        rows
    )
