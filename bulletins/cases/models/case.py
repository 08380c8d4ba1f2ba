"""The case file: the file itself, the points alleged, the evidence, and how each paper was served. All of it is internal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.personal import Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.rules.models import Edition

if TYPE_CHECKING:
    from bulletins.cases.models.afterwards import CaseAppeal, CasePublicity, CaseRepair


class Source(State):
    """Where a lead came from. Never from whom: informants are not named in a case file."""

    PATROL = "patrol", _l("巡查发现"), "indigo", "eye"
    MEMBER = "member", _l("会员上报"), "indigo", "people"
    AUTHORITY = "authority", _l("主管部门移交"), "indigo", "building"
    PEER = "peer", _l("其他协会通报"), "indigo", "megaphone"
    PRESS = "press", _l("媒体报道"), "indigo", "newspaper"
    INQUIRY = "inquiry", _l("公约质询"), "indigo", "question-circle"
    COMPLAINT = "complaint", _l("投诉举报"), "indigo", "chat-left-text"
    SELF = "self", _l("单位自报"), "jade", "person-check"


class CaseState(State):
    LEAD = "lead", _l("线索"), "soft", "inbox"
    CHECKING = "checking", _l("初核"), "ochre", "search"
    INVESTIGATING = "investigating", _l("已立案，调查中"), "ochre", "folder2-open"
    NOTIFIED = "notified", _l("已告知，听取陈述"), "ochre", "chat-left-text"
    PLEADED = "pleaded", _l("已陈述申辩"), "ochre", "reply-all"
    HEARING = "hearing", _l("等待听证"), "ochre", "calendar-event"
    DELIBERATING = "deliberating", _l("审议中"), "indigo", "people"
    DELIBERATED = "deliberated", _l("已审议，待拟决定"), "indigo", "list-check"
    DRAFTED = "drafted", _l("决定待签发"), "ochre", "pencil"
    ISSUED = "issued", _l("已决定，送达中"), "cinnabar", "send"
    SERVED = "served", _l("已送达"), "jade", "check-circle-fill"
    APPEALED = "appealed", _l("申诉中"), "ochre", "reply-all"
    EFFECTIVE = "effective", _l("已生效"), "jade", "check-circle-fill"
    ANNULLED = "annulled", _l("决定已撤销"), "soft", "slash-circle"
    ARCHIVED = "archived", _l("已归档"), "soft", "archive"
    NOT_PURSUED = "not_pursued", _l("不予立案"), "soft", "x-circle"
    DROPPED = "dropped", _l("已撤销案件"), "soft", "x-circle"
    RESOLVED = "resolved", _l("协商解决"), "jade", "check-circle"
    TRANSFERRED = "transferred", _l("已移送"), "indigo", "box-arrow-right"


class Outcome(State):
    UPHELD = "upheld", _l("成立"), "cinnabar", "exclamation-circle"
    PARTLY = "partly", _l("部分成立"), "ochre", "exclamation-circle"
    NOT_UPHELD = "not_upheld", _l("不成立"), "jade", "check-circle"
    RESOLVED = "resolved", _l("协商解决"), "jade", "check-circle"
    NOT_PURSUED = "not_pursued", _l("评估后不予追究"), "soft", "x-circle"


class Paper(State):
    """Papers that are printed and served."""

    FILING = "filing", _l("立案通知书"), "indigo", "file-earmark-text"
    NOTICE = "notice", _l("拟处理告知书"), "ochre", "file-earmark-text"
    HEARING = "hearing", _l("听证通知书"), "ochre", "file-earmark-text"
    DECISION = "decision", _l("决定书"), "cinnabar", "file-earmark-text"
    RESOLUTION = "resolution", _l("办结通知书"), "jade", "file-earmark-text"
    TRANSFER = "transfer", _l("移送函"), "indigo", "file-earmark-text"
    INTAKE = "intake", _l("申诉答复书"), "ochre", "file-earmark-text"
    RULING = "ruling", _l("申诉决定书"), "cinnabar", "file-earmark-text"
    ANNULMENT = "annulment", _l("撤销决定通知书"), "jade", "file-earmark-text"
    REPAIR = "repair", _l("信用修复答复书"), "jade", "file-earmark-text"


class Channel(State):
    SITE = "site", _l("平台站内信和邮箱"), "indigo", "envelope"
    POST = "post", _l("邮寄"), "indigo", "envelope"
    HAND = "hand", _l("当面送交"), "indigo", "people"
    OTHER = "other", _l("双方约定的其他方式"), "indigo", "send"


S = CaseState
OPEN = (
    S.LEAD, S.CHECKING, S.INVESTIGATING, S.NOTIFIED, S.PLEADED, S.HEARING, S.DELIBERATING, S.DELIBERATED, S.DRAFTED, S.ISSUED,
)  # fmt: skip
STARTED = tuple(s for s in CaseState if s not in (S.LEAD, S.CHECKING, S.NOT_PURSUED))
"""Once filed: the respondent knows of the case. A transfer is known to staff only, see `CaseFile.is_known`."""
OVER_WITHOUT_DECISION = (S.NOT_PURSUED, S.DROPPED, S.RESOLVED, S.TRANSFERRED)
_DECIDED = text(
    "state not in ('issued', 'served', 'appealed', 'effective', 'annulled') or (issued_at is not null and outcome is not null)"
)


class CaseFile(Model):
    """One case against one organisation. `proposed_*` is what the respondent was told, `measure` and `months` what was decided; nothing is
    decided beyond what was proposed. `due_on` is the last day of the step that is under way."""

    __tablename__ = "case_file"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    number: Mapped[Line] = mapped_column(unique=True)
    state: Mapped[CaseState] = mapped_column(Stored(CaseState), default=CaseState.LEAD)
    source: Mapped[Source] = mapped_column(Stored(Source))
    title: Mapped[Line]
    fault: Mapped[Line]
    """One of the faults of the dated list."""
    happened_on: Mapped[date]
    lead: Mapped[Prose]
    opened_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_on: Mapped[date | None]
    filed_at: Mapped[datetime | None]
    filed_because: Mapped[Prose] = mapped_column(default="")

    round: Mapped[int] = mapped_column(default=0)
    """How often the respondent was told what is proposed: again after a panel wanted more facts."""
    proposed_measure: Mapped[Word] = mapped_column(default="")
    proposed_months: Mapped[int] = mapped_column(default=0)
    circumstances: Mapped[list[Any]] = mapped_column(default=list)
    """Words of the dated lists: what makes it lighter or graver."""
    grounds: Mapped[Prose] = mapped_column(default="")
    hear_by: Mapped[date | None]
    plea: Mapped[Prose] = mapped_column(default="")
    pleaded_at: Mapped[datetime | None]
    remedy: Mapped[Prose] = mapped_column(default="")
    """What the respondent offers to put right."""
    wants_hearing: Mapped[bool] = mapped_column(default=False)
    hearing_on: Mapped[date | None]
    hearing_told_on: Mapped[date | None]
    hearing_place: Mapped[Line] = mapped_column(default="")
    hearing_hands: Mapped[str] = mapped_column(Encrypted, default="")
    """Chair, members, clerk: the respondent may know who hears it."""
    absences: Mapped[int] = mapped_column(default=0)
    hearing_record: Mapped[Prose] = mapped_column(default="")

    conclusion: Mapped[Word] = mapped_column(default="")
    """The word of the panel's minutes."""
    outcome: Mapped[Outcome | None] = mapped_column(Stored(Outcome))
    measure: Mapped[Word] = mapped_column(default="")
    months: Mapped[int] = mapped_column(default=0)
    reasons: Mapped[Prose] = mapped_column(default="")
    decision_number: Mapped[Line] = mapped_column(default="")
    issued_at: Mapped[datetime | None]
    served_on: Mapped[date | None]
    served_how: Mapped[Line] = mapped_column(default="")
    statement: Mapped[Prose] = mapped_column(default="")
    """The respondent's own words, shown unedited wherever the case is told."""
    appeal_by: Mapped[date | None]
    """Last day to appeal; the decision takes effect after it."""
    effective_on: Mapped[date | None]
    report: Mapped[Prose] = mapped_column(default="")
    """What the respondent says it has done."""
    reported_at: Mapped[datetime | None]
    carried_out: Mapped[Prose] = mapped_column(default="")
    """What was put right, as staff have seen it."""
    carried_out_on: Mapped[date | None]
    annul_because: Mapped[Prose] = mapped_column(default="")
    """Why somebody asks to annul it; '' when nobody does."""
    annulled_because: Mapped[Prose] = mapped_column(default="")
    annulled_at: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]
    authority: Mapped[Line] = mapped_column(default="")
    ended_because: Mapped[Prose] = mapped_column(default="")
    ended_at: Mapped[datetime | None]

    organisation: Mapped[Organisation] = relationship(lazy="joined")
    charges: Mapped[list["CaseCharge"]] = relationship(order_by="CaseCharge.number", back_populates="case")
    evidence: Mapped[list["CaseEvidence"]] = relationship(order_by="CaseEvidence.id", back_populates="case")
    deliveries: Mapped[list["CaseDelivery"]] = relationship(order_by="CaseDelivery.id", back_populates="case")
    appeal: Mapped["CaseAppeal | None"] = relationship(back_populates="case")
    publicity: Mapped["CasePublicity | None"] = relationship(back_populates="case")
    repairs: Mapped[list["CaseRepair"]] = relationship(order_by="CaseRepair.id", back_populates="case")

    __table_args__ = (
        Index("ix_case_file_due", "state", "due_on"),
        Index("ix_case_file_fault", "fault", "outcome"),
        CheckConstraint(_DECIDED, name="decided_says_what"),
        CheckConstraint("state != 'served' or served_on is not null", name="served_on_a_day"),
    )

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_known(self) -> bool:
        """Whether the respondent knows of it: it was filed."""
        return self.filed_at is not None

    @property
    def repair(self) -> "CaseRepair | None":
        """The newest application."""
        return self.repairs[-1] if self.repairs else None

    @property
    def called(self) -> str:
        return f"{self.number} {self.title}"


class CaseCharge(Model):
    """One point alleged: a fact and the clause it is held against, in the edition in force on the day of the act."""

    __tablename__ = "case_charge"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    number: Mapped[int]
    fact: Mapped[Prose]
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    path: Mapped[Word]
    words: Mapped[Line]
    """The clause as it is cited."""
    wording: Mapped[Prose]
    answer: Mapped[Prose] = mapped_column(default="")
    is_found: Mapped[bool | None]
    finding: Mapped[Prose] = mapped_column(default="")

    case: Mapped[CaseFile] = relationship(back_populates="charges")
    edition: Mapped[Edition] = relationship()

    __table_args__ = (Index("ix_case_charge_clause", "edition_id", "path"),)


class CaseEvidence(Model):
    """One piece with its file, whose SHA-256 is its identity; never changed. `is_shown`: the respondent may see it."""

    __tablename__ = "case_evidence"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    title: Mapped[Line]
    taken_on: Mapped[date]
    taken_from: Mapped[Line]
    is_shown: Mapped[bool] = mapped_column(default=True)
    is_respondents: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime] = mapped_column(default=clock.now)

    case: Mapped[CaseFile] = relationship(back_populates="evidence")

    @property
    def organisation_id(self) -> int:
        """Whose officers may read it, once it is shown."""
        return self.case.organisation_id


class CaseDelivery(Model):
    """One paper sent one way. What is confirmed is served that day; else two channels and some working days make it served."""

    __tablename__ = "case_delivery"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id"), index=True)
    paper: Mapped[Paper] = mapped_column(Stored(Paper))
    round: Mapped[int] = mapped_column(default=0)
    channel: Mapped[Channel] = mapped_column(Stored(Channel))
    sent_on: Mapped[date]
    note: Mapped[Line] = mapped_column(default="")
    confirmed_at: Mapped[datetime | None]

    case: Mapped[CaseFile] = relationship(back_populates="deliveries")
