"""Lines between any two editions of a document: laid down between neighbours, drawn through the editions between otherwise."""

from collections.abc import Iterable
from itertools import pairwise

from sqlalchemy import select, tuple_

from association.kernel.db import session
from association.rules.models import Clause, ClauseFate, Edition, EditionState, Mapping
from association.rules.queries.clauses import mappings
from association.rules.queries.documents import before, editions_of

Link = tuple[frozenset[str], frozenset[str], tuple[Mapping, ...]]
"""Paths in the first edition, what became of them in the last, and the lines this rests on."""


def lines_between(old: Edition, new: Edition) -> list[Mapping]:
    """From `old` to `new`, in the order of the new one. Lines through other editions are made up here and are not in the database;
    such a line is confirmed when all it rests on is."""
    found = mappings(old, new)
    if found:
        return found
    order = [
        e
        for e in editions_of(old.document_id)
        if e.state is EditionState.PUBLISHED or e.id in (old.id, new.id)
    ]
    places = {edition.id: place for place, edition in enumerate(order)}
    way = order[places[old.id] : places[new.id] + 1]
    links: list[Link] = []
    for old_one, new_one in pairwise(way):
        step: list[Link] = [
            (frozenset(line.old), frozenset(line.new), (line,)) for line in mappings(old_one, new_one)
        ]
        links = _through(links, step) if links else step
    return _as_lines(links, old, new)


def _through(first: list[Link], second: list[Link]) -> list[Link]:
    """Groups of links that touch each other in the edition between become one."""
    groups: list[Link] = []
    waiting_first, waiting_second = list(first), list(second)
    while waiting_first:
        olds, middle, lines = waiting_first.pop(0)
        news: frozenset[str] = frozenset()
        grown = True
        while grown:
            grown = False
            for link in [k for k in waiting_second if k[0] & middle]:
                waiting_second.remove(link)
                middle, news, lines, grown = middle | link[0], news | link[1], (*lines, *link[2]), True
            for link in [k for k in waiting_first if k[1] & middle]:
                waiting_first.remove(link)
                olds, middle, lines, grown = olds | link[0], middle | link[1], (*lines, *link[2]), True
        groups.append((olds, news, lines))
    return groups + waiting_second


def _as_lines(links: Iterable[Link], old: Edition, new: Edition) -> list[Mapping]:
    rows = select(Clause.edition_id, Clause.path, Clause.place, Clause.text).where(
        Clause.edition_id.in_([old.id, new.id])
    )
    words = {(row.edition_id, row.path): (row.place, row.text) for row in session.execute(rows)}
    made = []
    for olds, news, lines in links:
        if not olds and not news:  # came and went in between
            continue
        before = sorted(olds, key=lambda path: words[old.id, path][0])
        after = sorted(news, key=lambda path: words[new.id, path][0])
        said = [line.note for line in lines if line.note]
        confirmed = [line.confirmed_at for line in lines]
        made.append(
            Mapping(
                old_edition_id=old.id, new_edition_id=new.id, place=words[new.id, after[0]][0] if after else 0, old=before,
                new=after, fate=_fate(before, after, [words[old.id, p][1] for p in before], [words[new.id, p][1] for p in after]),
                score=0.0, reason={}, note="\n".join(said),
                confirmed_at=None if None in confirmed else max(c for c in confirmed if c is not None),
            )
        )  # fmt: skip
    return sorted(made, key=lambda line: (bool(line.new), line.place))


def _fate(before: list[str], after: list[str], old_words: list[str], new_words: list[str]) -> ClauseFate:
    if not after:
        return ClauseFate.GONE
    if not before:
        return ClauseFate.NEW
    if len(before) == len(after) == 1:
        if old_words != new_words:
            return ClauseFate.REWORDED
        return ClauseFate.SAME if before == after else ClauseFate.RENUMBERED
    return ClauseFate.SPLIT if len(before) == 1 else ClauseFate.MERGED


def provisions_changed(edition: Edition) -> list[int]:
    """Lasting identities of the clauses that are not in this edition what they were in the one before, as proposed or confirmed."""
    older = before(edition)
    if older is None:
        return []
    lines = [line for line in mappings(older, edition) if line.fate is not ClauseFate.SAME]
    ends = {(older.id, path) for line in lines for path in line.old}
    ends |= {(edition.id, path) for line in lines for path in line.new}
    rows = select(Clause.provision_id).where(tuple_(Clause.edition_id, Clause.path).in_(ends)).distinct()
    return list(session.scalars(rows)) if ends else []
