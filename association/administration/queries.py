"""Named reads for the pages of the administration."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Select, func, select

from association.accounts import queries as accounts
from association.accounts.models import Account
from association.kernel import audit, chain, clock, dated, documents, jobs, letters, log, working_days
from association.kernel.audit import AuditEntry, LogEntry
from association.kernel.db import Model, session


@dataclass(frozen=True, slots=True)
class InForce:
    """A setting with the row in force today and the one that follows, if any. `row` is None before `plant`
    has run."""

    definition: dated.Definition
    row: dated.DatedSetting | None
    next: dated.DatedSetting | None


def settings() -> list[tuple[str, list[InForce]]]:
    """All settings by the first word of their key, from one statement."""
    today = clock.today()
    rows: dict[str, list[dated.DatedSetting]] = {}
    for row in session.scalars(select(dated.DatedSetting).order_by(dated.DatedSetting.in_force_from)):
        rows.setdefault(row.key, []).append(row)
    found = [_in_force(d, rows.get(d.key, []), today) for d in dated.definitions()]
    return [
        (group, list(each)) for group, each in groupby(found, key=lambda f: f.definition.key.split(".")[0])
    ]


def _in_force(definition: dated.Definition, rows: Sequence[dated.DatedSetting], today: date) -> InForce:
    now = [row for row in rows if row.in_force_from <= today]
    later = [row for row in rows if row.in_force_from > today]
    return InForce(definition, now[-1] if now else None, later[0] if later else None)


@dataclass(frozen=True, slots=True)
class CalendarCell:
    """One day of the month view."""

    day: date
    in_month: bool
    is_working: bool
    is_provisional: bool
    correction: working_days.CalendarDay | None
    may_be_corrected: bool


def month(first: date) -> list[list[CalendarCell]]:
    """The weeks of a month, Monday first."""
    weeks = calendar.Calendar(firstweekday=0).monthdatescalendar(first.year, first.month)
    corrected = working_days.corrections(weeks[0][0], weeks[-1][-1])
    today = clock.today()
    return [
        [
            CalendarCell(
                day=day,
                in_month=day.month == first.month,
                is_working=working_days.is_working(day),
                is_provisional=working_days.is_provisional(day),
                correction=corrected.get(day),
                may_be_corrected=day > today,
            )
            for day in week
        ]
        for week in weeks
    ]


def months_around(first: date) -> tuple[date, date]:
    """The first days of the month before and the month after."""
    before = (first - timedelta(days=1)).replace(day=1)
    return before, (first + timedelta(days=31)).replace(day=1)


@dataclass(frozen=True, slots=True)
class Overview:
    """What the overview says about the site today."""

    unchecked_settings: int
    coming_settings: int
    letters_given_up: int
    jobs_given_up: int
    backlog: int
    documents_waiting: int
    documents_without_glyph: list[documents.RenderedDocument]
    missing_parts: list[str]
    announced_through: int


def overview() -> Overview:
    found = [each for _group, group in settings() for each in group]
    return Overview(
        unchecked_settings=sum(each.row is None or each.row.checked_on is None for each in found),
        coming_settings=sum(each.next is not None for each in found),
        letters_given_up=_count(letters.Letter, letters.Letter.state == letters.LetterState.GIVEN_UP),
        jobs_given_up=_count(jobs.Job, jobs.Job.state == jobs.JobState.GIVEN_UP),
        backlog=jobs.backlog(),
        documents_waiting=documents.waiting(),
        documents_without_glyph=list(
            session.scalars(
                select(documents.RenderedDocument)
                .where(documents.RenderedDocument.without_glyph != "")
                .order_by(documents.RenderedDocument.id.desc())
                .limit(20)
            )
        ),
        missing_parts=documents.missing_parts(),
        announced_through=working_days.checked_through(),
    )


def _count(model: type[Model], clause: Any) -> int:
    return int(session.scalar(select(func.count()).select_from(model).where(clause)) or 0)


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain as it stands: how many entries, the newest one's number and hash, and the first fault – (entry, what is wrong) – if
    it was walked."""

    name: str
    entries: int
    hash: str
    checked: bool = False
    fault: tuple[int, str] | None = None


def chains(*, walk: bool) -> list[Chain]:
    """The audit trail and the public log; `walk` checks every entry (of the log, the tree and every signed checkpoint too), which takes a
    second per some 20,000."""
    trail, public = chain.head(AuditEntry), chain.head(LogEntry)
    fault = log.first_fault() if walk else None
    return [
        Chain("trail", *trail, walk, chain.first_fault(AuditEntry) if walk else None),
        Chain("log", *public, walk, (fault.entry, fault.what) if fault else None),
    ]


def trail() -> Select[AuditEntry]:
    """Every deed, to be narrowed by the filters of the list."""
    return select(AuditEntry)


def by_person(rows: Select[Any], words: str) -> Select[Any]:
    """Deeds of accounts whose name or address holds the words."""
    matching = accounts.called(select(Account), words).with_only_columns(Account.id)
    return rows.where(AuditEntry.account_id.in_(matching))


def about(rows: Select[Any], words: str) -> Select[Any]:
    """Deeds on a kind of thing (`organisation`) or on one thing (`organisation:12`)."""
    kind, _colon, number = words.strip().partition(":")
    rows = rows.where(AuditEntry.subject_kind == kind)
    return (
        rows.where(AuditEntry.subject_id == int(number)) if number.isascii() and number.isdecimal() else rows
    )


def since(rows: Select[Any], day: date) -> Select[Any]:
    return rows.where(AuditEntry.at >= _beginning(day))


def until(rows: Select[Any], day: date) -> Select[Any]:
    return rows.where(AuditEntry.at < _beginning(day + timedelta(days=1)))


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.CHINA)


def names(entries: Sequence[AuditEntry]) -> dict[int, str]:
    """Who did these deeds, by account id; one statement."""
    return dict(accounts.names(sorted({e.account_id for e in entries if e.account_id is not None})))


def is_as_sealed(entry: AuditEntry) -> bool:
    """Whether this one entry is what was sealed; the walk over the whole chain is another matter."""
    if entry.seq is None or entry.previous is None:
        return False
    return chain.digest(entry, seq=entry.seq, previous=entry.previous) == entry.hash


def personal_of(entry: AuditEntry) -> dict[str, str | None]:
    """Personal values of an entry by their label; None where retention has destroyed them."""
    commitments = entry.details.get("personal", {})
    values = audit.revealed(list(commitments.values()))
    return {label: values.get(commitment) for label, commitment in commitments.items()}
