"""What may be told of a case, for the article made from it. The case file itself stays internal."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, or_, select

from association.kernel import clock
from association.kernel.audit import AuditEntry, kind_of
from association.kernel.db import session
from association.kernel.history import word_of
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from bulletins.cases.models import CaseAppeal, CaseCharge, CaseFile, CasePublicity, Outcome

TOLD = {
    "case_file": (
        "file", "notify", "plead", "hear", "deliberate", "issue", "confirm", "deem", "resolve", "take_effect", "carry_out", "publicise", "end_publicity",
        "annul", "revoke",
    ),
    "case_appeal": ("lodge", "accept", "refuse", "withdraw", "lapse", "decide"),
}  # fmt: skip
"""Deeds an outsider may know the day of."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A real step of the procedure, on its day."""

    on: date
    deed: str
    label: str


def _may_be_told() -> ColumnElement[bool]:
    in_effect = and_(CaseFile.effective_on.is_not(None), CaseFile.annulled_at.is_(None))
    settled = and_(CaseFile.outcome == Outcome.RESOLVED, CaseFile.filed_at.is_not(None))
    return or_(in_effect, settled)


def tellable() -> Select[CaseFile]:
    """In effect and not annulled, or settled after it was filed: what an article may be made from."""
    return select(CaseFile).where(_may_be_told())


def is_tellable(case: CaseFile) -> bool:
    """`tellable` says the same in SQL."""
    if case.outcome is Outcome.RESOLVED:
        return case.filed_at is not None
    return case.effective_on is not None and case.annulled_at is None


def named() -> ColumnElement[bool]:
    """`may_be_named`, in SQL."""
    running = select(CasePublicity.case_id).where(
        CasePublicity.end.is_(None), CasePublicity.until_on >= clock.today()
    )
    shown = select(Organisation.id).where(organisations.in_public())
    return and_(CaseFile.annulled_at.is_(None), CaseFile.id.in_(running), CaseFile.organisation_id.in_(shown))


def may_be_named(case: CaseFile) -> bool:
    """While it is shown with the name, and the organisation has a public record: a natural person's business never has."""
    return (
        case.annulled_at is None
        and case.publicity is not None
        and case.publicity.is_running
        and case.organisation.has_public_record
    )


def masked_on(case: CaseFile) -> date | None:
    """The day the name left."""
    return case.publicity.ended_on if case.publicity is not None else None


def found(case: CaseFile) -> list[CaseCharge]:
    """The points that were found."""
    return [charge for charge in case.charges if charge.is_found]


def milestones(case: CaseFile) -> list[Milestone]:
    """In the order in which they happened."""
    subjects: list[CaseFile | CaseAppeal] = [case, *([case.appeal] if case.appeal else [])]
    mine = [
        and_(
            AuditEntry.subject_kind == kind_of(subject), AuditEntry.subject_id == subject.id,
            AuditEntry.deed.in_(TOLD[kind_of(subject)]),
        )
        for subject in subjects
    ]  # fmt: skip
    entries = session.scalars(select(AuditEntry).where(or_(*mine)).order_by(AuditEntry.id))
    return [Milestone(clock.day_of(e.at), e.deed, word_of(e.subject_kind, e.deed)) for e in entries]
