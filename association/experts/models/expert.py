"""An expert, from a recommendation to the end of the appointment; their fields, consents and absences."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.experts.models.call import ExpertCall
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.personal import mask_name
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.people.models import Person


class Route(State):
    """How somebody came to be a candidate."""

    ORGANISATION = "organisation", _l("单位推荐")
    STAFF = "staff", _l("秘书处推荐")
    CALL = "call", _l("公开征集")


class ExpertState(State):
    RECOMMENDED = "recommended", _l("待本人同意"), "ochre", "envelope"
    SUBMITTED = "submitted", _l("待审核"), "ochre", "hourglass-split"
    RETURNED = "returned", _l("待补充"), "indigo", "reply"
    ON_NOTICE = "on_notice", _l("正在公示"), "indigo", "megaphone"
    APPOINTED = "appointed", _l("在聘"), "jade", "check-circle-fill"
    SUSPENDED = "suspended", _l("暂停"), "cinnabar", "pause-circle"
    REFUSED = "refused", _l("未予聘任"), "cinnabar", "x-circle"
    WITHDRAWN = "withdrawn", _l("本人未同意或已撤回"), "soft", "slash-circle"
    ENDED = "ended", _l("聘任已结束"), "soft", "box-arrow-right"


OPEN = (ExpertState.RECOMMENDED, ExpertState.SUBMITTED, ExpertState.RETURNED, ExpertState.ON_NOTICE)
SERVING = (ExpertState.APPOINTED, ExpertState.SUSPENDED)
_LIVING = text("person_id is not null and state not in ('refused', 'withdrawn', 'ended')")


class ConsentKind(State):
    """What the public may see; without consent it sees the surname, the fields and the term."""

    NOTICE = "notice", _l("公示期间公开我的姓名、单位和职称")
    NAME = "name", _l("在专家名册公开我的姓名")
    EMPLOYER = "employer", _l("在专家名册公开我的工作单位")
    TITLE = "title", _l("在专家名册公开我的职称")
    PROFILE = "profile", _l("在专家名册公开我的简介")


class Expert(Model):
    """One candidacy and the appointment it leads to. A later return to the pool is another one."""

    __tablename__ = "expert"

    id: Mapped[Key]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """Empty while somebody without an account has not answered a recommendation."""
    invited_name: Mapped[Line] = mapped_column(default="")
    invited_email: Mapped[Line] = mapped_column(default="", index=True)
    """As accounts keep addresses for comparison; emptied when the person has answered."""
    route: Mapped[Route] = mapped_column(Stored(Route))
    recommender_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    call_id: Mapped[int | None] = mapped_column(ForeignKey("expert_call.id"), index=True)
    because: Mapped[Prose] = mapped_column(default="")
    """Why they were recommended."""
    employer: Mapped[Line] = mapped_column(default="")
    title: Mapped[Line] = mapped_column(default="")
    level: Mapped[Line] = mapped_column(default="")
    profile: Mapped[Prose] = mapped_column(default="")
    load_limit: Mapped[int] = mapped_column(default=0)
    """How many pieces they take at once."""
    state: Mapped[ExpertState] = mapped_column(Stored(ExpertState), default=ExpertState.RECOMMENDED)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    submitted_at: Mapped[datetime | None]
    decided_because: Mapped[Prose] = mapped_column(default="")
    notice_from: Mapped[date | None]
    notice_to: Mapped[date | None]
    """The last day on which one may object."""
    number: Mapped[str | None] = mapped_column(String(64), unique=True)
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    """The last day of the term."""
    ended_on: Mapped[date | None]
    reminded_on: Mapped[date | None]

    person: Mapped[Person | None] = relationship()
    recommender: Mapped[Organisation | None] = relationship()
    call: Mapped[ExpertCall | None] = relationship()
    field_rows: Mapped[list["ExpertField"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="ExpertField.field"
    )
    consents: Mapped[list["Consent"]] = relationship(lazy="selectin", order_by="Consent.id")
    absences: Mapped[list["Absence"]] = relationship(lazy="select", order_by="Absence.from_on")

    __table_args__ = (
        Index("uq_expert_living", "person_id", unique=True, sqlite_where=_LIVING, postgresql_where=_LIVING),
        Index("ix_expert_term", "state", "to_on"),
        CheckConstraint("state = 'recommended' or state = 'withdrawn' or person_id is not null", name="somebody"),
        CheckConstraint("state not in ('appointed', 'suspended') or to_on is not null", name="appointed_with_term"),
        CheckConstraint("state != 'on_notice' or notice_to is not null", name="notice_ends"),
        CheckConstraint("to_on is null or from_on <= to_on", name="days_in_order"),
    )  # fmt: skip

    @property
    def fields(self) -> list[str]:
        return [row.field for row in self.field_rows]

    @fields.setter
    def fields(self, fields: list[str]) -> None:
        kept = {row.field: row for row in self.field_rows}
        self.field_rows = [kept.get(f) or ExpertField(field=f) for f in sorted(set(fields))]

    @property
    def name(self) -> str:
        """For those who work with them."""
        return self.person.name if self.person else self.invited_name

    def consents_to(self, kind: ConsentKind) -> bool:
        return any(c.kind is kind and c.withdrawn_at is None for c in self.consents)

    @property
    def shown_name(self) -> str:
        """In the public list."""
        return self.name if self.consents_to(ConsentKind.NAME) else mask_name(self.name)

    @property
    def shown_employer(self) -> str:
        return self.employer if self.consents_to(ConsentKind.EMPLOYER) else ""

    @property
    def shown_title(self) -> str:
        return self.title if self.consents_to(ConsentKind.TITLE) else ""

    @property
    def shown_profile(self) -> str:
        return self.profile if self.consents_to(ConsentKind.PROFILE) else ""

    @property
    def noticed_name(self) -> str:
        """In the public notice."""
        return self.name if self.consents_to(ConsentKind.NOTICE) else mask_name(self.name)

    def serves_on(self, day: date) -> bool:
        """Appointed, in the term. `queries.serving` says the same in SQL."""
        return (
            self.state is ExpertState.APPOINTED and self.from_on is not None and self.to_on is not None
            and self.from_on <= day <= self.to_on
        )  # fmt: skip

    def is_available_on(self, day: date) -> bool:
        return self.serves_on(day) and not any(a.from_on <= day <= a.to_on for a in self.absences)


class ExpertField(Model):
    """One field of an expert."""

    __tablename__ = "expert_field"

    expert_id: Mapped[int] = mapped_column(ForeignKey("expert.id"), primary_key=True)
    field: Mapped[Line] = mapped_column(primary_key=True, index=True)


class Consent(Model):
    """Given on a day, withdrawn on another: the record of what could be shown when."""

    __tablename__ = "expert_consent"

    id: Mapped[Key]
    expert_id: Mapped[int] = mapped_column(ForeignKey("expert.id"), index=True)
    kind: Mapped[ConsentKind] = mapped_column(Stored(ConsentKind))
    given_at: Mapped[datetime] = mapped_column(default=clock.now)
    withdrawn_at: Mapped[datetime | None]


class Absence(Model):
    """Days on which nothing is given to an expert. Why is nobody's business."""

    __tablename__ = "expert_absence"

    id: Mapped[Key]
    expert_id: Mapped[int] = mapped_column(ForeignKey("expert.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date]

    __table_args__ = (
        UniqueConstraint("expert_id", "from_on", "to_on"),
        CheckConstraint("from_on <= to_on", name="days_in_order"),
    )
