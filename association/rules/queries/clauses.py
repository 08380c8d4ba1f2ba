"""Clauses, and what became of them."""

from collections.abc import Iterable, Iterator

from sqlalchemy import or_, select, tuple_
from sqlalchemy.orm import joinedload

from association.kernel.db import session
from association.rules.models import Clause, Edition, Mapping


def clauses_of(edition_id: int) -> list[Clause]:
    """In reading order."""
    return list(session.scalars(select(Clause).where(Clause.edition_id == edition_id).order_by(Clause.place)))


def ways(path: str) -> list[str]:
    """The path and all it lies in: 12.2.3, 12.2, 12."""
    parts = path.split(".")
    return [".".join(parts[:n]) for n in range(len(parts), 0, -1)]


def clause_at(edition_id: int, path: str) -> Clause | None:
    """The clause a path is, or lies in."""
    rows = select(Clause).where(Clause.edition_id == edition_id, Clause.path.in_(ways(path)))
    found = {clause.path: clause for clause in session.scalars(rows.options(joinedload(Clause.edition)))}
    return next((found[way] for way in ways(path) if way in found), None)


def mappings(old: Edition, new: Edition) -> list[Mapping]:
    """Between two neighbouring editions, in the order of the new one."""
    rows = select(Mapping).where(Mapping.old_edition_id == old.id, Mapping.new_edition_id == new.id)
    return list(session.scalars(rows.order_by(Mapping.place)))


def mappings_of(document_id: int) -> list[Mapping]:
    """All between the editions of one document, in one statement."""
    ids = select(Edition.id).where(Edition.document_id == document_id)
    rows = select(Mapping).where(or_(Mapping.old_edition_id.in_(ids), Mapping.new_edition_id.in_(ids)))
    return list(
        session.scalars(
            rows.options(joinedload(Mapping.old_edition), joinedload(Mapping.new_edition)).order_by(
                Mapping.id
            )
        )
    )


def marks_of(lines: Iterable[Mapping]) -> dict[tuple[int, str], str]:
    """(edition, path) → the clause's number as written, for both ends of these lines, in one statement."""
    ends = {(line.old_edition_id, p) for line in lines for p in line.old}
    ends |= {(line.new_edition_id, p) for line in lines for p in line.new}
    if not ends:
        return {}
    rows = select(Clause.edition_id, Clause.path, Clause.mark)
    rows = rows.where(tuple_(Clause.edition_id, Clause.path).in_(ends))
    return {(edition, path): mark or path for edition, path, mark in session.execute(rows)}


def descent_of(clause: Clause, among: list[Mapping]) -> tuple[list[Mapping], list[Mapping]]:
    """The lines that lead to this clause, the oldest first, and those that lead on from it."""
    return list(_back(clause.edition_id, clause.path, among))[::-1], list(
        _on(clause.edition_id, clause.path, among)
    )


def _back(edition_id: int, path: str, among: list[Mapping]) -> Iterator[Mapping]:
    for line in among:
        if line.new_edition_id == edition_id and path in line.new:
            yield line
            for old in line.old:
                yield from _back(line.old_edition_id, old, among)


def _on(edition_id: int, path: str, among: list[Mapping]) -> Iterator[Mapping]:
    for line in among:
        if line.old_edition_id == edition_id and path in line.old:
            yield line
            for new in line.new:
                yield from _on(line.new_edition_id, new, among)
