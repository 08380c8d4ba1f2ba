"""Who has seen how much of what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from association.footage.models import Viewing, WorkFile, WorkVersion
from association.footage.stretches import joined
from association.kernel.db import session
from association.works.models import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How much of one file somebody had on the screen, over all their viewings. `length` and `of_pages` None where not known."""

    seconds: int
    length: int | None
    pages: int
    of_pages: int | None
    confirmed_at: datetime | None


def seen_by_many(version: WorkVersion, account_ids: Sequence[int]) -> dict[int, dict[int, Seen]]:
    """By account, then by file; one statement."""
    rows = (
        select(Viewing)
        .join(WorkFile, WorkFile.id == Viewing.file_id)
        .where(WorkFile.version_id == version.id, Viewing.account_id.in_(account_ids))
        .options(joinedload(Viewing.file))
    )
    grouped: dict[int, dict[int, list[Viewing]]] = {account_id: {} for account_id in account_ids}
    for viewing in session.scalars(rows.order_by(Viewing.id)):
        grouped[viewing.account_id].setdefault(viewing.file_id, []).append(viewing)
    return {
        account_id: {file_id: _together(viewings) for file_id, viewings in by_file.items()}
        for account_id, by_file in grouped.items()
    }


def seen(version: WorkVersion, account_id: int) -> dict[int, Seen]:
    """By file."""
    return seen_by_many(version, [account_id])[account_id]


def _together(viewings: Sequence[Viewing]) -> Seen:
    played = joined([stretch for v in viewings for stretch in v.stretches])
    return Seen(
        seconds=sum(end - start for start, end in played),
        length=max((v.length for v in viewings if v.length), default=None),
        pages=len({number for v in viewings for number in v.pages}),
        of_pages=viewings[0].file.pages,
        confirmed_at=max((v.confirmed_at for v in viewings if v.confirmed_at), default=None),
    )


def viewings_of_work(work: Work) -> Select[Viewing]:
    """Every viewing of any file of this work."""
    return (
        select(Viewing)
        .join(WorkFile, WorkFile.id == Viewing.file_id)
        .join(WorkVersion, WorkVersion.id == WorkFile.version_id)
        .where(WorkVersion.work_id == work.id)
        .options(joinedload(Viewing.file).joinedload(WorkFile.version))
    )


def views_counted(files: Sequence[WorkFile]) -> dict[int, int]:
    """How often each file was opened: what its maker is told of it."""
    rows = (
        select(Viewing.file_id, func.count())
        .where(Viewing.file_id.in_([file.id for file in files]))
        .group_by(Viewing.file_id)
    )
    return {file_id: int(n) for file_id, n in session.execute(rows)}
