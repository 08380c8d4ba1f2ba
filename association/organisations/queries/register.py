"""Named reads of organisations and of the changes they ask for. What is public is said once, in SQL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import joinedload

from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations import uscc
from association.organisations.models import (
    ChangeState,
    FormerCode,
    FormerName,
    Kind,
    Organisation,
    OrganisationChange,
    OrganisationKind,
    OrganisationState,
    Succession,
)
from association.organisations.models.organisation import CLOSED
from association.organisations.policy import KIND


def _nobodys_private_life() -> ColumnElement[bool]:
    """Natural persons are in public only on a recorded basis (CAUTIONS, People)."""
    person = or_(
        Organisation.uscc.startswith(uscc.OF_PERSONS),
        exists().where(
            OrganisationKind.organisation_id == Organisation.id, OrganisationKind.kind == Kind.AGENT
        ),
    )
    return or_(~person, Organisation.public_basis != "")


def in_public() -> ColumnElement[bool]:
    """`Organisation.has_public_record`, in SQL."""
    return and_(
        Organisation.state.in_([OrganisationState.APPROVED, OrganisationState.ENDED]), _nobodys_private_life()
    )


def verified() -> Select[Organisation]:
    """The public list: verified and shown in public. One state only, so that the index gives it in its order."""
    return select(Organisation).where(
        Organisation.state == OrganisationState.APPROVED, _nobodys_private_life()
    )


FEW = 500
"""So many of a kind are looked up one by one; of more, a page in the order of the list is soon full."""


def of_kind(rows: Select[Any], kind: str) -> Select[Any]:
    """Those of a kind. Costs one statement of its own, which tells a rare kind from a common one: SQLite keeps no such numbers and
    would look at every row of the list for two that are of a rare kind."""
    of_it = select(OrganisationKind.organisation_id).where(OrganisationKind.kind == Kind(kind))
    ids = list(session.scalars(of_it.limit(FEW + 1)))
    if len(ids) <= FEW:
        return rows.where(Organisation.id.in_(ids))
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


def called_exactly(name: str) -> Organisation | None:
    """The verified organisation of this very name, now or before; None when there is none or more than one."""
    former = exists().where(FormerName.organisation_id == Organisation.id, FormerName.name == name)
    rows = select(Organisation).where(
        Organisation.state == OrganisationState.APPROVED, or_(Organisation.name == name, former)
    )
    found = session.scalars(rows.limit(2)).all() if name else []
    return found[0] if len(found) == 1 else None


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


def all_for_export() -> list[Organisation]:
    """Everything on record, by name."""
    return list(
        session.scalars(
            select(Organisation)
            .where(Organisation.state.in_([OrganisationState.APPROVED, OrganisationState.ENDED]))
            .order_by(Organisation.name_key, Organisation.id)
        )
    )
