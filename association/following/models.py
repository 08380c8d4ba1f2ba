"""Tables of following: what happened in public, who follows what, and what each follower is still owed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l

LONGEST_KEY = 120


class Pace(State):
    """How soon a follower hears of it. All are made of the same rows, so that none can miss what another has."""

    AT_ONCE = "at_once", _l("即时")
    DAILY = "daily", _l("每日汇总")
    WEEKLY = "weekly", _l("每周汇总")


class Happening(Model):
    """Something that became public: which deed of which life, about what.

    `life` and `deed` name the words it is told with, in each reader's language; `kind` groups it. `is_gone`: what it tells of was taken
    out of the public since, and is told to nobody any more.
    """

    __tablename__ = "happening"
    unseen = True

    id: Mapped[Key]
    life: Mapped[Word]
    deed: Mapped[Word]
    kind: Mapped[Word]
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(String(300))
    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    is_gone: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (Index("ix_happening_subject", "subject_kind", "subject_id"),)


class HappeningKey(Model):
    """One of the things a happening touches, as followers name it: `kind:notice`, `topic:人工智能`, `clause:12`, `organisation:3`."""

    __tablename__ = "happening_key"
    unseen = True

    id: Mapped[Key]
    happening_id: Mapped[int] = mapped_column(ForeignKey("happening.id"))
    key: Mapped[str] = mapped_column(String(LONGEST_KEY))

    __table_args__ = (
        UniqueConstraint("happening_id", "key"),
        Index("ix_happening_key", "key", "happening_id"),
    )


class Follower(Model):
    """Whoever follows: a person's account, or an organisation, whose officers of the day are written to – whoever set it up."""

    __tablename__ = "follower"
    unseen = True

    id: Mapped[Key]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), unique=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), unique=True)

    __table_args__ = (
        CheckConstraint("(account_id is null) != (organisation_id is null)", name="one_of_both"),
    )


class Follow(Model):
    """One thing followed. Stopping keeps the row, so that a slip is undone with a click; `since` is the latest beginning."""

    __tablename__ = "follow"
    unseen = True

    id: Mapped[Key]
    follower_id: Mapped[int] = mapped_column(ForeignKey("follower.id"))
    key: Mapped[str] = mapped_column(String(LONGEST_KEY))
    pace: Mapped[Pace] = mapped_column(Stored(Pace))
    since: Mapped[datetime] = mapped_column(default=clock.now)
    stopped_at: Mapped[datetime | None]

    follower: Mapped[Follower] = relationship(lazy="joined")

    __table_args__ = (UniqueConstraint("follower_id", "key"), Index("ix_follow_key", "key", "follower_id"))


class Muted(Model):
    """An officer who wants no letters of what the organisation follows. The organisation goes on following."""

    __tablename__ = "follower_muted"
    unseen = True

    id: Mapped[Key]
    follower_id: Mapped[int] = mapped_column(ForeignKey("follower.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)

    __table_args__ = (UniqueConstraint("follower_id", "account_id"),)


class Owed(Model):
    """A happening that a follower is told once: its row and the letter's mark are one transaction."""

    __tablename__ = "follower_owed"
    unseen = True

    id: Mapped[Key]
    follower_id: Mapped[int] = mapped_column(ForeignKey("follower.id"))
    happening_id: Mapped[int] = mapped_column(ForeignKey("happening.id"), index=True)
    pace: Mapped[Pace] = mapped_column(Stored(Pace))
    told_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("follower_id", "happening_id"),
        Index("ix_follower_owed_waiting", "told_at", "pace", "follower_id"),
    )
