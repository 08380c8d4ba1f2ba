"""What is counted."""

from datetime import date

from sqlalchemy import Select, select

from association.kernel.db import session
from association.kernel.proposals import Proposal
from bulletins.figures.models import Fault


def all_faults() -> Select[Fault]:
    return select(Fault)


def faults_on(day: date) -> list[Fault]:
    """In force on a day: of each code the newest confirmed row, unless it says that nothing is counted any more; by group and code."""
    rows = select(Fault).where(Fault.state == Proposal.CONFIRMED, Fault.in_force_from <= day)
    newest = {row.code: row for row in session.scalars(rows.order_by(Fault.in_force_from, Fault.id))}
    return sorted((row for row in newest.values() if row.is_counted), key=lambda row: (row.group, row.code))


def proposed_faults() -> list[Fault]:
    rows = select(Fault).where(Fault.state == Proposal.PROPOSED)
    return list(session.scalars(rows.order_by(Fault.in_force_from, Fault.id)))
