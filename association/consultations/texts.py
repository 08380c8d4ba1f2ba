"""An edition as clauses that can be commented on: each with its address, its name in words and its wording.

An article with one 款 is one clause: a comment on it carries the article's path (`5`), though the line stands at `5.1`. Where
there are several, each line has its own, and the article as a whole too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from association.kernel.words import _
from association.rules import queries as rules
from association.rules.models import Edition
from association.rules.reading import citation_forms
from association.rules.reading.tree import DIVISIONS, Level, Node

HEADINGS = DIVISIONS | {Level.ANNEX}
ITEMS = frozenset({Level.ITEM, Level.SUBITEM, Level.POINT, Level.HEADING3, Level.HEADING4})


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the text by its path: its name in words and its whole wording, that of its parts included. The whole text is the clause
    with an empty path and no wording."""

    path: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is laid out. `about` is the path a comment on it carries."""

    path: str
    about: str
    mark: str
    text: str
    name: str
    level: Level
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_heading(self) -> bool:
        return self.level in HEADINGS

    @property
    def is_item(self) -> bool:
        return self.level in ITEMS


@dataclass(slots=True)
class Group:
    """Lines that stand together: an article with its 款 and 项, or a line that stands alone.

    `mark` is what stands in the margin (第五条); `whole` is the path of a comment on all of it, empty where its lines are all there is.
    """

    path: str
    name: str
    mark: str = ""
    whole: str = ""
    lines: list[Line] = field(default_factory=list)


def laid_out(edition: Edition) -> list[Group]:
    """The whole text in reading order."""
    return list(_groups(rules.tree(edition), ()))


def _groups(nodes: Iterable[Node], above: tuple[Node, ...]) -> Iterable[Group]:
    for node in nodes:
        chain = (*above, node)
        if node.level is Level.ARTICLE:
            yield _article(node, chain)
            continue
        if node.level is not Level.PREAMBLE:
            name = _name(chain)
            yield Group(node.path, name, lines=[_line(node, about=node.path, name=name)])
        yield from _groups(node.children, chain)


def _article(article: Node, chain: tuple[Node, ...]) -> Group:
    name = _name(chain)
    group = Group(article.path, name, mark=article.mark)
    below = [
        (inner, inner_chain)
        for inner, inner_chain in _walk(article.children, chain)
        if inner.text or inner.rows
    ]
    if article.text or not below:  # its caption, or nothing but a number
        group.lines.append(Line(article.path, article.path, "", article.text, name, article.level))
    alone = len(below) == 1
    for inner, inner_chain in below:
        own = name if alone else _name(inner_chain)
        group.lines.append(_line(inner, about=article.path if alone else inner.path, name=own))
    if len(below) > 1 and not article.text:
        group.whole = article.path
    return group


def _walk(nodes: Iterable[Node], above: tuple[Node, ...]) -> Iterable[tuple[Node, tuple[Node, ...]]]:
    for node in nodes:
        chain = (*above, node)
        yield node, chain
        yield from _walk(node.children, chain)


def _line(node: Node, *, about: str, name: str) -> Line:
    return Line(node.path, about, node.mark, node.text, name, node.level, node.rows)


def _name(chain: Sequence[Node]) -> str:
    """The clause's name as a citation writes it: 第五条第二款第（三）项."""
    return citation_forms.words_of(citation_forms.steps_along(chain))


def clause_of(edition: Edition, path: str) -> Clause | None:
    """The clause at a path; for an empty one the text as a whole; None where the edition has nothing there."""
    if not path:
        return Clause("", "", "")
    for node, chain in _walk(rules.tree(edition), ()):
        if node.path == path:
            return Clause(path, _name(chain), node.whole_text())
    return None


def choices(edition: Edition) -> list[tuple[str, str]]:
    """What a comment may be about, in reading order, for a list to choose from."""
    found = [("", _("全文"))]
    for group in laid_out(edition):
        if group.whole:
            found.append((group.whole, group.name))
        found += [(line.about, line.name) for line in group.lines]
    return list(dict(found).items())


def later_editions(edition: Edition) -> list[Edition]:
    """Editions of the same document that came after it, the newest first."""
    return [e for e in reversed(rules.editions_of(edition.document_id)) if e.id > edition.id]


def path_typed(edition: Edition, typed: str) -> str:
    """What somebody typed to name a clause: its path as it is, or the clause's name; as typed where neither is known."""
    wanted = "".join(typed.split())
    for path, name in choices(edition):
        if path and wanted in (path, name, f"p-{path}"):
            return path
    return wanted
