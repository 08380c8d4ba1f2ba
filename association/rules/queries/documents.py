"""Documents and editions. An edition's place in the order is its day of force, else its day of issue; a draft without one comes last."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, case, exists, func, or_, select
from sqlalchemy.orm import joinedload

from association.kernel.db import session
from association.kernel.words import spoken_in
from association.rules import packing
from association.rules.models import Document, Edition, EditionState
from association.rules.reading import citation_forms
from association.rules.reading.tree import Node, ReadDocument

_DAY = func.coalesce(Edition.effective_on, Edition.issued_on)
# A draft without a day is what comes next; a published text nobody has dated may be the oldest.
IN_ORDER = (
    case(
        (_DAY.is_(None) & (Edition.state == EditionState.DRAFT), date.max),
        else_=func.coalesce(_DAY, date.min),
    ),
    Edition.id,
)


def in_public() -> Select[Document]:
    """Documents with a published edition."""
    published = exists().where(Edition.document_id == Document.id, Edition.state == EditionState.PUBLISHED)
    return select(Document).where(published)


def by_slug(slug: str) -> Document | None:
    return session.scalars(select(Document).where(Document.slug == slug)).one_or_none()


def by_title(title_key: str) -> Document | None:
    return session.scalars(
        select(Document).where(Document.title_key == title_key).order_by(Document.id)
    ).first()


def editions_of(document_id: int) -> list[Edition]:
    """All editions, the oldest first."""
    rows = select(Edition).where(Edition.document_id == document_id).order_by(*IN_ORDER)
    return list(session.scalars(rows.options(joinedload(Edition.document))))


def editions_of_many(ids: Iterable[int]) -> dict[int, list[Edition]]:
    """Published editions by document, the oldest first, in one statement."""
    found: dict[int, list[Edition]] = {id_: [] for id_ in ids}
    rows = select(Edition).where(Edition.document_id.in_(found), Edition.state == EditionState.PUBLISHED)
    for edition in session.scalars(rows.order_by(*IN_ORDER)):
        found[edition.document_id].append(edition)
    return found


LATEST = (
    select(func.max(case((Edition.keeper != "", Edition.issued_on), else_=func.date(Edition.made_at))))
    .where(Edition.document_id == Document.id, Edition.state == EditionState.PUBLISHED)
    .correlate(Document)
    .scalar_subquery()
)
"""The day from which the newest public edition of a document is here to read, to order documents by: `Edition.here_since` in SQL."""


def by_number(number: str) -> Document | None:
    """The document one of whose editions has this 发文字号 or standard number."""
    rows = select(Document).join(Edition, Edition.document_id == Document.id).where(Edition.number == number)
    return session.scalars(rows.order_by(Document.id)).first()


def edition_by_slug(document: Document, slug: str) -> Select[Edition]:
    return (
        select(Edition)
        .where(Edition.document_id == document.id, Edition.slug == slug)
        .options(joinedload(Edition.document))
    )


def drafts() -> list[Edition]:
    """Texts that are not public yet, the newest first."""
    rows = select(Edition).where(Edition.state == EditionState.DRAFT).order_by(Edition.id.desc())
    return list(session.scalars(rows.options(joinedload(Edition.document)).limit(50)))


def same_text(document_id: int, text_hash: str) -> Edition | None:
    return session.scalars(
        select(Edition).where(
            Edition.document_id == document_id,
            Edition.text_hash == text_hash,
            Edition.state != EditionState.DROPPED,
        )
    ).one_or_none()


def newest_of(document: Document) -> Edition | None:
    """The newest published edition, or the newest of any kind."""
    editions = editions_of(document.id)
    published = [e for e in editions if e.state is EditionState.PUBLISHED]
    return (published or editions)[-1] if editions else None


def before(edition: Edition) -> Edition | None:
    """The edition that comes before this one in the order, drafts left out."""
    editions = [
        e for e in editions_of(edition.document_id) if e.state is EditionState.PUBLISHED or e.id == edition.id
    ]
    place = next((n for n, e in enumerate(editions) if e.id == edition.id), 0)
    return editions[place - 1] if place else None


def _in_force(day: date) -> ColumnElement[bool]:
    return (
        (Edition.state == EditionState.PUBLISHED)
        & Edition.checked_on.is_not(None)
        & (Edition.effective_on <= day)
        & or_(Edition.ceased_on.is_(None), Edition.ceased_on > day)
    )


def in_force_on(document: Document, day: date) -> Edition | None:
    """The edition in force on a day, as far as dates have been checked."""
    rows = select(Edition).where(Edition.document_id == document.id, _in_force(day))
    return session.scalars(rows.order_by(*(column.desc() for column in IN_ORDER)).limit(1)).one_or_none()


def read_of(edition: Edition) -> ReadDocument:
    """The document as it was read. Its words never change, so it is unpacked once per process."""
    return _unpacked(edition.id, edition.text_hash)


@lru_cache(maxsize=64)
def _unpacked(edition_id: int, _text_hash: str) -> ReadDocument:
    kept = session.scalar(select(Edition.read).where(Edition.id == edition_id))
    if kept is None:
        raise LookupError(edition_id)
    return packing.unpacked(kept)


def tree(edition: Edition) -> tuple[Node, ...]:
    """Its provisions."""
    return read_of(edition).tree


def chain_to(edition: Edition, path: str) -> tuple[Node, ...]:
    """The node at a path with all it lies in, the outermost first; empty where the edition has nothing there."""

    def within(nodes: tuple[Node, ...], above: tuple[Node, ...]) -> tuple[Node, ...]:
        for node in nodes:
            chain = (*above, node)
            if node.path == path:
                return chain
            if found := within(node.children, chain):
                return found
        return ()

    return within(tree(edition), ()) if path else ()


def cited_words(edition: Edition, path: str) -> str:
    """《title》第八条第二款: a place of an edition as people cite it, in the text's own language; empty where it has no such place."""
    chain = chain_to(edition, path)
    if not chain:
        return ""
    with spoken_in("zh_Hans"):
        return f"《{edition.document.title}》{citation_forms.words_of(citation_forms.steps_along(chain))}"


def citable() -> list[Edition]:
    """Every published edition, by title, the newest of each first: what may be cited."""
    rows = select(Edition).join(Edition.document).where(Edition.state == EditionState.PUBLISHED)
    rows = rows.options(joinedload(Edition.document))
    return list(session.scalars(rows.order_by(Document.title_key, *(column.desc() for column in IN_ORDER))))
