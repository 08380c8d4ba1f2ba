"""An agency's stay on the register, what its file holds now, and the keys by which it is found."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.personal import EncryptedFacts
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation


class AgencyState(State):
    """What an entry of the register is. It is a register (登记): no state of it permits or forbids anything."""

    APPLYING = "applying", _l("申请中"), "ochre", "hourglass-split"
    REGISTERED = "registered", _l("已登记"), "jade", "check-circle-fill"
    ABNORMAL = "abnormal", _l("信息异常"), "ochre", "exclamation-circle"
    SUSPENDED = "suspended", _l("登记暂停"), "cinnabar", "pause-circle"
    ENDED = "ended", _l("已注销"), "soft", "box-arrow-right"
    CLOSED = "closed", _l("未登记"), "soft", "x-circle"


STANDING = (AgencyState.REGISTERED, AgencyState.ABNORMAL, AgencyState.SUSPENDED)
"""On the register today."""
_LIVING = text("state not in ('ended', 'closed')")
_NUMBERED = text("number is not null")


def _of_the_register(name: str, *columns: str) -> Index:
    """Entries that have ever been registered, in the order a list of them is read."""
    return Index(name, *columns, sqlite_where=_NUMBERED, postgresql_where=_NUMBERED)


class Agency(Model):
    """One stay on the register; a later return is another one with another number.

    `name_key` and `province` repeat the organisation's, so that the register is read in its order from one index.
    """

    __tablename__ = "agency"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[AgencyState] = mapped_column(Stored(AgencyState), default=AgencyState.APPLYING)
    number: Mapped[str | None] = mapped_column(String(64), unique=True)
    name_key: Mapped[Line] = mapped_column(default="")
    province: Mapped[str] = mapped_column(String(2), default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    registered_on: Mapped[date | None]
    reviewed_on: Mapped[date | None]
    review_due_on: Mapped[date | None] = mapped_column(index=True)
    reminded_on: Mapped[date | None]
    state_since: Mapped[date | None]
    state_because: Mapped[Prose] = mapped_column(default="")
    """Why it is in this state, in words for everybody."""

    organisation: Mapped[Organisation] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (
        Index(
            "uq_agency_living",
            "organisation_id",
            unique=True,
            sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
        _of_the_register("ix_agency_by_name", "name_key", "id"),
        _of_the_register("ix_agency_by_province", "province", "name_key", "id"),
        _of_the_register("ix_agency_by_state", "state", "name_key", "id"),
        _of_the_register("ix_agency_newest", "registered_on", "id"),
        CheckConstraint(
            "state in ('applying', 'closed') or registered_on is not null", name="registered_says_when"
        ),
    )

    @property
    def name(self) -> str:
        return self.organisation.name

    @property
    def stands(self) -> bool:
        """On the register today."""
        return self.state in STANDING

    @property
    def is_public(self) -> bool:
        """It has been registered, and its organisation is shown in public. `queries.in_public` says the same in SQL."""
        return self.number is not None and self.organisation.has_public_record

    @property
    def review_is_late(self) -> bool:
        return self.stands and self.review_due_on is not None and self.review_due_on < clock.today()


class AgencySection(Model):
    """What one section of the file holds now, as staff have accepted it; encrypted whole, for most of it is nobody else's business."""

    __tablename__ = "agency_section"

    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    facts: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)


# What is compared byte by byte must not be sorted by a language's rules.
_TERM = String(40).with_variant(String(40, collation="C"), "postgresql")


class AgencyTerm(Model):
    """One way an agency's name, code or number, or an ending of it, is written: what somebody types is the beginning of one of them."""

    __tablename__ = "agency_term"

    term: Mapped[str] = mapped_column(_TERM, primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), primary_key=True, index=True)

    __table_args__ = ({"sqlite_with_rowid": False},)


class AgencyAgent(Model):
    """That an agency has an agent with this certificate. Only a keyed hash: enough to see the same one at two agencies."""

    __tablename__ = "agency_agent"
    unseen = True

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), primary_key=True, index=True)
    ends_on: Mapped[date | None]


class AgencyAccount(Model):
    """That an agency manages this account, as a keyed hash of platform and account name."""

    __tablename__ = "agency_account"
    unseen = True

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), primary_key=True, index=True)
    ends_on: Mapped[date | None]
