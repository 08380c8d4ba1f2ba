"""Named reads of ties; above all: from what somebody must keep away today."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import contains_eager

from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.walls import Thing
from association.organisations.models import Succession
from association.people.models import Person
from association.ties.models import WALLS, Affirmation, Lift, LiftState, Tie, TieState
from association.ties.sources import Found, found_of


def remembered_since(day: date) -> date:
    """A tie that ended on this day or before is past on `day`."""
    years = int(dated.value("ties.years", on=day))
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - years, day=28)


def holding(day: date) -> ColumnElement[bool]:
    """Ties whose wall stands on a day: they last, or ended not long enough ago."""
    return and_(Tie.state.in_(WALLS), or_(Tie.to_on.is_(None), Tie.to_on > remembered_since(day)))


def lifted_on(day: date) -> ColumnElement[bool]:
    return and_(Lift.state == LiftState.LIFTED, Lift.until >= day)


def walls(person_id: int, on: date) -> Iterable[Thing]:
    """From what this person must keep away on a day. Costs a statement for ties, one for lifts, one for each source, and one where there
    is an organisation whose successors may be meant."""
    rows = session.execute(select(Tie.to_kind, Tie.to_id).where(Tie.person_id == person_id, holding(on)))
    tied = {(row.to_kind, row.to_id) for row in rows} | {found.thing for found in sources_of(person_id, on)}
    if not tied:
        return set()
    lifts = select(Lift.to_kind, Lift.to_id).where(Lift.person_id == person_id, lifted_on(on))
    lifted = {(row.to_kind, row.to_id) for row in session.execute(lifts)}
    return (tied | _successors(tied)) - lifted


def sources_of(person_id: int, on: date) -> list[Found]:
    return found_of(person_id, remembered_since(on))


def _successors(things: Iterable[Thing]) -> set[Thing]:
    """What an organisation went into carries its ties on."""
    ids = [id_ for kind, id_ in things if kind == "organisation"]
    rows = select(Succession.successor_id).where(Succession.predecessor_id.in_(ids))
    return {("organisation", id_) for id_ in session.scalars(rows)} if ids else set()


def ties_of(person_id: int) -> list[Tie]:
    """All that was ever on record of somebody, the newest first."""
    return list(session.scalars(select(Tie).where(Tie.person_id == person_id).order_by(Tie.id.desc())))


def lifts_of(person_id: int) -> list[Lift]:
    return list(session.scalars(select(Lift).where(Lift.person_id == person_id).order_by(Lift.id.desc())))


def lifts_between(person_id: int, thing: Thing) -> list[Lift]:
    return [lift for lift in lifts_of(person_id) if lift.thing == thing]


def open_lift(person_id: int, thing: Thing) -> Lift | None:
    """One that is asked for, or lasts."""
    for lift in lifts_between(person_id, thing):
        if lift.state is LiftState.PROPOSED or (lift.state is LiftState.LIFTED and not lift.has_run_out):
            return lift
    return None


def kinds_between(person_id: int, thing: Thing) -> list[str]:
    """The words of the ties that stand between somebody and a thing."""
    rows = select(Tie.kind).where(
        Tie.person_id == person_id, Tie.to_kind == thing[0], Tie.to_id == thing[1], holding(clock.today())
    )
    return sorted({kind.value for kind in session.scalars(rows)})


def all_ties() -> Select[Tie]:
    return select(Tie).join(Tie.person).options(contains_eager(Tie.person))


def all_lifts() -> Select[Lift]:
    return select(Lift).join(Lift.person).options(contains_eager(Lift.person))


def of_people_called(rows: Select[Tie] | Select[Lift], words: str) -> Select[Tie] | Select[Lift]:
    for word in words.split():
        rows = rows.where(Person.name.contains(word, autoescape=True))
    return rows


def in_state(state: TieState) -> list[Tie]:
    """The oldest first."""
    return list(
        session.scalars(all_ties().where(Tie.state == state).order_by(Tie.made_at, Tie.id).limit(200))
    )


def lifts_proposed() -> list[Lift]:
    rows = all_lifts().where(Lift.state == LiftState.PROPOSED)
    return list(session.scalars(rows.order_by(Lift.proposed_at, Lift.id).limit(200)))


def affirmed_at(person_id: int) -> datetime | None:
    """When somebody last said that their record is complete."""
    return session.scalar(select(func.max(Affirmation.at)).where(Affirmation.person_id == person_id))


def lifts_by_year() -> Mapping[tuple[int, str], int]:
    """(year, word of the tie's kind) → how many walls were lifted; nothing else of them is public."""
    rows = select(Lift.kinds, Lift.lifted_at).where(Lift.lifted_at.is_not(None)).order_by(Lift.id)
    counted: dict[tuple[int, str], int] = {}
    for kinds, at in session.execute(rows):
        for kind in kinds:
            key = (clock.day_of(at).year, kind)
            counted[key] = counted.get(key, 0) + 1
    return counted


def lifts_in_force() -> int:
    rows = select(func.count()).select_from(Lift).where(lifted_on(clock.today()))
    return int(session.scalar(rows) or 0)
