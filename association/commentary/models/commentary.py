"""A commentary (阅评): an essay on one released work, or the digest of a period."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import Key, Line, Model, Word
from association.kernel.lifecycles import HasPublishing
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation

if TYPE_CHECKING:
    from association.commentary.models.finding import Finding


class CommentaryKind(State):
    ESSAY = "essay", _l("作品阅评")
    DIGEST = "digest", _l("阅评综述")


class CommentaryState(State):
    """The publishing life, with the legal office's review of what names a maker or a person."""

    DRAFT = "draft", _l("撰写中"), "indigo", "pencil"
    FIRST = "first", _l("待初审"), "ochre", "hourglass-split"
    SECOND = "second", _l("待复审"), "ochre", "hourglass-split"
    LEGAL = "legal", _l("待法务审"), "ochre", "hourglass-split"
    THIRD = "third", _l("待终审"), "ochre", "hourglass-split"
    SCHEDULED = "scheduled", _l("定时发布"), "ochre", "clock"
    PUBLISHED = "published", _l("已发布"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "cinnabar", "slash-circle"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class Commentary(HasPublishing, Model):
    """While it is written its text lies at the writing desk; `lines` is the text as it was issued, `text_hash` the SHA-256 of its words.

    An essay is about `work`, whose licence or record number is kept as it is printed (DOMAIN 3.2), and perhaps about its maker here on the site. A digest
    is about the days from `period_from` to `period_to`. `byline` is who wrote it, as printed: the writer's name only with the writer's own consent
    (`shows_writer`, CAUTIONS: People).
    """

    __tablename__ = "commentary"

    id: Mapped[Key]
    state: Mapped[CommentaryState] = mapped_column(  # type: ignore[assignment]
        Stored(CommentaryState), default=CommentaryState.DRAFT, index=True
    )
    kind: Mapped[CommentaryKind] = mapped_column(Stored(CommentaryKind))
    title: Mapped[Line]
    topic: Mapped[Word] = mapped_column(default="")
    work: Mapped[Line] = mapped_column(default="")
    work_number: Mapped[Line] = mapped_column(default="")
    maker_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    names_somebody: Mapped[bool] = mapped_column(default=False)
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
    writer_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    shows_writer: Mapped[bool] = mapped_column(default=False)
    due_on: Mapped[date | None]
    """By when the writer was asked to hand it in."""
    byline: Mapped[Line] = mapped_column(default="")
    slug: Mapped[str | None] = mapped_column(String(80), unique=True)
    number: Mapped[Line] = mapped_column(default="")
    lines: Mapped[list[Any]] = mapped_column(JSON, default=list)
    text_hash: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    maker: Mapped[Organisation | None] = relationship()
    writer: Mapped[Account | None] = relationship()
    findings: Mapped[list["Finding"]] = relationship(
        back_populates="commentary",
        order_by="Finding.id",
        cascade="all, delete-orphan",
        foreign_keys="Finding.commentary_id",
    )

    __table_args__ = (
        CheckConstraint("kind != 'essay' or work != ''", name="essay_has_a_work"),
        CheckConstraint(
            "kind != 'digest' or (period_from is not null and period_to is not null and period_from <= period_to)",
            name="digest_has_a_period",
        ),
    )

    @property
    def is_digest(self) -> bool:
        return self.kind is CommentaryKind.DIGEST

    @property
    def needs_legal(self) -> bool:
        """A maker or a person is named (CAUTIONS: People)."""
        return self.names_somebody or self.maker_id is not None

    @property
    def opening(self) -> str:
        """The first paragraph that is no heading."""
        return next((words for level, words in self.lines if not level), "")
