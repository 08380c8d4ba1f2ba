"""Drawing: never a question twice, always as many as planned, the same paper from the same seed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.exams import drawing

KINDS, TOPICS = ("single", "multiple", "written"), ("甲", "乙", "丙")
PLACES = [(kind, topic) for kind in KINDS for topic in TOPICS]


@st.composite
def banks(draw: st.DrawFn) -> dict[drawing.Place, list[int]]:
    counts = draw(st.lists(st.integers(0, 9), min_size=len(PLACES), max_size=len(PLACES)))
    ids = iter(range(1, 1000))
    return {place: [next(ids) for _n in range(count)] for place, count in zip(PLACES, counts, strict=True)}


@st.composite
def plans(draw: st.DrawFn) -> list[dict[str, Any]]:
    keys = draw(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(("", *TOPICS))), unique=True, min_size=1, max_size=8))  # fmt: skip
    return [{"kind": kind, "topic": topic, "count": draw(st.integers(1, 6))} for kind, topic in keys]


@given(bank=banks(), parts=plans(), seed=st.text(max_size=20))
def test_a_paper_has_what_was_planned_and_nothing_twice(bank: dict[drawing.Place, list[int]], parts: list[dict[str, Any]], seed: str) -> None:  # fmt: skip
    if drawing.fits(parts, bank):
        with pytest.raises(LookupError):
            drawing.draw(parts, bank, seed=seed)
        return
    paper = drawing.draw(parts, bank, seed=seed)
    assert len(paper) == sum(part["count"] for part in parts)
    assert len(set(paper)) == len(paper)
    assert paper == drawing.draw(parts, bank, seed=seed)
    where = {question: place for place, ids in bank.items() for question in ids}
    rest = iter(paper)
    for part in parts:
        for _n in range(part["count"]):
            kind, topic = where[next(rest)]
            assert kind == part["kind"]
            assert part["topic"] in ("", topic)


@given(bank=banks(), parts=plans())
def test_a_plan_fits_just_when_there_is_enough(bank: dict[drawing.Place, list[int]], parts: list[dict[str, Any]]) -> None:  # fmt: skip
    """Counted another way: each topic has its own, and each kind has enough for all of its parts."""
    enough = True
    for kind in KINDS:
        wanted = {p["topic"]: p["count"] for p in parts if p["kind"] == kind}
        enough &= all(len(bank[kind, topic]) >= wanted.get(topic, 0) for topic in TOPICS)
        if "" in wanted:
            enough &= sum(len(bank[kind, topic]) for topic in TOPICS) >= sum(wanted.values())
    assert (drawing.fits(parts, bank) == []) is enough


@given(st.lists(st.integers(), unique=True, max_size=30), st.text(max_size=10))
def test_shuffled_is_the_same_things(things: list[int], seed: str) -> None:
    assert sorted(drawing.shuffled(things, seed=seed)) == sorted(things)


def test_another_seed_is_another_paper_now_and_then() -> None:
    bank = {("single", "甲"): list(range(1, 41))}
    parts = [{"kind": "single", "topic": "", "count": 10}]
    papers = {tuple(drawing.draw(parts, bank, seed=str(n))) for n in range(50)}
    assert len(papers) > 45
    seen = {question for paper in papers for question in paper}
    assert seen == set(bank["single", "甲"]), "no question is never asked"
