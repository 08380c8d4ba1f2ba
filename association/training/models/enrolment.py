"""One place, or one wish for a place, in a session; and every movement of it on the waiting list."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.certificates import Certificate
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.personal import EncryptedFacts
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.people.models import Person
from association.training.models.session import CourseSession


class EnrolmentState(State):
    UNNAMED = "unnamed", _l("待填人员"), "ochre", "person"
    WAITING = "waiting", _l("候补"), "indigo", "hourglass-split"
    OFFERED = "offered", _l("待答复递补"), "ochre", "envelope"
    CHECKING = "checking", _l("待资格审核"), "ochre", "hourglass-split"
    RETURNED = "returned", _l("待补充"), "indigo", "reply"
    UNPAID = "unpaid", _l("待缴费"), "ochre", "clock"
    REPORTED = "reported", _l("待确认到账"), "ochre", "hourglass-split"
    ADMITTED = "admitted", _l("已录取"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("未录取"), "soft", "x-circle"
    WITHDRAWN = "withdrawn", _l("已退出"), "soft", "slash-circle"
    LAPSED = "lapsed", _l("到期未答复"), "soft", "clock"
    CALLED_OFF = "called_off", _l("本期已取消"), "soft", "slash-circle"


E = EnrolmentState
HOLDING = (E.UNNAMED, E.OFFERED, E.CHECKING, E.RETURNED, E.UNPAID, E.REPORTED, E.ADMITTED)
"""Each of these has a place, so that a place is never promised twice."""
LIVING = (*HOLDING, E.WAITING)


class Cause(State):
    """Why somebody moved on the list: read by the person, their organisation and staff."""

    TOOK = "took", _l("报名时有空位")
    TOOK_SHARE = "took_share", _l("报名时本类单位的保留名额有空位")
    JOINED = "joined", _l("名额已满，排入候补")
    OFFERED = "offered", _l("有人退出或名额增加，轮到其递补")
    OFFERED_SHARE = "offered_share", _l("本类单位的保留名额空出，轮到其递补")
    ACCEPTED = "accepted", _l("接受了递补")
    GAVE_UP = "gave_up", _l("本人或单位退出")
    LAPSED = "lapsed", _l("答复期限内没有答复")
    REFUSED = "refused", _l("未通过审核或单位不予确认")
    CALLED_OFF = "called_off", _l("本期取消")


class Enrolment(Model):
    """`facts` are {"name", "number_kind", "number", "phone", "post", "years"}, encrypted whole; empty while an organisation has yet to name somebody.

    Signed up by an organisation it has no person; signed up alone it has one, and an organisation where an employer was named.
    """

    __tablename__ = "training_enrolment"

    id: Mapped[Key]
    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)
    number_key: Mapped[str | None] = mapped_column(String(64))
    """Keyed hash of the identity number while the enrolment lives: one person has one place, however the name is spelt."""
    has_declared: Mapped[bool] = mapped_column(default=False)
    """That there is no criminal record."""
    state: Mapped[EnrolmentState] = mapped_column(Stored(EnrolmentState))
    pool: Mapped[Word] = mapped_column(default="")
    """The share its place comes from (a kind of organisation); empty for the general places."""
    line: Mapped[int | None]
    """Its number on the waiting list; numbers are given in order and never again."""
    offered_until: Mapped[datetime | None]
    employer_at: Mapped[datetime | None]
    """When the employer confirmed."""
    invoice_title: Mapped[Line] = mapped_column(default="")
    invoice_number: Mapped[Word] = mapped_column(default="")
    paid_at: Mapped[datetime | None]
    because: Mapped[Prose] = mapped_column(default="")
    """What was said with the last decision."""
    certificate_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"), index=True)
    expiry_told_on: Mapped[date | None]
    """When somebody was told that the certificate ends soon."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    session: Mapped[CourseSession] = relationship(lazy="joined", innerjoin=True)
    organisation: Mapped[Organisation | None] = relationship(lazy="joined")
    person: Mapped[Person | None] = relationship(lazy="joined")
    certificate: Mapped[Certificate | None] = relationship(lazy="joined")
    movements: Mapped[list["Movement"]] = relationship(order_by="Movement.id", back_populates="enrolment")

    __table_args__ = (
        UniqueConstraint("session_id", "number_key"),
        UniqueConstraint("session_id", "line"),
        Index("ix_training_enrolment_session_state", "session_id", "state"),
        CheckConstraint("state != 'waiting' or line is not null", name="waits_in_line"),
        CheckConstraint("state != 'offered' or offered_until is not null", name="an_offer_ends"),
        CheckConstraint("organisation_id is not null or person_id is not null", name="somebodys"),
    )

    @property
    def name(self) -> str:
        """For those who work with it."""
        return str(self.facts.get("name") or _("（未填人员）"))

    @property
    def shown_number(self) -> str:
        """The last four: enough to compare with a paper."""
        number = str(self.facts.get("number") or "")
        return f"****{number[-4:]}" if number else ""

    @property
    def is_by_organisation(self) -> bool:
        return self.person_id is None

    @property
    def needs_employer(self) -> bool:
        return self.organisation_id is not None and self.employer_at is None

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of the organisation, for the shares."""
        return frozenset(k.value for k in self.organisation.kinds) if self.organisation else frozenset()


class Movement(Model):
    """One movement: `rank` is where somebody stood on the waiting list right after it (None: not on the list)."""

    __tablename__ = "training_movement"

    id: Mapped[Key]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("training_enrolment.id"), index=True)
    at: Mapped[datetime] = mapped_column("moved_at", default=clock.now)
    cause: Mapped[Cause] = mapped_column(Stored(Cause))
    rank: Mapped[int | None]

    enrolment: Mapped[Enrolment] = relationship(back_populates="movements")
