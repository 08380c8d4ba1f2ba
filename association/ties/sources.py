"""Ties the site's own rows tell of: nobody need declare what is on record already. Features above add theirs (works, accounts, cases)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from association.kernel.db import session
from association.kernel.walls import Thing
from association.organisations.models import Officer, OfficerState


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A tie to a thing; `label` says in words what it is."""

    thing: Thing
    label: object
    to_on: date | None = None


SourceOf = Callable[[int, date], Iterable[Found]]
_sources: list[SourceOf] = []


def found_by(source: SourceOf) -> SourceOf:
    """Register a source: (person's id, day) → ties that last, or ended after that day. One statement."""
    if source not in _sources:
        _sources.append(source)
    return source


def found_of(person_id: int, since: date) -> list[Found]:
    return [found for source in _sources for found in source(person_id, since)]


@found_by
def _offices(person_id: int, since: date) -> Iterable[Found]:
    """Whoever acts, or lately acted, for an organisation."""
    rows = select(Officer.organisation_id, Officer.post, Officer.ends_on).where(
        Officer.person_id == person_id, Officer.state.in_([OfficerState.ACTIVE, OfficerState.ENDED]),
        or_(Officer.ends_on.is_(None), Officer.ends_on > since),
    )  # fmt: skip
    for row in session.execute(rows.order_by(Officer.id)):
        yield Found(thing=("organisation", row.organisation_id), label=row.post.label, to_on=row.ends_on)
