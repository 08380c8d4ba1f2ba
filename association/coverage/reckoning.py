"""What is needed, what is there, and what is missing. Figures go in, counts of people come out; nothing is judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from association.coverage import queries
from association.coverage.models import Figures
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.words import _
from association.organisations.models import Organisation
from association.training import queries as training
from association.training.models import CourseSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One business: so many things, one reviewer for each `ratio` of them begun."""

    label: str
    count: int
    ratio: int
    setting: str

    @property
    def people(self) -> int:
        return -(-self.count // self.ratio) if self.ratio > 0 else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Of one organisation on one day. `lasting` of the `certified` still have a certificate after the days of `coverage.expiring_days`."""

    figures: Figures | None
    needs: Sequence[Need]
    needed: int
    certified: int
    lasting: int
    seated: int

    @property
    def gap(self) -> int:
        return max(self.needed - self.certified, 0)

    @property
    def ending(self) -> int:
        return self.certified - self.lasting

    @property
    def gap_later(self) -> int:
        """When those that end soon have ended, and nobody was trained meanwhile."""
        return max(self.needed - self.lasting, 0)


def needs_of(figures: Figures | None, *, on: date) -> list[Need]:
    """By the ratios in force on a day."""
    if figures is None:
        return []
    found = (
        (_("短视频（每日新增）"), figures.videos, "coverage.videos_per_reviewer"),
        (_("直播间（同时在播）"), figures.rooms, "coverage.rooms_per_reviewer"),
    )
    return [
        Need(label=label, count=count, ratio=int(dated.value(setting, on=on)), setting=setting)
        for label, count, setting in found
        if count
    ]


def needed_by(needs: Sequence[Need], *, on: date) -> int:
    people = [need.people for need in needs]
    return max(people, default=0) if dated.value("coverage.together", on=on) == "greatest" else sum(people)


def until() -> date:
    """The last day of those that end soon."""
    return clock.today() + timedelta(days=int(dated.value("coverage.expiring_days")))


def coverage_of(rows: Sequence[Figures]) -> dict[int, Coverage]:
    """Organisation → how it stands today, for a whole list at the price of one."""
    today, ids = clock.today(), [row.organisation_id for row in rows]
    certified = queries.certified_counts(ids, today, until())
    seated = queries.seated_counts(ids, clock.now())
    return {row.organisation_id: _coverage(row, certified[row.organisation_id], seated.get(row.organisation_id, 0)) for row in rows}  # fmt: skip


def coverage_for(organisation: Organisation) -> Coverage:
    today, id_ = clock.today(), organisation.id
    certified = queries.certified_counts([id_], today, until())[id_]
    return _coverage(
        queries.figures_on(id_, today), certified, queries.seated_counts([id_], clock.now()).get(id_, 0)
    )


def _coverage(figures: Figures | None, certified: tuple[int, int], seated: int) -> Coverage:
    today = clock.today()
    needs = needs_of(figures, on=today)
    return Coverage(
        figures=figures, needs=needs, needed=needed_by(needs, on=today), certified=certified[0], lasting=certified[1], seated=seated,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Of all organisations that declared figures; None where they are too few for a sum to say nothing of one."""

    organisations: int
    needed: int
    certified: int
    gap: int
    short: int
    """How many organisations lack somebody."""


def totals(least: int) -> Totals | None:
    rows = list(session.scalars(queries.in_force(clock.today()).order_by(Figures.id)))
    if len(rows) < least:
        return None
    found = coverage_of(rows).values()
    return Totals(
        organisations=len(rows), needed=sum(c.needed for c in found), certified=sum(c.certified for c in found),
        gap=sum(c.gap for c in found), short=sum(c.gap > 0 for c in found),
    )  # fmt: skip


def sessions_that_help() -> list[tuple[CourseSession, int]]:
    """Coming sessions with the places that are free now; without any one may still wait."""
    rows = queries.coming_sessions(clock.now())
    counts = training.counts([row.id for row in rows])
    return [(row, max(row.places - counts[row.id][0], 0)) for row in rows]
