"""Named reads of panels; and the only way to an opinion, which asks whether it is open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from association.kernel import clock, walls
from association.kernel.db import Model, session
from association.kernel.policy import Actor, walls_of
from association.panels import matters
from association.panels.matters import Choice
from association.panels.models import SITTING, Minutes, Opinion, Panel, PanelSeat, PanelState, SeatState
from association.people.models import Person


class StillSealed(Exception):
    """Somebody asked for opinions that are not opened: a slip in the code, never of a reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One opinion, once all may be read."""

    seat: PanelSeat
    choice: Choice
    because: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def all_panels() -> Select[Panel]:
    return select(Panel)


def of(subject: Model) -> list[Panel]:
    """The newest first."""
    rows = select(Panel).where(
        Panel.subject_kind == str(subject.__tablename__), Panel.subject_id == subject.id
    )
    return list(session.scalars(rows.order_by(Panel.number.desc())))


def latest(subject: Model) -> Panel | None:
    return next(iter(of(subject)), None)


def opinions(panel: Panel) -> list[Opened]:
    """All that count, in the order of the seats. Raises StillSealed while they are sealed, and for a panel that ended sealed."""
    if panel.is_sealed:
        raise StillSealed(panel.id)
    votes = matters.matter_of(panel).votes
    rows = (
        select(Opinion)
        .join(PanelSeat, PanelSeat.id == Opinion.seat_id)
        .where(PanelSeat.panel_id == panel.id, PanelSeat.voted_at.is_not(None))
    )
    by_seat = {opinion.seat_id: opinion for opinion in session.scalars(rows)}
    return [
        Opened(seat=seat, choice=choice, because=opinion.because, facts=opinion.facts)
        for seat in panel.sitting
        if (opinion := by_seat.get(seat.id)) is not None
        and (choice := votes.choice(opinion.word)) is not None
    ]


def tally(panel: Panel) -> dict[str, int]:
    """Word of a choice → how many; every choice of the vote is there. Raises StillSealed."""
    given = [opened.choice.word for opened in opinions(panel)]
    return {choice.word: given.count(choice.word) for choice in matters.matter_of(panel).votes.choices}


def dissents(panel: Panel) -> list[Opened]:
    """Opinions that differ from the conclusion of the minutes. Raises StillSealed."""
    minutes = minutes_of(panel)
    return [] if minutes is None else [o for o in opinions(panel) if o.choice.word != minutes.conclusion]


def own_opinion(seat: PanelSeat, *, reader: Actor) -> Opinion | None:
    """A member's own, or their draft; nobody else's."""
    if reader.person_id is None or seat.person_id != reader.person_id:
        return None
    return opinion_at(seat)


def opinion_at(seat: PanelSeat) -> Opinion | None:
    """For the deeds that write it; pages use `own_opinion` and `opinions`."""
    return session.scalars(select(Opinion).where(Opinion.seat_id == seat.id)).one_or_none()


def minutes_of(panel: Panel) -> Minutes | None:
    """The newest version."""
    rows = select(Minutes).where(Minutes.panel_id == panel.id).order_by(Minutes.number.desc()).limit(1)
    return session.scalars(rows).one_or_none()


def newest_minutes(panels: Iterable[Panel]) -> dict[int, Minutes]:
    """Panel's id → its newest version, in a constant number of statements."""
    ids = [panel.id for panel in panels]
    rows = select(Minutes).where(Minutes.panel_id.in_(ids)).order_by(Minutes.number)
    return {minutes.panel_id: minutes for minutes in session.scalars(rows)} if ids else {}


def seats_of(person_id: int) -> list[PanelSeat]:
    """The newest first."""
    rows = select(PanelSeat).where(PanelSeat.person_id == person_id).options(joinedload(PanelSeat.panel))
    return list(session.scalars(rows.order_by(PanelSeat.id.desc()).limit(200)))


def substitute_of(seat: PanelSeat) -> PanelSeat | None:
    return session.scalars(select(PanelSeat).where(PanelSeat.instead_of_id == seat.id)).one_or_none()


def unreplaced(panel: Panel) -> list[PanelSeat]:
    """Who stood down and whose place nobody has taken."""
    taken = {seat.instead_of_id for seat in panel.seats}
    return [s for s in panel.seats if s.state is SeatState.STOOD_DOWN and s.id not in taken]


def load() -> dict[int, int]:
    """Person's id → on how many open panels they sit without having given their opinion."""
    rows = (
        select(PanelSeat.person_id, func.count())
        .join(PanelSeat.panel)
        .where(
            Panel.state == PanelState.OPEN,
            PanelSeat.state.in_(SITTING),
            PanelSeat.voted_at.is_(None),
            PanelSeat.person_id.is_not(None),
        )
        .group_by(PanelSeat.person_id)
    )
    return {person_id: int(n) for person_id, n in session.execute(rows) if person_id is not None}


def kept_away(person_ids: Iterable[int], subject: Model) -> set[int]:
    """Those of these people who stand behind a wall from the subject today."""
    today = clock.today()
    return {id_ for id_ in person_ids if walls.is_behind(walls_of(id_, today), subject)}


def open_panels() -> list[Panel]:
    return list(
        session.scalars(select(Panel).where(Panel.state == PanelState.OPEN).order_by(Panel.due_on, Panel.id))
    )


def at_work() -> list[Panel]:
    """Not concluded and not dissolved."""
    rows = select(Panel).where(Panel.state.in_([PanelState.OPEN, PanelState.CLOSED]))
    return list(session.scalars(rows.order_by(Panel.due_on, Panel.id).limit(200)))


def due_until(day: date) -> list[Panel]:
    """Open panels whose last day has passed before this one."""
    rows = select(Panel).where(Panel.state == PanelState.OPEN, Panel.due_on < day)
    return list(session.scalars(rows.order_by(Panel.id)))


def with_member_called(rows: Select[Any], words: str) -> Select[Any]:
    """Panels with a member of this name."""
    for word in words.split():
        named = select(PanelSeat.panel_id).outerjoin(PanelSeat.person).where(
            or_(PanelSeat.name.contains(word, autoescape=True), Person.name.contains(word, autoescape=True))
        )  # fmt: skip
        rows = rows.where(Panel.id.in_(named))
    return rows
