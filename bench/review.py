"""Assigning a whole queue: 300 works among 120 experts, against 60 among 30, in the same run."""

import random
import statistics
import time

from association.review.assigning import Candidate, Piece, propose

FIELDS = (
    "剧本创作",
    "导演与制作",
    "影视评论",
    "法学",
    "历史与民族宗教",
    "未成年人保护",
    "网络传播",
    "动画与人工智能",
)


def seconds() -> tuple[float, float, int]:
    """(of the large queue, of the small one, seats of the large queue that stayed empty)."""
    large, small = queue(300, 120), queue(60, 30)
    short = sum(found.short for found in propose(*large).values())
    return _median(*large), _median(*small), short


def queue(works: int, experts: int) -> tuple[list[Piece], list[Candidate]]:
    """Invented; four of five are dramas, one pair in ten stands behind a wall."""
    chance = random.Random(7)
    people = [
        Candidate(id=n, fields=frozenset(chance.sample(FIELDS, 2)), load=chance.randrange(3), limit=chance.randrange(8, 12))
        for n in range(1, experts + 1)
    ]  # fmt: skip
    pieces = [
        Piece(
            id=n, seats=3 if chance.random() < 0.8 else 2, wants=frozenset(chance.sample(FIELDS, 2)),
            barred=frozenset(c.id for c in people if chance.random() < 0.1),
        )
        for n in range(1, works + 1)
    ]  # fmt: skip
    return pieces, people


def _median(pieces: list[Piece], people: list[Candidate]) -> float:
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        propose(pieces, people)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)
