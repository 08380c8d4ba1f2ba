"""A pledge (行业自律公约) and its versions: written, consulted on, adopted by a body, reviewed, issued on trial or for good, revised, repealed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.lifecycles import HasPublishing
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.rules.models import Document, Edition


class VersionState(State):
    """The ways of the trade (DOMAIN E), then the publishing life; DRAFT is that life's word for what waits to be reviewed."""

    DRAFTING = "drafting", _l("起草中"), "indigo", "pencil"
    CONSULTING = "consulting", _l("征求意见"), "ochre", "chat-left-text"
    ANSWERING = "answering", _l("意见处理"), "indigo", "reply-all"
    VOTING = "voting", _l("签署单位表决中"), "ochre", "check2-square"
    VOTED = "voted", _l("表决通过，待登记"), "indigo", "check2-circle"
    DRAFT = "adopted", _l("已通过，待送审"), "indigo", "pencil-square"
    FIRST = "first", _l("待初审"), "ochre", "hourglass-split"
    SECOND = "second", _l("待复审"), "ochre", "hourglass-split"
    LEGAL = "legal", _l("待法务审"), "ochre", "hourglass-split"
    THIRD = "third", _l("待终审"), "ochre", "hourglass-split"
    SCHEDULED = "scheduled", _l("定时发布"), "ochre", "clock"
    PUBLISHED = "published", _l("已发布"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "cinnabar", "slash-circle"
    REPEALED = "repealed", _l("已废止"), "cinnabar", "slash-circle"
    TERMINATED = "terminated", _l("已终止"), "soft", "stop-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


WRITTEN_IN = (VersionState.DRAFTING, VersionState.ANSWERING)
"""While these last the text may be edited: not while it is commented on or voted on, after it was adopted, or under review."""
UNDER_REVIEW = (
    VersionState.FIRST,
    VersionState.SECOND,
    VersionState.LEGAL,
    VersionState.THIRD,
    VersionState.SCHEDULED,
)


class Pledge(Model):
    """What keeps its name while its versions come and go. `kinds` are kinds of organisations that may sign (none: all that are verified);
    with `by_invitation` only those who were asked."""

    __tablename__ = "pledge"

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), unique=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    """A few capital letters, part of every certificate's number."""
    kinds: Mapped[list[Any]] = mapped_column(JSON, default=list)
    by_invitation: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    document: Mapped[Document] = relationship(lazy="joined")

    @property
    def title(self) -> str:
        return self.document.title


class PledgeVersion(HasPublishing, Model):
    """One text of a pledge on its way. With `trial_until` it is on trial until that day. `legal_reason` is why risky words are no boycott and no
    price agreement, as the legal office wrote it down."""

    __tablename__ = "pledge_version"

    id: Mapped[Key]
    pledge_id: Mapped[int] = mapped_column(ForeignKey("pledge.id"))
    number: Mapped[int]
    state: Mapped[VersionState] = mapped_column(  # type: ignore[assignment]
        Stored(VersionState), default=VersionState.DRAFTING, index=True
    )
    why: Mapped[Prose] = mapped_column(default="")
    """Of a revision: what for."""
    laid_out_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))
    voted_on: Mapped[date | None]
    voted_hash: Mapped[str] = mapped_column(String(64), default="")
    """Of a revision: when those who had signed carried it, and the SHA-256 of the text they carried."""
    adopted_by: Mapped[Line] = mapped_column(default="")
    adopted_on: Mapped[date | None]
    effective_on: Mapped[date | None]
    trial_until: Mapped[date | None]
    note: Mapped[Prose] = mapped_column(default="")
    legal_reason: Mapped[Prose] = mapped_column(default="")
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"), unique=True)
    resign_until: Mapped[date | None]
    """Last day on which those who signed the version before may sign this one and stay without a break."""
    ended_on: Mapped[date | None]
    ended_because: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    made_by: Mapped[Word] = mapped_column(default="")

    pledge: Mapped[Pledge] = relationship(lazy="joined")
    laid_out: Mapped[Edition | None] = relationship(foreign_keys=[laid_out_id])
    edition: Mapped[Edition | None] = relationship(foreign_keys=[edition_id], lazy="joined")

    __table_args__ = (
        UniqueConstraint("pledge_id", "number"),
        CheckConstraint("trial_until is null or effective_on is not null", name="trial_has_a_beginning"),
    )

    @property
    def title(self) -> str:
        return self.pledge.title

    @property
    def is_signable(self) -> bool:
        """Public and in force today."""
        return (
            self.state is VersionState.PUBLISHED
            and self.effective_on is not None
            and self.effective_on <= clock.today()
        )

    @property
    def is_on_trial(self) -> bool:
        return self.trial_until is not None and clock.today() <= self.trial_until
