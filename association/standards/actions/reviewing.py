"""审查: who takes part, how they voted, the minutes. The panel keeps the votes sealed until the round is closed."""

from datetime import date

from association.accounts.models import Account
from association.kernel import audit, clock
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.panels import actions as panels
from association.standards import gates, queries
from association.standards.models import Review, Reviewer, Vote
from association.standards.policy import P


def check_open(review: Review) -> None:
    if not review.is_open:
        raise Refused(_("这一轮审查已经结束。"))


def add_reviewer(
    review: Review,
    *,
    name: str,
    unit: str,
    post: str,
    is_senior: bool,
    actor: Actor,
    account: Account | None = None,
) -> Reviewer:
    """Somebody who takes part; with an account they are written to, declare and vote themselves. Of the others the declaration that they have
    no tie is in hand on paper."""
    lock(review)
    require(actor, P.BALLOT, review)
    check_open(review)
    if account is not None and any(r.seat.person_id == account.person_id for r in review.reviewers):
        raise Refused(_("这位专家已经在名单里。"), field="account")
    if any(r.name == name and r.unit == unit for r in review.reviewers):
        raise Refused(_("名单里已有同一单位的同名专家。"), field="name")
    seat = (
        panels.name(review.panel, person_id=account.person_id, actor=actor)
        if account is not None
        else panels.name_guest(review.panel, name=name, unit=unit, actor=actor)
    )
    reviewer = Reviewer(review=review, seat=seat, seat_id=seat.id, unit=unit, post=post, is_senior=is_senior)
    session.add(reviewer)
    audit.record(
        "add_reviewer", review.project, actor=actor, round=review.number, personal={"reviewer": name}
    )
    return reviewer


def remove_reviewer(reviewer: Reviewer, *, reason: str, actor: Actor) -> None:
    """Only before they have voted: a vote is never taken away."""
    review = reviewer.review
    lock(review)
    require(actor, P.BALLOT, review)
    check_open(review)
    if reviewer.seat.voted_at is not None:
        raise Refused(_("这位专家已经投票，不能再从名单中去掉。"))
    audit.record(
        "remove_reviewer", review.project, actor=actor, reason=reason, round=review.number, personal={"reviewer": reviewer.name}
    )  # fmt: skip
    panels.remove(reviewer.seat, reason=reason, actor=actor)


def vote(reviewer: Reviewer, *, vote: Vote, opinion: str, actor: Actor) -> None:
    """One's own vote. It may be changed until the round is closed."""
    require(actor, P.VOTE, reviewer)
    _check_reason(reviewer, vote, opinion)
    panels.vote(reviewer.seat, word=vote.value, because=opinion, actor=actor)
    audit.record("vote", reviewer.review.project, actor=actor, round=reviewer.review.number)


def record_vote(reviewer: Reviewer, *, vote: Vote, opinion: str, actor: Actor) -> None:
    """A vote on paper, written down by staff; never of somebody who can vote themselves."""
    require(actor, P.BALLOT, reviewer)
    if reviewer.seat.person_id is not None:
        raise Refused(_("这位专家有账户，须由本人投票。"))
    _check_reason(reviewer, vote, opinion)
    panels.record_vote(reviewer.seat, word=vote.value, because=opinion, actor=actor)
    audit.record("record_vote", reviewer.review.project, actor=actor, round=reviewer.review.number)


def _check_reason(reviewer: Reviewer, vote: Vote, opinion: str) -> None:
    check_open(reviewer.review)
    if vote is not Vote.FOR and not opinion:
        raise Refused(_("不同意或弃权的，请写明理由。"), field="opinion")


def close_ballot(review: Review, *, held_on: date, minutes: str, actor: Actor) -> None:
    """End the vote with its minutes. Before the last day everybody must have voted; the result follows from the set part."""
    lock(review)
    require(actor, P.BALLOT, review)
    check_open(review)
    if (sentence := gates.too_few(review)) is not None:
        raise Refused(sentence)
    if review.panel.missing and clock.today() <= review.votes_due_on:
        raise Refused(_("投票截止日%(day)s还没有过，还有专家没有投票。", day=day_words(review.votes_due_on)))
    if not review.voted:
        raise Refused(_("还没有人投票。"))
    if not review.papers_sent_on <= held_on <= clock.today():
        raise Refused(_("审查日期在材料送达之后、今天或之前。"), field="held_on")
    panels.close(review.panel, actor=actor)
    if (sentence := gates.too_few(review)) is not None:  # a wall came up and took somebody off the panel
        raise Refused(sentence)
    votes = queries.tally(review)
    review.held_on, review.passed = held_on, gates.has_passed(votes)
    conclusion = Vote.FOR if review.passed else Vote.AGAINST
    panels.write_minutes(review.panel, conclusion=conclusion.value, text=minutes, actor=actor)
    audit.record(
        "close_ballot", review.project, actor=actor, round=review.number, in_favour=votes[Vote.FOR], against=votes[Vote.AGAINST],
        abstained=votes[Vote.ABSTAIN], invited=len(review.reviewers),
    )  # fmt: skip
