"""What can be found, as rows beside the deeds. The index is made from these rows and can be lost at any
time."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from sqlalchemy import Index, text

from association.kernel.db import Key, Mapped, Model, Prose, Word, date, datetime, mapped_column
from association.kernel.search.engine import Document
from association.kernel.walls import Thing

PUBLIC = "public"
"""The audience of what everybody may find; any other audience is the code of a permission."""
NOBODY = ""

Facets = Mapping[str, str | Iterable[str]]


class SearchRecord(Model):
    """One findable thing, `key` naming it (`organisation:12`).

    `version` is new with every change. `indexed_at` is empty while the index does not yet know this version.
    A thing withdrawn loses its texts at once and stays as an empty row until the index has forgotten it.
    """

    __tablename__ = "search_record"
    unseen: ClassVar[bool] = True  # answers of search are drawn anew for everybody

    id: Mapped[Key]
    key: Mapped[Word] = mapped_column(unique=True)
    version: Mapped[int] = mapped_column(index=True)
    indexed_at: Mapped[datetime | None]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    kind: Mapped[Word]
    audience: Mapped[Word] = mapped_column(index=True)
    dated_on: Mapped[date]
    url: Mapped[Prose] = mapped_column(index=True)
    facets: Mapped[dict[str, Any]] = mapped_column(default=dict)
    concerns: Mapped[list[Any]] = mapped_column(default=list, server_default=text("'[]'"))
    """The things it concerns (kernel.walls), as words: `organisation=12`."""
    title: Mapped[Prose]
    # What questions are compared with (analysis.plain); before the body, which only the rows shown are read
    # for.
    plain_title: Mapped[Prose]
    plain_body: Mapped[Prose]
    body: Mapped[Prose]

    __table_args__ = (
        Index(
            "ix_search_record_waiting",
            "version",
            sqlite_where=text("indexed_at IS NULL"),
            postgresql_where=text("indexed_at IS NULL"),
        ),
    )

    @property
    def document(self) -> Document:
        """As the index takes it."""
        return Document(
            key=self.key,
            version=self.version,
            kind=self.kind,
            audience=self.audience,
            dated_on=self.dated_on,
            facets=facet_words(self.facets),
            title=self.plain_title,
            body=self.plain_body,
        )


def facet_words(facets: Facets) -> frozenset[str]:
    """`{"province": "99", "kind": ["a", "b"]}` as the words `province=99`, `kind=a`, `kind=b`."""
    return frozenset(
        f"{name}={value}"
        for name, values in facets.items()
        for value in ([values] if isinstance(values, str) else values)
    )


def thing_words(things: Iterable[Thing]) -> list[str]:
    """Things as records keep them, in order, so that equal ones compare equal."""
    return sorted(f"{kind}={id_}" for kind, id_ in things)


def storable(text: str) -> str:
    """The text without what no database keeps: NUL, and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def plain_facets(facets: Facets | None) -> dict[str, Any]:
    """Facets as JSON gives them back, so that equal ones compare equal."""
    lists = {n: v if isinstance(v, str) else sorted(v) for n, v in (facets or {}).items()}
    return json.loads(json.dumps(lists))  # type: ignore[no-any-return]
