"""Named reads: which period of the rule holds for a work of a day."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, select

from association.kernel.db import session
from association.kernel.proposals import Proposal
from association.works.models import ClassRule, Making

IN_ORDER = (ClassRule.in_force_from, ClassRule.id)


def periods() -> list[ClassRule]:
    """All confirmed rows, the oldest first."""
    rows = select(ClassRule).where(ClassRule.state == Proposal.CONFIRMED).order_by(*IN_ORDER)
    return list(session.scalars(rows))


def holding(rules: Iterable[ClassRule], *, day: date, making: Making) -> ClassRule | None:
    """Of confirmed rows, oldest first: the one that holds for works made this way on this day."""
    found = [rule for rule in rules if rule.in_force_from <= day and making.value in rule.makings]
    return found[-1] if found else None


def rule_on(day: date, making: Making) -> ClassRule | None:
    return holding(periods(), day=day, making=making)


def subjects() -> list[str]:
    """Every special subject some period knows, in the order of the newest that knows it."""
    return list(dict.fromkeys(subject for rule in reversed(periods()) for subject in rule.subjects))


def everything() -> Select[ClassRule]:
    """For the desk, the latest period first."""
    return select(ClassRule)


def proposed() -> list[ClassRule]:
    """What waits for a second person, oldest first."""
    rows = (
        select(ClassRule)
        .where(ClassRule.state == Proposal.PROPOSED)
        .order_by(ClassRule.made_at, ClassRule.id)
    )
    return list(session.scalars(rows.limit(200)))


def begins_on(day: date, makings: Iterable[Making]) -> ClassRule | None:
    """A confirmed row that begins on this day for one of these."""
    wanted = {making.value for making in makings}
    return next((r for r in periods() if r.in_force_from == day and wanted & set(r.makings)), None)
