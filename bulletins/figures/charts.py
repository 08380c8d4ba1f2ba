"""Sums of several periods as bars: the page draws them as SVG, beside a table that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from bulletins.figures.models import Edition, Period

PERIODS = 6
WIDE, APART, TALL = 44, 84, 84


@dataclass(frozen=True, slots=True)
class Bar:
    period: Period
    total: int | None
    x: int
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """One thing counted. `total` is None where the sum is withheld, or was not asked for in that period."""

    label: str
    unit: str
    bars: list[Bar]

    @property
    def is_drawn(self) -> bool:
        return any(bar.total is not None for bar in self.bars)

    @property
    def width(self) -> int:
        return APART * PERIODS


def of(edition: Edition, editions: Sequence[Edition]) -> dict[str, list[Chart]]:
    """By fault label; nothing where there is one period only. The edition shown stands for its period, whichever is in force."""
    shown = [edition if e.period_id == edition.period_id else e for e in editions]
    return {
        group: [_chart(row, shown) for row in rows] if len(shown) > 1 else []
        for group, rows in edition.groups
    }


def _chart(row: dict[str, object], editions: Sequence[Edition]) -> Chart:
    """What changed its unit cannot stand beside what it was."""
    totals: list[int | None] = []
    for edition in editions:
        found = (r for r in edition.rows if (r["code"], r["unit"]) == (row["code"], row["unit"]))
        totals.append(next(found, {"total": None})["total"])
    most = max((n for n in totals if n), default=1)
    bars = [
        Bar(e.period, total, APART * i + (APART - WIDE) // 2, max(round((total or 0) * TALL / most), 1))
        for i, (e, total) in enumerate(zip(editions, totals, strict=True))
    ]
    return Chart(str(row["label"]), str(row["unit"]), bars)
