"""Which questions a paper has, and in which order: nothing but the seed, the plan and the bank decides, so that the same paper can be drawn again.

The order is by a hash of seed and question, not by a generator of random numbers, whose sequence another version of Python may change.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

Place = tuple[str, str]
"""A kind and a topic."""


def fits(parts: Sequence[Any], bank: Mapping[Place, Sequence[int]]) -> list[dict[str, Any]]:
    """Parts the bank has too few questions for; empty when a paper can be drawn. Parts with a topic come first, those without take what is left."""
    return [part for part, found in _chosen(parts, bank, seed="") if len(found) < int(part["count"])]


def draw(parts: Sequence[Any], bank: Mapping[Place, Sequence[int]], *, seed: str) -> list[int]:
    """The questions in the order of the parts, within each as the seed has them. LookupError when the bank has too few."""
    if fits(parts, bank):
        raise LookupError("the bank has too few questions")
    by_part = {id(part): found for part, found in _chosen(parts, bank, seed=seed)}
    return [question for part in parts for question in by_part[id(part)]]


def _chosen(parts: Sequence[Any], bank: Mapping[Place, Sequence[int]], *, seed: str) -> list[tuple[Any, list[int]]]:  # fmt: skip
    taken: set[int] = set()
    chosen = []
    for part in sorted(parts, key=lambda p: not p["topic"]):
        places = [p for p in bank if p[0] == part["kind"] and part["topic"] in ("", p[1])]
        free = {question for place in places for question in bank[place]} - taken
        found = shuffled(sorted(free), seed=seed)[: int(part["count"])]
        taken.update(found)
        chosen.append((part, found))
    return chosen


def shuffled(things: Sequence[Any], *, seed: str) -> list[Any]:
    """The same things in an order of the seed's."""
    return sorted(things, key=lambda thing: hashlib.sha256(f"{seed}:{thing}".encode()).digest())
