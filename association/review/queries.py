"""Named reads of reviews."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from association.accounts import queries as accounts
from association.footage import queries as footage
from association.footage.models import FileKind, Reading, WorkVersion
from association.kernel import working_days
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.words import _
from association.organisations.models import Organisation
from association.panels.models import Panel, PanelSeat
from association.review import settings
from association.review.models import (
    OVER,
    Genre,
    ReviewFinding,
    ReviewPoint,
    ReviewRound,
    ReviewState,
    WorkReview,
)
from association.works.models import Work, WorkState

S = ReviewState
WHOLE = (FileKind.SCRIPT, FileKind.EPISODE)
"""What is read or watched from beginning to end."""


def everything() -> Select[WorkReview]:
    """For the desk, with work and organisation."""
    rows = select(WorkReview).join(WorkReview.work).join(Work.organisation)
    return rows.options(contains_eager(WorkReview.work).contains_eager(Work.organisation))


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            Work.title.contains(word, autoescape=True) | Organisation.name.contains(word, autoescape=True)
            | WorkReview.number.contains(word, autoescape=True)
        )  # fmt: skip
    return rows


def of_organisations(ids: Sequence[int]) -> list[WorkReview]:
    """The newest first."""
    rows = everything().where(Work.organisation_id.in_(ids)).order_by(WorkReview.id.desc()).limit(200)
    return list(session.scalars(rows))


def in_state(*states: ReviewState) -> list[WorkReview]:
    """The oldest first."""
    rows = everything().where(WorkReview.state.in_(states)).order_by(WorkReview.submitted_at, WorkReview.id)
    return list(session.scalars(rows.limit(500)))


def open_review_of(work: Work) -> WorkReview | None:
    rows = select(WorkReview).where(WorkReview.work_id == work.id, WorkReview.state.not_in(OVER))
    return session.scalars(rows).one_or_none()


def newest_review_of(work_id: int) -> WorkReview | None:
    rows = select(WorkReview).where(WorkReview.work_id == work_id).order_by(WorkReview.id.desc())
    return session.scalars(rows.limit(1)).first()


def current_round(review: WorkReview) -> ReviewRound | None:
    """The round that runs, or ran last; None before experts were assigned."""
    rows = select(ReviewRound).where(ReviewRound.review_id == review.id).options(
        joinedload(ReviewRound.panel), joinedload(ReviewRound.version), selectinload(ReviewRound.points)
    )  # fmt: skip
    return session.scalars(rows.order_by(ReviewRound.number.desc()).limit(1)).first()


def round_before(round_: ReviewRound) -> ReviewRound | None:
    rows = select(ReviewRound).where(
        ReviewRound.review_id == round_.review_id, ReviewRound.number == round_.number - 1
    )
    return session.scalars(rows.options(selectinload(ReviewRound.points))).one_or_none()


def points_to_check(round_: ReviewRound) -> list[ReviewPoint]:
    """The points of the report before, which this round rechecks."""
    before = round_before(round_)
    return list(before.points) if before else []


def round_of(review_id: int, number: int) -> Select[ReviewRound]:
    return select(ReviewRound).where(ReviewRound.review_id == review_id, ReviewRound.number == number)


def issued_rounds(review: WorkReview) -> list[ReviewRound]:
    """Reports as they were issued, the newest first."""
    rows = (
        select(ReviewRound)
        .where(ReviewRound.review_id == review.id, ReviewRound.issued_at.is_not(None))
        .options(selectinload(ReviewRound.points), joinedload(ReviewRound.version))
    )
    return list(session.scalars(rows.order_by(ReviewRound.number.desc())))


def round_of_panel(panel: Panel) -> ReviewRound | None:
    return session.scalars(select(ReviewRound).where(ReviewRound.panel_id == panel.id)).one_or_none()


def findings_of(round_: ReviewRound) -> list[ReviewFinding]:
    """Gate by gate in the order they were written, with their points."""
    rows = select(ReviewFinding).where(ReviewFinding.round_id == round_.id).options(
        joinedload(ReviewFinding.seat), joinedload(ReviewFinding.point)
    )  # fmt: skip
    return list(session.scalars(rows.order_by(ReviewFinding.id)))


def findings_called(round_: ReviewRound, ids: Iterable[int]) -> list[ReviewFinding]:
    rows = select(ReviewFinding).where(ReviewFinding.round_id == round_.id, ReviewFinding.id.in_(list(ids)))
    return list(session.scalars(rows.order_by(ReviewFinding.id)))


def watched_before(reviews: Iterable[WorkReview]) -> dict[int, frozenset[int]]:
    """Review → persons who saw an earlier version of it; one statement."""
    ids = [review.id for review in reviews]
    rows = (
        select(ReviewRound.review_id, PanelSeat.person_id)
        .join(PanelSeat, PanelSeat.panel_id == ReviewRound.panel_id)
        .where(
            ReviewRound.review_id.in_(ids), PanelSeat.voted_at.is_not(None), PanelSeat.person_id.is_not(None)
        )
    )
    found: dict[int, set[int]] = {}
    for row in session.execute(rows):
        found.setdefault(row.review_id, set()).add(row.person_id)
    return {id_: frozenset(people) for id_, people in found.items()}


def shown_versions(review: WorkReview) -> set[int]:
    """Versions the panel may see: what was handed in last, and what earlier rounds saw."""
    rows = select(ReviewRound.version_id).where(ReviewRound.review_id == review.id)
    return {review.version_id, *session.scalars(rows)}


def unseen_files(version: WorkVersion, account_id: int) -> list[str]:
    """Names of the episodes and scripts of a version that somebody has not confirmed to have seen whole; a script that cannot be read here is none."""
    seen = footage.seen(version, account_id)
    return [
        file.name
        for file in footage.files_of(version)
        if file.kind in WHOLE
        and file.reading is not Reading.FAILED
        and (file.id not in seen or seen[file.id].confirmed_at is None)
    ]


def handed_over(reviews: Iterable[WorkReview]) -> dict[int, datetime]:
    """Review → when its opinions were opened, or its report went to be signed: what the days of conferring and of signing begin with."""
    conferring, signing = ([r.id for r in reviews if r.state is state] for state in (S.CONFERRING, S.SIGNING))
    opened = select(ReviewRound.review_id, func.max(Panel.closed_at)).join(ReviewRound.panel)
    opened = opened.where(ReviewRound.review_id.in_(conferring)).group_by(ReviewRound.review_id)
    compiled = select(AuditEntry.subject_id, func.max(AuditEntry.at)).where(
        AuditEntry.subject_kind == WorkReview.__tablename__, AuditEntry.deed == "compile", AuditEntry.subject_id.in_(signing)
    )  # fmt: skip
    rows = [*session.execute(opened), *session.execute(compiled.group_by(AuditEntry.subject_id))]
    return {id_: at for id_, at in rows if at is not None}


def unanswered(day: date) -> list[WorkReview]:
    """Reports whose answer is asked for until this day, and who was not reminded yet."""
    rows = everything().where(
        WorkReview.state == S.REPORTED, WorkReview.answer_by <= day, WorkReview.reminded_on.is_(None)
    )
    return list(session.scalars(rows.order_by(WorkReview.id).limit(200)))


def account_of(seat: PanelSeat) -> int | None:
    """The account of whoever sits there."""
    found = next(iter(accounts.accounts_of([seat.person_id] if seat.person_id else [])), None)
    return found.id if found else None


def still_to_see(names: Sequence[str]) -> str | None:
    return _("还有没有看完并确认的材料：%(names)s。", names="、".join(names[:5])) if names else None


def to_submit(ids: Sequence[int]) -> list[Work]:
    """Works of these organisations that are on the register and under no review."""
    under_review = select(WorkReview.work_id).where(WorkReview.state.not_in(OVER))
    rows = select(Work).where(
        Work.organisation_id.in_(ids), Work.state == WorkState.KEPT, Work.id.not_in(under_review)
    )
    return list(session.scalars(rows.options(joinedload(Work.organisation)).order_by(Work.title, Work.id)))


def is_provisional(review: WorkReview) -> bool:
    """Whether holidays on the way to the answer's last day are not announced yet."""
    return review.answer_by is not None and working_days.is_provisional(review.answer_by)


def seats(genre: Genre) -> int:
    """How many experts a work of this kind wants today."""
    return settings.number("experts_told" if genre.is_told else "experts_other")
