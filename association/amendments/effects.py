"""What the steps of a motion and of a ballot do beyond moving their state."""

from datetime import timedelta

from association.amendments import queries
from association.amendments.models import Ballot, BallotState, Choice, Motion, Seat
from association.amendments.settings import how_many, part_of
from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.policy import SYSTEM, Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.pledges import actions as pledges
from association.pledges.workflow import VERSION


def motion_text(motion: Motion) -> str:
    """What the public log commits to."""
    return (
        f"{motion.pledge.document.slug}:{motion.number}:{motion.state.value}:{motion.reason}:{motion.wording}"
    )


def ballot_text(ballot: Ballot) -> str:
    numbers = f"{ballot.in_favour}:{ballot.against}:{ballot.abstained}:{ballot.not_cast}:{ballot.gone}"
    return f"{ballot.pledge.document.slug}:{ballot.number}:{ballot.state.value}:{ballot.text_hash}:{ballot.needed}:{numbers}"


# Motions


def risk_unread(motion: Motion) -> object | None:
    """What speaks of price or boycott is read by the legal office before anybody else reads it."""
    if motion.risky:
        return _("建议的文字里有须经法务审的词语：%(words)s。", words=_("、").join(motion.risky))
    return None


def no_risk(motion: Motion) -> object | None:
    return None if motion.risky else _("建议的文字里没有须经法务审的词语，由起草人员受理。")


def opened(motion: Motion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Public from today; the others may support it for the set days."""
    today = clock.today()
    motion.opened_on, motion.until_on = today, today + timedelta(days=how_many("support_days"))
    keep_in_search(motion)


def ended(motion: Motion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    motion.ended_on, motion.ended_because = clock.today(), reason


def taken_up(motion: Motion, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The revision begins from the text in force."""
    version = pledges.revise(motion.pledge, why=motion.reason, actor=actor)
    motion.version, motion.version_id, motion.ended_on = version, version.id, clock.today()
    keep_in_search(motion)


def has_reached(motion: Motion) -> bool:
    """Whether the set share of those in good standing supports it today."""
    return queries.counted(motion) >= part_of("support_share", queries.in_good_standing(motion.pledge))


def keep_in_search(motion: Motion) -> None:
    with spoken_in("zh_Hans"):
        title = _("《%(title)s》第%(n)d号修订动议", title=motion.pledge.title, n=motion.number)
    records.publish(
        key=f"pledge_motion:{motion.id}", kind="pledge", title=title, body=f"{motion.reason}\n{motion.wording}",
        url=address_of(motion), dated_on=motion.opened_on or clock.today(),
    )  # fmt: skip


def address_of(motion: Motion) -> str:
    return f"/pledges/{motion.pledge.document.slug}/motions/{motion.number}/"


# Ballots


def counted(ballot: Ballot) -> bool:
    """Count the votes of those who are still bound, and write the numbers down; whether it is carried."""
    still = queries.ids_bound(ballot.pledge_id)
    seats = queries.seats_of(ballot)
    for seat in seats:
        seat.is_counted = seat.organisation_id in still
    valid: list[Seat] = [seat for seat in seats if seat.is_counted]
    tally = queries.tally(valid)
    ballot.in_favour, ballot.against = tally[Choice.FOR], tally[Choice.AGAINST]
    ballot.abstained, ballot.not_cast = tally[Choice.ABSTAIN], sum(seat.choice is None for seat in valid)
    ballot.gone, ballot.closed_at = len(seats) - len(valid), clock.now()
    return ballot.in_favour >= ballot.needed


def carried(ballot: Ballot, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    VERSION.take("carry", ballot.version, actor=actor, text_hash=ballot.text_hash)


def failed(ballot: Ballot, *, actor: Actor, reason: str) -> None:
    VERSION.take("fail", ballot.version, actor=actor, reason=reason)


def over(ballot: Ballot) -> object | None:
    """Once the last day has passed it is counted, whatever the count."""
    if ballot.state is BallotState.OPEN and not ballot.is_open:
        return _("表决已于%(day)s截止，正在计票，不能再撤回。", day=day_words(ballot.closes_on))
    return None


def called_off(ballot: Ballot, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Nothing is counted; the text may be edited again."""
    ballot.closed_at, ballot.ended_because = clock.now(), reason
    VERSION.take("stop_vote", ballot.version, actor=SYSTEM, reason=reason)
