"""Which pairs to take when order counts: the heaviest chain in which neither edition goes backwards."""

from bisect import bisect_right
from collections.abc import Mapping

Pair = tuple[int, int]


def heaviest_chain(weights: Mapping[Pair, float]) -> list[Pair]:
    """The chain of pairs, rising in both numbers, whose weights add up to most.

    Pairs are gone through by old number; for each new number a Fenwick tree holds the best chain that ends
    before it.
    Time is that of sorting. Ties go to the pair that comes first, so the answer is always the same.
    """
    ordered = sorted(weights, key=lambda pair: (pair[0], -pair[1]))
    columns = sorted({j for _, j in ordered})
    best: list[tuple[float, Pair | None]] = [(0.0, None)] * (len(columns) + 1)
    before: dict[Pair, Pair | None] = {}
    top: tuple[float, Pair | None] = (0.0, None)
    for pair in ordered:
        place = bisect_right(columns, pair[1])
        weight, last = _best_before(best, place - 1)
        before[pair] = last
        total = (weight + weights[pair], pair)
        if total[0] > top[0]:
            top = total
        while place < len(best):
            if total[0] > best[place][0]:
                best[place] = total
            place += place & -place
    chain: list[Pair] = []
    at = top[1]
    while at is not None:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _best_before(best: list[tuple[float, Pair | None]], place: int) -> tuple[float, Pair | None]:
    found: tuple[float, Pair | None] = (0.0, None)
    while place > 0:
        if best[place][0] > found[0]:
            found = best[place]
        place -= place & -place
    return found
