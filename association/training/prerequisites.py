"""What a certificate waits for besides attendance. Features above add theirs; training knows none of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Missing:
    """What somebody has yet to do, and where: `link` is an address of the site, its words are `ask`."""

    sentence: str
    link: str = ""
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite:
    """`missing` answers for many enrolments in a constant number of statements: who is not in the answer has done it. `said` is what the page of a
    course says of it, empty where the course has none; `desk` the page at the desk where a course is given its own: (words, address)."""

    missing: Callable[[Sequence[Any]], Mapping[int, Missing]]
    said: Callable[[Any], str]
    desk: Callable[[Any], tuple[object, str]]


_known: list[Prerequisite] = []


def add(prerequisite: Prerequisite) -> None:
    if prerequisite not in _known:
        _known.append(prerequisite)


def missing(enrolments: Sequence[Any]) -> dict[int, list[Missing]]:
    """Enrolment → everything that is missing besides attendance; only those to whom something is."""
    found: dict[int, list[Missing]] = {}
    for prerequisite in _known:
        for id_, what in prerequisite.missing(enrolments).items():
            found.setdefault(id_, []).append(what)
    return found


def said_of(course: Any) -> list[str]:
    return [sentence for prerequisite in _known if (sentence := prerequisite.said(course))]


def desks_of(course: Any) -> list[tuple[object, str]]:
    return [prerequisite.desk(course) for prerequisite in _known]
