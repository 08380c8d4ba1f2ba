"""Whoosh as its own documentation sets it up: title and body as text, both asked, BM25F. What the judged set is compared with."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from association.kernel.search.records import SearchRecord
from association.kernel.search.whoosh_library import ID, Schema, create_in


def _words(*, stored: bool = False) -> Any:
    from whoosh.fields import TEXT  # noqa: PLC0415 - after whoosh_library, which silences the warnings of compiling it

    return TEXT(stored=stored)


def _pairs(*, stored: bool = False) -> Any:
    from whoosh.fields import NGRAMWORDS  # noqa: PLC0415 - as above

    return NGRAMWORDS(minsize=2, maxsize=2, stored=stored)


FIELDS = {"words": _words, "pairs": _pairs}
"""`words` cuts at blanks and marks; `pairs` is Whoosh's own way for languages without blanks."""


def over(
    rows: Iterable[SearchRecord], folder: Path, how: str, *, most: int
) -> Callable[[str], Sequence[str]]:
    """An index of these records, and a way to ask it."""
    from whoosh.qparser import MultifieldParser  # noqa: PLC0415 - as above

    folder.mkdir()
    text = FIELDS[how]
    schema = Schema(key=ID(stored=True), title=text(stored=True), body=text())
    index = create_in(str(folder), schema)
    writer = index.writer()
    for row in rows:
        writer.add_document(key=row.key, title=row.title, body=row.body)
    writer.commit()
    searcher = index.searcher()
    parser = MultifieldParser(["title", "body"], index.schema)

    def find(question: str) -> list[str]:
        return [hit["key"] for hit in searcher.search(parser.parse(question), limit=most)]

    return find
