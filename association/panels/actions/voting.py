"""What a member does: declare, and give an opinion that nobody else reads before it is opened."""

from collections.abc import Mapping
from typing import Any

from association.kernel import audit, clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.panels import effects, matters, queries
from association.panels.clockwork import open_if_all_in
from association.panels.models import Opinion, PanelSeat, SeatState
from association.panels.policy import P
from association.panels.workflow import SEAT
from association.ties import actions as ties


def declare_clear(seat: PanelSeat, *, actor: Actor) -> None:
    """No tie: the subject opens."""
    effects.hold(seat.panel)
    SEAT.take("declare_clear", seat, actor=actor)


def declare_tie(seat: PanelSeat, *, kind: str, words: str, actor: Actor) -> None:
    """A tie, with words: they stand down, the tie goes on record for the secretary to recognise, and somebody else is asked for."""
    effects.hold(seat.panel)
    SEAT.take("declare_tie", seat, actor=actor, words=words)
    ties.declare(kind=kind, said=words, code="", from_on=None, to_on=None, note="", actor=actor)
    open_if_all_in(seat.panel)


def save_draft(
    seat: PanelSeat,
    *,
    word: str = "",
    because: str = "",
    facts: Mapping[str, Any] | None = None,
    actor: Actor,
) -> None:
    """Keep what is written so far. Nobody is told, and the trail has no line of it."""
    _check_may_vote(seat, actor)
    if seat.voted_at is not None:
        raise Refused(_("意见已经提交；要改的，请直接重新提交。"))
    _keep(seat, word, because, facts)


def vote(
    seat: PanelSeat, *, word: str, because: str = "", facts: Mapping[str, Any] | None = None, actor: Actor
) -> None:
    """One's own opinion. It may be given anew until the opinions are opened."""
    _check_may_vote(seat, actor)
    effects.choice_of(seat.panel, word, because)
    if (sentence := matters.matter_of(seat.panel).before_vote(seat)) is not None:
        raise Refused(sentence)
    _give(seat, word, because, facts)
    audit.record("vote", seat, actor=actor)
    open_if_all_in(seat.panel)


def record_vote(seat: PanelSeat, *, word: str, because: str, actor: Actor) -> None:
    """A guest's opinion on paper, written down by staff; never of somebody who can give it themselves."""
    effects.hold(seat.panel)
    require(actor, P.KEEP, seat)
    effects.check_open(seat.panel)
    if seat.person_id is not None:
        raise Refused(_("这位成员有账户，须由本人提交。"))
    if not seat.sits:
        raise Refused(_("这位成员不再参加。"))
    effects.choice_of(seat.panel, word, because)
    _give(seat, word, because, None)
    audit.record("record_vote", seat, actor=actor)
    open_if_all_in(seat.panel)


def _check_may_vote(seat: PanelSeat, actor: Actor) -> None:
    effects.hold(seat.panel)
    require(actor, P.VOTE, seat)
    effects.check_open(seat.panel)
    if seat.state is not SeatState.CLEAR:
        raise Refused(_("请先声明与这件事有无利害关系。"))


def _give(seat: PanelSeat, word: str, because: str, facts: Mapping[str, Any] | None) -> None:
    _keep(seat, word, because, facts)
    seat.voted_at = clock.now()


def _keep(seat: PanelSeat, word: str, because: str, facts: Mapping[str, Any] | None) -> None:
    opinion = queries.opinion_at(seat)
    if opinion is None:
        opinion = Opinion(seat_id=seat.id)
        session.add(opinion)
    opinion.word, opinion.because, opinion.facts, opinion.saved_at = (
        word,
        because,
        dict(facts or {}),
        clock.now(),
    )
