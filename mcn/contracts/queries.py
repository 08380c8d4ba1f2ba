"""Named reads of model clauses."""

from datetime import date

from sqlalchemy import Select, select

from association.kernel.db import session
from association.kernel.proposals import Proposal
from mcn.contracts.models import ModelClause

IN_ORDER = (ModelClause.in_force_from, ModelClause.id)


def _confirmed() -> Select[ModelClause]:
    return select(ModelClause).where(ModelClause.state == Proposal.CONFIRMED).order_by(*IN_ORDER)


def in_force(day: date) -> list[ModelClause]:
    """The wording of each topic on a day, in the order of the model contract."""
    rows = session.scalars(_confirmed().where(ModelClause.in_force_from <= day))
    newest = {clause.topic: clause for clause in rows}
    return sorted(newest.values(), key=lambda clause: (clause.position, clause.id))


def wordings(topic: str) -> list[ModelClause]:
    """All that were confirmed for a topic, the newest first."""
    return list(session.scalars(_confirmed().where(ModelClause.topic == topic)))[::-1]


def topics() -> list[ModelClause]:
    """The newest wording of each topic, those still to come into force too."""
    newest = {clause.topic: clause for clause in session.scalars(_confirmed())}
    return sorted(newest.values(), key=lambda clause: (clause.position, clause.id))


def everything() -> Select[ModelClause]:
    return select(ModelClause)


def proposed() -> list[ModelClause]:
    """What waits for a second person, oldest first."""
    rows = select(ModelClause).where(ModelClause.state == Proposal.PROPOSED)
    return list(session.scalars(rows.order_by(ModelClause.made_at, ModelClause.id).limit(200)))


def begins_on(topic: str, day: date) -> ModelClause | None:
    """The confirmed wording of a topic that begins on this very day."""
    return next((clause for clause in wordings(topic) if clause.in_force_from == day), None)


def all_ever() -> list[ModelClause]:
    """Every wording there ever was, whatever became of it."""
    return list(session.scalars(select(ModelClause).order_by(ModelClause.id)))
