"""A month or a quarter for which figures are reported."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Model, Word
from bulletins.figures.settings import called


class Period(Model):
    """`asked` is what is counted in it, laid down when it was opened: [{"code", "group", "label", "unit", "definition"}]."""

    __tablename__ = "figure_period"

    id: Mapped[Key]
    code: Mapped[Word] = mapped_column(unique=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    due_on: Mapped[date]
    remind_on: Mapped[date | None]
    """The day of the next reminder."""
    asked: Mapped[list[Any]] = mapped_column(default=list)
    opened_at: Mapped[datetime] = mapped_column(default=clock.now)

    __table_args__ = (CheckConstraint("first_on <= last_on and last_on < due_on", name="days_in_order"),)

    @property
    def title(self) -> str:
        return called(self.code)

    @property
    def codes(self) -> list[str]:
        return [row["code"] for row in self.asked]
