"""Named reads of accounts and roles."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from association.accounts.models import Account, GrantState, Role, RoleGrant, SignInAttempt, SignInSession
from association.kernel import audit, clock, mail_address
from association.kernel.db import session
from association.people.models import Person


def account(id_: int) -> Account | None:
    return session.get(Account, id_)


def by_email(email: str, *, for_update: bool = False) -> Account | None:
    """The account with this address; `for_update` makes others who want the same wait until this transaction ends."""
    rows = select(Account).where(Account.email_key == mail_address.key(email))
    return session.scalars(rows.with_for_update(of=Account) if for_update else rows).one_or_none()


def accounts_of(person_ids: Iterable[int]) -> list[Account]:
    """Accounts that can be written to, of these people."""
    ids = list(person_ids)
    if not ids:
        return []
    return list(
        session.scalars(
            select(Account)
            .where(Account.person_id.in_(ids), Account.disabled_at.is_(None))
            .order_by(Account.id)
        )
    )


def in_force(day: date) -> ColumnElement[bool]:
    """A grant that counts on a day. One that was ended counted until the day before."""
    granted = and_(
        RoleGrant.state == GrantState.CONFIRMED, or_(RoleGrant.ends_on.is_(None), RoleGrant.ends_on >= day)
    )
    ended = and_(RoleGrant.state == GrantState.ENDED, RoleGrant.ends_on > day)
    return and_(RoleGrant.starts_on <= day, or_(granted, ended))


def roles_of(account_id: int, on: date | None = None) -> list[Role]:
    """Roles in force on a day (today), in the order they were granted."""
    rows = session.scalars(
        select(RoleGrant.role)
        .where(RoleGrant.account_id == account_id, in_force(on or clock.today()))
        .order_by(RoleGrant.id)
    )
    return list(dict.fromkeys(rows))


def with_role(role: Role, on: date | None = None) -> list[Account]:
    """Accounts that hold a role on a day (today)."""
    return list(
        session.scalars(
            select(Account)
            .join(RoleGrant, RoleGrant.account_id == Account.id)
            .where(RoleGrant.role == role, in_force(on or clock.today()), Account.disabled_at.is_(None))
            .order_by(Account.id)
            .distinct()
        )
    )


def grants_of(account_id: int) -> list[RoleGrant]:
    """All grants, the newest first."""
    return list(
        session.scalars(
            select(RoleGrant).where(RoleGrant.account_id == account_id).order_by(RoleGrant.id.desc())
        )
    )


def proposals_for(admin_id: int) -> list[RoleGrant]:
    """Proposals this administrator may decide on: neither about themselves nor their own."""
    own = select(audit.AuditEntry.id).where(
        audit.AuditEntry.subject_kind == RoleGrant.__tablename__, audit.AuditEntry.subject_id == RoleGrant.id,
        audit.AuditEntry.deed == "propose", audit.AuditEntry.account_id == admin_id,
    )  # fmt: skip
    return list(
        session.scalars(
            select(RoleGrant)
            .where(RoleGrant.state == GrantState.PROPOSED, RoleGrant.account_id != admin_id, ~own.exists())
            .options(joinedload(RoleGrant.account))
            .order_by(RoleGrant.id)
            .limit(200)
        )
    )


def sessions_of(account_id: int) -> list[SignInSession]:
    """Browsers signed in now, the newest deed first."""
    return list(
        session.scalars(
            select(SignInSession)
            .where(
                SignInSession.account_id == account_id,
                SignInSession.ended_at.is_(None),
                SignInSession.expires_at > clock.now(),
            )
            .order_by(SignInSession.last_deed_at.desc(), SignInSession.id.desc())
        )
    )


def tries_of(account_key: str, *, since: datetime, failed: bool | None = None) -> int:
    """Tries under one key since a moment; with `failed`, only those that count against it."""
    rows = select(func.count()).where(SignInAttempt.account_key == account_key, SignInAttempt.at >= since)
    return int(session.scalar(rows if failed is None else rows.where(SignInAttempt.failed == failed)) or 0)


def tries_from(machine_key: str, *, since: datetime) -> int:
    """All tries from a machine since a moment."""
    return int(
        session.scalar(
            select(func.count()).where(SignInAttempt.machine_key == machine_key, SignInAttempt.at >= since)
        )
        or 0
    )


def administrators() -> list[Account]:
    return with_role(Role.ADMIN)


def called(rows: Select[Account], words: str) -> Select[Account]:
    """Name or address."""
    for word in words.split():
        rows = rows.where(
            or_(
                Account.email_key.contains(word.casefold(), autoescape=True),
                Account.person.has(Person.name.contains(word, autoescape=True)),
            )
        )
    return rows


def names(account_ids: Sequence[int]) -> Mapping[int, str]:
    """What accounts are called in the trail."""
    if not account_ids:
        return {}
    rows = session.execute(
        select(Account.id, Person.name)
        .join(Person, Person.id == Account.person_id)
        .where(Account.id.in_(account_ids))
    )
    return {row.id: row.name for row in rows}


def proposer_of(grant: RoleGrant) -> int | None:
    """Who proposed a grant."""
    return session.scalar(
        select(audit.AuditEntry.account_id)
        .where(
            audit.AuditEntry.subject_kind == "role_grant", audit.AuditEntry.subject_id == grant.id,
            audit.AuditEntry.deed == "propose",
        )
        .limit(1)
    )  # fmt: skip
