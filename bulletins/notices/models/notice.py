"""A notice, the clauses it cites, and those it was sent to."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Word
from association.kernel.lifecycles import HasPublishing
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.rules.models import Edition


class NoticeKind(State):
    """FORWARDED repeats an authority's own text: its number and link, never our red head (CAUTIONS, Power)."""

    BULLETIN = "bulletin", _l("行业通报")
    ANNOUNCEMENT = "announcement", _l("公告")
    FORWARDED = "forwarded", _l("监管提示转发")
    APPEAL = "appeal", _l("公益倡议书")
    COMMENDATION = "commendation", _l("推优文件")


class NoticeState(State):
    """The publishing life, with the legal office's review of what names somebody."""

    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    FIRST = "first", _l("待初审"), "ochre", "hourglass-split"
    SECOND = "second", _l("待复审"), "ochre", "hourglass-split"
    LEGAL = "legal", _l("待法务审"), "ochre", "hourglass-split"
    THIRD = "third", _l("待终审"), "ochre", "hourglass-split"
    SCHEDULED = "scheduled", _l("定时发布"), "ochre", "clock"
    PUBLISHED = "published", _l("已发布"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "cinnabar", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class Notice(HasPublishing, Model):
    """While it is written its text lies at the writing desk; `lines` is the text as it was issued, `text_hash` the SHA-256 of its words.

    `number` and `slug` come with the issue. `source_*` are an authority's, of what is forwarded. `audience` are kinds of organisations it
    is sent to (none: all that are verified). `names_somebody` brings the legal office in.
    """

    __tablename__ = "notice"

    id: Mapped[Key]
    state: Mapped[NoticeState] = mapped_column(  # type: ignore[assignment]
        Stored(NoticeState), default=NoticeState.DRAFT, index=True
    )
    kind: Mapped[NoticeKind] = mapped_column(Stored(NoticeKind))
    title: Mapped[Line]
    topic: Mapped[Word] = mapped_column(default="")
    addressee: Mapped[Line] = mapped_column(default="")
    """主送: to whom it speaks, as printed."""
    names_somebody: Mapped[bool] = mapped_column(default=False)
    audience: Mapped[list[Any]] = mapped_column(JSON, default=list)
    source_issuer: Mapped[Line] = mapped_column(default="")
    source_number: Mapped[Line] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(String(500), default="")
    source_on: Mapped[date | None]
    slug: Mapped[str | None] = mapped_column(String(80), unique=True)
    number: Mapped[Line] = mapped_column(default="")
    signatory: Mapped[Line] = mapped_column(default="")
    """落款: the association's name on the day of issue."""
    lines: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """[level, words] of each paragraph in order; level is "1" (一、), "2" (（一）) or "" for the rest."""
    text_hash: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    citations: Mapped[list["NoticeCitation"]] = relationship(
        back_populates="notice", order_by="NoticeCitation.id", cascade="all, delete-orphan"
    )

    __table_args__ = (
        CheckConstraint("kind != 'forwarded' or source_number != ''", name="forwarded_has_number"),
    )

    @property
    def is_forwarded(self) -> bool:
        return self.kind is NoticeKind.FORWARDED

    @property
    def opening(self) -> str:
        """The first paragraph that is no heading."""
        return next((words for level, words in self.lines if not level), "")

    @property
    def has_red_head(self) -> bool:
        """Ours, and in force."""
        return not self.is_forwarded and self.state is NoticeState.PUBLISHED


class NoticeCitation(Model):
    """A clause the notice rests on, as chosen while it is written; `words` names it."""

    __tablename__ = "notice_citation"

    id: Mapped[Key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), index=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    path: Mapped[Word]
    words: Mapped[Line]

    notice: Mapped[Notice] = relationship(back_populates="citations")
    edition: Mapped[Edition] = relationship(lazy="joined")

    __table_args__ = (UniqueConstraint("notice_id", "edition_id", "path"),)


class NoticeRecipient(Model):
    """An account that was written to; its row and its letter are one transaction."""

    __tablename__ = "notice_recipient"

    id: Mapped[Key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    told_at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (UniqueConstraint("notice_id", "account_id"),)
