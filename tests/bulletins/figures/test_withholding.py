"""From published sums and one's own figure nobody reckons another's: every case that small figures can make is tried."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.figures.withholding import Bounds, may_follow, may_stand, parts_shown

World = tuple[int, ...]


def _parts(world: World) -> dict[int, int]:
    return dict(enumerate(world))


def _worlds(count: int, total: int) -> Iterator[World]:
    return (w for w in product(range(total + 1), repeat=count) if sum(w) == total)


@pytest.mark.parametrize(("count", "greatest"), [(3, 20), (4, 11)])
@pytest.mark.parametrize(
    "bounds", [Bounds.of(3, 80, 1), Bounds.of(3, 60, 1), Bounds.of(3, 100, 5), Bounds.of(3, 34, 1)]
)
def test_one_sum_leaves_each_other_open(count: int, greatest: int, bounds: Bounds) -> None:
    for total in range(greatest + 1):
        possible = [w for w in _worlds(count, total) if may_stand(_parts(w), bounds)]
        for mine in range(total + 1):
            seen = [w for w in possible if w[0] == mine]
            if seen:
                assert all(len({w[other] for w in seen}) > 1 for other in range(1, count)), (total, mine)


@pytest.mark.parametrize("share", [80, 60])
def test_a_correction_leaves_each_other_open(share: int) -> None:
    """Also for one who knows who corrected, and for the one who did."""
    bounds, count, greatest = Bounds.of(3, share, 1), 3, 10
    for before in range(1, greatest + 1):
        stood = [w for w in _worlds(count, before) if may_stand(_parts(w), bounds)]
        for after in range(1, greatest + 1):
            pairs = []
            for w, who in product(stood, range(count)):
                now = tuple(n + (after - before if i == who else 0) for i, n in enumerate(w))
                if (
                    min(now) >= 0
                    and may_stand(_parts(now), bounds)
                    and may_follow(_parts(w), _parts(now), bounds)
                ):
                    pairs.append((w, who))
            for who, mine in product(range(count), range(before + 1)):
                seen = [w for w, corrected in pairs if corrected == who and w[0] == mine]
                if seen:
                    assert all(len({w[other] for w in seen}) > 1 for other in range(1, count)), (
                        before,
                        after,
                        mine,
                    )


_figures = st.lists(st.integers(0, 500), min_size=1, max_size=7)


@settings(max_examples=300, deadline=None)
@given(_figures, _figures)
def test_newcomers_are_never_the_difference_of_two_sums_unless_they_are_enough(
    first: list[int], more: list[int]
) -> None:
    bounds = Bounds.of(3, 80, 10)
    earlier = _parts(tuple(first))
    if not may_stand(earlier, bounds):
        return
    now = earlier | {100 + i: n for i, n in enumerate(more)}
    shown = parts_shown(now, [earlier], bounds)
    assert shown is not None
    came = {who: n for who, n in shown.items() if who not in earlier}
    assert not came or may_stand(came, bounds)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 10**9), max_size=8), st.integers(0, 10), st.integers(0, 120), st.integers(0, 50)
)
def test_what_is_shown_keeps_the_bounds_whatever_was_set(
    figures: list[int], least: int, share: int, floor: int
) -> None:
    bounds, parts = Bounds.of(least, share, floor), _parts(tuple(figures))
    if may_stand(parts, bounds):
        assert len(parts) >= max(3, least)
        assert sum(figures) >= max(1, floor)
        assert max(figures) * 100 <= sum(figures) * min(share, 90)


def test_one_who_leaves_takes_the_sum_along() -> None:
    bounds = Bounds.of(3, 80, 10)
    earlier = _parts((10, 20, 30, 40))
    assert parts_shown({0: 10, 1: 20, 2: 30}, [earlier], bounds) is None
    assert parts_shown(earlier, [earlier], bounds) == earlier
