"""Named reads of experts, objections and calls."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from association.accounts.models import Account
from association.experts.models import (
    OPEN,
    SERVING,
    CallState,
    Consent,
    ConsentKind,
    Expert,
    ExpertCall,
    ExpertField,
    ExpertState,
    Objection,
    ObjectionState,
)
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.personal import keyed_hmac
from association.kernel.policy import Actor
from association.people.models import Person


def serving(day: date) -> ColumnElement[bool]:
    """`Expert.serves_on(day)`, in SQL."""
    return and_(Expert.state == ExpertState.APPOINTED, Expert.from_on <= day, Expert.to_on >= day)


def pool(day: date) -> Select[Expert]:
    """Who serves on a day, with their persons."""
    return select(Expert).join(Expert.person).where(serving(day)).options(contains_eager(Expert.person))


def by_number(number: str) -> Select[Expert]:
    return select(Expert).where(Expert.number == number)


def _with_consent(kind: ConsentKind) -> ColumnElement[bool]:
    return exists().where(
        Consent.expert_id == Expert.id, Consent.kind == kind, Consent.withdrawn_at.is_(None)
    )


def shown_with(rows: Select[Any], words: str) -> Select[Any]:
    """Words in what is shown: a masked name is found by nobody who types it."""
    for word in words.split():
        rows = rows.where(
            or_(
                Expert.number.contains(word, autoescape=True),
                and_(_with_consent(ConsentKind.NAME), Person.name.contains(word, autoescape=True)),
                and_(_with_consent(ConsentKind.EMPLOYER), Expert.employer.contains(word, autoescape=True)),
                and_(_with_consent(ConsentKind.TITLE), Expert.title.contains(word, autoescape=True)),
                and_(_with_consent(ConsentKind.PROFILE), Expert.profile.contains(word, autoescape=True)),
            )
        )
    return rows


def in_field(rows: Select[Any], field: str) -> Select[Any]:
    return rows.where(exists().where(ExpertField.expert_id == Expert.id, ExpertField.field == field))


def everybody() -> Select[Expert]:
    """Candidates and experts in every state, for staff."""
    return select(Expert).outerjoin(Expert.person).options(contains_eager(Expert.person))


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(
            or_(
                Person.name.contains(word, autoescape=True), Expert.invited_name.contains(word, autoescape=True),
                Expert.employer.contains(word, autoescape=True), Expert.number.contains(word, autoescape=True),
            )
        )  # fmt: skip
    return rows


def on_notice(day: date) -> Select[Expert]:
    """Whose public notice runs on a day."""
    rows = select(Expert).join(Expert.person).options(contains_eager(Expert.person))
    return rows.where(
        Expert.state == ExpertState.ON_NOTICE, Expert.notice_from <= day, Expert.notice_to >= day
    )


def own(actor: Actor) -> list[Expert]:
    """All candidacies and appointments of somebody, the newest first; recommendations written to their address too."""
    account = session.get(Account, actor.account_id) if actor.account_id else None
    if account is None:
        return []
    theirs = or_(
        Expert.person_id == account.person_id,
        and_(Expert.person_id.is_(None), Expert.state == ExpertState.RECOMMENDED, Expert.invited_email == account.email_key),
    )  # fmt: skip
    return list(session.scalars(select(Expert).where(theirs).order_by(Expert.id.desc())))


def living_of(person_id: int) -> Expert | None:
    """The candidacy or appointment that is not over."""
    rows = select(Expert).where(Expert.person_id == person_id, Expert.state.in_([*OPEN, *SERVING]))
    return session.scalars(rows).one_or_none()


def recommended_to(email_key: str) -> Expert | None:
    """A recommendation this address has not answered."""
    rows = select(Expert).where(Expert.invited_email == email_key, Expert.state == ExpertState.RECOMMENDED)
    return session.scalars(rows.order_by(Expert.id).limit(1)).first()


def in_state(*states: ExpertState) -> list[Expert]:
    """The oldest first."""
    rows = select(Expert).where(Expert.state.in_(states)).options(joinedload(Expert.person))
    return list(session.scalars(rows.order_by(Expert.submitted_at, Expert.id).limit(200)))


def objections_to(expert: Expert) -> list[Objection]:
    return list(
        session.scalars(select(Objection).where(Objection.expert_id == expert.id).order_by(Objection.id))
    )


def open_objections(expert: Expert) -> int:
    rows = select(func.count()).where(
        Objection.expert_id == expert.id, Objection.state == ObjectionState.OPEN
    )
    return int(session.scalar(rows) or 0)


def objections_waiting() -> list[Objection]:
    rows = (
        select(Objection).where(Objection.state == ObjectionState.OPEN).options(joinedload(Objection.expert))
    )
    return list(session.scalars(rows.order_by(Objection.id).limit(200)))


def key_of(account_id: int) -> str:
    """By which an objector's own are found."""
    return keyed_hmac(f"objector:{account_id}")


def own_objections(account_id: int) -> list[Objection]:
    rows = (
        select(Objection).where(Objection.by_key == key_of(account_id)).options(joinedload(Objection.expert))
    )
    return list(session.scalars(rows.order_by(Objection.id.desc())))


def has_objected(expert: Expert, account_id: int) -> bool:
    rows = select(Objection.id).where(
        Objection.expert_id == expert.id, Objection.by_key == key_of(account_id)
    )
    return session.scalar(rows.limit(1)) is not None


def calls_in_public() -> Select[ExpertCall]:
    return select(ExpertCall).where(ExpertCall.state == CallState.PUBLISHED)


def all_calls() -> list[ExpertCall]:
    return list(session.scalars(select(ExpertCall).order_by(ExpertCall.id.desc()).limit(200)))


def calls_to_publish() -> list[ExpertCall]:
    return list(
        session.scalars(select(ExpertCall).where(ExpertCall.state == CallState.DRAFT).order_by(ExpertCall.id))
    )


def over(today: date) -> list[Expert]:
    """Whose term has passed."""
    rows = select(Expert).where(Expert.state.in_(SERVING), Expert.to_on < today)
    return list(session.scalars(rows.order_by(Expert.id).limit(200)))


def ending(today: date) -> list[Expert]:
    """Terms at a reminder mark that was not used yet."""
    marks = sorted(dated.value("experts.reminders"))
    if not marks:
        return []
    rows = select(Expert).where(
        Expert.state == ExpertState.APPOINTED,
        Expert.to_on >= today,
        Expert.to_on <= today + timedelta(days=marks[-1]),
    )
    return [e for e in session.scalars(rows.order_by(Expert.id)) if _at_a_mark(e, today, marks)]


def _at_a_mark(expert: Expert, today: date, marks: Sequence[int]) -> bool:
    if expert.to_on is None:
        return False
    left = (expert.to_on - today).days
    told = (expert.to_on - expert.reminded_on).days if expert.reminded_on else None
    return told is None or told > min(n for n in marks if left <= n)


def renewable() -> list[Expert]:
    """Terms that end within the longest reminder time."""
    horizon = clock.today() + timedelta(days=max(dated.value("experts.reminders"), default=0))
    rows = (
        select(Expert)
        .where(Expert.state == ExpertState.APPOINTED, Expert.to_on <= horizon)
        .options(joinedload(Expert.person))
    )
    return list(session.scalars(rows.order_by(Expert.to_on, Expert.id)))
