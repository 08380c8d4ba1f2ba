"""Named reads of yearly statements."""

from collections.abc import Collection
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import joinedload

from association.fulfilment.models import LIVE, OWED, Statement, StatementState
from association.kernel import clock
from association.kernel.db import session
from association.organisations.models import Organisation
from association.pledges.models import BOUND, Pledge, Spell
from association.rules.models import Clause
from association.rules.queries import clauses_of


def all_statements() -> Select[Statement]:
    """For the desk: all that were ever open."""
    return _with_names(select(Statement).where(Statement.state != StatementState.AHEAD))


def _with_names(rows: Select[Statement]) -> Select[Statement]:
    return rows.join(Statement.organisation).options(joinedload(Statement.signature))


def called(rows: Select[Any], words: str) -> Select[Any]:
    """By name or code of the organisation."""
    for word in words.split():
        named = Organisation.name.contains(word, autoescape=True)
        rows = rows.where(or_(named, Organisation.uscc.contains(word, autoescape=True)))
    return rows


def by_lateness(rows: Select[Any], value: str) -> Select[Any]:
    """Still owed after its days of grace, or after the signature has lapsed."""
    column = Statement.lapsed_on if value == "lapsed" else Statement.overdue_on
    return rows.where(column.is_not(None), Statement.state.in_(OWED))


def given_for(pledge: Pledge) -> Select[Statement]:
    """What everybody may know: who has given one, and when."""
    given = select(Statement).where(Statement.pledge_id == pledge.id, Statement.state == StatementState.GIVEN)
    return _with_names(given)


def of_record(organisation_id: int) -> list[Statement]:
    """For an organisation's public record: those it has given, the newest first."""
    rows = select(Statement).where(
        Statement.organisation_id == organisation_id, Statement.state == StatementState.GIVEN
    )
    return list(session.scalars(rows.order_by(Statement.given_at.desc(), Statement.id.desc())))


def of_organisations(ids: Collection[int], *states: StatementState) -> list[Statement]:
    """Of these organisations, the next due first."""
    rows = (
        select(Statement).where(Statement.organisation_id.in_(ids)).options(joinedload(Statement.signature))
    )
    if states:
        rows = rows.where(Statement.state.in_(states))
    return list(session.scalars(rows.order_by(Statement.due_on, Statement.id)))


def living(pledge_id: int, organisation_id: int) -> Statement | None:
    """The one that is ahead, or owed."""
    rows = select(Statement).where(
        Statement.pledge_id == pledge_id,
        Statement.organisation_id == organisation_id,
        Statement.state.in_(LIVE),
    )
    return session.scalars(rows).one_or_none()


def last_due(pledge_id: int, organisation_id: int) -> date | None:
    """When the one before was due."""
    rows = select(func.max(Statement.due_on)).where(
        Statement.pledge_id == pledge_id, Statement.organisation_id == organisation_id,
        Statement.state.in_((StatementState.GIVEN, StatementState.EXCUSED)),
    )  # fmt: skip
    return session.scalar(rows)


def without_statement() -> Select[Spell]:
    """Those who stand by a pledge and have none ahead."""
    ahead = exists().where(
        Statement.pledge_id == Spell.pledge_id, Statement.organisation_id == Spell.organisation_id, Statement.state.in_(LIVE)
    )  # fmt: skip
    return select(Spell).where(Spell.to_on.is_(None), Spell.standing.in_(BOUND), ~ahead).order_by(Spell.id)


def to_open_or_remind() -> Select[Statement]:
    rows = select(Statement).where(Statement.state.in_(LIVE), Statement.remind_on <= clock.today())
    return rows.order_by(Statement.id)


def fallen_due(limit: int) -> list[Statement]:
    """Owed, and the days of grace are over: those that were due on the day count."""
    rows = select(Statement).where(
        Statement.state.in_(OWED), Statement.overdue_on.is_(None), Statement.due_on < clock.today()
    )
    late = (
        s
        for s in session.scalars(rows.order_by(Statement.due_on, Statement.id))
        if s.last_day < clock.today()
    )
    return list(islice(late, limit))


def lapsing(limit: int) -> list[Statement]:
    """Overdue for so long that the signature lapses."""
    rows = select(Statement).where(
        Statement.state.in_(OWED), Statement.overdue_on.is_not(None), Statement.lapsed_on.is_(None)
    )
    found = session.scalars(rows.order_by(Statement.overdue_on, Statement.id))
    return list(islice((s for s in found if s.lapses_on and s.lapses_on <= clock.today()), limit))


def clauses_for(statement: Statement) -> list[Clause]:
    """The numbered clauses of the text it has signed, which may be answered one by one."""
    edition = statement.signature.version.edition
    return [c for c in clauses_of(edition.id) if c.mark] if edition is not None else []
