"""The proposal for a queue: hard rules always, as many seats as can be filled, expertise and fair load, the same every time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from association.review.assigning import ALL, Candidate, Piece, fullness, misfit, propose
from bench.review import FIELDS, queue


def assert_hard_rules(pieces: list[Piece], people: list[Candidate]) -> int:
    """Whoever is proposed may sit, nobody above their limit, nobody twice; returns how many seats stayed empty."""
    proposed = propose(pieces, people)
    held = {c.id: c.load for c in people}
    for piece in pieces:
        found = proposed[piece.id]
        chosen = [pair.candidate for pair in found.pairs]
        assert len(set(chosen)) == len(chosen)
        assert len(chosen) + found.short == piece.seats
        assert piece.barred.isdisjoint(chosen)
        for id_ in chosen:
            held[id_] += 1
    taken = {pair.candidate for found in proposed.values() for pair in found.pairs}
    assert all(held[c.id] <= c.limit for c in people if c.id in taken)
    return sum(found.short for found in proposed.values())


def test_sixty_works_and_thirty_experts_are_assigned_within_the_hard_rules() -> None:
    assert assert_hard_rules(*queue(60, 30)) == 0


def test_the_same_queue_gives_the_same_proposal_in_whatever_order_it_is_read() -> None:
    pieces, people = queue(30, 18)
    assert propose(pieces, people) == propose(pieces[::-1], people[::-1])


def test_three_hundred_works_and_a_hundred_and_twenty_experts_too() -> None:
    assert assert_hard_rules(*queue(300, 120)) == 0


people_ = st.lists(
    st.tuples(st.sets(st.sampled_from(FIELDS[:4])), st.integers(0, 3), st.integers(0, 4)),
    min_size=0,
    max_size=6,
)
pieces_ = st.lists(
    st.tuples(
        st.integers(1, 3), st.sets(st.sampled_from(FIELDS[:4]), max_size=3), st.sets(st.integers(1, 6))
    ),
    max_size=7,
)


def _made(people: list, pieces: list) -> tuple[list[Piece], list[Candidate]]:
    return (
        [
            Piece(id=n, seats=s, wants=frozenset(w), barred=frozenset(b))
            for n, (s, w, b) in enumerate(pieces, 1)
        ],
        [
            Candidate(id=n, fields=frozenset(f), load=load, limit=limit)
            for n, (f, load, limit) in enumerate(people, 1)
        ],
    )


def _most(pieces: list[Piece], people: list[Candidate]) -> int:
    """How many seats can be filled at all, by trying every way for each work in turn."""
    reached = {tuple(c.room for c in people): 0}
    for piece in pieces:
        after: dict[tuple[int, ...], int] = {}
        for rooms, filled in reached.items():
            for mask in range(1 << len(people)):
                chosen = [i for i in range(len(people)) if mask >> i & 1]
                if len(chosen) > piece.seats or any(
                    people[i].id in piece.barred or not rooms[i] for i in chosen
                ):
                    continue
                left = tuple(room - (i in chosen) for i, room in enumerate(rooms))
                after[left] = max(after.get(left, 0), filled + len(chosen))
        reached = after
    return max(reached.values())


@settings(max_examples=60, deadline=None)
@given(people_, pieces_)
def test_no_other_proposal_fills_more_seats(people: list, pieces: list) -> None:
    works, experts = _made(people, pieces)
    assert sum(p.seats for p in works) - assert_hard_rules(works, experts) == _most(works, experts)


@settings(max_examples=60, deadline=None)
@given(people_, pieces_)
def test_no_seat_can_move_to_somebody_cheaper(people: list, pieces: list) -> None:
    works, experts = _made(people, pieces)
    proposed = propose(works, experts)
    held = {
        c.id: c.load + sum(c.id in [x.candidate for x in p.pairs] for p in proposed.values()) for c in experts
    }
    by_id = {c.id: c for c in experts}
    for piece in works:
        chosen = {pair.candidate for pair in proposed[piece.id].pairs}
        for id_ in chosen:
            now = misfit(piece, by_id[id_]) + fullness(by_id[id_], held[id_] - 1)
            for other in experts:
                if other.id in chosen or other.id in piece.barred or held[other.id] >= other.limit:
                    continue
                assert misfit(piece, other) + fullness(other, held[other.id]) >= now


def test_who_knows_the_field_is_proposed_before_who_does_not() -> None:
    pieces, people = _made(
        [({"法学"}, 0, 3), ({"影视评论"}, 0, 3), ({"影视评论"}, 0, 3)], [(2, {"影视评论"}, set())]
    )
    assert [pair.candidate for pair in propose(pieces, people)[1].pairs] == [2, 3]


def test_hands_half_full_weigh_as_much_as_not_knowing_the_field() -> None:
    half, empty = (
        Candidate(id=1, fields=frozenset(), load=2, limit=4),
        Candidate(id=2, fields=frozenset(), load=0, limit=4),
    )
    assert fullness(half, half.load) - fullness(empty, empty.load) == ALL


def test_a_work_nobody_may_watch_says_how_many_are_short() -> None:
    pieces, people = _made([(set(), 0, 3)], [(2, set(), {1})])
    assert propose(pieces, people)[1].short == 2


def test_somebody_full_hands_a_work_on_so_that_another_can_be_watched() -> None:
    """Expert 1 may watch both, expert 2 only the first: the first must be handed on."""
    people = [
        Candidate(id=1, fields=frozenset({"法学"}), load=0, limit=1),
        Candidate(id=2, fields=frozenset(), load=0, limit=1),
    ]
    pieces = [Piece(id=1, seats=1, wants=frozenset({"法学"})), Piece(id=2, seats=1, barred=frozenset({2}))]
    proposed = propose(pieces, people)
    assert [proposed[n].pairs[0].candidate for n in (1, 2)] == [2, 1]
