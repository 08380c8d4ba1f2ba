"""Named reads of officers: who acts for whom on a day, whose authority ends, who waits for staff."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import joinedload

from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.policy import Relation
from association.organisations.models import (
    Officer,
    OfficerState,
    Organisation,
    OrganisationState,
    Post,
)
from association.organisations.policy import KIND


def acting(day: date) -> ColumnElement[bool]:
    """`Officer.acts_on(day)`, in SQL."""
    return and_(
        Officer.state == OfficerState.ACTIVE,
        Officer.starts_on <= day,
        or_(Officer.ends_on.is_(None), Officer.ends_on >= day),
    )


def officers_of(organisation: Organisation) -> list[Officer]:
    """All, those in force first, then by day."""
    return list(
        session.scalars(
            select(Officer)
            .where(Officer.organisation_id == organisation.id)
            .options(joinedload(Officer.person))
            .order_by(Officer.state != OfficerState.ACTIVE, Officer.post, Officer.id)
        )
    )


def acting_officers(organisation_ids: Iterable[int], *posts: Post, on: date | None = None) -> list[Officer]:
    """Officers in force, with their persons."""
    rows = (
        select(Officer)
        .where(Officer.organisation_id.in_(list(organisation_ids)), acting(on or clock.today()))
        .options(joinedload(Officer.person))
        .order_by(Officer.organisation_id, Officer.id)
    )
    return list(session.scalars(rows.where(Officer.post.in_(posts)) if posts else rows))


def by_invitation(hashed: str) -> Officer | None:
    return session.scalars(select(Officer).where(Officer.invitation == hashed)).one_or_none()


def expiring_authorities(today: date) -> list[Officer]:
    """Signers in force whose document ends within the reminder days and who were not reminded at this mark yet."""
    marks = sorted(dated.value("organisations.authority_reminders"))
    if not marks:
        return []
    rows = session.scalars(
        select(Officer)
        .where(acting(today), Officer.ends_on.is_not(None), Officer.post == Post.SIGNER)
        .options(joinedload(Officer.organisation), joinedload(Officer.person))
        .order_by(Officer.id)
    )
    return [officer for officer in rows if _mark_is_due(officer, today, marks)]


def _mark_is_due(officer: Officer, today: date, marks: Sequence[int]) -> bool:
    """A mark (days before the end) has been reached since the last reminder."""
    if officer.ends_on is None:
        return False
    left = (officer.ends_on - today).days
    reached = [n for n in marks if left <= n]
    if not reached:
        return False
    reminded_left = (officer.ends_on - officer.reminded_on).days if officer.reminded_on else None
    return reminded_left is None or reminded_left > min(reached)


def own_ending_authorities(ids: Sequence[int]) -> list[Officer]:
    """Signers of these organisations whose document ends within the longest reminder time."""
    marks = dated.value("organisations.authority_reminders")
    horizon = clock.today() + timedelta(days=max(marks, default=0))
    return list(
        session.scalars(
            select(Officer)
            .where(
                Officer.organisation_id.in_(ids), Officer.post == Post.SIGNER, acting(clock.today()),
                Officer.ends_on <= horizon,
            )
            .options(joinedload(Officer.organisation), joinedload(Officer.person))
            .order_by(Officer.ends_on, Officer.id)
        )
    )  # fmt: skip


def relations_of(person_id: int, on: date) -> Iterable[Relation]:
    """What a person is to organisations on a day. A proposed officer may finish the application, nothing else."""
    rows = session.execute(
        select(Officer.organisation_id, Officer.post, Officer.state, Organisation.name)
        .join(Organisation, Organisation.id == Officer.organisation_id)
        .where(
            Officer.person_id == person_id,
            or_(acting(on), Officer.state == OfficerState.PROPOSED),
        )
        .order_by(Officer.id)
    )
    for row in rows:
        proposed = row.state is OfficerState.PROPOSED
        word = f"proposed_{row.post.value}" if proposed else row.post.value
        yield Relation(word=word, kind=KIND, id=row.organisation_id, label=f"{row.name} {row.post.label}")


def proposed_officers() -> list[Officer]:
    """Authorities to check of organisations that are verified already, the oldest first."""
    return list(
        session.scalars(
            select(Officer)
            .join(Officer.organisation)
            .where(Officer.state == OfficerState.PROPOSED, Organisation.state == OrganisationState.APPROVED)
            .options(joinedload(Officer.organisation), joinedload(Officer.person))
            .order_by(Officer.made_at, Officer.id)
            .limit(200)
        )
    )
