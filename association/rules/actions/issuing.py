"""Texts with a procedure of their own (standards, pledges): their feature decides, and says here what becomes of the edition."""

from dataclasses import replace
from datetime import date

from association.kernel import audit, clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.rules import effects, packing, queries
from association.rules.actions.importing import document_slug, edition_slug, lay_out, read_in
from association.rules.actions.mapping import propose
from association.rules.models import Document, DocumentKind, Edition, EditionState
from association.rules.reading.normal import normal
from association.rules.reading.tree import ReadDocument


def found(title: str, *, slug: str, kind: DocumentKind, issuer: str) -> Document:
    """A document for a text that is still to be written."""
    document = Document(
        slug=slug, kind=kind, title=title, title_key=normal(title)[:200], issuer=issuer, source_url=""
    )
    session.add(document)
    session.flush()
    return document


def slug_for(title: str) -> str:
    """A free address for a document of this title."""
    return document_slug(title)


def set_down(read: ReadDocument, *, document: Document, keeper: str, actor: Actor) -> Edition:
    """The text as a draft edition, to be commented on. The same words are the same edition."""
    read = replace(read, title=document.title)
    return read_in(read, file_name="", actor=actor, document=document, keeper=keeper).edition


def approve(
    read: ReadDocument,
    *,
    document: Document,
    number: str,
    approved_on: date,
    effective_on: date,
    keeper: str,
    actor: Actor,
) -> Edition:
    """The final text: it has its number and its days, and what became of each clause is proposed."""
    read = replace(
        read, title=document.title, number=number, issued_on=approved_on, effective_on=effective_on, issuer=document.issuer
    )  # fmt: skip
    imported = read_in(read, file_name="", actor=actor, document=document, keeper=keeper)
    edition = imported.edition
    edition.number, edition.issued_on, edition.effective_on = number, approved_on, effective_on
    if not imported.is_new:  # laid out before, without a number
        edition.slug = edition_slug(document, approved_on)
        edition.read = packing.packed(read)
        lay_out(edition, read)
        session.flush()
        if (before := queries.before(edition)) is not None:
            propose(before, edition)
    return edition


def take_back(edition: Edition, *, actor: Actor) -> None:
    """An approval was taken back: the edition is a draft without a number again."""
    edition.number, edition.issued_on, edition.effective_on = "", None, None
    edition.slug = edition_slug(edition.document, None)
    audit.record("take_back", edition, actor=actor)


def issue(edition: Edition, *, source: str, checked_by: str, binds: list[str], note: str) -> None:
    """It becomes public today, is in force from its day, and ends the one before it on that day."""
    today = clock.today()
    if edition.issued_on != today:
        edition.issued_on, edition.slug = today, edition_slug(edition.document, today)
    edition.state = EditionState.PUBLISHED
    edition.promulgated_on, edition.binds, edition.note = today, binds, note
    edition.checked_by, edition.checked_on, edition.checked_source = checked_by, today, source
    session.flush()
    effects.end_the_one_before(edition)
    effects.publish(edition)


def repeal(edition: Edition, *, on: date) -> None:
    """It is no longer in force from this day, and no edition follows it."""
    edition.ceased_on, edition.repealed = max(on, edition.effective_on or on), True
    effects.publish(edition)


def withdraw(edition: Edition, *, because: str) -> None:
    """It keeps its address, which says why."""
    edition.state, edition.withdrawn_because = EditionState.WITHDRAWN, because
    effects.publish(edition)


def remark(edition: Edition, line: str) -> None:
    """A dated act on the published text (修改单, 勘误), to be known before reading; the words themselves stay."""
    edition.note = f"{edition.note}\n{line}".strip()
    effects.publish(edition)
