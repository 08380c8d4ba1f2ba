"""One table: a fact about an organisation or a person, from a day, mostly to a day."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.people.models import Person


class StandingKind(State):
    NOMINATION = "nomination", _l("推优提名"), "indigo", "megaphone"
    COMMENDATION = "commendation", _l("推优"), "jade", "award"
    MEASURE = "measure", _l("自律措施"), "ochre", "exclamation-circle"
    OBLIGATION = "obligation", _l("应办事项"), "ochre", "list-check"


class StandingState(State):
    ON_RECORD = "on_record", _l("在案"), "indigo", "bookmark"
    FULFILLED = "fulfilled", _l("已办结"), "jade", "check-circle-fill"
    EXPIRED = "expired", _l("期满"), "soft", "clock-history"
    ENDED = "ended", _l("提前结束"), "soft", "box-arrow-right"
    WITHDRAWN = "withdrawn", _l("已撤销"), "soft", "slash-circle"


LONGEST = 300


class Standing(Model):
    """A fact with its term. `to_on` is its last day (None: no end is set); of an obligation it is the day it is due, and it is owed until it is
    fulfilled, also after that day. `closed_on` is the first day on which it no longer stands.

    `title` and `basis` name no person. `source_*` is what wrote it, `url` the address of that ('' where nobody but staff reads it), `act_url`
    where what is owed can be done. A withdrawn row should never have stood: no page but staff's and the subject's own tells of it.
    """

    __tablename__ = "standing"

    id: Mapped[Key]
    kind: Mapped[StandingKind] = mapped_column(Stored(StandingKind))
    state: Mapped[StandingState] = mapped_column(Stored(StandingState), default=StandingState.ON_RECORD)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str] = mapped_column(String(LONGEST))
    basis: Mapped[Prose]
    source_kind: Mapped[Word]
    source_id: Mapped[int]
    url: Mapped[str] = mapped_column(String(LONGEST), default="")
    act_url: Mapped[str] = mapped_column(String(LONGEST), default="")
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    is_public: Mapped[bool] = mapped_column(default=False)
    public_basis: Mapped[Prose] = mapped_column(default="")
    """Why a person's row is shown, and by whose second look: without both, and a last day, it never is (CAUTIONS, People)."""
    public_agreed_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    closed_on: Mapped[date | None]
    closed_because: Mapped[Prose] = mapped_column(default="")
    recorded_at: Mapped[datetime] = mapped_column(default=clock.now)
    reminded_on: Mapped[date | None]
    overdue_at: Mapped[datetime | None]
    """When it was noted that an obligation was not fulfilled by its day."""

    organisation: Mapped[Organisation | None] = relationship()
    person: Mapped[Person | None] = relationship()

    __table_args__ = (
        CheckConstraint("(organisation_id is null) != (person_id is null)", name="about_one"),
        CheckConstraint("to_on is null or from_on <= to_on", name="days_in_order"),
        CheckConstraint("kind != 'obligation' or to_on is not null", name="obligation_is_due"),
        CheckConstraint("(state in ('on_record', 'expired')) = (closed_on is null)", name="closed_says_when"),
        CheckConstraint(
            "person_id is null or not is_public"
            " or (public_basis != '' and public_agreed_by is not null and to_on is not null)",
            name="person_in_public_on_a_basis",
        ),
        Index("ix_standing_organisation", "organisation_id", "kind", "state"),
        Index("ix_standing_source", "source_kind", "source_id"),
        Index("ix_standing_days", "state", "to_on"),
    )

    def stands_on(self, day: date) -> bool:
        """Whether it stood on a day. `queries.standing_on` says the same in SQL."""
        if self.state is StandingState.WITHDRAWN or day < self.from_on:
            return False
        if self.closed_on is not None and self.closed_on <= day:
            return False
        return self.kind is StandingKind.OBLIGATION or self.to_on is None or day <= self.to_on

    @property
    def is_owed(self) -> bool:
        return self.kind is StandingKind.OBLIGATION and self.state is StandingState.ON_RECORD

    @property
    def is_overdue(self) -> bool:
        return self.is_owed and self.to_on is not None and self.to_on < clock.today()

    @property
    def is_shown(self) -> bool:
        """Whether everybody may read it. `queries.in_public` says the same in SQL."""
        if not self.is_public or self.state is StandingState.WITHDRAWN:
            return False
        return self.organisation is None or self.organisation.has_public_record

    @property
    def about(self) -> str:
        """Whom it is about, as those who work with it read it."""
        if self.organisation is not None:
            return self.organisation.name
        return self.person.name if self.person else ""
