"""One line about a document that was read, with the keys of `flask rules import`."""

import json
from collections import Counter

from association.rules.reading.tree import COUNTED, Level, Node, ReadDocument


def level_counts(document: ReadDocument) -> dict[str, int]:
    """How many nodes of each counted level; the only 款 of an article is the article and is not counted."""
    counts = Counter(
        child.level
        for node in (Node(Level.PREAMBLE, "", children=document.tree), *document.walk())
        for child in node.children
        if not _is_only_paragraph(node, child)
    )
    return {level.value: counts[level] for level in COUNTED}


def summary(document: ReadDocument, *, file: str) -> dict[str, object]:
    """The facts and counts; `warnings` are sentences that begin with their place."""
    levels = level_counts(document)
    return {
        "file": file,
        "title": document.title,
        "number": document.number or None,
        "issuer": document.issuer or None,
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "effective_on": document.effective_on.isoformat() if document.effective_on else None,
        "articles": levels[Level.ARTICLE.value],
        "provisions": sum(levels.values()),
        "levels": levels,
        "warnings": [
            {"line": warning.line or None, "code": warning.code.value, "sentence": str(warning.sentence)}
            for warning in document.warnings
        ],
    }


def summary_line(document: ReadDocument, *, file: str) -> str:
    """The summary as one line of JSON, Chinese as it is."""
    return json.dumps(summary(document, file=file), ensure_ascii=False)


def _is_only_paragraph(parent: Node, child: Node) -> bool:
    return (
        child.level is Level.PARAGRAPH
        and sum(sibling.level is Level.PARAGRAPH for sibling in parent.children) == 1
    )
