"""The queue as the proposal reads it: works that wait for experts, experts of the pool, and who stands behind which wall.

Costs a few statements for each expert, however many works wait.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from association.experts import queries as experts
from association.experts.models import Expert
from association.kernel import clock, policy, walls
from association.kernel.db import session
from association.panels import queries as panels
from association.review import queries
from association.review.assigning import Candidate, Pair, Piece, Proposal, fit, propose
from association.review.models import ReviewState, WorkReview


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """`away`: work → persons behind a wall; ids of candidates are their persons' ids."""

    reviews: Sequence[WorkReview]
    experts: Mapping[int, Expert]
    candidates: Mapping[int, Candidate]
    away: Mapping[int, frozenset[int]]
    absent: frozenset[int]
    before: Mapping[int, frozenset[int]]

    def piece(self, review: WorkReview) -> Piece:
        return Piece(
            id=review.id, seats=queries.seats(review.genre), wants=frozenset(review.wants),
            barred=self.away[review.id] | self.absent, before=self.before.get(review.id, frozenset()),
        )  # fmt: skip

    def proposals(self) -> Mapping[int, Proposal]:
        return propose([self.piece(review) for review in self.reviews], self.candidates.values())

    def pair(self, review: WorkReview, person_id: int) -> Pair:
        """Why, or why not, for whoever is chosen by hand."""
        return fit(self.piece(review), self.candidates[person_id])


def waiting() -> Queue:
    """All works that wait for experts today."""
    return _read(queries.in_state(ReviewState.ACCEPTED))


def _read(reviews: Sequence[WorkReview]) -> Queue:
    today = clock.today()
    pool = {
        e.person_id: e
        for e in session.scalars(experts.pool(today).order_by(Expert.id))
        if e.person_id is not None
    }
    load = panels.load()
    behind = {id_: policy.walls_of(id_, today) for id_ in pool}
    return Queue(
        reviews=reviews, experts=pool, before=queries.watched_before(reviews),
        candidates={
            id_: Candidate(id=id_, fields=frozenset(e.fields), load=load.get(id_, 0), limit=e.load_limit) for id_, e in pool.items()
        },
        away={r.id: frozenset(id_ for id_ in pool if walls.is_behind(behind[id_], r)) for r in reviews},
        absent=frozenset(id_ for id_, e in pool.items() if not e.is_available_on(today)),
    )  # fmt: skip
