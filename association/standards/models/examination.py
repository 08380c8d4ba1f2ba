"""复审: a published standard is looked at again within some years, and it is decided whether it goes on."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.standards.models.standard import Standard


class ExaminationState(State):
    OPEN = "open", _l("待提出结论"), "ochre", "hourglass-split"
    FOUND = "found", _l("待审定结论"), "ochre", "patch-check"
    DECIDED = "decided", _l("已审定"), "jade", "check-circle-fill"


class Finding(State):
    """The four outcomes of the trade."""

    GOES_ON = "goes_on", _l("继续有效"), "jade", "check-circle"
    REVISE = "revise", _l("修订"), "indigo", "pencil"
    REPEAL = "repeal", _l("废止"), "cinnabar", "slash-circle"
    REPLACED = "replaced", _l("被代替"), "soft", "clock-history"


class Examination(Model):
    """`ends_on` is the day from which a standard that is ended no longer holds."""

    __tablename__ = "standard_examination"

    id: Mapped[Key]
    standard_id: Mapped[int] = mapped_column(ForeignKey("standard.id"), index=True)
    state: Mapped[ExaminationState] = mapped_column(Stored(ExaminationState), default=ExaminationState.OPEN)
    opened_on: Mapped[date]
    due_on: Mapped[date]
    finding: Mapped[Finding | None] = mapped_column(Stored(Finding))
    because: Mapped[Prose] = mapped_column(default="")
    replaced_by: Mapped[Line] = mapped_column(default="")
    ends_on: Mapped[date | None]
    decided_on: Mapped[date | None]

    standard: Mapped[Standard] = relationship()

    __table_args__ = (CheckConstraint("state = 'open' or finding is not null", name="found_says_what"),)
