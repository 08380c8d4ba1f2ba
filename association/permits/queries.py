"""Named reads of permits."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from association.kernel import dated
from association.kernel.db import session
from association.organisations.models import Organisation
from association.permits.models import Permit, PermitState


def permits_of(organisation: Organisation) -> list[Permit]:
    """All on file, those still live first, then by the end of validity."""
    live = Permit.state.in_([PermitState.REPORTED, PermitState.CHECKED])
    return list(
        session.scalars(
            select(Permit)
            .where(Permit.organisation_id == organisation.id)
            .order_by(~live, Permit.valid_to, Permit.id)
        )
    )


def checked_of(organisation: Organisation) -> list[Permit]:
    """What the public record shows."""
    return [permit for permit in permits_of(organisation) if permit.state is PermitState.CHECKED]


def same_on_file(organisation: Organisation, *, kind: str, number: str) -> Permit | None:
    return session.scalars(
        select(Permit).where(
            Permit.organisation_id == organisation.id,
            Permit.kind == kind,
            Permit.number == number,
            Permit.state.in_([PermitState.REPORTED, PermitState.CHECKED]),
        )
    ).first()


def waiting() -> list[Permit]:
    """What staff have not compared yet, oldest first."""
    return list(
        session.scalars(
            select(Permit)
            .where(Permit.state == PermitState.REPORTED)
            .options(joinedload(Permit.organisation))
            .order_by(Permit.reported_at, Permit.id)
            .limit(200)
        )
    )


def ending(today: date) -> list[Permit]:
    """Checked permits at a reminder mark that was not used yet."""
    marks = sorted(dated.value("permits.reminders"))
    if not marks:
        return []
    rows = session.scalars(
        select(Permit)
        .where(Permit.state == PermitState.CHECKED)
        .options(joinedload(Permit.organisation))
        .order_by(Permit.id)
    )
    return [permit for permit in rows if _at_a_mark(permit, today, marks)]


def _at_a_mark(permit: Permit, today: date, marks: Sequence[int]) -> bool:
    left = (permit.valid_to - today).days
    reached = [n for n in marks if left <= n]
    if left < 0 or not reached:
        return False
    told = (permit.valid_to - permit.reminded_on).days if permit.reminded_on else None
    return told is None or told > min(reached)
