"""Conflict walls: what a row concerns, and which rows somebody must therefore keep away from.

A *thing* is ("organisation", 12): a kind and an id. Who has a tie to a thing stands behind a wall from every row that concerns
it: there, `policy.can` counts no role of theirs (decision 0024). What anybody may see they see too, and what they are to their own
organisation they remain. Rows with a column `organisation_id` concern that organisation without a word; others say so::

    walls.concerns(Organisation, of=lambda o: [("organisation", o.id)], among=walls.by_column("organisation", Organisation.id))
    walls.concerns_with(Filing.agency)           # what its agency concerns
    walls.concerns(Project)                      # nothing: a standard is everybody's matter
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, inspect, or_, select
from sqlalchemy.sql.elements import False_

from association.kernel.db import Model, session

Thing = tuple[str, int]
Among = Callable[[Collection[Thing]], ColumnElement[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """`of` names the things a row concerns; `among` says the same in SQL: the rows that concern any of these things."""

    of: Callable[[Any], Iterable[Thing]]
    among: Among


_declared: dict[type[Any], Concern | None] = {}


def concerns(
    model: type[Model], *, of: Callable[[Any], Iterable[Thing]] | None = None, among: Among | None = None
) -> None:
    """Declare what rows of a table concern; with neither, that they concern nobody in particular."""
    _declared[model] = Concern(of=of, among=among) if of is not None and among is not None else None


def by_column(kind: str, column: Any) -> Among:
    """Rows whose column holds the id of a thing of this kind."""

    def among(things: Collection[Thing]) -> ColumnElement[bool]:
        ids = [id_ for word, id_ in things if word == kind]
        return and_(column.is_not(None), column.in_(ids)) if ids else false()

    return among


def concerns_with(relationship: Any) -> None:
    """Rows of a table concern what their parent concerns: `walls.concerns_with(Filing.agency)`."""

    def of(row: Any) -> Iterable[Thing]:
        parent = getattr(row, relationship.key)
        concern = concern_of(type(parent)) if parent is not None else None
        return () if concern is None else concern.of(parent)

    def among(things: Collection[Thing]) -> ColumnElement[bool]:
        concern = concern_of(relationship.property.mapper.class_)
        which = false() if concern is None else concern.among(things)
        return which if isinstance(which, False_) else relationship.has(which)

    concerns(relationship.class_, of=of, among=among)


def is_said_of(model: type[Any]) -> bool:
    """Whether what its rows concern is declared, or a column says it."""
    return model in _declared or "organisation_id" in inspect(model).columns


def concern_of(model: type[Any]) -> Concern | None:
    """What was declared, else what a column `organisation_id` says."""
    if model not in _declared:
        if issubclass(model, Model) and "organisation_id" in inspect(model).columns:
            concerns(model, of=_of_its_organisation, among=by_column("organisation", model.organisation_id))  # type: ignore[attr-defined]
        else:
            return None
    return _declared[model]


def _of_its_organisation(row: Any) -> Iterable[Thing]:
    return () if row.organisation_id is None else (("organisation", row.organisation_id),)


def is_behind(walls: Collection[Thing], subject: Any) -> bool:
    """Whether the subject concerns one of these things."""
    concern = concern_of(type(subject)) if walls else None
    return concern is not None and not set(walls).isdisjoint(concern.of(subject))


def open_rows(rows: Select[Any], walls: Collection[Thing]) -> Select[Any]:
    """The same select without rows that concern any of these things, for each table it selects from."""
    for entity in {d["entity"] for d in rows.column_descriptions} if walls else ():
        concern = concern_of(entity) if isinstance(entity, type) else None
        if concern is not None:
            rows = rows.where(~concern.among(walls))
    return rows


def among_subjects(kind: Any, id_: Any, things: Collection[Thing]) -> ColumnElement[bool]:
    """Rows that point at a subject by its table's name and its id (trail, letters, files), where that subject concerns a thing."""
    found = [
        and_(kind == model.__tablename__, id_.in_(select(inspect(model).columns["id"]).where(which)))
        for model in _tables()
        if (concern := concern_of(model)) is not None
        and not isinstance(which := concern.among(things), False_)
    ]
    return or_(*found) if found else false()


def _tables() -> list[type[Any]]:
    """Every table that has an id and is not itself a list of deeds."""
    return [
        mapper.class_
        for mapper in sorted(Model.registry.mappers, key=lambda m: m.class_.__tablename__)
        if "id" in mapper.columns and mapper.class_ not in _pointing
    ]


_pointing: set[type[Any]] = set()


def concerns_its_subject(model: type[Any]) -> None:
    """Rows of this table concern what the subject they point at (`subject_kind`, `subject_id`) concerns."""
    _pointing.add(model)
    concerns(
        model,
        of=_of_its_subject,
        among=lambda things: among_subjects(model.subject_kind, model.subject_id, things),
    )


def _of_its_subject(row: Any) -> Iterable[Thing]:
    model = next((m for m in _tables() if m.__tablename__ == row.subject_kind), None)
    concern = concern_of(model) if model is not None else None
    subject = session.get(model, row.subject_id) if model is not None and concern is not None else None
    return concern.of(subject) if concern is not None and subject is not None else ()
