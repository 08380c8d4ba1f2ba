"""Where the clause a question rests on can be read here: in the newest published edition of its document, where that has it.

The association's own summary of somebody else's text has other numbers than the text itself: of that, only the summary is linked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from association.consultations import texts
from association.kernel.db import session
from association.rules import homes
from association.rules.models import Document, Edition, EditionState
from association.rules.queries.documents import IN_ORDER
from association.rules.reading.normal import normal
from association.selfcheck.models import CheckQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address in the reading room; `path` is empty where only the document as a whole is meant."""

    edition: Edition
    path: str
    url: str


def places(questions: Iterable[CheckQuestion]) -> Mapping[int, Place]:
    """By the question's id, for those whose document is here: one statement, and one for each text that is not at hand yet."""
    asked = list(questions)
    editions = _editions({q.number for q in asked if q.number}, {normal(q.basis)[:200] for q in asked})
    found = {}
    for question in asked:
        edition = editions.get(question.number) or editions.get(normal(question.basis)[:200])
        if edition is not None:
            found[question.id] = _place(edition, question.clause)
    return found


def _editions(numbers: set[str], titles: set[str]) -> dict[str, Edition]:
    """By number and by key of title, the newest last."""
    rows = (
        select(Edition)
        .join(Edition.document)
        .where(
            Edition.state == EditionState.PUBLISHED,
            or_(Edition.number.in_(numbers), Document.title_key.in_(titles)),
        )
        .options(joinedload(Edition.document))
        .order_by(*IN_ORDER)
    )
    found: dict[str, Edition] = {}
    for edition in session.scalars(rows):
        found[edition.document.title_key] = edition
        if edition.number:
            found[edition.number] = edition
    return found


def _place(edition: Edition, clause: str) -> Place:
    path = (
        ""
        if edition.document.is_summary
        else _paths(edition.id, edition.text_hash).get("".join(clause.split()), "")
    )
    url = f"{homes.of_edition(edition)}#p-{path}" if path else homes.of_document(edition.document, edition)
    return Place(edition=edition, path=path, url=url)


@lru_cache(maxsize=64)
def _paths(edition_id: int, _text_hash: str) -> dict[str, str]:
    """What each clause of an edition is called → its path. The text never changes."""
    return {name: path for path, name in texts.choices(session.get_one(Edition, edition_id)) if path}
