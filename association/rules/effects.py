"""What follows from deeds on texts: their places in search, their dates of force among each other."""

import hashlib

from association.kernel import clock, documents, events
from association.kernel.search import records
from association.rules import homes, queries
from association.rules.events import TextChanged
from association.rules.models import Edition, EditionState

documents.issued("text")

LONGEST_FOUND = 200_000
"""Characters of a text that are found by their words."""


def _facts_of(edition: Edition) -> str:
    """Changes when anything on paper does: the words never do, days of force and notes may."""
    facts = (
        edition.effective_on,
        edition.ceased_on,
        edition.checked_on,
        edition.note,
        edition.document.issuer,
    )
    return hashlib.sha256("\n".join(map(str, facts)).encode()).hexdigest()[:16]


def publish(edition: Edition) -> None:
    """Its PDF is promised; the newest published edition of a document is what search finds."""
    document = edition.document
    events.publish(TextChanged(document.id))
    if edition.state is EditionState.PUBLISHED:
        documents.render_later(
            "print/association/edition.html", subject=edition, kind="text", title=edition.called, version=_facts_of(edition),
            address=homes.of_edition(edition),
        )  # fmt: skip
    shown = [e for e in queries.editions_of(document.id) if e.state is EditionState.PUBLISHED]
    key = f"document:{document.id}"
    if not shown:
        records.withdraw(key)
        return
    newest = shown[-1]
    words = "\n".join(c.mark + " " + c.text for c in queries.clauses_of(newest.id))[:LONGEST_FOUND]
    records.publish(
        key=key, kind="rule", title=document.title, body=f"{newest.number} {document.issuer}\n{words}",
        url=homes.of_document(document, newest), dated_on=newest.issued_on or clock.day_of(newest.made_at),
    )  # fmt: skip


def end_the_one_before(edition: Edition) -> None:
    """An edition in force from a day ends the one before it on that day."""
    if edition.effective_on is None:
        return
    before = queries.before(edition)
    if before is not None and before.checked_on is not None and not before.repealed:
        before.ceased_on = max(edition.effective_on, before.effective_on or edition.effective_on)
        publish(before)
