"""A comment on a consultation, its answer, and what it changed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.accounts.models import Account
from association.consultations.models.consultation import Consultation
from association.kernel import clock
from association.kernel.db import Key, Model, Prose, Word
from association.kernel.personal import Encrypted, mask_name
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.rules.models import Edition
from association.rules.reading.differences import Change, differences


class CommentState(State):
    """Whether people may see it. Whether it is answered is a fact beside, for a hidden one is answered too."""

    UNPROVEN = "unproven", _l("邮箱待确认"), "soft", "envelope"
    WAITING = "waiting", _l("待查看"), "ochre", "hourglass-split"
    SHOWN = "shown", _l("已公开"), "jade", "eye"
    HIDDEN = "hidden", _l("不公开"), "cinnabar", "eye-slash"


class Outcome(State):
    """What became of a comment, in the trade's four words."""

    TAKEN = "taken", _l("采纳"), "jade", "check-circle-fill"
    PARTLY = "partly", _l("部分采纳"), "indigo", "check-circle"
    NOT_TAKEN = "not_taken", _l("不采纳"), "soft", "x-circle"
    OUT_OF_SCOPE = "out_of_scope", _l("不属于征求范围"), "soft", "slash-circle"


class Comment(Model):
    """What somebody says of one clause, or of the whole text (an empty path).

    `original` is the clause's wording when it was said, so that table and differences stay what they were. A visitor's name and
    address are encrypted and leave again when they are needed no longer.
    """

    __tablename__ = "consultation_comment"

    id: Mapped[Key]
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultation.id"), index=True)
    number: Mapped[int | None]
    """Counted within the consultation from the moment it counts at all."""
    path: Mapped[Word] = mapped_column(default="")
    clause: Mapped[str] = mapped_column(String(200), default="")
    """The clause's name in words, 第五条第二款; empty for the whole."""
    original: Mapped[Prose] = mapped_column(default="")
    body: Mapped[Prose] = mapped_column(default="")
    proposed: Mapped[Prose] = mapped_column(default="")
    reason: Mapped[Prose] = mapped_column(default="")

    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str | None] = mapped_column(Encrypted)
    email: Mapped[str | None] = mapped_column(Encrypted)
    mail_key: Mapped[str | None] = mapped_column(String(64), index=True)
    """Keyed hash of a visitor's address."""
    language: Mapped[str] = mapped_column(String(8), default="zh")
    wants_no_name: Mapped[bool] = mapped_column(default=False)
    name_masked: Mapped[bool] = mapped_column(default=False)

    state: Mapped[CommentState] = mapped_column(Stored(CommentState))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    received_at: Mapped[datetime | None]
    hidden_because: Mapped[str | None]
    outcome: Mapped[Outcome | None] = mapped_column(Stored(Outcome))
    answer: Mapped[Prose] = mapped_column(default="")
    """The reason given with the outcome; public, and sent, when the consultation is finished."""
    answered_at: Mapped[datetime | None]

    consultation: Mapped[Consultation] = relationship()
    account: Mapped[Account | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    changes: Mapped[list["CommentChange"]] = relationship(
        order_by="CommentChange.id", back_populates="comment"
    )

    __table_args__ = (
        Index("ix_consultation_comment_shown", "consultation_id", "state", "path"),
        UniqueConstraint("consultation_id", "number"),
        CheckConstraint("(outcome is null) = (answered_at is null)", name="answered_says_when"),
        CheckConstraint("account_id is not null or mail_key is not null", name="said_by_somebody"),
        CheckConstraint("state = 'unproven' or number is not null", name="counted_when_proven"),
    )

    @property
    def author(self) -> str:
        """For those who work with it: the organisation or the person by name."""
        if self.organisation is not None:
            return self.organisation.name
        if self.account is not None:
            return self.account.name
        return self.name or _("（姓名已清除）")

    @property
    def public_author(self) -> str:
        """As everybody reads it: organisations by name, persons by surname, nobody's where that was wished or decided."""
        if self.name_masked or self.wants_no_name:
            return _("匿名")
        if self.organisation is not None:
            return self.organisation.name if self.organisation.has_public_record else _("匿名")
        return mask_name(self.author if self.account is not None else self.name) or _("匿名")

    @property
    def differences(self) -> list[Change]:
        """The clause's wording and the proposed one, word by word."""
        return differences(self.original, self.proposed)

    @property
    def is_answered(self) -> bool:
        return self.outcome is not None

    @property
    def place(self) -> str:
        """Which part of the text it is about, in words."""
        return self.clause or _("全文")


class CommentChange(Model):
    """A clause of a later edition that was changed by a comment."""

    __tablename__ = "consultation_change"

    id: Mapped[Key]
    comment_id: Mapped[int] = mapped_column(ForeignKey("consultation_comment.id"))
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    path: Mapped[Word]
    clause: Mapped[str] = mapped_column(String(200))

    comment: Mapped[Comment] = relationship(back_populates="changes")
    edition: Mapped[Edition] = relationship()

    __table_args__ = (
        UniqueConstraint("comment_id", "edition_id", "path"),
        Index("ix_consultation_change_clause", "edition_id", "path"),
    )


class ProofLetter(Model):
    """That an address, known by its keyed hash alone, was written to: it is not written to again until its owner has used the link."""

    __tablename__ = "consultation_proof"

    id: Mapped[Key]
    mail_key: Mapped[str] = mapped_column(String(64), unique=True)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    """Empty once it was used; the next comment may be asked about anew."""
    sent_at: Mapped[datetime] = mapped_column(default=clock.now)


class CommentTry(Model):
    """A comment handed in, counted under keyed hashes of where it came from and for whom."""

    __tablename__ = "consultation_try"

    id: Mapped[Key]
    machine_key: Mapped[str] = mapped_column(String(64))
    author_key: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (
        Index("ix_consultation_try_machine", "machine_key", "at"),
        Index("ix_consultation_try_author", "author_key", "at"),
    )
