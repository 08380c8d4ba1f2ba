"""Named reads of inquiries and measures."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from association.inquiries.models import OPEN, Inquiry, InquiryState, Measure, MeasureState, Rung
from association.kernel import clock
from association.kernel.db import session
from association.organisations.models import Organisation
from association.pledges.models import Pledge
from association.rules.models import Clause
from association.rules.queries import clauses_of

M = MeasureState


def all_inquiries() -> Select[Inquiry]:
    """For the desk."""
    return select(Inquiry).join(Inquiry.organisation).options(selectinload(Inquiry.measures))


def called(rows: Select[Any], words: str) -> Select[Any]:
    """By name or code of the organisation, or the number."""
    for word in words.split():
        rows = rows.where(
            or_(
                Organisation.name.contains(word, autoescape=True), Organisation.uscc.contains(word, autoescape=True),
                Inquiry.number.contains(word, autoescape=True),
            )
        )  # fmt: skip
    return rows


def open_one(pledge_id: int, organisation_id: int) -> Inquiry | None:
    """The inquiry that is not over."""
    rows = select(Inquiry).where(
        Inquiry.pledge_id == pledge_id, Inquiry.organisation_id == organisation_id, Inquiry.state.in_(OPEN)
    )
    return session.scalars(rows).one_or_none()


def of_organisations(ids: Collection[int], *states: InquiryState) -> list[Inquiry]:
    """Of these organisations, the newest first."""
    rows = select(Inquiry).where(Inquiry.organisation_id.in_(ids))
    if states:
        rows = rows.where(Inquiry.state.in_(states))
    return list(session.scalars(rows.order_by(Inquiry.id.desc())))


def measures_of(ids: Collection[int], *states: MeasureState) -> list[Measure]:
    """Of these organisations, in these states."""
    rows = select(Measure).where(Measure.organisation_id.in_(ids), Measure.state.in_(states))
    return list(session.scalars(rows.order_by(Measure.id)))


def at_work(*states: InquiryState) -> list[Inquiry]:
    """For the desk's waiting items, the oldest first."""
    rows = select(Inquiry).where(Inquiry.state.in_(states)).options(selectinload(Inquiry.measures))
    return list(session.scalars(rows.order_by(Inquiry.id).limit(200)))


def pending(*states: MeasureState) -> list[Measure]:
    rows = select(Measure).where(Measure.state.in_(states)).options(joinedload(Measure.organisation))
    return list(session.scalars(rows.order_by(Measure.id).limit(200)))


def unanswered() -> Select[Inquiry]:
    """Their last day has passed."""
    rows = select(Inquiry).where(Inquiry.state == InquiryState.ASKED, Inquiry.reply_by < clock.today())
    return rows.order_by(Inquiry.id)


def unopposed() -> Select[Measure]:
    """Decided, and the days for an objection are over."""
    rows = select(Measure).where(Measure.state == M.DECIDED, Measure.object_by < clock.today())
    return rows.order_by(Measure.id)


def expired() -> Select[Measure]:
    rows = select(Measure).where(Measure.state == M.IN_FORCE, Measure.until < clock.today())
    return rows.order_by(Measure.id)


def publicities(pledge: Pledge) -> Select[Measure]:
    """Those that last, for everybody."""
    return (
        select(Measure)
        .join(Measure.inquiry)
        .join(Measure.organisation)
        .where(Inquiry.pledge_id == pledge.id, Measure.rung == Rung.PUBLICITY, Measure.state == M.IN_FORCE)
        .options(joinedload(Measure.organisation))
    )


def clauses_for(inquiry_signature: Any) -> list[Clause]:
    """The numbered clauses of the text that was signed."""
    edition = inquiry_signature.version.edition
    return [c for c in clauses_of(edition.id) if c.mark] if edition is not None else []
