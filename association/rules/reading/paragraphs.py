"""A text as it is issued when it is no document of rules: paragraphs in order, each with the depth of its heading."""

import hashlib
from typing import Any

from association.rules.reading.render import written_nodes
from association.rules.reading.tree import Level, ReadDocument

LEVELS = {Level.HEADING1: "1", Level.HEADING2: "2", Level.CHAPTER: "1", Level.SECTION: "2"}


def lines_of(read: ReadDocument) -> list[list[Any]]:
    """[level, words] of each paragraph; level is "1" (一、), "2" (（一）) or "" for the rest; of a table each row is a line."""
    lines: list[list[Any]] = [
        ["", front.text] for front in read.front_matter if front.text and front.text != read.title
    ]
    for node, words in written_nodes(read.tree):
        if node.rows:
            lines += [["", "　".join(row)] for row in node.rows]
        else:
            lines.append([LEVELS.get(node.level, ""), words])
    return lines


def hash_of(lines: list[list[Any]]) -> str:
    """SHA-256 of the words."""
    return hashlib.sha256("\n".join(words for _level, words in lines).encode()).hexdigest()
