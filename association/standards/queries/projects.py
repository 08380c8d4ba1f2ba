"""Projects, their ballots, and what waits in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from association.drafting import Draft
from association.kernel.audit import AuditEntry, kind_of
from association.kernel.db import session
from association.panels import queries as panels
from association.panels.models import Minutes, Panel, PanelSeat, PanelState
from association.panels.queries import Opened
from association.rules import queries as rules
from association.rules.models import Edition, Mapping
from association.standards.models import Project, ProjectState, Review, Reviewer, Standard, Vote

OVER = (
    ProjectState.REFUSED, ProjectState.PUBLISHED, ProjectState.WITHDRAWN, ProjectState.TERMINATED, ProjectState.DROPPED,
)  # fmt: skip


def all_projects() -> Select[Project]:
    """For the desk."""
    return select(Project)


def accepted() -> Select[Project]:
    """What is or was on the association's plan: public."""
    return select(Project).where(Project.accepted_on.is_not(None))


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            or_(
                Project.title.contains(word, autoescape=True),
                Project.project_number.contains(word, autoescape=True),
                Project.number.contains(word, autoescape=True),
                Project.proposed_by.contains(word, autoescape=True),
            )
        )
    return rows


def proposals_of(organisation_ids: Iterable[int]) -> list[Project]:
    """What these organisations have proposed, the newest first."""
    rows = select(Project).where(Project.organisation_id.in_(list(organisation_ids)))
    return list(session.scalars(rows.order_by(Project.id.desc())))


def of_standard(standard: Standard) -> list[Project]:
    """All projects of a standard, the newest first, with their editions."""
    rows = select(Project).where(Project.standard_id == standard.id).options(joinedload(Project.edition))
    return list(session.scalars(rows.order_by(Project.id.desc())))


def open_project(standard: Standard) -> Project | None:
    """The one that is under way."""
    return next((project for project in of_standard(standard) if not project.is_over), None)


def of_edition(edition: Edition) -> Project | None:
    """The project an edition came from."""
    return session.scalars(select(Project).where(Project.edition_id == edition.id)).one_or_none()


def at_work() -> list[Project]:
    """Projects that wait for somebody."""
    rows = select(Project).where(Project.state.not_in(OVER)).order_by(Project.id)
    return list(session.scalars(rows.options(joinedload(Project.standard), joinedload(Project.edition))))


def reviews_of(project: Project) -> list[Review]:
    """All rounds, the newest first."""
    rows = select(Review).where(Review.project_id == project.id).order_by(Review.number.desc())
    return list(session.scalars(rows))


def review_of(project: Project) -> Review | None:
    """The newest round."""
    return next(iter(reviews_of(project)), None)


def text_sent(review: Review) -> str:
    """The version of the text the experts were sent."""
    rows = select(Draft.text).where(
        Draft.subject_kind == kind_of(Project), Draft.subject_id == review.project_id, Draft.number == review.draft_number
    )  # fmt: skip
    return session.scalar(rows) or ""


def votes_due() -> dict[int, date]:
    """Of every open round: its project's id → the last day of voting."""
    rows = select(Review.project_id, Panel.due_on).join(Review.panel).where(Panel.state == PanelState.OPEN)
    return {row.project_id: row.due_on for row in session.execute(rows)}


def reviewer_at(seat: PanelSeat) -> Reviewer:
    return session.scalars(select(Reviewer).where(Reviewer.seat_id == seat.id)).one()


def tally(review: Review) -> dict[Vote, int]:
    """How many voted how, once the round is closed; before, it raises."""
    given = panels.tally(review.panel)
    return {vote: given[vote.value] for vote in Vote}


@dataclass(frozen=True, slots=True)
class Result:
    """What a closed round came to: who voted how (by the seat's id), how many how, and the minutes."""

    votes: dict[int, Opened]
    tally: dict[Vote, int]
    minutes: Minutes | None


def results(reviews: Iterable[Review]) -> dict[int, Result]:
    """Of those of these rounds whose votes are opened: review's id → result."""
    opened = [review for review in reviews if not review.panel.is_sealed]
    return {
        review.id: Result(
            votes={vote.seat.id: vote for vote in panels.opinions(review.panel)}, tally=tally(review), minutes=panels.minutes_of(review.panel)
        )
        for review in opened
    }  # fmt: skip


def unconfirmed(project: Project) -> int:
    """Lines between the edition before and this one that nobody has confirmed."""
    edition = project.edition
    before = rules.before(edition) if edition is not None else None
    if edition is None or before is None:
        return 0
    return (
        session.scalar(
            select(func.count()).where(
                Mapping.old_edition_id == before.id, Mapping.new_edition_id == edition.id, Mapping.confirmed_at.is_(None)
            )
        )
        or 0
    )  # fmt: skip


def deeds_in_order(project: Project, deeds: Iterable[str]) -> list[AuditEntry]:
    """The trail's lines of these deeds, the oldest first: the stations of the project's page."""
    rows = select(AuditEntry).where(
        AuditEntry.subject_kind == kind_of(project), AuditEntry.subject_id == project.id, AuditEntry.deed.in_(list(deeds))
    )  # fmt: skip
    return list(session.scalars(rows.order_by(AuditEntry.id)))
