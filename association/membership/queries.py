"""Named reads of memberships; above all: who was a member on a day."""

from datetime import date
from typing import Literal

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from association.kernel import clock
from association.kernel.db import session
from association.membership.models import OVER, Membership, MembershipState, Suspension
from association.organisations.models import Organisation
from association.organisations.queries import called, in_public

Standing = Literal["member", "suspended"] | None


def in_force(day: date) -> ColumnElement[bool]:
    """A member on that day, suspended or not."""
    return and_(Membership.from_on <= day, or_(Membership.to_on.is_(None), Membership.to_on > day))


def suspended(day: date) -> ColumnElement[bool]:
    return exists().where(
        Suspension.membership_id == Membership.id,
        Suspension.from_on <= day,
        or_(Suspension.to_on.is_(None), Suspension.to_on > day),
    )


def standing_on(organisation: Organisation, day: date) -> Standing:
    """What the organisation was to the association on a day: member, suspended member, or neither (None)."""
    row = session.execute(
        select(Membership.id, suspended(day).label("rests")).where(
            Membership.organisation_id == organisation.id, in_force(day)
        )
    ).first()
    if row is None:
        return None
    return "suspended" if row.rests else "member"


def members_on(day: date) -> Select[Membership]:
    """Members on a day whose organisations are shown in public, with their organisations."""
    return (
        select(Membership)
        .join(Membership.organisation)
        .where(in_force(day), in_public())
        .options(contains_eager(Membership.organisation))
    )


def called_so(rows: Select[Membership], words: str) -> Select[Membership]:
    return called(rows, words)


def all_applications() -> Select[Membership]:
    return select(Membership).join(Membership.organisation).options(contains_eager(Membership.organisation))


def memberships_of(organisation: Organisation) -> list[Membership]:
    """All stays, the newest first."""
    return list(
        session.scalars(
            select(Membership)
            .where(Membership.organisation_id == organisation.id)
            .order_by(Membership.id.desc())
        )
    )


def living(organisation: Organisation) -> Membership | None:
    """The application or stay that is not over."""
    return session.scalars(
        select(Membership).where(Membership.organisation_id == organisation.id, Membership.state.not_in(OVER))
    ).one_or_none()


def in_state(*states: MembershipState) -> list[Membership]:
    return list(
        session.scalars(
            select(Membership)
            .where(Membership.state.in_(states))
            .options(joinedload(Membership.organisation))
            .order_by(Membership.submitted_at, Membership.id)
            .limit(200)
        )
    )


def of_organisations(ids: list[int], *states: MembershipState) -> list[Membership]:
    return list(
        session.scalars(
            select(Membership)
            .where(Membership.organisation_id.in_(ids), Membership.state.in_(states))
            .options(joinedload(Membership.organisation))
            .order_by(Membership.id)
        )
    )


def count_members() -> int:
    """Members today."""
    rows = members_on(clock.today()).with_only_columns(Membership.id).options()
    return int(session.scalar(select(func.count()).select_from(rows.subquery())) or 0)
