"""The vote of those who have signed a pledge on a new version of it (签署单位表决)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.pledges.models import Pledge, PledgeVersion
from association.rules.models import Edition


class BallotState(State):
    OPEN = "open", _l("表决中"), "ochre", "check2-square"
    CARRIED = "carried", _l("表决通过"), "jade", "check-circle-fill"
    FAILED = "failed", _l("表决未通过"), "soft", "x-circle"
    CALLED_OFF = "called_off", _l("表决已撤回"), "soft", "slash-circle"


class Choice(State):
    """One of three."""

    FOR = "for", _l("同意"), "jade", "check-circle"
    AGAINST = "against", _l("不同意"), "cinnabar", "x-circle"
    ABSTAIN = "abstain", _l("弃权"), "soft", "dash-circle"


class Ballot(Model):
    """On one exact text (`text_hash`), from one day to another, both inclusive.

    Fixed at the opening: who votes (`seats`: everybody bound that day), how many must agree (`needed`), and whether it will be public who voted how.
    The numbers are None until it is closed.
    """

    __tablename__ = "pledge_ballot"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("pledge_version.id"), index=True)
    number: Mapped[int]
    state: Mapped[BallotState] = mapped_column(Stored(BallotState), default=BallotState.OPEN, index=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    text_hash: Mapped[str] = mapped_column(String(64))
    note: Mapped[Prose] = mapped_column(default="")
    opened_at: Mapped[datetime] = mapped_column(default=clock.now)
    opened_on: Mapped[date]
    closes_on: Mapped[date]
    entitled: Mapped[int]
    needed: Mapped[int]
    names_public: Mapped[bool] = mapped_column(default=False)
    reminded: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """Days before the last one of which those who have not voted were written to."""
    closed_at: Mapped[datetime | None]
    in_favour: Mapped[int | None]
    against: Mapped[int | None]
    abstained: Mapped[int | None]
    not_cast: Mapped[int | None]
    gone: Mapped[int | None]
    """Organisations no longer bound at the close; their votes are not counted."""
    ended_because: Mapped[Prose] = mapped_column(default="")

    pledge: Mapped[Pledge] = relationship(lazy="joined")
    version: Mapped[PledgeVersion] = relationship(lazy="joined")
    edition: Mapped[Edition] = relationship()

    __table_args__ = (
        UniqueConstraint("pledge_id", "number"),
        CheckConstraint(
            "state not in ('carried', 'failed') or in_favour is not null", name="closed_says_how"
        ),
        CheckConstraint("opened_on <= closes_on", name="days_in_order"),
    )

    @property
    def is_open(self) -> bool:
        """Whether votes are taken today; after the last day the clock counts."""
        return self.state is BallotState.OPEN and clock.today() <= self.closes_on


class Seat(Model):
    """One organisation's vote. `casts` counts how often it was cast: two signers who act at once see each other by it.

    With the vote are kept the officer and their authority, the sentence agreed to and by what it was confirmed, as with a signature.
    """

    __tablename__ = "pledge_ballot_seat"

    id: Mapped[Key]
    ballot_id: Mapped[int] = mapped_column(ForeignKey("pledge_ballot.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[Line]
    name_key: Mapped[Line]
    choice: Mapped[Choice | None] = mapped_column(Stored(Choice))
    opinion: Mapped[Prose] = mapped_column(default="")
    casts: Mapped[int] = mapped_column(default=0)
    voted_at: Mapped[datetime | None]
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"))
    voted_by: Mapped[Line] = mapped_column(default="")
    authority_until: Mapped[date | None]
    consent: Mapped[Prose] = mapped_column(default="")
    method: Mapped[Word] = mapped_column(default="")
    is_counted: Mapped[bool | None]
    """None until the close; then whether the organisation was still bound."""

    ballot: Mapped[Ballot] = relationship(lazy="joined")
    organisation: Mapped[Organisation] = relationship(lazy="joined")

    __table_args__ = (
        UniqueConstraint("ballot_id", "organisation_id"),
        CheckConstraint(
            "(choice is null) = (voted_at is null) and (choice is null or officer_id is not null)", name="vote_has_somebody"
        ),
    )  # fmt: skip
