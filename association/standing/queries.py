"""Named reads of standing. What stood on a day, and what is public, is said once, in SQL."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload

from association.kernel import dated
from association.kernel.audit import kind_of
from association.kernel.db import Model, session
from association.kernel.policy import Actor
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.standing.models import Standing, StandingKind, StandingState


def standing_on(day: date) -> ColumnElement[bool]:
    """`Standing.stands_on(day)`, in SQL."""
    return and_(
        Standing.state != StandingState.WITHDRAWN,
        Standing.from_on <= day,
        or_(Standing.closed_on.is_(None), Standing.closed_on > day),
        or_(Standing.kind == StandingKind.OBLIGATION, Standing.to_on.is_(None), Standing.to_on >= day),
    )


def in_public() -> ColumnElement[bool]:
    """`Standing.is_shown`, in SQL."""
    shown = select(Organisation.id).where(organisations.in_public())
    return and_(
        Standing.is_public.is_(True),
        Standing.state != StandingState.WITHDRAWN,
        or_(Standing.organisation_id.is_(None), Standing.organisation_id.in_(shown)),
    )


def everything() -> Select[Standing]:
    """For staff."""
    return select(Standing).options(joinedload(Standing.organisation), joinedload(Standing.person))


def about(actor: Actor) -> Select[Standing]:
    """Whatever is on record about the actor and the organisations they act for."""
    mine: list[ColumnElement[bool]] = [
        Standing.organisation_id.in_(actor.ids("organisation", "clerk", "signer"))
    ]
    if actor.person_id is not None:
        mine.append(Standing.person_id == actor.person_id)
    return everything().where(or_(*mine))


def of_day(rows: Select[Any], day: date) -> Select[Any]:
    return rows.where(standing_on(day))


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Title, or the organisation's name."""
    for word in words.split():
        named = select(Organisation.id).where(Organisation.name.contains(word, autoescape=True))
        rows = rows.where(
            or_(Standing.title.contains(word, autoescape=True), Standing.organisation_id.in_(named))
        )
    return rows


def of_record(organisation_id: int) -> list[Standing]:
    """For an organisation's public record: by day, the newest first."""
    rows = everything().where(in_public(), Standing.organisation_id == organisation_id)
    return list(session.scalars(rows.order_by(Standing.from_on.desc(), Standing.id.desc())))


def of_organisations(
    ids: Collection[int], day: date, *kinds: StandingKind, public: bool = False
) -> dict[int, list[Standing]]:
    """What stands on a day about each of many organisations, in one statement: id → rows by day. `public` leaves out the rest."""
    found: dict[int, list[Standing]] = {id_: [] for id_ in ids}
    rows = everything().where(Standing.organisation_id.in_(found), standing_on(day))
    if kinds:
        rows = rows.where(Standing.kind.in_(kinds))
    if public:
        rows = rows.where(in_public())
    for row in session.scalars(rows.order_by(Standing.from_on, Standing.id)):
        if row.organisation_id is not None:
            found[row.organisation_id].append(row)
    return found


def of_organisation(organisation_id: int, day: date, *kinds: StandingKind) -> list[Standing]:
    """What stands on a day about one organisation, by day."""
    return of_organisations([organisation_id], day, *kinds)[organisation_id]


def measures_since(organisation_id: int, day: date) -> list[Standing]:
    """Measures that stood on that day or on any later one."""
    rows = everything().where(
        Standing.organisation_id == organisation_id,
        Standing.kind == StandingKind.MEASURE,
        Standing.state != StandingState.WITHDRAWN,
        or_(Standing.closed_on.is_(None), Standing.closed_on > day),
        or_(Standing.to_on.is_(None), Standing.to_on >= day),
    )
    return list(session.scalars(rows.order_by(Standing.from_on, Standing.id)))


def of_source(source: Model, *kinds: StandingKind) -> list[Standing]:
    """All rows this subject has written, the oldest first."""
    rows = everything().where(Standing.source_kind == kind_of(source), Standing.source_id == source.id)
    if kinds:
        rows = rows.where(Standing.kind.in_(kinds))
    return list(session.scalars(rows.order_by(Standing.id)))


def owed_by(actor: Actor) -> list[Standing]:
    """Open obligations of the actor and of the organisations they act for, the first due first."""
    rows = about(actor).where(
        Standing.kind == StandingKind.OBLIGATION, Standing.state == StandingState.ON_RECORD
    )
    return list(session.scalars(rows.order_by(Standing.to_on, Standing.id)))


def past_their_day(today: date) -> Select[Standing]:
    """On record, no obligations, and their last day has passed."""
    return (
        everything()
        .where(
            Standing.state == StandingState.ON_RECORD,
            Standing.kind != StandingKind.OBLIGATION,
            Standing.to_on < today,
        )
        .order_by(Standing.id)
    )


def newly_overdue(today: date) -> Select[Standing]:
    """Owed, their day has passed, and nobody has noted it yet."""
    return (
        everything()
        .where(
            Standing.state == StandingState.ON_RECORD,
            Standing.kind == StandingKind.OBLIGATION,
            Standing.to_on < today,
            Standing.overdue_at.is_(None),
        )
        .order_by(Standing.id)
    )


def to_remind(today: date) -> list[Standing]:
    """Obligations at a mark (days before they are due) that was not used yet."""
    marks = sorted(dated.value("standing.reminders"))
    if not marks:
        return []
    rows = everything().where(
        Standing.state == StandingState.ON_RECORD,
        Standing.kind == StandingKind.OBLIGATION,
        Standing.from_on < today,
        Standing.to_on >= today,
        Standing.to_on <= date.fromordinal(today.toordinal() + marks[-1]),
    )
    return [row for row in session.scalars(rows.order_by(Standing.id)) if _at_a_mark(row, today, marks)]


def _at_a_mark(row: Standing, today: date, marks: list[int]) -> bool:
    if row.to_on is None:
        return False
    reached = [n for n in marks if (row.to_on - today).days <= n]
    told = (row.to_on - row.reminded_on).days if row.reminded_on else None
    return bool(reached) and (told is None or told > min(reached))
