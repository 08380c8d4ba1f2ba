"""A line of what script/bench prints."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    what: str
    measured: str
    promised: str
    holds: bool


def printed(results: Iterable[Result]) -> int:
    """All of them, and what the program ends with."""
    found = list(results)
    width = max(len(r.what) for r in found)
    for r in found:
        print(f"{'ok  ' if r.holds else 'FAIL'} {r.what:<{width}}  {r.measured:<34} {r.promised}")
    return 0 if all(r.holds for r in found) else 1
