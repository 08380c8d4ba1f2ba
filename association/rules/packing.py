"""A document as it was read, packed into JSON and back: what the database keeps of an edition is what the reader found."""

import hashlib
from datetime import date
from typing import Any

from association.rules.reading.render import as_text
from association.rules.reading.tree import FrontKind, FrontLine, Level, Node, Number, ReadDocument

DAYS = ("adopted_on", "issued_on", "promulgated_on", "effective_on", "first_effective_on")


def packed(document: ReadDocument) -> dict[str, Any]:
    """Warnings are not in it; they are kept beside."""
    return {
        "title": document.title, "issuer": document.issuer, "number": document.number, "places": document.places,
        **{day: value.isoformat() if (value := getattr(document, day)) else None for day in DAYS},
        "front": [[f.kind.value, f.text, [list(r) for r in f.rows], f.line] for f in document.front_matter],
        "tree": [_packed(node) for node in document.tree],
    }  # fmt: skip


def hash_of(document: ReadDocument) -> str:
    """SHA-256 of its words: the same text has the same."""
    return hashlib.sha256(as_text(document).encode()).hexdigest()


def unpacked(kept: dict[str, Any]) -> ReadDocument:
    days = {day: date.fromisoformat(kept[day]) if kept[day] else None for day in DAYS}
    front = (
        FrontLine(FrontKind(kind), text, tuple(tuple(r) for r in rows), line)
        for kind, text, rows, line in kept["front"]
    )
    return ReadDocument(
        title=kept["title"], issuer=kept["issuer"], number=kept["number"], adopted_on=days["adopted_on"],
        issued_on=days["issued_on"], promulgated_on=days["promulgated_on"], effective_on=days["effective_on"],
        first_effective_on=days["first_effective_on"], front_matter=tuple(front),
        tree=tuple(_unpacked(node) for node in kept["tree"]), places=kept["places"],
    )  # fmt: skip


def _packed(node: Node) -> list[Any]:
    number = [list(node.number.figures), list(node.number.inserted)] if node.number else None
    rows, below = [list(row) for row in node.rows], [_packed(child) for child in node.children]
    return [node.level.value, node.path, node.mark, node.gap, node.text, number, rows, node.line, below]


def _unpacked(kept: list[Any]) -> Node:
    level, path, mark, gap, text, number, rows, line, below = kept
    return Node(
        level=Level(level), path=path, mark=mark, gap=gap, text=text, line=line,
        number=Number(tuple(number[0]), tuple(number[1])) if number else None,
        rows=tuple(tuple(row) for row in rows), children=tuple(_unpacked(child) for child in below),
    )  # fmt: skip
