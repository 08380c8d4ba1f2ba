"""Named reads of organisations. What is public, who acts, what waits: each said once, in SQL."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import joinedload

from association.kernel import clock, dated, policy
from association.kernel.db import session
from association.kernel.policy import Actor, Relation
from association.organisations.models import (
    ChangeState,
    FormerCode,
    FormerName,
    Kind,
    Officer,
    OfficerState,
    Organisation,
    OrganisationChange,
    OrganisationKind,
    OrganisationState,
    Post,
    Succession,
)
from association.organisations.models.organisation import CLOSED
from association.organisations.policy import KIND


def in_public() -> ColumnElement[bool]:
    """`Organisation.has_public_record`, in SQL."""
    person = or_(
        Organisation.uscc.startswith("92"),
        exists().where(
            OrganisationKind.organisation_id == Organisation.id, OrganisationKind.kind == Kind.AGENT
        ),
    )
    return and_(
        Organisation.state.in_([OrganisationState.APPROVED, OrganisationState.ENDED]),
        or_(~person, Organisation.public_basis != ""),
    )


def acting(day: date) -> ColumnElement[bool]:
    """`Officer.acts_on(day)`, in SQL."""
    return and_(
        Officer.state == OfficerState.ACTIVE,
        Officer.starts_on <= day,
        or_(Officer.ends_on.is_(None), Officer.ends_on >= day),
    )


def verified() -> Select[Organisation]:
    """The public list: verified and shown in public."""
    return select(Organisation).where(in_public(), Organisation.state == OrganisationState.APPROVED)


def of_kind(rows: Select[Any], kind: str) -> Select[Any]:
    return rows.where(
        exists().where(
            OrganisationKind.organisation_id == Organisation.id, OrganisationKind.kind == Kind(kind)
        )
    )


def called(rows: Select[Any], words: str) -> Select[Any]:
    """Name now or before, short name, or the beginning of a code."""
    for word in words.split():
        code = Organisation.uscc.startswith(word.upper(), autoescape=True)
        former = exists().where(
            FormerName.organisation_id == Organisation.id, FormerName.name.contains(word, autoescape=True)
        )
        rows = rows.where(
            or_(
                Organisation.name.contains(word, autoescape=True),
                Organisation.short_name.contains(word, autoescape=True),
                code,
                former,
            )
        )
    return rows


def living(code: str) -> Organisation | None:
    """The one entry under a code that is not refused or withdrawn."""
    return session.scalars(
        select(Organisation).where(Organisation.uscc == code, Organisation.state.not_in(_closed()))
    ).one_or_none()


def _closed() -> list[OrganisationState]:
    return [OrganisationState(value) for value in CLOSED]


def by_code(code: str) -> Select[Organisation]:
    """The newest entry under a code, living ones first."""
    return (
        select(Organisation)
        .where(Organisation.uscc == code)
        .order_by(Organisation.state.in_(_closed()), Organisation.id.desc())
        .limit(1)
    )


def now_under(former: str) -> Organisation | None:
    """Whom a former code leads to."""
    return session.scalars(
        select(Organisation)
        .join(FormerCode, FormerCode.organisation_id == Organisation.id)
        .where(FormerCode.uscc == former)
    ).one_or_none()


def successions_of(organisation: Organisation) -> tuple[list[Succession], list[Succession]]:
    """(what it came from, what it went into)."""
    rows = session.scalars(
        select(Succession)
        .where(or_(Succession.predecessor_id == organisation.id, Succession.successor_id == organisation.id))
        .options(joinedload(Succession.predecessor), joinedload(Succession.successor))
        .order_by(Succession.on)
    ).all()
    return (
        [row for row in rows if row.successor_id == organisation.id],
        [row for row in rows if row.predecessor_id == organisation.id],
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


def changes_of(organisation: Organisation) -> list[OrganisationChange]:
    return list(
        session.scalars(
            select(OrganisationChange)
            .where(OrganisationChange.organisation_id == organisation.id)
            .order_by(OrganisationChange.id.desc())
        )
    )


def mine(actor: Actor) -> list[Organisation]:
    """Organisations the actor is anything to, by name."""
    ids = actor.ids(KIND)
    if not ids:
        return []
    return list(
        session.scalars(
            select(Organisation)
            .where(Organisation.id.in_(ids))
            .order_by(Organisation.name_key, Organisation.id)
        )
    )


def named(ids: Sequence[int]) -> dict[int, Organisation]:
    return {o.id: o for o in session.scalars(select(Organisation).where(Organisation.id.in_(ids)))}


def count_verified() -> int:
    return int(session.scalar(select(func.count()).select_from(verified().subquery())) or 0)


def expiring_authorities(today: date) -> list[Officer]:
    """Signers in force whose document ends within the reminder days and who were not reminded at this mark yet."""
    marks = sorted(int(n) for n in dated.value("organisations.authority_reminders"))
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


def newest_verified(*, limit: int) -> list[Organisation]:
    """The last to be verified, for the home page."""
    return list(
        session.scalars(
            verified().order_by(Organisation.decided_at.desc(), Organisation.id.desc()).limit(limit)
        )
    )


def in_state(state: OrganisationState) -> list[Organisation]:
    """Applications in a state, the oldest first."""
    return list(
        session.scalars(
            select(Organisation)
            .where(Organisation.state == state)
            .order_by(Organisation.submitted_at, Organisation.id)
            .limit(200)
        )
    )


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


def open_changes() -> list[OrganisationChange]:
    """Changes to look at, the oldest first."""
    return list(
        session.scalars(
            select(OrganisationChange)
            .where(OrganisationChange.state == ChangeState.SUBMITTED)
            .options(joinedload(OrganisationChange.organisation))
            .order_by(OrganisationChange.submitted_at, OrganisationChange.id)
            .limit(200)
        )
    )


def own_ending_authorities(ids: Sequence[int]) -> list[Officer]:
    """Signers of these organisations whose document ends within the longest reminder time."""
    marks = [int(n) for n in dated.value("organisations.authority_reminders")]
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


def all_for_export() -> list[Organisation]:
    """Everything on record, by name."""
    return list(
        session.scalars(
            select(Organisation)
            .where(Organisation.state.in_([OrganisationState.APPROVED, OrganisationState.ENDED]))
            .order_by(Organisation.name_key, Organisation.id)
        )
    )


def init_app() -> None:
    policy.relations_from(relations_of)
