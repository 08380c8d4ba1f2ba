"""Named reads of motions and ballots."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from association.amendments.models import (
    IN_PUBLIC,
    Ballot,
    BallotState,
    Choice,
    Motion,
    MotionState,
    Seat,
    Support,
)
from association.kernel import clock
from association.kernel.db import session
from association.pledges import queries as pledges
from association.pledges.models import BOUND, Pledge, PledgeVersion, Spell, Standing
from association.rules.models import Document

IN_GOOD_STANDING = (Standing.GOOD, Standing.RESIGN)
"""Who may move and support: bound today, and behind with nothing but a signature under the new version."""


def _standing(pledge_id: Any, standings: Collection[Standing], day: date) -> Select[Any]:
    return select(Spell.organisation_id).where(
        Spell.pledge_id == pledge_id, Spell.standing.in_(standings), pledges.on_day(day)
    )


def in_good_standing(pledge: Pledge) -> int:
    """How many signatories may support a motion today."""
    rows = _standing(pledge.id, IN_GOOD_STANDING, clock.today())
    return int(session.scalar(select(func.count()).select_from(rows.subquery())) or 0)


def is_in_good_standing(pledge_id: int, organisation_id: int) -> bool:
    rows = _standing(pledge_id, IN_GOOD_STANDING, clock.today())
    return session.scalar(rows.where(Spell.organisation_id == organisation_id)) is not None


def bound(pledge: Pledge) -> list[Spell]:
    """Everybody who stands by the pledge today, by name."""
    rows = select(Spell).where(
        Spell.pledge_id == pledge.id, Spell.standing.in_(BOUND), pledges.on_day(clock.today())
    )
    return sorted(session.scalars(rows), key=lambda s: (s.signature.organisation.name_key, s.id))


def ids_bound(pledge_id: int) -> set[int]:
    return set(session.scalars(_standing(pledge_id, BOUND, clock.today())))


def ids_in_good_standing(pledge_id: int) -> set[int]:
    return set(session.scalars(_standing(pledge_id, IN_GOOD_STANDING, clock.today())))


# Motions


def last_motion(pledge: Pledge) -> int:
    return session.scalar(select(func.max(Motion.number)).where(Motion.pledge_id == pledge.id)) or 0


def _is_public() -> ColumnElement[bool]:
    """`Motion.is_in_public` in SQL."""
    return or_(
        Motion.state.in_(IN_PUBLIC),
        (Motion.state == MotionState.TAKEN_BACK) & Motion.opened_on.is_not(None),
    )


def public_motions(pledge: Pledge) -> Select[Motion]:
    return select(Motion).where(Motion.pledge_id == pledge.id, _is_public())


def all_motions() -> Select[Motion]:
    """For the desk."""
    return select(Motion).join(Motion.pledge).join(Pledge.document)


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            or_(
                Document.title.contains(word, autoescape=True),
                Motion.name.contains(word, autoescape=True),
                Motion.reason.contains(word, autoescape=True),
            )
        )
    return rows


def motion(pledge: Pledge, number: int) -> Select[Motion]:
    return select(Motion).where(Motion.pledge_id == pledge.id, Motion.number == number)


def motions_in(*states: MotionState) -> list[Motion]:
    """The oldest first."""
    return list(session.scalars(select(Motion).where(Motion.state.in_(states)).order_by(Motion.id)))


def waiting_for_a_revision(pledge_id: int) -> list[Motion]:
    rows = select(Motion).where(Motion.pledge_id == pledge_id, Motion.state == MotionState.REACHED)
    return list(session.scalars(rows.order_by(Motion.id)))


def motions_to_support(ids: Collection[int]) -> list[tuple[Motion, int]]:
    """(Open motion, organisation) for each of these organisations that may support it and has not."""
    mine = (
        select(Motion, Spell.organisation_id)
        .join(Spell, Spell.pledge_id == Motion.pledge_id)
        .where(
            Motion.state == MotionState.OPEN, Spell.organisation_id.in_(ids), Spell.standing.in_(IN_GOOD_STANDING),
            pledges.on_day(clock.today()),
        )
        .order_by(Motion.until_on, Motion.id, Spell.organisation_id)
    )  # fmt: skip
    rows = session.execute(mine).all()
    given = supported([motion.id for motion, _organisation in rows], ids) if rows else set()
    return [(motion, id_) for motion, id_ in rows if (motion.id, id_) not in given]


def supported(motion_ids: Collection[int], ids: Collection[int]) -> set[tuple[int, int]]:
    """Which of these organisations support which of these motions."""
    rows = select(Support.motion_id, Support.organisation_id).where(
        Support.motion_id.in_(motion_ids), Support.organisation_id.in_(ids), Support.ended_at.is_(None)
    )
    return {(motion_id, id_) for motion_id, id_ in session.execute(rows)}


def supports_of(motion: Motion) -> list[Support]:
    """Those that hold, in the order in which they came."""
    rows = select(Support).where(Support.motion_id == motion.id, Support.ended_at.is_(None))
    return list(session.scalars(rows.order_by(Support.supported_at, Support.id)))


def support_of(motion: Motion, organisation_id: int) -> Support | None:
    rows = select(Support).where(
        Support.motion_id == motion.id, Support.organisation_id == organisation_id, Support.ended_at.is_(None)
    )
    return session.scalars(rows).one_or_none()


def counted(motion: Motion) -> int:
    """How many support it who may today: whoever has left since is not counted."""
    rows = select(func.count()).where(
        Support.motion_id == motion.id, Support.ended_at.is_(None),
        Support.organisation_id.in_(_standing(motion.pledge_id, IN_GOOD_STANDING, clock.today())),
    )  # fmt: skip
    return int(session.scalar(rows) or 0)


# Ballots


def last_ballot(pledge: Pledge) -> int:
    return session.scalar(select(func.max(Ballot.number)).where(Ballot.pledge_id == pledge.id)) or 0


def ballots_of(pledge: Pledge) -> list[Ballot]:
    """The newest first."""
    rows = select(Ballot).where(Ballot.pledge_id == pledge.id).options(joinedload(Ballot.version))
    return list(session.scalars(rows.order_by(Ballot.number.desc())))


def ballot(pledge: Pledge, number: int) -> Select[Ballot]:
    return select(Ballot).where(Ballot.pledge_id == pledge.id, Ballot.number == number)


def open_ballots() -> list[Ballot]:
    return list(session.scalars(select(Ballot).where(Ballot.state == BallotState.OPEN).order_by(Ballot.id)))


def ballot_on(version: PledgeVersion) -> Ballot | None:
    """The newest of this version."""
    rows = select(Ballot).where(Ballot.version_id == version.id).order_by(Ballot.id.desc())
    return session.scalars(rows).first()


def seats_of(ballot: Ballot) -> list[Seat]:
    """By pinyin."""
    rows = select(Seat).where(Seat.ballot_id == ballot.id)
    return list(session.scalars(rows.order_by(Seat.name_key, Seat.id)))


def own_seats(ids: Collection[int], *, ballot: Ballot) -> list[Seat]:
    """Seats of these organisations in this ballot."""
    rows = select(Seat).where(Seat.organisation_id.in_(ids), Seat.ballot_id == ballot.id)
    return list(session.scalars(rows.order_by(Seat.name_key, Seat.id)))


def seats_waiting(ids: Collection[int]) -> list[Seat]:
    """Seats of these organisations that may vote today and have not, the first to close first."""
    rows = (
        select(Seat)
        .join(Seat.ballot)
        .join(Spell, and_(Spell.pledge_id == Ballot.pledge_id, Spell.organisation_id == Seat.organisation_id))
        .where(
            Seat.organisation_id.in_(ids), Seat.choice.is_(None), Ballot.state == BallotState.OPEN, Ballot.closes_on >= clock.today(),
            Spell.standing.in_(BOUND), pledges.on_day(clock.today()),
        )
    )  # fmt: skip
    return list(session.scalars(rows.order_by(Ballot.closes_on, Seat.name_key, Seat.id)))


def cast(ballot: Ballot) -> int:
    """How many have voted so far; how stays sealed."""
    rows = select(func.count()).where(Seat.ballot_id == ballot.id, Seat.choice.is_not(None))
    return int(session.scalar(rows) or 0)


def tally(seats: Collection[Seat]) -> dict[Choice, int]:
    return {choice: sum(seat.choice is choice for seat in seats) for choice in Choice}
