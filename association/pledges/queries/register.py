"""Signatures and the register: who stands by a pledge on a day."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Organisation, OrganisationKind
from association.pledges.models import (
    BOUND,
    Invitation,
    Pledge,
    PledgeVersion,
    Signature,
    SignatureState,
    Spell,
    Standing,
    VersionState,
)

UNDER_WAY = (SignatureState.PREPARED, SignatureState.SIGNED)


def on_day(day: date) -> ColumnElement[bool]:
    """A spell that lasts on a day."""
    return and_(Spell.from_on <= day, or_(Spell.to_on.is_(None), Spell.to_on > day))


def register(pledge: Pledge, day: date) -> Select[Spell]:
    """Everybody who stood by it on that day or had left before: one row an organisation."""
    return (
        select(Spell)
        .join(Spell.signature)
        .join(Signature.organisation)
        .join(Signature.version)
        .where(Spell.pledge_id == pledge.id, on_day(day))
        .options(contains_eager(Spell.signature).options(contains_eager(Signature.organisation), contains_eager(Signature.version)))
    )  # fmt: skip


def called_so(rows: Select[Any], words: str) -> Select[Any]:
    """By the name of the day of signing, the name of today, the code or the number of the certificate."""
    for word in words.split():
        rows = rows.where(
            or_(
                Signature.name.contains(word, autoescape=True), Organisation.name.contains(word, autoescape=True),
                Organisation.uscc.contains(word, autoescape=True), Signature.number.contains(word, autoescape=True),
            )
        )  # fmt: skip
    return rows


def called_so_in_public(rows: Select[Any], words: str) -> Select[Any]:
    """The same for everybody: what is not named in public is found by its certificate's number only."""
    for word in words.split():
        named = or_(
            Signature.name.contains(word, autoescape=True), Organisation.name.contains(word, autoescape=True),
            Organisation.uscc.contains(word, autoescape=True),
        )  # fmt: skip
        rows = rows.where(
            or_(Signature.number.contains(word, autoescape=True), and_(organisations.in_public(), named))
        )
    return rows


def of_kind(rows: Select[Any], kind: Any) -> Select[Any]:
    own = select(OrganisationKind.organisation_id).where(OrganisationKind.kind == kind)
    return rows.where(Signature.organisation_id.in_(own))


def counted(pledge: Pledge, day: date) -> dict[Standing, int]:
    """How many stand how on a day."""
    rows = (
        select(Spell.standing, func.count())
        .where(Spell.pledge_id == pledge.id, on_day(day))
        .group_by(Spell.standing)
    )
    return {standing: int(n) for standing, n in session.execute(rows)}


def bound_counts(pledges: Collection[Pledge]) -> dict[int, int]:
    """Pledge → how many stand by it today, in one statement."""
    rows = (
        select(Spell.pledge_id, func.count())
        .where(Spell.pledge_id.in_([p.id for p in pledges]), Spell.standing.in_(BOUND), on_day(clock.today()))
        .group_by(Spell.pledge_id)
    )
    return {pledge_id: int(n) for pledge_id, n in session.execute(rows)}


def standing_by_any(day: date) -> int:
    """How many organisations stand by at least one pledge on a day."""
    rows = select(func.count(func.distinct(Spell.organisation_id))).where(
        Spell.standing.in_(BOUND), on_day(day)
    )
    return session.scalar(rows) or 0


def living_spell(pledge_id: int, organisation_id: int) -> Spell | None:
    """The spell without an end."""
    return session.scalars(
        select(Spell).where(
            Spell.pledge_id == pledge_id, Spell.organisation_id == organisation_id, Spell.to_on.is_(None)
        )
    ).one_or_none()


def spells_of(signature: Signature) -> list[Spell]:
    """All of the organisation and the pledge, in order."""
    rows = select(Spell).where(
        Spell.pledge_id == signature.pledge_id, Spell.organisation_id == signature.organisation_id
    )
    return list(session.scalars(rows.order_by(Spell.from_on, Spell.id)))


def under_way(pledge_id: int, organisation_id: int) -> Signature | None:
    """The signature being prepared or confirmed."""
    rows = select(Signature).where(
        Signature.pledge_id == pledge_id,
        Signature.organisation_id == organisation_id,
        Signature.state.in_(UNDER_WAY),
    )
    return session.scalars(rows).one_or_none()


def taken_up(ids: Collection[int], versions: Collection[PledgeVersion]) -> set[tuple[int, int]]:
    """(pledge, organisation) of these that have signed one of these versions or have a signature under way: nothing to begin."""
    rows = select(Signature.pledge_id, Signature.organisation_id).where(
        Signature.organisation_id.in_(ids),
        or_(
            and_(Signature.state.in_(UNDER_WAY), Signature.pledge_id.in_([v.pledge_id for v in versions])),
            and_(
                Signature.state == SignatureState.IN_FORCE, Signature.version_id.in_([v.id for v in versions])
            ),
        ),
    )
    return {(pledge_id, organisation_id) for pledge_id, organisation_id in session.execute(rows)}


def in_force(pledge_id: int, organisation_id: int) -> Signature | None:
    """The signature under which it stands by the pledge now."""
    rows = select(Signature).where(
        Signature.pledge_id == pledge_id, Signature.organisation_id == organisation_id,
        Signature.state == SignatureState.IN_FORCE,
    )  # fmt: skip
    return session.scalars(rows.order_by(Signature.id.desc())).first()


def of_organisations(ids: Collection[int], *states: SignatureState) -> list[Signature]:
    """Of these organisations, the newest first."""
    rows = select(Signature).where(Signature.organisation_id.in_(ids)).options(joinedload(Signature.version))
    if states:
        rows = rows.where(Signature.state.in_(states))
    return list(session.scalars(rows.order_by(Signature.id.desc())))


def all_signatures() -> Select[Signature]:
    """For the desk."""
    return select(Signature).join(Signature.organisation).options(joinedload(Signature.version))


def to_confirm() -> list[Signature]:
    """Signed, and waiting for the association; the oldest first."""
    rows = (
        select(Signature)
        .where(Signature.state == SignatureState.SIGNED)
        .options(joinedload(Signature.version))
    )
    return list(session.scalars(rows.order_by(Signature.signed_at, Signature.id).limit(200)))


def to_resign(ids: Collection[int]) -> list[Spell]:
    """Spells of these organisations that wait for a new signature."""
    rows = select(Spell).join(Spell.signature).where(
        Spell.organisation_id.in_(ids), Spell.standing.in_(BOUND), Signature.asked_for.is_not(None), on_day(clock.today())
    )  # fmt: skip
    return list(session.scalars(rows.order_by(Spell.from_on, Spell.id)))


def of_record(organisation_id: int, day: date) -> list[Spell]:
    """For an organisation's public record: how it stands by each pledge on a day."""
    rows = select(Spell).where(Spell.organisation_id == organisation_id, on_day(day))
    return list(session.scalars(rows.order_by(Spell.from_on.desc(), Spell.id.desc())))


def left_behind(version: PledgeVersion) -> Select[Spell]:
    """Those who stand by an earlier version of the same pledge and are not told yet that a new one waits for them."""
    older = select(Signature.id).join(Signature.version).where(
        Signature.pledge_id == version.pledge_id, PledgeVersion.number < version.number,
        or_(Signature.asked_for.is_(None), Signature.asked_for != version.number),
    )  # fmt: skip
    return select(Spell).where(
        Spell.pledge_id == version.pledge_id,
        Spell.to_on.is_(None),
        Spell.standing.in_(BOUND),
        Spell.signature_id.in_(older),
    )


def too_late_to_resign(day: date) -> Select[Spell]:
    """Those who wait for a new signature after its last day."""
    newest = (
        select(func.max(PledgeVersion.resign_until))
        .where(PledgeVersion.pledge_id == Spell.pledge_id, PledgeVersion.state == VersionState.PUBLISHED)
        .correlate(Spell)
        .scalar_subquery()
    )
    asked = select(Signature.id).where(Signature.asked_for.is_not(None))
    return select(Spell).where(
        Spell.to_on.is_(None), Spell.standing.in_(BOUND), Spell.signature_id.in_(asked), newest < day
    )


def is_invited(pledge_id: int, organisation_id: int) -> bool:
    asked = exists().where(Invitation.pledge_id == pledge_id, Invitation.organisation_id == organisation_id)
    return bool(session.scalar(select(asked)))


def invitations_of(pledge: Pledge) -> list[Invitation]:
    """By pinyin."""
    rows = select(Invitation).join(Invitation.organisation).where(Invitation.pledge_id == pledge.id)
    return list(session.scalars(rows.order_by(Organisation.name_key, Invitation.id)))


def unanswered_invitations(ids: Collection[int]) -> list[Invitation]:
    """Of these organisations, those after which no signature was prepared."""
    answered = exists().where(
        Signature.pledge_id == Invitation.pledge_id, Signature.organisation_id == Invitation.organisation_id
    )
    rows = select(Invitation).where(Invitation.organisation_id.in_(ids), ~answered)
    return list(session.scalars(rows.order_by(Invitation.asked_at, Invitation.id)))


def still_bound_after_repeal() -> Select[Spell]:
    """Those who stand by a pledge of which no version is in force any more, because it was repealed."""
    alive = exists().where(
        PledgeVersion.pledge_id == Spell.pledge_id, PledgeVersion.state == VersionState.PUBLISHED
    )
    repealed = exists().where(
        PledgeVersion.pledge_id == Spell.pledge_id, PledgeVersion.state == VersionState.REPEALED,
        PledgeVersion.ended_on <= clock.today(),
    )  # fmt: skip
    return select(Spell).where(Spell.to_on.is_(None), Spell.standing.in_(BOUND), repealed, ~alive)
