"""What follows from deeds on texts: their places in search, their dates of force among each other."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import String, cast, exists, literal

from association.kernel import clock, documents, events
from association.kernel.db import session
from association.kernel.search import records
from association.kernel.search.records import SearchRecord
from association.rules import homes, queries
from association.rules.events import TextChanged
from association.rules.models import Clause, Document, Edition, EditionState
from association.rules.reading import citation_forms
from association.rules.reading.citations import Step
from association.rules.reading.tree import Node

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
    """Its PDF is promised, and search finds it."""
    document = edition.document
    events.publish(TextChanged(document.id))
    if edition.state is EditionState.PUBLISHED:
        documents.render_later(
            "print/association/edition.html", subject=edition, kind="text", title=edition.called, version=_facts_of(edition),
            address=homes.of_edition(edition),
        )  # fmt: skip
    find_as_it_is(document)


def find_as_it_is(document: Document) -> None:
    """The newest published edition of a document is what search finds, whole and clause by clause."""
    shown = [e for e in queries.editions_of(document.id) if e.state is EditionState.PUBLISHED]
    key, parts = f"document:{document.id}", f"clause:{document.id}:"
    if not shown:
        records.withdraw(key)
        records.keep(parts, [])
        return
    newest = shown[-1]
    clauses = queries.clauses_of(newest.id)
    words = "\n".join(c.mark + " " + c.text for c in clauses)[:LONGEST_FOUND]
    day = newest.issued_on or clock.day_of(newest.made_at)
    records.publish(
        key=key, kind="rule", title=document.title, body=f"{newest.number} {document.issuer}\n{words}",
        url=homes.of_document(document, newest), dated_on=day, facets={"document": document.kind.value},
        also=f"{newest.number} {document.word} {without_state(document.title)}",
    )  # fmt: skip
    records.keep(parts, _entries(newest, clauses, day))


def _entries(edition: Edition, clauses: Iterable[Clause], day: date) -> Iterator[records.Entry]:
    """Each clause with words, under its citation; also found by other ways to write its number."""
    document, ways = edition.document, dict(_ways(queries.tree(edition), ()))
    for clause in clauses:
        steps = ways.get(clause.path, [])
        words = citation_forms.words_of(steps) if steps else clause.called
        yield records.Entry(
            key=f"clause:{document.id}:{clause.path}", kind="clause", title=f"{document.title} {words}",
            body=clause.text[:LONGEST_FOUND], url=f"{homes.of_edition(edition)}#p-{clause.path}", dated_on=day,
            facets={"document": document.kind.value},
            also=" ".join([edition.number, document.word, without_state(document.title), clause.heading, *_figures(steps), clause.path]),
        )  # fmt: skip


def _ways(nodes: Iterable[Node], above: tuple[Node, ...]) -> Iterator[tuple[str, list[Step]]]:
    for node in nodes:
        chain = (*above, node)
        yield node.path, citation_forms.steps_along(chain)
        yield from _ways(node.children, chain)


def _figures(steps: Iterable[Step]) -> Iterator[str]:
    """第十二条 also as 第12条."""
    for step in steps:
        form = citation_forms.IN_WORDS.get(step.unit)
        if form is not None and form.startswith("第") and len(step.number.figures) == 1:
            yield form % step.number.figures[0]


def without_state(title: str) -> str:
    """中华人民共和国广告法 is called 广告法 by everybody."""
    return title.removeprefix("中华人民共和国")


def publish_clauses() -> int:
    """Of texts that were here before their clauses could be found one by one; at every start, and nothing when all are."""
    parts = literal("clause:").concat(cast(Document.id, String)).concat(":%")
    known = exists().where(SearchRecord.key.like(parts))
    for document in session.scalars(queries.in_public().where(~known).order_by(Document.id)).all():
        find_as_it_is(document)
    return 0


def end_the_one_before(edition: Edition) -> None:
    """An edition in force from a day ends the one before it on that day."""
    if edition.effective_on is None:
        return
    before = queries.before(edition)
    if before is not None and before.checked_on is not None and not before.repealed:
        before.ceased_on = max(edition.effective_on, before.effective_on or edition.effective_on)
        publish(before)
