"""A document back to text: nothing that was read is lost, and what is written here reads back as the same
document."""

import re
from collections.abc import Iterable, Iterator

from association.rules.reading.tables import line_of_cells
from association.rules.reading.tree import FrontKind, Level, Node, ReadDocument

# What Markdown would take for a mark: escaped wherever it stands, or at the start of a line.
ANYWHERE = re.compile(r"[\\*<\[&#]")
AT_START = re.compile(r"[>+\-|=~{_`]")
DEPTHS = {Level.PART: "## ", Level.CHAPTER: "## ", Level.SECTION: "### ", Level.ANNEX: "## "}


def as_text(document: ReadDocument) -> str:
    """Every word of the document in order, a line for each paragraph, table rows between pipes."""
    lines: list[str] = []
    for front in document.front_matter:
        lines += map(line_of_cells, front.rows) if front.rows else [front.text]
    for node, written in written_nodes(document.tree):
        lines += map(line_of_cells, node.rows) if node.rows else [written]
    return "\n".join(lines) + "\n"


def as_markdown(document: ReadDocument) -> str:
    """The document as Markdown, paragraphs apart. Reading it gives the same head and tree."""
    titles = {front.text for front in document.front_matter if front.kind is FrontKind.TITLE}
    blocks = [] if titles else [f'---\ntitle: "{document.title}"\n---']
    for front in document.front_matter:
        sign = {FrontKind.TITLE: "# " if len(titles) == 1 else "", FrontKind.HEADING: "## "}.get(
            front.kind, ""
        )
        blocks.append(_table(front.rows) if front.rows else sign + escaped(front.text))
    headings = {id(node) for node in _lost_headings(document.tree)}
    for node, written in written_nodes(document.tree):
        if node.rows:
            blocks.append(_table(node.rows))
        else:
            sign = "#### " if id(node) in headings else _sign(node)
            blocks.append(sign + "\n".join(map(escaped, written.split("\n"))))
    return "\n\n".join(blocks) + "\n"


def written_nodes(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """Each line as written, with the node it begins with; `第一条　` and its first 款 are one line.

    The text of a mark that stood alone follows it after a line break. Tables come with no words.
    """
    begun: Node | None = None
    words = ""
    for node in (inner for top in nodes for inner in top.walk()):
        if node.rows and begun is not None:
            yield begun, words
            begun, words = None, ""
        elif not node.rows and not (node.mark or node.text):
            continue
        words += node.mark + node.gap + node.text
        begun = begun or node
        if not _goes_on(node):
            yield begun, words.rstrip("\n")
            begun, words = None, ""


def _goes_on(node: Node) -> bool:
    """The first child stands on the same line."""
    return bool(node.mark and node.children) and not node.text and "\n" not in node.gap


def _sign(node: Node) -> str:
    if node.level is Level.ARTICLE:
        return "#### " if node.text else ""
    if node.level is Level.POINT and not node.mark:
        return "- "
    return DEPTHS.get(node.level, "")


def _lost_headings(nodes: Iterable[Node]) -> Iterator[Node]:
    """Text after an article and outside it, within a division: only a heading can have ended the article
    there."""
    for top in nodes:
        for node in top.walk():
            articles = False
            for child in node.children:
                if child.level is Level.TEXT and articles:
                    yield child
                articles = articles or child.level is Level.ARTICLE


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    lines = [line_of_cells(tuple(map(escaped, row))) for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def escaped(text: str) -> str:
    """`text` so that Markdown reads it as it stands."""
    text = ANYWHERE.sub(lambda found: "\\" + found[0], text)
    return "\\" + text if AT_START.match(text) else text
