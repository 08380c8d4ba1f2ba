"""The sums of a period from the reports that count, and what is plain about one report."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bulletins.figures import withholding
from bulletins.figures.models import Edition, Period, Report
from bulletins.figures.settings import number
from bulletins.figures.withholding import Bounds, Parts


def bounds_for(period: Period) -> Bounds:
    """As they are on the day it is due: they do not change under a period."""
    return bounds_on(period.due_on)


def bounds_on(day: date) -> Bounds:
    return Bounds.of(*(number(name, on=day) for name in ("least", "share", "floor")))


def parts_of(reports: Sequence[Report], code: str) -> Parts:
    """What is not counted is not a part; 0 is one."""
    return {r.organisation_id: r.answers[code] for r in reports if r.answers.get(code) is not None}


def sums(
    period: Period, reports: Sequence[Report], former: Sequence[Edition], versions: Sequence[Report]
) -> tuple[list[dict[str, Any]], dict[str, list[int]]]:
    """The rows of an edition, and the versions behind each sum. `former` are the editions issued before in their order, `versions` the reports they were reckoned
    from."""
    bounds, by_id = bounds_for(period), {r.id: r for r in versions}
    id_of = {r.organisation_id: r.id for r in reports}
    rows, counted = [], {}
    for asked in period.asked:
        code = asked["code"]
        now = parts_of(reports, code)
        earlier = [
            parts_of([by_id[i] for i in edition.counted[code]], code)
            for edition in former
            if code in edition.counted
        ]
        shown = withholding.parts_shown(now, earlier, bounds)
        row = asked | {"total": None, "reporters": None, "is_without_later": False}
        if shown is not None:
            row |= {
                "total": sum(shown.values()),
                "reporters": len(shown),
                "is_without_later": len(shown) < len(now),
            }
            counted[code] = sorted(id_of[who] for who in shown)
        rows.append(row)
    return rows, counted


def jump(now: int | None, before: int | None, most: int) -> int | None:
    """By how many percent a figure differs from the organisation's own of the period before, if by more than `most`; None also where there is nothing to compare
    with."""
    if now is None or before is None or before == 0:
        return None
    by = round((now - before) * 100 / before)
    return by if abs(by) > most else None


def jumps(reports: Sequence[Report], before: Sequence[Report], most: int) -> dict[int, int]:
    """Report → how many of its figures differ by more than `most` percent from the organisation's own of the period before."""
    earlier = {r.organisation_id: r.answers for r in before}
    return {
        r.id: sum(jump(n, earlier.get(r.organisation_id, {}).get(code), most) is not None for code, n in r.answers.items())
        for r in reports
    }  # fmt: skip
