"""From a proposal to panels: one work, or the whole queue."""

from collections.abc import Sequence

from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.review import queries, queue
from association.review.models import WorkReview
from association.review.workflow import REVIEW


def assign(review: WorkReview, *, people: Sequence[int], reason: str, actor: Actor) -> None:
    """These people (ids of persons). Whoever departs from today's proposal says why; walls, absences and limits bind everybody."""
    REVIEW.check("assign", review, actor=actor)
    proposal = queue.waiting().proposals().get(review.id)
    proposed = {pair.candidate for pair in proposal.pairs} if proposal else set()
    if set(people) != proposed and not reason:
        raise Refused(_("与建议的人选不同，请写明理由。"), field="reason")
    REVIEW.take("assign", review, actor=actor, reason=reason, people=sorted(set(people)))


def assign_all(*, actor: Actor) -> int:
    """The whole queue as proposed, but for works whose seats cannot all be filled; returns how many."""
    waiting = queue.waiting()
    proposals = waiting.proposals()
    done = 0
    for review in waiting.reviews:
        pairs = proposals[review.id].pairs
        if len(pairs) < queries.seats(review.genre) or not _may(review, actor):
            continue
        REVIEW.take("assign", review, actor=actor, people=[pair.candidate for pair in pairs])
        done += 1
    if not done:
        raise Refused(_("没有可以按建议指定的作品。"))
    return done


def _may(review: WorkReview, actor: Actor) -> bool:
    return any(step.deed == "assign" for step in REVIEW.open_to(actor, review))
