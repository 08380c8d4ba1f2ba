"""What is sent about motions and ballots: to those who have signed, some organisations at a time; to movers; to staff whose turn it is."""

from collections.abc import Collection
from typing import Any

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.amendments import queries
from association.amendments.models import Ballot, Motion, MotionState, Seat
from association.amendments.workflow import BALLOT, MOTION
from association.kernel import events, jobs
from association.kernel.db import Model, session
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post

MOTION_TOLD, BALLOT_TOLD = "amendments.tell_of_motion", "amendments.tell_of_ballot"
AT_ONCE = 100
"""Organisations in one piece of work."""


def _officers(ids: Collection[int], template: str, about: Model, **told: object) -> None:
    acting = organisations.acting_officers(list(ids), Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(account, template, about=about, **told)


def _mover(motion: Motion, template: str, **told: object) -> None:
    if motion.organisation_id is not None:
        _officers([motion.organisation_id], template, motion, motion=motion, pledge=motion.pledge, **told)


def moved(motion: Motion) -> None:
    """To whoever receives it."""
    role = Role.LEGAL if motion.risky else Role.EDITOR
    to_accounts.write_to_role(role, "amendments/moved", about=motion, motion=motion, pledge=motion.pledge)


def voted(seat: Seat) -> None:
    """To everybody who acts for the organisation: that it has voted, when and by whom; not how."""
    _officers(
        [seat.organisation_id],
        "amendments/voted",
        seat,
        seat=seat,
        ballot=seat.ballot,
        pledge=seat.ballot.pledge,
    )


def ballot_opened(ballot: Ballot) -> None:
    jobs.later(BALLOT_TOLD, ballot=ballot.id, template="amendments/ballot", after=0)


def remind(ballot: Ballot) -> None:
    """Only those who have not voted."""
    jobs.later(BALLOT_TOLD, ballot=ballot.id, template="amendments/remind", after=0)


def _on_step(taken: StepTaken) -> None:
    deed = taken.step.deed
    if taken.workflow is MOTION:
        motion: Motion = taken.subject
        if deed in ("accept", "clear"):
            _mover(motion, "amendments/accepted")
            jobs.later(MOTION_TOLD, motion=motion.id, template="amendments/support", after=0)
        elif deed in ("decline", "decline_risky"):
            _mover(motion, "amendments/declined", reason=taken.reason)
        elif deed == "lapse":
            _mover(motion, "amendments/lapsed", reason=taken.reason)
        elif deed == "take_up":
            jobs.later(MOTION_TOLD, motion=motion.id, template="amendments/taken_up", after=0)
            if not motion.is_by_the_executor:
                to_accounts.write_to_role(
                    Role.EDITOR, "amendments/begun", about=motion, motion=motion, pledge=motion.pledge
                )
    if taken.workflow is BALLOT:
        ballot: Ballot = taken.subject
        template = f"amendments/{ballot.state.value}"
        jobs.later(BALLOT_TOLD, ballot=ballot.id, template=template, after=0)
        to_accounts.write_to_role(
            Role.EDITOR,
            template,
            about=ballot,
            ballot=ballot,
            pledge=ballot.pledge,
            seat=None,
            url_path=address_of(ballot),
        )


def address_of(ballot: Ballot) -> str:
    return f"/pledges/{ballot.pledge.document.slug}/votes/{ballot.number}/"


@jobs.handles(MOTION_TOLD)
def tell_of_motion(payload: dict[str, Any]) -> None:
    """Those in good standing hear of it, the mover apart; each piece and the promise of the next are one transaction."""
    motion = session.get_one(Motion, payload["motion"])
    if payload["template"] == "amendments/support" and motion.state is not MotionState.OPEN:
        return
    ids = sorted(queries.ids_in_good_standing(motion.pledge_id) - {motion.organisation_id})
    piece = [id_ for id_ in ids if id_ > payload["after"]][:AT_ONCE]
    if piece:
        _officers(piece, payload["template"], motion, motion=motion, pledge=motion.pledge)
        jobs.later(MOTION_TOLD, motion=motion.id, template=payload["template"], after=piece[-1])


@jobs.handles(BALLOT_TOLD)
def tell_of_ballot(payload: dict[str, Any]) -> None:
    """Each organisation with a seat; a reminder only while it is open, and only those who have not voted."""
    ballot = session.get_one(Ballot, payload["ballot"])
    reminding = payload["template"] == "amendments/remind"
    if not ballot.is_open and (reminding or payload["template"] == "amendments/ballot"):
        return
    bound = queries.ids_bound(ballot.pledge_id)
    seats = [
        seat
        for seat in sorted(queries.seats_of(ballot), key=lambda s: s.id)
        if seat.id > payload["after"] and seat.organisation_id in bound and not (reminding and seat.choice)
    ][:AT_ONCE]
    for seat in seats:
        _officers(
            [seat.organisation_id], payload["template"], ballot, ballot=ballot, pledge=ballot.pledge, seat=seat,
            url_path=f"/my/pledges/votes/{seat.id}/" if ballot.is_open else address_of(ballot),
        )  # fmt: skip
    if seats:
        jobs.later(BALLOT_TOLD, ballot=ballot.id, template=payload["template"], after=seats[-1].id)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
