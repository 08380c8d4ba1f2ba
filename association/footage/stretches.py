"""Stretches of a film that were played, as whole seconds. Pure."""

from collections.abc import Iterable, Sequence

Stretch = Sequence[int]
FASTEST = 2
"""Nobody plays faster than twice; what is said beyond that between two words of the player was skipped."""
LEEWAY = 5
"""Seconds by which the player's word may come late or early."""


def joined(stretches: Iterable[Stretch]) -> list[list[int]]:
    """The same seconds, in order, those that touch made one."""
    found: list[list[int]] = []
    for start, end in sorted((int(a), int(b)) for a, b in stretches if b > a):
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return found


def believable(said: Iterable[Stretch], *, elapsed: float) -> list[list[int]]:
    """Of what the player says was played since its last word, as much as fits into the time that has passed."""
    left = int(elapsed * FASTEST) + LEEWAY
    found: list[list[int]] = []
    for start, end in joined(said):
        if left <= 0:
            break
        found.append([start, min(end, start + left)])
        left -= end - start
    return found
