"""Which sums may be published, so that nobody can reckon another's figure from them and their own.

Whoever knows a sum, how many stand behind it and their own part knows what the others have together, and from the bound on one part that no other is more than so
much. A sum is published only if that leaves, whatever one's own part is, more than one possibility for each other. The test depends on the sum and the count
alone, which are published: that a sum is published then says nothing more than that no part exceeds the bound.

A sum that follows an earlier one of the same period is held against it: what a single newcomer reported would be the difference of the two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FEWEST, GREATEST_SHARE = 3, 90
"""No setting goes beyond: of two, one knows the other's."""

Parts = Mapping[int, int]
"""Organisation → its figure."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least so many reporters, no part above `share` percent, no sum below `floor`."""

    least: int
    share: int
    floor: int

    @classmethod
    def of(cls, least: int, share: int, floor: int) -> "Bounds":
        return cls(max(least, FEWEST), min(share, GREATEST_SHARE), max(floor, 1))

    def cap(self, total: int) -> int:
        """The most one part may be."""
        return total * self.share // 100


def may_stand(parts: Parts, bounds: Bounds) -> bool:
    """Whether this sum may be published for itself."""
    total, count = sum(parts.values()), len(parts)
    if count < bounds.least or total < bounds.floor:
        return False
    cap = bounds.cap(total)
    return max(parts.values()) <= cap and _leaves_open([(total, count, cap, 0)], _own(total, cap))


def may_follow(earlier: Parts, now: Parts, bounds: Bounds) -> bool:
    """Whether a sum that may stand tells nothing of one beside an earlier one of the same period."""
    came = {who: now[who] for who in now.keys() - earlier.keys()}
    left = {who: earlier[who] for who in earlier.keys() - now.keys()}
    if came or left:
        return all(not some or may_stand(some, bounds) for some in (came, left))
    before, after, count = sum(earlier.values()), sum(now.values()), len(now)
    cap, cap_after, by = bounds.cap(before), bounds.cap(after), after - before
    of_others = (before, count, cap, 0)
    return (
        # seen by one whose own figure is as it was: of who corrected theirs, and of the rest
        _leaves_open([of_others, (after, count, cap_after, by)], _own(min(before, after), min(cap, cap_after)))
        and _leaves_open([of_others, (after, count, cap_after, 0)], _own(min(before, after), min(cap, cap_after)))
        # seen by the one who corrected their own
        and _leaves_open([(before, count, min(cap, cap_after), 0)], (max(0, -by), min(cap, cap_after - by)))
    )  # fmt: skip


def parts_shown(now: Parts, earlier: Sequence[Parts], bounds: Bounds) -> Parts | None:
    """The parts a further edition may add up, given the sums shown before (the newest last); None: the sum is withheld. Too few newcomers stay out until they are
    enough."""
    shown = dict(now)
    if earlier and not may_follow(earlier[-1], now, bounds):
        shown = {who: now[who] for who in earlier[-1] if who in now}
    if not may_stand(shown, bounds) or not all(may_follow(former, shown, bounds) for former in earlier):
        return None
    return shown


def _own(total: int, cap: int) -> tuple[int, int]:
    """What one's own part may be."""
    return 0, min(total, cap)


def _leaves_open(seen: Iterable[tuple[int, int, int, int]], own: tuple[int, int]) -> bool:
    """Whether each other's figure has more than one possibility, whatever one's own is. `seen` are sums as (sum, count, most of one part, how much the other's
    figure is greater there).

    What is left open is a concave function of one's own part – least of lines above, greatest of lines below –, so that its two ends say all.
    """
    return own[0] <= own[1] and all(_width(seen, mine) >= 1 for mine in own)


def _width(seen: Iterable[tuple[int, int, int, int]], mine: int) -> int:
    least, most = [], []
    for total, count, cap, by in seen:
        rest = total - mine
        least.append(max(0, rest - (count - 2) * cap) - by)
        most.append(min(rest, cap) - by)
    return min(most) - max([0, *least])
