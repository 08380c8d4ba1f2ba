"""Named reads of commendations. Lists are ordered by pinyin or by day, never by anything else."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from association.kernel import receipts
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.standing import Standing, StandingKind, StandingState
from bulletins.commendations.models import (
    Nomination,
    NominationState,
    Objection,
    ObjectionState,
    Paper,
    Round,
    RoundState,
    Stage,
)
from bulletins.notices.models import Notice, NoticeState

GONE = (NoticeState.WITHDRAWN, NoticeState.DROPPED)
BY_NAME = (Organisation.name_key, Nomination.called, Nomination.id)
S = NominationState


def in_public() -> Select[Round]:
    return select(Round).where(Round.slug.is_not(None))


def everything() -> Select[Round]:
    return select(Round)


def by_slug(slug: str) -> Select[Round]:
    return select(Round).where(Round.slug == slug)


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(Round.title.contains(word, autoescape=True))
    return rows


def open_rounds(today: date) -> list[Round]:
    """Which take nominations now, the first to close first."""
    rows = select(Round).where(Round.state == RoundState.OPEN, Round.nominate_by >= today)
    return list(session.scalars(rows.order_by(Round.nominate_by, Round.id)))


def at_work() -> list[Round]:
    over = (RoundState.ANNOUNCED, RoundState.STOPPED)
    return list(session.scalars(select(Round).where(Round.state.not_in(over)).order_by(Round.id)))


def past_nominating(today: date) -> list[Round]:
    rows = select(Round).where(Round.state == RoundState.OPEN, Round.nominate_by < today)
    return list(session.scalars(rows.order_by(Round.id)))


def past_publicity(today: date) -> list[Round]:
    rows = select(Round).where(Round.state == RoundState.PUBLICITY, Round.publicity_to < today)
    return list(session.scalars(rows.order_by(Round.id)))


# Papers


def paper_of(notice: Notice) -> Paper | None:
    return session.scalars(select(Paper).where(Paper.notice_id == notice.id)).one_or_none()


def papers_of(round_: Round) -> list[Paper]:
    """The oldest first."""
    return list(session.scalars(select(Paper).where(Paper.round_id == round_.id).order_by(Paper.id)))


def living_paper(round_: Round, stage: Stage) -> Paper | None:
    """The one that is being written or is in public."""
    rows = (
        select(Paper)
        .join(Notice, Notice.id == Paper.notice_id)
        .where(Paper.round_id == round_.id, Paper.stage == stage, Notice.state.not_in(GONE))
    )
    return session.scalars(rows.order_by(Paper.id.desc()).limit(1)).one_or_none()


def rounds_with_paper(stage: Stage) -> set[int]:
    """Ids of rounds that have a living paper of the stage."""
    rows = (
        select(Paper.round_id)
        .join(Notice, Notice.id == Paper.notice_id)
        .where(Paper.stage == stage, Notice.state.not_in(GONE))
    )
    return set(session.scalars(rows))


# Nominations


def shown() -> ColumnElement[bool]:
    """`Nomination.is_shown`, in SQL; the query joins rounds and organisations."""
    laid_out = and_(
        Nomination.state == S.PROPOSED, Round.state.in_((RoundState.PUBLICITY, RoundState.CLOSED))
    )
    return and_(organisations.in_public(), or_(laid_out, Nomination.state.in_((S.LISTED, S.REVOKED))))


def nominations() -> Select[Nomination]:
    return (
        select(Nomination)
        .join(Round, Round.id == Nomination.round_id)
        .join(Organisation, Organisation.id == Nomination.organisation_id)
    )


def of_round(round_: Round) -> Select[Nomination]:
    return nominations().where(Nomination.round_id == round_.id)


def entries(round_: Round, *states: NominationState) -> list[Nomination]:
    """Those in these states, by pinyin."""
    return list(session.scalars(of_round(round_).where(Nomination.state.in_(states)).order_by(*BY_NAME)))


def count_in(round_: Round, *states: NominationState) -> int:
    rows = (
        select(func.count())
        .select_from(Nomination)
        .where(Nomination.round_id == round_.id, Nomination.state.in_(states))
    )
    return int(session.scalar(rows) or 0)


def named_so(rows: Select[Any], words: str) -> Select[Any]:
    """Organisation, or the work's or practice's name."""
    for word in words.split():
        rows = rows.where(
            or_(
                Organisation.name.contains(word, autoescape=True),
                Nomination.called.contains(word, autoescape=True),
            )
        )
    return rows


def living(round_: Round, organisation_id: int, called: str) -> Nomination | None:
    ends = (S.DECLINED, S.NOT_ADMITTED, S.PASSED_OVER, S.REMOVED, S.WITHDRAWN, S.REVOKED)
    rows = of_round(round_).where(
        Nomination.organisation_id == organisation_id,
        Nomination.called == called,
        Nomination.state.not_in(ends),
    )
    return session.scalars(rows).one_or_none()


def by_nominator(round_: Round, organisation_id: int) -> int:
    """How many it has put forward, those it took back left out."""
    rows = (
        select(func.count())
        .select_from(Nomination)
        .where(
            Nomination.round_id == round_.id,
            Nomination.by_organisation_id == organisation_id,
            Nomination.state != S.WITHDRAWN,
        )
    )
    return int(session.scalar(rows) or 0)


def of_organisations(ids: Collection[int]) -> list[Nomination]:
    """Put forward by them, or about them, the newest first."""
    rows = nominations().where(
        or_(Nomination.organisation_id.in_(ids), Nomination.by_organisation_id.in_(ids))
    )
    return list(session.scalars(rows.order_by(Nomination.id.desc()))) if ids else []


def asked_of(ids: Collection[int]) -> list[Nomination]:
    rows = nominations().where(Nomination.organisation_id.in_(ids), Nomination.state == S.ASKED)
    return list(session.scalars(rows.order_by(Nomination.id))) if ids else []


def waiting() -> list[Nomination]:
    """To be checked, or to be decided in a round that decides now, the oldest first."""
    rows = nominations().where(
        or_(
            and_(Nomination.state == S.SUBMITTED, Round.state.in_((RoundState.OPEN, RoundState.SELECTING))),
            and_(Nomination.state == S.ADMITTED, Round.state == RoundState.SELECTING),
        )
    )
    return list(session.scalars(rows.order_by(Nomination.nominated_at, Nomination.id)))


def suggestions() -> list[Standing]:
    """Nominations that other parts of the house have written to standing, and that nobody has taken up yet."""
    taken = select(Nomination.suggested_by).where(Nomination.suggested_by.is_not(None))
    rows = select(Standing).where(
        Standing.kind == StandingKind.NOMINATION, Standing.state == StandingState.ON_RECORD,
        Standing.source_kind != Nomination.__tablename__, Standing.organisation_id.is_not(None), Standing.id.not_in(taken),
    )  # fmt: skip
    return list(session.scalars(rows.order_by(Standing.from_on, Standing.id)))


# Objections


def objections_of(nomination: Nomination) -> list[Objection]:
    rows = select(Objection).where(Objection.nomination_id == nomination.id)
    return list(session.scalars(rows.order_by(Objection.id)))


def unanswered(round_: Round | None = None) -> list[Objection]:
    """The oldest first."""
    rows = select(Objection).join(Objection.nomination).where(Objection.state == ObjectionState.RECEIVED)
    if round_ is not None:
        rows = rows.where(Nomination.round_id == round_.id)
    return list(session.scalars(rows.order_by(Objection.received_at, Objection.id)))


def by_receipt(code: str) -> Objection | None:
    rows = select(Objection).where(Objection.receipt_hash == receipts.hash_of(code))
    return session.scalars(rows).one_or_none()


def to_forget(before: datetime) -> list[Objection]:
    """Answered before that moment, with words or a name still kept."""
    rows = select(Objection).where(
        Objection.answered_at < before, or_(Objection.who.is_not(None), Objection.words.is_not(None))
    )
    return list(session.scalars(rows.order_by(Objection.id).limit(200)))
