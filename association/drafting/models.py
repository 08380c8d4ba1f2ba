"""Saved texts of subjects that are being written."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import Key, Model, Prose, Word


class Draft(Model):
    """One version of a text, as Markdown. `number` only ever grows within a subject; `base` is the number it was written over.

    `is_kept` was saved by a button, else by the clock of the page (the next save of the same person takes its place). `is_aside` was
    saved over a text that had become somebody else's meanwhile: it is not the newest, and it is not lost.
    """

    __tablename__ = "draft"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    number: Mapped[int]
    base: Mapped[int]
    text: Mapped[Prose]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    saved_at: Mapped[datetime] = mapped_column(default=clock.now)
    is_kept: Mapped[bool] = mapped_column(default=True)
    is_aside: Mapped[bool] = mapped_column(default=False)

    account: Mapped[Account | None] = relationship()

    __table_args__ = (UniqueConstraint("subject_kind", "subject_id", "number"),)

    @property
    def saved_by(self) -> str:
        return self.account.name if self.account else ""
