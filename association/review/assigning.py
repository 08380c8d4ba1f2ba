"""Who watches what: a proposal for the whole queue at once, from expertise and fair load, within the walls.

Pure and deterministic: the same queue gives the same proposal, and every pair can be explained. It is a proposal – people assign.

First every seat is filled that can be filled: the works with the fewest to choose from come first, each seat goes to whoever costs least, and
where all who may are full, somebody further along hands a work on (an augmenting path). A seat for which there is no such path now has none
later either (Berge), so no other proposal fills more. Then seats move and change places as long as that makes the whole cheaper; the sum of
costs only falls, so it ends. What a pair costs: the share of the wanted fields the expert does not know, and how full their hands are;
hands half full and knowing the field weigh the same as empty hands and not knowing it.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

ALL = 100
"""What knowing none of the wanted fields costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A work that waits: how many seats are to be filled, which fields it wants, who may not sit (a wall, an absence), who has seen an earlier version."""

    id: int
    seats: int
    wants: frozenset[str] = frozenset()
    barred: frozenset[int] = frozenset()
    before: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An expert: fields, how many pieces they have in hand, and how many they take at once."""

    id: int
    fields: frozenset[str]
    load: int
    limit: int

    @property
    def room(self) -> int:
        return max(self.limit - self.load, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Why this expert for this work: the wanted fields they know and do not know, and their load before and with this proposal."""

    candidate: int
    seen_before: bool
    known: tuple[str, ...]
    missing: tuple[str, ...]
    load: int
    proposed: int
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """For one work: the pairs, and how many seats nobody could be found for."""

    pairs: tuple[Pair, ...]
    short: int


def propose(pieces: Iterable[Piece], candidates: Iterable[Candidate]) -> Mapping[int, Proposal]:
    """A proposal for each work of the queue, by its id."""
    seating = _Seating(sorted(pieces, key=lambda p: p.id), sorted(candidates, key=lambda c: c.id))
    seating.fill()
    seating.improve()
    return {piece.id: seating.proposal(piece) for piece in seating.pieces}


def fit(piece: Piece, candidate: Candidate, *, proposed: int = 0) -> Pair:
    """What is to be said of a pair; `proposed` is how many works this proposal gives the expert."""
    return Pair(
        candidate=candidate.id, seen_before=candidate.id in piece.before, known=tuple(sorted(piece.wants & candidate.fields)),
        missing=tuple(sorted(piece.wants - candidate.fields)), load=candidate.load, proposed=proposed, limit=candidate.limit,
    )  # fmt: skip


def misfit(piece: Piece, candidate: Candidate) -> int:
    """0: knows every wanted field (or none is wanted); `ALL`: knows none. Who saw the earlier version comes before everybody."""
    if candidate.id in piece.before:
        return -ALL * 10
    return ALL * len(piece.wants - candidate.fields) // len(piece.wants) if piece.wants else 0


def fullness(candidate: Candidate, held: int) -> int:
    """What one more piece costs whoever holds so many: convex, so that the sum is least when hands are evenly full."""
    return ALL * (2 * held + 1) // candidate.limit if candidate.limit else ALL * 1000


@dataclass(slots=True)
class _Seating:
    pieces: Sequence[Piece]
    candidates: Sequence[Candidate]
    seated: dict[int, set[int]] = field(init=False)
    """Work → who sits."""
    holds: dict[int, set[int]] = field(init=False)
    """Expert → which works of the queue."""
    piece_of: dict[int, Piece] = field(init=False)
    candidate_of: dict[int, Candidate] = field(init=False)
    misfits: dict[tuple[int, int], int] = field(init=False)
    eligible: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.seated = {p.id: set() for p in self.pieces}
        self.holds = {c.id: set() for c in self.candidates}
        self.piece_of = {p.id: p for p in self.pieces}
        self.candidate_of = {c.id: c for c in self.candidates}
        able = [c for c in self.candidates if c.room]
        self.eligible = {p.id: [c.id for c in able if c.id not in p.barred] for p in self.pieces}
        self.misfits = {
            (p.id, id_): misfit(p, self.candidate_of[id_]) for p in self.pieces for id_ in self.eligible[p.id]
        }

    # --- filling

    def fill(self) -> None:
        for piece in sorted(self.pieces, key=lambda p: (len(self.eligible[p.id]) - p.seats, p.id)):
            while len(self.seated[piece.id]) < piece.seats and self._seat(piece.id):
                pass

    def _seat(self, piece: int) -> bool:
        """Fill one seat; False when there is no way to."""
        free = [c for c in self.eligible[piece] if c not in self.seated[piece] and self._has_room(c)]
        if free:
            self._add(piece, min(free, key=lambda c: (self._cost(piece, c), c)))
            return True
        return self._hand_on(piece)

    def _hand_on(self, piece: int) -> bool:
        """The shortest chain of works handed on that ends at somebody with room."""
        came_from: dict[int, tuple[int, int]] = {}
        """Expert → (work they would take, expert who hands it on; 0 the seat itself)."""
        waiting: deque[int] = deque()
        for candidate in self.eligible[piece]:
            if candidate not in self.seated[piece]:
                came_from[candidate] = (piece, 0)
                waiting.append(candidate)
        while waiting:
            full = waiting.popleft()
            for work in sorted(self.holds[full]):
                for other in self.eligible[work]:
                    if other in came_from or other in self.seated[work]:
                        continue
                    came_from[other] = (work, full)
                    if self._has_room(other):
                        self._shift(other, came_from)
                        return True
                    waiting.append(other)
        return False

    def _shift(self, last: int, came_from: Mapping[int, tuple[int, int]]) -> None:
        taker: int = last
        while taker:
            work, giver = came_from[taker]
            if giver:
                self._remove(work, giver)
            self._add(work, taker)
            taker = giver

    # --- improving

    def improve(self) -> None:
        """Round after round, until in one nothing has changed."""
        changed = True
        while changed:
            changed = False
            for piece in self.pieces:
                for candidate in sorted(self.seated[piece.id]):
                    changed |= self._improve_seat(piece.id, candidate)

    def _improve_seat(self, piece: int, candidate: int) -> bool:
        if candidate not in self.seated[piece]:  # moved since the list was made
            return False
        return self._move(piece, candidate) or self._change_places(piece, candidate)

    def _move(self, piece: int, candidate: int) -> bool:
        """To the cheapest with room, if that is cheaper."""
        self._remove(piece, candidate)
        free = [c for c in self.eligible[piece] if c not in self.seated[piece] and self._has_room(c)]
        best = min(free, key=lambda c: (self._cost(piece, c), c != candidate, c))
        self._add(piece, best)
        return best != candidate

    def _change_places(self, piece: int, candidate: int) -> bool:
        """With somebody who fits better here and whose work the other fits well enough: loads stay as they are."""
        here = self.misfits[piece, candidate]
        better = [
            c for c in self.eligible[piece] if self.misfits[piece, c] < here and c not in self.seated[piece]
        ]
        for other in better:
            gain = here - self.misfits[piece, other]
            for work in sorted(self.holds[other]):
                mine = self.misfits.get((work, candidate))
                if mine is None or candidate in self.seated[work]:
                    continue
                if mine - self.misfits[work, other] < gain:
                    for given, giver, taker in ((piece, candidate, other), (work, other, candidate)):
                        self._remove(given, giver)
                        self._add(given, taker)
                    return True
        return False

    # --- what is counted

    def _load(self, candidate: int) -> int:
        return self.candidate_of[candidate].load + len(self.holds[candidate])

    def _has_room(self, candidate: int) -> bool:
        return self._load(candidate) < self.candidate_of[candidate].limit

    def _cost(self, piece: int, candidate: int) -> int:
        return self.misfits[piece, candidate] + fullness(self.candidate_of[candidate], self._load(candidate))

    def _add(self, piece: int, candidate: int) -> None:
        self.seated[piece].add(candidate)
        self.holds[candidate].add(piece)

    def _remove(self, piece: int, candidate: int) -> None:
        self.seated[piece].discard(candidate)
        self.holds[candidate].discard(piece)

    def proposal(self, piece: Piece) -> Proposal:
        pairs = [fit(piece, self.candidate_of[c], proposed=len(self.holds[c])) for c in self.seated[piece.id]]
        return Proposal(
            pairs=tuple(sorted(pairs, key=lambda p: (len(p.missing), p.candidate))),
            short=piece.seats - len(pairs),
        )
