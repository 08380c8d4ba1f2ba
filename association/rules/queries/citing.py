"""Who cites a clause, as far as the reader may know."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.orm import joinedload

from association.kernel.db import session
from association.kernel.policy import Actor, all_permissions, can
from association.rules.models import Citation, Clause, ClauseFate, Edition, Mapping, Provision

PUBLIC = "public"
MANY = (ClauseFate.SPLIT, ClauseFate.MERGED)
"""What became of a clause where its identity does not simply go on."""


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    if actor.is_visitor:
        return Citation.audience == PUBLIC
    mine = [permission.code for permission, _predicates in all_permissions() if can(actor, permission)]
    return Citation.audience.in_([PUBLIC, *mine])


def citations_of(provision_id: int, *, actor: Actor) -> list[Citation]:
    """Of a clause in any edition, the newest first; also of what it was split or merged from, and of what it was split or merged
    into, as people have confirmed it. Three statements, however long its life."""
    rows = select(Citation).where(Citation.provision_id.in_(_kin_of(provision_id)), _seen_by(actor))
    order = (Citation.cited_on.desc(), Citation.id.desc())
    return list(session.scalars(rows.order_by(*order).options(joinedload(Citation.edition))))


def _kin_of(provision_id: int) -> set[int]:
    """The provision, all it came from and all that came of it; not what else came of those."""
    document = select(Provision.document_id).where(Provision.id == provision_id).scalar_subquery()
    editions = select(Edition.id).where(Edition.document_id == document)
    lines = list(
        session.scalars(
            select(Mapping).where(
                Mapping.new_edition_id.in_(editions),
                Mapping.fate.in_(MANY),
                Mapping.confirmed_at.is_not(None),
            )
        )
    )
    ends = {(line.old_edition_id, p) for line in lines for p in line.old}
    ends |= {(line.new_edition_id, p) for line in lines for p in line.new}
    if not ends:
        return {provision_id}
    rows = select(Clause.edition_id, Clause.path, Clause.provision_id)
    rows = rows.where(tuple_(Clause.edition_id, Clause.path).in_(ends))
    identity = {(edition, path): provision for edition, path, provision in session.execute(rows)}
    before: dict[int, set[int]] = defaultdict(set)
    after: dict[int, set[int]] = defaultdict(set)
    for line in lines:
        olds = {identity[line.old_edition_id, p] for p in line.old if (line.old_edition_id, p) in identity}
        news = {identity[line.new_edition_id, p] for p in line.new if (line.new_edition_id, p) in identity}
        for old in olds:
            after[old] |= news
        for new in news:
            before[new] |= olds
    return _reached(provision_id, before) | _reached(provision_id, after)


def _reached(start: int, ways: dict[int, set[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        further: Iterable[int] = ways.get(waiting.pop(), set()) - found
        found.update(further)
        waiting.extend(further)
    return found


def citing_by_clause(edition: Edition, *, actor: Actor) -> dict[str, list[Citation]]:
    """For a whole edition in one statement: the path as cited → who cites it."""
    found: dict[str, list[Citation]] = {}
    rows = select(Citation).where(Citation.edition_id == edition.id, _seen_by(actor))
    for citation in session.scalars(rows.order_by(Citation.cited_on.desc(), Citation.id.desc())):
        found.setdefault(citation.path, []).append(citation)
    return found
