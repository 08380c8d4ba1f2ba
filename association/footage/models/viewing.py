"""Who has opened which file, when, and how much of it was on the screen."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.footage.models.file import WorkFile
from association.kernel import clock
from association.kernel.db import Key, Model


class Viewing(Model):
    """Begun by a deed of its own. `stretches` are [from, to] in whole seconds of a film that were played, in order and apart from each
    other; `length` is what the player said the film lasts; `pages` the numbers of the pages that were turned to."""

    __tablename__ = "viewing"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    file_id: Mapped[int] = mapped_column(ForeignKey("work_file.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    begun_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_at: Mapped[datetime] = mapped_column(default=clock.now)
    stretches: Mapped[list[Any]] = mapped_column(default=list)
    length: Mapped[int | None]
    pages: Mapped[list[Any]] = mapped_column(default=list)
    confirmed_at: Mapped[datetime | None]
    """When the viewer said to have seen all of it."""

    file: Mapped[WorkFile] = relationship()

    @property
    def seconds(self) -> int:
        """How much of the film was played, what was seen twice counted once."""
        return sum(end - start for start, end in self.stretches)
