"""A young person's way through one call: the application, mentors, milestones."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.experts.models import Expert
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.personal import Encrypted, EncryptedFacts
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.people.models import Person
from mcn.incubation.models.call import IncubationCall


class TalentState(State):
    SUBMITTED = "submitted", _l("待审核"), "ochre", "hourglass-split"
    RETURNED = "returned", _l("待补充"), "indigo", "reply"
    PUT_FORWARD = "put_forward", _l("待决定"), "ochre", "hourglass-split"
    SELECTED = "selected", _l("已入选"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("未入选"), "soft", "x-circle"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"
    COMPLETED = "completed", _l("已结束孵化"), "jade", "flag"
    LEFT = "left", _l("已退出"), "soft", "box-arrow-right"


TAKEN = (TalentState.SELECTED, TalentState.COMPLETED)


class Talent(Model):
    """One application and what follows from it. `facts` are encrypted whole, for the guardian is a third person and the age decides who must
    consent: {"born_on", "plan", "experience", "guardian", "consent_number", "consented_on"}; the last three where the person is a minor.
    """

    __tablename__ = "incubation_talent"

    id: Mapped[Key]
    call_id: Mapped[int] = mapped_column(ForeignKey("incubation_call.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts)
    state: Mapped[TalentState] = mapped_column(Stored(TalentState), default=TalentState.SUBMITTED, index=True)
    submitted_at: Mapped[datetime] = mapped_column(default=clock.now)
    decided_because: Mapped[Prose] = mapped_column(default="")
    """What the person was told with the last decision."""
    opinion: Mapped[Prose] = mapped_column(default="")
    """Of whoever examined it, for whoever decides."""
    from_on: Mapped[date | None]
    ended_on: Mapped[date | None]

    call: Mapped[IncubationCall] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    mentors: Mapped[list["Mentor"]] = relationship(
        lazy="selectin", order_by="Mentor.id", back_populates="talent"
    )
    milestones: Mapped[list["Milestone"]] = relationship(
        lazy="selectin", order_by="Milestone.due_on, Milestone.id", back_populates="talent"
    )

    __table_args__ = (
        UniqueConstraint("call_id", "person_id"),
        CheckConstraint("state != 'selected' or from_on is not null", name="selected_from_a_day"),
    )

    @property
    def name(self) -> str:
        """For those who work with them."""
        return self.person.name

    def day(self, name: str) -> date | None:
        """One of the days among the facts."""
        return date.fromisoformat(self.facts[name]) if self.facts.get(name) else None


class MentorState(State):
    ASKED = "asked", _l("待本人答复"), "ochre", "envelope"
    ACTIVE = "active", _l("正在指导"), "jade", "check-circle-fill"
    DECLINED = "declined", _l("未接受"), "soft", "x-circle"
    ENDED = "ended", _l("已结束指导"), "soft", "box-arrow-right"


class Mentor(Model):
    """Who guides somebody: an expert in office, who is asked, or a person named by the office, who has agreed outside."""

    __tablename__ = "incubation_mentor"

    id: Mapped[Key]
    talent_id: Mapped[int] = mapped_column(ForeignKey("incubation_talent.id"), index=True)
    expert_id: Mapped[int | None] = mapped_column(ForeignKey("expert.id"), index=True)
    named: Mapped[str | None] = mapped_column(Encrypted)
    """Name and position of somebody who is no expert of the pool."""
    state: Mapped[MentorState] = mapped_column(Stored(MentorState), default=MentorState.ASKED)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_because: Mapped[Prose] = mapped_column(default="")

    talent: Mapped[Talent] = relationship(back_populates="mentors")
    expert: Mapped[Expert | None] = relationship(lazy="joined")

    __table_args__ = (CheckConstraint("expert_id is null or named is null", name="one_kind"),)

    @property
    def name(self) -> str:
        return self.expert.name if self.expert else self.named or "—"


class MilestoneState(State):
    SET = "set", _l("待报送"), "indigo", "flag"
    REPORTED = "reported", _l("待回应"), "ochre", "hourglass-split"
    MET = "met", _l("已达到"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("已取消"), "soft", "slash-circle"


class Milestone(Model):
    """Something to be reached by a day, with a short report and what a mentor or the office says to it."""

    __tablename__ = "incubation_milestone"

    id: Mapped[Key]
    talent_id: Mapped[int] = mapped_column(ForeignKey("incubation_talent.id"), index=True)
    title: Mapped[Line]
    due_on: Mapped[date] = mapped_column(index=True)
    state: Mapped[MilestoneState] = mapped_column(Stored(MilestoneState), default=MilestoneState.SET)
    report: Mapped[str | None] = mapped_column(Encrypted)
    reported_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(Encrypted)
    reminded_on: Mapped[date | None]

    talent: Mapped[Talent] = relationship(back_populates="milestones")
