"""Signatures, kept as the E-signature Law (5, 6, 13) wants them, and the spells in which an organisation stood by a pledge."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.pledges.models.pledge import Pledge, PledgeVersion


class SignatureState(State):
    """How far a signature has come. What it is worth on a day is its spell."""

    PREPARED = "prepared", _l("待签署"), "ochre", "pen"
    SIGNED = "signed", _l("待协会确认"), "ochre", "hourglass-split"
    IN_FORCE = "in_force", _l("有效"), "jade", "check-circle-fill"
    REPLACED = "replaced", _l("已由重签代替"), "soft", "arrow-repeat"
    NOT_RENEWED = "not_renewed", _l("逾期未重签"), "soft", "clock-history"
    LEFT = "left", _l("已退出"), "soft", "box-arrow-right"
    LAPSED = "lapsed", _l("失效"), "ochre", "hourglass-bottom"
    REMOVED = "removed", _l("已移出"), "cinnabar", "slash-circle"
    ENDED = "ended", _l("单位已终止"), "soft", "box-arrow-right"
    CLOSED = "closed", _l("公约已废止"), "soft", "slash-circle"
    DECLINED = "declined", _l("协会未确认"), "cinnabar", "x-circle"
    CANCELLED = "cancelled", _l("已取消"), "soft", "x-circle"


class Standing(State):
    """How an organisation stands by a pledge on a day."""

    GOOD = "good", _l("有效"), "jade", "check-circle-fill"
    RESIGN = "resign", _l("待重签"), "ochre", "arrow-repeat"
    OVERDUE = "overdue", _l("逾期未报"), "ochre", "exclamation-circle"
    PUBLICISED = "publicised", _l("公示中"), "cinnabar", "megaphone"
    NOT_RENEWED = "not_renewed", _l("逾期未重签"), "soft", "clock-history"
    LEFT = "left", _l("已退出"), "soft", "box-arrow-right"
    LAPSED = "lapsed", _l("失效"), "ochre", "hourglass-bottom"
    REMOVED = "removed", _l("已移出"), "cinnabar", "slash-circle"
    ENDED = "ended", _l("单位已终止"), "soft", "box-arrow-right"
    CLOSED = "closed", _l("公约已废止"), "soft", "slash-circle"


BOUND = (Standing.GOOD, Standing.RESIGN, Standing.OVERDUE, Standing.PUBLICISED)
GONE = (
    Standing.NOT_RENEWED,
    Standing.LEFT,
    Standing.LAPSED,
    Standing.REMOVED,
    Standing.ENDED,
    Standing.CLOSED,
)
_UNDER_WAY = text("state in ('prepared', 'signed')")


class Signature(Model):
    """One signature of one organisation under one version.

    Kept with it: the exact text by its SHA-256, the organisation as it was that day (`as_it_was`: name, code, kinds, province), who signed in which post
    under which authority until when, the sentence of consent, the moments, and by what the signer confirmed (`method`).
    """

    __tablename__ = "pledge_signature"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("pledge_version.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[SignatureState] = mapped_column(Stored(SignatureState), default=SignatureState.PREPARED)
    as_it_was: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    name: Mapped[Line]
    name_key: Mapped[Line]
    text_hash: Mapped[str] = mapped_column(String(64))
    prepared_by: Mapped[Line]
    prepared_at: Mapped[datetime] = mapped_column(default=clock.now)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    signed_by: Mapped[Line] = mapped_column(default="")
    signed_post: Mapped[Word] = mapped_column(default="")
    authority_until: Mapped[date | None]
    consent: Mapped[Prose] = mapped_column(default="")
    method: Mapped[Word] = mapped_column(default="")
    signed_at: Mapped[datetime | None]
    confirmed_by: Mapped[Line] = mapped_column(default="")
    confirmed_at: Mapped[datetime | None]
    batch: Mapped[Word] = mapped_column(default="")
    since_on: Mapped[date | None]
    """From when the organisation has stood by the pledge without a break; re-signing keeps it."""
    number: Mapped[Line] = mapped_column(default="", index=True)
    ended_because: Mapped[Prose] = mapped_column(default="")
    asked_for: Mapped[int | None]
    """The number of the newer version it was asked to sign."""
    overdue_since: Mapped[date | None]
    """From when it has owed a yearly statement."""
    publicised_until: Mapped[date | None]
    """The last day of a publicity that was decided."""

    pledge: Mapped[Pledge] = relationship(lazy="joined")
    version: Mapped[PledgeVersion] = relationship()
    organisation: Mapped[Organisation] = relationship(lazy="joined")

    __table_args__ = (
        Index(
            "uq_pledge_signature_under_way", "pledge_id", "organisation_id", unique=True, sqlite_where=_UNDER_WAY,
            postgresql_where=_UNDER_WAY,
        ),
        CheckConstraint("state in ('prepared', 'cancelled') or (signed_at is not null and officer_id is not null)", name="signed_by_somebody"),
        CheckConstraint("state != 'in_force' or confirmed_at is not null", name="confirmed_at_some_moment"),
    )  # fmt: skip

    @property
    def stands(self) -> Standing:
        """While it is in force: of all that is true of it, the gravest."""
        if self.publicised_until is not None:
            return Standing.PUBLICISED
        if self.overdue_since is not None:
            return Standing.OVERDUE
        return Standing.RESIGN if self.asked_for is not None else Standing.GOOD


class Invitation(Model):
    """An organisation that was asked to sign a pledge that is open by invitation only, or that the association wants to remind of one."""

    __tablename__ = "pledge_invitation"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)

    pledge: Mapped[Pledge] = relationship(lazy="joined")
    organisation: Mapped[Organisation] = relationship(lazy="joined")

    __table_args__ = (UniqueConstraint("pledge_id", "organisation_id"),)


class Spell(Model):
    """From a day (inclusive) to a day (exclusive; None: still), how an organisation stands by a pledge and under which signature. What was true on any
    day is a query; nothing is overwritten."""

    __tablename__ = "pledge_spell"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    signature_id: Mapped[int] = mapped_column(ForeignKey("pledge_signature.id"), index=True)
    standing: Mapped[Standing] = mapped_column(Stored(Standing))
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    because: Mapped[Prose] = mapped_column(default="")

    signature: Mapped[Signature] = relationship(lazy="joined")

    __table_args__ = (
        Index("ix_pledge_spell_days", "pledge_id", "from_on", "to_on"),
        Index(
            "uq_pledge_spell_living", "pledge_id", "organisation_id", unique=True, sqlite_where=text("to_on is null"),
            postgresql_where=text("to_on is null"),
        ),
        CheckConstraint("to_on is null or from_on <= to_on", name="days_in_order"),
    )  # fmt: skip
