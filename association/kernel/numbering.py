"""Numbers per series and year, without gaps or doubles.

A number is taken in the transaction of the deed: the counter's row is locked until it commits, so that a rollback gives the number back
and nobody can take the same one. A number once issued is never reused; voiding it leaves its row with the reason.
"""

from datetime import datetime

from sqlalchemy import UniqueConstraint, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import audit, clock
from association.kernel.db import Key, Line, Model, Prose, Word, session
from association.kernel.policy import Actor


class NumberCounter(Model):
    """The last number given out in a series in a year."""

    __tablename__ = "number_counter"

    series: Mapped[Word] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column(default=0)


class IssuedNumber(Model):
    """A number given out, to what, and whether it was voided."""

    __tablename__ = "issued_number"

    id: Mapped[Key]
    series: Mapped[Word]
    year: Mapped[int]
    number: Mapped[int]
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    issued_at: Mapped[datetime] = mapped_column(default=clock.now)
    voided_because: Mapped[Prose | None]
    written: Mapped[Line] = mapped_column(default="")

    __table_args__ = (UniqueConstraint("series", "year", "number"),)


def issue(series: str, subject: Model, *, year: int | None = None, form: str = "{number}") -> IssuedNumber:
    """The next number of the series in the year (this one), for this subject; `form` writes it: `"示视协〔{year}〕{number}号"`.

    A series that runs on through the years is given year 0.
    """
    year = clock.today().year if year is None else year
    session.flush()
    number = _next(series, year)
    issued = IssuedNumber(
        series=series,
        year=year,
        number=number,
        subject_kind=str(subject.__tablename__),
        subject_id=subject.id,
        written=form.format(year=year, number=number),
    )
    session.add(issued)
    session.flush()
    return issued


def _next(series: str, year: int) -> int:
    dialect = session.get_bind().dialect.name
    first = (postgresql if dialect == "postgresql" else sqlite).insert(NumberCounter)
    session.execute(first.values(series=series, year=year, last=0).on_conflict_do_nothing())
    taken = session.scalar(
        update(NumberCounter)
        .where(NumberCounter.series == series, NumberCounter.year == year)
        .values(last=NumberCounter.last + 1)
        .returning(NumberCounter.last)
        .execution_options(synchronize_session=False)
    )
    if taken is None:  # the row was just made sure of
        raise RuntimeError(f"series {series} of {year} has no counter")
    return taken


def void(issued: IssuedNumber, *, because: str, actor: Actor) -> None:
    """Keep the number and say why it stands for nothing."""
    issued.voided_because = because
    audit.record("void_number", issued, actor=actor, reason=because, written=issued.written)


def numbers_of(series: str, year: int) -> list[IssuedNumber]:
    """All numbers of a series in a year, in order."""
    return list(
        session.scalars(
            select(IssuedNumber)
            .where(IssuedNumber.series == series, IssuedNumber.year == year)
            .order_by(IssuedNumber.number)
        )
    )
