"""Named reads of rosters and ceremonies."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import joinedload

from association.kernel import walls
from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations.models import Organisation
from association.pledges import queries as pledges
from association.pledges.models import BOUND, GONE, Pledge, Signature, SignatureState, Spell
from association.rosters.models import Ceremony, Roster, RosterRow, RosterState

UNDER_WAY = (SignatureState.PREPARED, SignatureState.SIGNED)
OUT = (SignatureState.CANCELLED, SignatureState.DECLINED)


def signed_pledges() -> list[Pledge]:
    """Those somebody has ever stood by."""
    rows = select(Pledge).where(exists().where(Spell.pledge_id == Pledge.id)).order_by(Pledge.id)
    return list(session.scalars(rows))


def first_day(pledge: Pledge) -> date | None:
    """On which somebody first stood by it."""
    return session.scalar(select(func.min(Spell.from_on)).where(Spell.pledge_id == pledge.id))


def is_asleep(pledge: Pledge, day: date) -> bool:
    """Nobody stands by it on this day and nobody has left in the year before: there is nothing to publish."""
    rows = select(Spell.id).where(
        Spell.pledge_id == pledge.id, pledges.on_day(day),
        or_(Spell.standing.in_(BOUND), Spell.from_on > day - timedelta(days=366)),
    )  # fmt: skip
    return session.scalars(rows.limit(1)).first() is None


def newest(pledge: Pledge) -> Roster | None:
    rows = select(Roster).where(Roster.pledge_id == pledge.id).order_by(Roster.number.desc())
    return session.scalars(rows.limit(1)).first()


def standing_on(pledge: Pledge, day: date, since: date | None) -> list[Spell]:
    """Everybody bound at the end of the day, and who has left after `since`, in the order of signing."""
    spells = session.scalars(pledges.register(pledge, day)).unique()
    kept = [
        s for s in spells
        if s.standing in BOUND or (s.standing in GONE and (since is None or s.from_on > since))
    ]  # fmt: skip
    return sorted(kept, key=lambda s: (s.signature.since_on or s.from_on, s.signature_id))


def published(pledge: Pledge) -> Select[Roster]:
    return select(Roster).where(Roster.pledge_id == pledge.id, Roster.state == RosterState.TAKEN)


def numbered(pledge: Pledge, number: int) -> Select[Roster]:
    return published(pledge).where(Roster.number == number)


def rows_of(roster: Roster) -> Select[RosterRow]:
    return select(RosterRow).where(RosterRow.roster_id == roster.id)


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            or_(
                RosterRow.name.contains(word, autoescape=True), RosterRow.uscc.contains(word, autoescape=True),
                RosterRow.number.contains(word, autoescape=True),
            )
        )  # fmt: skip
    return rows


# Ceremonies


def ceremonies() -> Select[Ceremony]:
    """For the desk."""
    return select(Ceremony)


def ceremonies_of(pledge: Pledge) -> list[Ceremony]:
    """In public, the latest first."""
    rows = select(Ceremony).where(Ceremony.pledge_id == pledge.id, _confirmed(Ceremony))
    return list(session.scalars(rows.order_by(Ceremony.held_on.desc(), Ceremony.id.desc())))


def _confirmed(ceremony: Any) -> Any:
    return exists().where(
        Signature.pledge_id == ceremony.pledge_id, Signature.batch == ceremony.batch, Signature.number != ""
    )


def has_confirmed(ceremony: Ceremony) -> bool:
    return bool(session.scalar(select(_confirmed(ceremony))))


def last_ceremony(pledge: Pledge) -> int:
    return session.scalar(select(func.max(Ceremony.number)).where(Ceremony.pledge_id == pledge.id)) or 0


def ceremony(pledge: Pledge, number: int) -> Select[Ceremony]:
    return select(Ceremony).where(Ceremony.pledge_id == pledge.id, Ceremony.number == number)


def in_batch(ceremony: Ceremony) -> Select[Signature]:
    """Of its batch, whatever has become of them since; not what was cancelled or declined."""
    return (
        select(Signature)
        .join(Signature.organisation)
        .where(Signature.pledge_id == ceremony.pledge_id, Signature.batch == ceremony.batch, Signature.state.not_in(OUT))
        .options(joinedload(Signature.version))
    )  # fmt: skip


def confirmed_in_batch(ceremony: Ceremony) -> Select[Signature]:
    return in_batch(ceremony).where(Signature.number != "")


def may_join(ceremony: Ceremony, *, reader: Actor) -> list[Signature]:
    """Signatures under way that are in no other batch, by pinyin; none behind the reader's walls, whose place only others change."""
    rows = select(Signature).join(Signature.organisation).where(
        Signature.pledge_id == ceremony.pledge_id, Signature.state.in_(UNDER_WAY), Signature.batch.in_(("", ceremony.batch))
    )  # fmt: skip
    return list(
        session.scalars(walls.open_rows(rows, reader.walls).order_by(Organisation.name_key, Signature.id))
    )
