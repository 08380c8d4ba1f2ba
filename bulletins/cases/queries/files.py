"""Cases as the desk and their respondents work with them."""

from collections import Counter
from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import selectinload

from association.kernel import clock, walls
from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations.models import Organisation
from association.rules.models import Edition
from bulletins.cases.models import OPEN, CaseCharge, CaseDelivery, CaseFile, CaseState, Channel, Paper
from bulletins.complaints.models import Complaint

AT_MOST = 12


def all_cases() -> Select[CaseFile]:
    return select(CaseFile).join(CaseFile.organisation)


def called(rows: Select[Any], words: str) -> Select[Any]:
    """By number, title, name or code of the organisation."""
    for word in words.split():
        rows = rows.where(
            or_(
                CaseFile.number.contains(word, autoescape=True), CaseFile.title.contains(word, autoescape=True),
                Organisation.name.contains(word, autoescape=True), Organisation.uscc.contains(word, autoescape=True),
            )
        )  # fmt: skip
    return rows


def numbered(written: str) -> CaseFile | None:
    """By its number."""
    return session.scalars(select(CaseFile).where(CaseFile.number == written.strip())).one_or_none()


def taken_up(case: CaseFile) -> list[Complaint]:
    """Complaints that were taken into it."""
    return list(
        session.scalars(select(Complaint).where(Complaint.case_number == case.number).order_by(Complaint.id))
    )


def of_organisations(ids: Collection[int], *states: CaseState) -> list[CaseFile]:
    """Those these organisations know of, the newest first."""
    rows = select(CaseFile).where(CaseFile.organisation_id.in_(ids), CaseFile.filed_at.is_not(None))
    if states:
        rows = rows.where(CaseFile.state.in_(states))
    return list(session.scalars(rows.order_by(CaseFile.id.desc())))


def at_work() -> list[CaseFile]:
    """For the desk's waiting items, the most urgent first."""
    late = and_(CaseFile.measure != "", CaseFile.due_on < clock.today())
    to_be_checked = and_(
        CaseFile.state == CaseState.EFFECTIVE,
        CaseFile.carried_out_on.is_(None),
        or_(CaseFile.reported_at.is_not(None), late),
    )
    rows = (
        select(CaseFile)
        .where(or_(CaseFile.state.in_(OPEN), CaseFile.annul_because != "", to_be_checked))
        .options(selectinload(CaseFile.charges), selectinload(CaseFile.deliveries))
    )
    return list(session.scalars(rows.order_by(CaseFile.due_on, CaseFile.id).limit(200)))


def on_their_way() -> Select[CaseFile]:
    """Decided and on its way, for the clock."""
    return select(CaseFile).where(CaseFile.state == CaseState.ISSUED).order_by(CaseFile.id)


def deliveries_of(case: CaseFile, paper: Paper) -> list[CaseDelivery]:
    """How this paper was sent in its latest round."""
    return [s for s in case.deliveries if s.paper is paper and s.round == case.round]


def second_channel(case: CaseFile, paper: Paper) -> CaseDelivery | None:
    """The first way it was sent besides the site."""
    return next((s for s in deliveries_of(case, paper) if s.channel is not Channel.SITE), None)


def similar(case: CaseFile, *, reader: Actor) -> list[CaseFile]:
    """Decided cases that share a clause, the kind of fault or the proposed measure; what stands behind the reader's walls is left out."""
    clauses = select(Edition.document_id).where(Edition.id.in_([c.edition_id for c in case.charges]))
    paths = {c.path for c in case.charges}
    sharing = (
        select(CaseCharge.case_id)
        .join(CaseCharge.edition)
        .where(Edition.document_id.in_(clauses), CaseCharge.path.in_(paths))
    )
    same = [CaseFile.id.in_(sharing), CaseFile.fault == case.fault]
    if case.proposed_measure:
        same.append(CaseFile.measure == case.proposed_measure)
    rows = select(CaseFile).where(
        CaseFile.id != case.id, CaseFile.issued_at.is_not(None), CaseFile.annulled_at.is_(None), or_(*same)
    )
    rows = walls.open_rows(rows, reader.walls).options(selectinload(CaseFile.charges))
    return list(session.scalars(rows.order_by(CaseFile.issued_at.desc(), CaseFile.id.desc()).limit(AT_MOST)))


def likeness(case: CaseFile, other: CaseFile) -> tuple[list[str], bool, bool]:
    """What they share: clauses as cited, the kind of fault, the measure."""
    mine = {c.path for c in case.charges}
    shared = sorted({c.words for c in other.charges if c.path in mine})
    return (
        shared,
        other.fault == case.fault,
        bool(case.proposed_measure) and other.measure == case.proposed_measure,
    )


def spread(cases: Collection[CaseFile]) -> list[tuple[str, int]]:
    """Past outcomes, in their own order: how many came to each. No share, no score."""
    counted = Counter(c.outcome for c in cases if c.outcome is not None)
    return (
        [(str(outcome.label), counted[outcome]) for outcome in type(next(iter(counted))) if counted[outcome]]
        if counted
        else []
    )


def is_late(case: CaseFile) -> bool:
    return case.due_on is not None and case.due_on < clock.today()
