"""A document as it was read: what its head says, and its provisions as a tree with addresses."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import total_ordering

from association.rules.reading.doubts import ReadingWarning


class Level(StrEnum):
    PART = "part"  # 编, 分编
    CHAPTER = "chapter"  # 章
    SECTION = "section"  # 节
    ARTICLE = "article"  # 条
    PARAGRAPH = "paragraph"  # 款: an unnumbered paragraph of an article, counted
    ITEM = "item"  # 项
    SUBITEM = "subitem"  # 目
    HEADING1 = "heading1"  # 一、
    HEADING2 = "heading2"  # （一）
    HEADING3 = "heading3"  # 1.
    HEADING4 = "heading4"  # （1）
    POINT = "point"  # ① and whatever is listed deeper, numbered or not
    TEXT = "text"  # an unnumbered paragraph outside an article
    TABLE = "table"
    NOTE = "note"  # says when and by whom the text was adopted or amended
    PREAMBLE = "preamble"  # holds what stands before the first provision
    ANNEX = "annex"


# The levels `flask rules import` counts, in the order it prints them.
COUNTED = (
    Level.PART,
    Level.CHAPTER,
    Level.SECTION,
    Level.ARTICLE,
    Level.PARAGRAPH,
    Level.ITEM,
    Level.SUBITEM,
    Level.HEADING1,
    Level.HEADING2,
    Level.HEADING3,
    Level.HEADING4,
)
DIVISIONS = frozenset({Level.PART, Level.CHAPTER, Level.SECTION})


@total_ordering
@dataclass(frozen=True, slots=True)
class Number:
    """第二十三条之一 is `Number((23,), (1,))`, written `23-1`; clause 4.1.2 of a standard is `Number((4, 1,
    2))`.

    `figures` has one figure, or one for each place of a decimal clause number; `inserted` holds what
    follows 之.
    """

    figures: tuple[int, ...]
    inserted: tuple[int, ...] = ()

    @property
    def last(self) -> int:
        return self.figures[-1]

    def __str__(self) -> str:
        return "-".join(str(figure) for figure in (self.last, *self.inserted))

    def __lt__(self, other: "Number") -> bool:
        return (self.figures, self.inserted) < (other.figures, other.inserted)


@dataclass(frozen=True, slots=True)
class Node:
    """One provision, table, note or piece of text.

    What was written is `mark + gap + text` and then the children: `mark` is 第八条 or （三） as it stood,
    empty for a
    款; `gap` the blanks after it, with a line break where the text began on the next line. An article's own
    text is
    its caption, if it has one; its words are in its 款. `path` is the address of CONTRACT (`12.2.3`),
    `line` the place
    in the file, from 1 (paragraph of a Word document). Two nodes are equal when they read the same,
    wherever they stood.
    """

    level: Level
    path: str
    text: str = ""
    mark: str = ""
    gap: str = ""
    number: Number | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    children: tuple["Node", ...] = ()
    line: int = field(default=0, compare=False)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def whole_text(self) -> str:
        """The words of this node and all below it, marks of those below included, a line each; for
        matching."""
        return "\n".join(
            piece
            for node in self.walk()
            for piece in ((node.text if node is self else node.mark + node.text), *map(" ".join, node.rows))
            if piece
        )


class FrontKind(StrEnum):
    TITLE = "title"
    NUMBER = "number"  # 发文字号
    ISSUER = "issuer"
    DATE = "date"  # a day and what happened on it
    HISTORY = "history"  # adopted, amended, promulgated by whom
    CONTENTS = "contents"  # 目录
    FACTS = "facts"  # a table of title, issuer, number and days
    HEADING = "heading"  # a heading of the file rather than of the text


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line of the document's head, as written; `rows` for a table of facts."""

    kind: FrontKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What one file holds. Days are None where the text does not state them; nothing is filled in without a
    warning.

    adopted_on      成文, or passed by the body that made it
    issued_on       the day of this edition: the latest of its adoption, promulgation and amendments
    promulgated_on  公布
    effective_on    施行 of this edition
    first_effective_on  施行 as the text states it where that day lies before this edition's amendments
    places          what a warning's `line` counts: "line" or, in a Word document, "paragraph"
    """

    title: str
    issuer: str
    number: str
    adopted_on: date | None
    issued_on: date | None
    promulgated_on: date | None
    effective_on: date | None
    first_effective_on: date | None
    front_matter: tuple[FrontLine, ...]
    tree: tuple[Node, ...]
    warnings: tuple[ReadingWarning, ...] = field(default=(), compare=False)
    places: str = field(default="line", compare=False)

    def walk(self) -> Iterator[Node]:
        """Every node in reading order."""
        for node in self.tree:
            yield from node.walk()

    def by_path(self) -> dict[str, Node]:
        """Address to node. Addresses are unique within a document."""
        return {node.path: node for node in self.walk()}
