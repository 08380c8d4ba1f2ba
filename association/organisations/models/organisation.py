"""The organisation itself: identity, names and codes it had, what it came from and went into."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.personal import Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations import uscc
from association.organisations.models.kinds import PROVINCES, Kind


class OrganisationState(State):
    """From a clerk's form to a verified organisation, and to its end."""

    PREPARED = "prepared", _l("待签署人确认"), "ochre", "pen"
    SUBMITTED = "submitted", _l("待核验"), "ochre", "hourglass-split"
    RETURNED = "returned", _l("待修改"), "indigo", "reply"
    APPROVED = "approved", _l("已核验"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("未通过核验"), "cinnabar", "x-circle"
    WITHDRAWN = "withdrawn", _l("已撤回申请"), "soft", "slash-circle"
    ENDED = "ended", _l("已终止"), "soft", "box-arrow-right"


CLOSED = ("refused", "withdrawn")
"""States in which a code is free for a new application."""
_LIVING = text("state not in ('refused', 'withdrawn')")


class Organisation(Model):
    """A legal person, or a natural person in business, under one 统一社会信用代码."""

    __tablename__ = "organisation"

    id: Mapped[Key]
    uscc: Mapped[str] = mapped_column(String(18), index=True)
    name: Mapped[Line]
    name_key: Mapped[Line] = mapped_column(default="")
    """Pinyin of the name: the order of lists (never by size or merit)."""
    short_name: Mapped[Line] = mapped_column(default="")
    province: Mapped[str] = mapped_column(String(2))
    founded_on: Mapped[date | None]
    legal_representative: Mapped[Line] = mapped_column(default="")
    address: Mapped[Line] = mapped_column(default="")
    website: Mapped[Line] = mapped_column(default="")
    scope: Mapped[Prose] = mapped_column(default="")
    contact_phone: Mapped[str | None] = mapped_column(Encrypted)
    public_basis: Mapped[Prose] = mapped_column(default="")
    """Why a natural person in business is shown in public; empty means: is not."""

    state: Mapped[OrganisationState] = mapped_column(
        Stored(OrganisationState), default=OrganisationState.PREPARED
    )
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_because: Mapped[str | None]
    asked: Mapped[list[Any]] = mapped_column(default=list)
    """What the applicant was asked to change: [{"field": …, "because": …}]."""
    ended_on: Mapped[date | None]
    ended_because: Mapped[str | None]

    kind_rows: Mapped[list["OrganisationKind"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="OrganisationKind.kind"
    )
    former_names: Mapped[list["FormerName"]] = relationship(lazy="select", order_by="FormerName.until.desc()")

    __table_args__ = (
        # One living entry per code; a refused or withdrawn application leaves the code free.
        Index("uq_organisation_living", "uscc", unique=True, sqlite_where=_LIVING, postgresql_where=_LIVING),
        Index("ix_organisation_register", "state", "name_key", "id"),
        Index("ix_organisation_newest", "state", "decided_at", "id"),
        CheckConstraint("state != 'ended' or ended_on is not null", name="ended_says_when"),
    )

    @property
    def kinds(self) -> list[Kind]:
        return [row.kind for row in self.kind_rows]

    @kinds.setter
    def kinds(self, kinds: Sequence[Kind]) -> None:
        wanted = sorted({Kind(k) for k in kinds}, key=lambda k: k.value)
        kept = {row.kind: row for row in self.kind_rows}
        self.kind_rows = [kept.get(kind) or OrganisationKind(kind=kind) for kind in wanted]

    @property
    def is_natural_person(self) -> bool:
        """Sole traders and individual agents are natural persons (CAUTIONS, People)."""
        return uscc.belongs_to_a_person(self.uscc) or Kind.AGENT in self.kinds

    @property
    def is_verified(self) -> bool:
        return self.state is OrganisationState.APPROVED

    @property
    def has_public_record(self) -> bool:
        """Verified or ended, and, for natural persons, a recorded basis. `queries.in_public` says the same in SQL."""
        known = self.state in (OrganisationState.APPROVED, OrganisationState.ENDED)
        return known and (not self.is_natural_person or bool(self.public_basis))

    @property
    def province_name(self) -> str:
        return str(PROVINCES.get(self.province, ""))

    @property
    def kind_names(self) -> list[str]:
        return [str(kind.label) for kind in self.kinds]

    @property
    def code_part_fits(self) -> bool:
        return uscc.code_part_fits(self.uscc)


class OrganisationKind(Model):
    """One of the kinds an organisation is."""

    __tablename__ = "organisation_kind"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    kind: Mapped[Kind] = mapped_column(Stored(Kind), primary_key=True, index=True)


class FormerName(Model):
    """A name an organisation bore until a day."""

    __tablename__ = "former_name"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[Line]
    until: Mapped[date]


class FormerCode(Model):
    """A code an organisation had before; its old address leads on."""

    __tablename__ = "former_code"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    uscc: Mapped[str] = mapped_column(String(18), unique=True)
    until: Mapped[date]


class SuccessionKind(State):
    MERGED = "merged", _l("并入")
    SPLIT = "split", _l("分立")
    CONTINUED = "continued", _l("承继业务")


class Succession(Model):
    """One organisation came from another. What rested on the first is looked for at the second."""

    __tablename__ = "succession"

    id: Mapped[Key]
    predecessor_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    successor_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[SuccessionKind] = mapped_column(Stored(SuccessionKind))
    on: Mapped[date] = mapped_column("happened_on")
    basis: Mapped[Prose]

    predecessor: Mapped[Organisation] = relationship(foreign_keys=[predecessor_id])
    successor: Mapped[Organisation] = relationship(foreign_keys=[successor_id])

    __table_args__ = (
        UniqueConstraint("predecessor_id", "successor_id"),
        CheckConstraint("predecessor_id != successor_id", name="not_itself"),
    )
