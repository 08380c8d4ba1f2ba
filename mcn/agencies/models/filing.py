"""What an agency files: its application, a change, its roster, its annual review. Each proposes sections; staff accept or return it as one."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Prose
from association.kernel.personal import Encrypted, EncryptedFacts
from association.kernel.state import State, Stored
from association.kernel.words import _l
from mcn.agencies.models.agency import Agency


class FilingKind(State):
    APPLICATION = "application", _l("登记申请")
    CHANGE = "change", _l("变更")
    ROSTER = "roster", _l("花名册")
    REVIEW = "review", _l("年度复核")


class FilingState(State):
    DRAFT = "draft", _l("填报中"), "indigo", "pencil"
    PREPARED = "prepared", _l("待签署人确认"), "ochre", "pen"
    SUBMITTED = "submitted", _l("待核验"), "ochre", "hourglass-split"
    EXAMINED = "examined", _l("已核验，待决定"), "ochre", "clipboard-check"
    RETURNED = "returned", _l("待补正"), "indigo", "reply"
    APPROVED = "approved", _l("已采用"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("未采用"), "cinnabar", "x-circle"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"


OVER = (FilingState.APPROVED, FilingState.REFUSED, FilingState.WITHDRAWN)
WITH_STAFF = (FilingState.SUBMITTED, FilingState.EXAMINED)
_OPEN = text("state not in ('approved', 'refused', 'withdrawn')")


class Filing(Model):
    """One of these at a time for each agency. `findings` are what the checks said when they were last made ([{"code", "level", …}]), without
    any personal value; `answers` what staff found to those that ask."""

    __tablename__ = "agency_filing"

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    kind: Mapped[FilingKind] = mapped_column(Stored(FilingKind))
    state: Mapped[FilingState] = mapped_column(Stored(FilingState), default=FilingState.DRAFT)
    because: Mapped[Prose] = mapped_column(default="")
    asked: Mapped[list[Any]] = mapped_column(default=list)
    """[{"field": "section" or "section__field", "because": …, "done": bool}]"""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_because: Mapped[str | None]
    findings: Mapped[list[Any]] = mapped_column(default=list)
    checked_at: Mapped[datetime | None]
    answers: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)
    interviewed_on: Mapped[date | None]
    interview: Mapped[str | None] = mapped_column(Encrypted)
    """What was talked about with whom; for staff."""

    agency: Mapped[Agency] = relationship(lazy="joined", innerjoin=True)
    sections: Mapped[list["FilingSection"]] = relationship(lazy="selectin", cascade="all, delete-orphan")

    __table_args__ = (
        Index("uq_agency_filing_open", "agency_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_agency_filing_queue", "state", "submitted_at", "id"),
    )

    @property
    def organisation_id(self) -> int:
        return self.agency.organisation_id

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def is_writable(self) -> bool:
        return self.state in (FilingState.DRAFT, FilingState.RETURNED)

    @property
    def title(self) -> str:
        return f"{self.agency.name} {self.kind.label}"

    def proposed(self, name: str) -> "FilingSection | None":
        return next((section for section in self.sections if section.name == name), None)


class FilingSection(Model):
    """One section as the filing proposes it; `before` is what the file held when it was accepted."""

    __tablename__ = "agency_filing_section"

    filing_id: Mapped[int] = mapped_column(ForeignKey("agency_filing.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    facts: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)
    before: Mapped[dict[str, Any] | None] = mapped_column(EncryptedFacts)
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
