"""Named reads of appeals."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from association.kernel import clock
from association.kernel.db import session
from bulletins.appeals.models import Appeal, Initiator, InitiatorState, Joining, JoiningState
from bulletins.notices.models import Notice, NoticeState


def of_notice(notice: Notice) -> Appeal | None:
    return session.scalars(select(Appeal).where(Appeal.notice_id == notice.id)).one_or_none()


def initiators_of(appeal: Appeal, *states: InitiatorState) -> list[Initiator]:
    """By pinyin; never by size or by who was asked first."""
    rows = select(Initiator).where(Initiator.appeal_id == appeal.id).join(Initiator.organisation)
    if states:
        rows = rows.where(Initiator.state.in_(states))
    found = list(session.scalars(rows))
    return sorted(found, key=lambda i: (i.organisation.name_key, i.id))


def initiator(appeal: Appeal, organisation_id: int) -> Initiator | None:
    return session.scalars(
        select(Initiator).where(
            Initiator.appeal_id == appeal.id, Initiator.organisation_id == organisation_id
        )
    ).one_or_none()


def asked_of(organisation_ids: Collection[int]) -> list[Initiator]:
    """Invitations these organisations have not answered."""
    rows = (
        select(Initiator)
        .where(Initiator.organisation_id.in_(organisation_ids), Initiator.state == InitiatorState.ASKED)
        .options(joinedload(Initiator.appeal))
    )
    return list(session.scalars(rows.order_by(Initiator.asked_at, Initiator.id)))


def joinings_of(appeal: Appeal) -> Select[Joining]:
    """All who joined, those who left too: the list says when."""
    return select(Joining).where(Joining.appeal_id == appeal.id)


def called_so(rows: Select[Any], words: str) -> Select[Any]:
    """By the name of that day."""
    for word in words.split():
        rows = rows.where(or_(Joining.name.contains(word, autoescape=True)))
    return rows


def living(appeal: Appeal, organisation_id: int) -> Joining | None:
    """The entry under which the organisation is joined now."""
    rows = joinings_of(appeal).where(
        Joining.organisation_id == organisation_id, Joining.state == JoiningState.JOINED
    )
    return session.scalars(rows).one_or_none()


def how_many(appeal: Appeal) -> int:
    """Organisations joined now."""
    rows = select(func.count()).where(Joining.appeal_id == appeal.id, Joining.state == JoiningState.JOINED)
    return int(session.scalar(rows) or 0)


def newest(appeal: Appeal, limit: int) -> list[Joining]:
    rows = joinings_of(appeal).where(Joining.state == JoiningState.JOINED)
    return list(session.scalars(rows.order_by(Joining.joined_at.desc(), Joining.id.desc()).limit(limit)))


def open_on(day: date) -> list[Appeal]:
    """Public and open for joining, the newest first."""
    rows = (
        select(Appeal)
        .join(Appeal.notice)
        .where(
            Notice.state == NoticeState.PUBLISHED, or_(Appeal.closes_on.is_(None), Appeal.closes_on >= day)
        )
    )
    return list(session.scalars(rows.order_by(Notice.published_at.desc(), Appeal.id.desc())))


def joined_by(organisation_ids: Collection[int]) -> list[Joining]:
    """All joinings of these organisations, the newest first."""
    rows = (
        select(Joining)
        .where(Joining.organisation_id.in_(organisation_ids))
        .options(joinedload(Joining.appeal))
    )
    return list(session.scalars(rows.order_by(Joining.joined_at.desc(), Joining.id.desc())))


def of_organisation(organisation_id: int) -> list[tuple[Appeal, date, date | None, bool]]:
    """For an organisation's public record: appeal, since when, until when, whether as an initiator; the newest first. Withdrawn appeals are
    no longer told of."""
    public = Notice.state == NoticeState.PUBLISHED
    joined = (
        select(Joining).join(Joining.appeal).join(Appeal.notice).where(public, Joining.organisation_id == organisation_id)
    )  # fmt: skip
    found = [
        (j.appeal, clock.day_of(j.joined_at), clock.day_of(j.left_at) if j.left_at else None, False)
        for j in session.scalars(joined.options(joinedload(Joining.appeal)))
    ]
    made = (
        select(Initiator)
        .join(Initiator.appeal)
        .join(Appeal.notice)
        .where(public, Initiator.organisation_id == organisation_id, Initiator.state == InitiatorState.AGREED)
    )
    found += [
        (one.appeal, clock.day_of(one.appeal.notice.published_at or clock.now()), None, True)
        for one in session.scalars(made.options(joinedload(Initiator.appeal)))
    ]
    return sorted(found, key=lambda row: (row[1], row[0].id), reverse=True)
