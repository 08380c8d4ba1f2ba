"""更正: a dated public act on an issued notice. Its words stay as they were issued; the correction stands before them."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from bulletins.notices.models.notice import Notice


class CorrectionState(State):
    PROPOSED = "proposed", _l("待签发"), "ochre", "hourglass-split"
    ISSUED = "issued", _l("已更正"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class Correction(Model):
    __tablename__ = "notice_correction"

    id: Mapped[Key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), index=True)
    state: Mapped[CorrectionState] = mapped_column(Stored(CorrectionState), default=CorrectionState.PROPOSED)
    before: Mapped[Prose]
    after: Mapped[Prose]
    because: Mapped[Prose]
    issued_on: Mapped[date | None]

    notice: Mapped[Notice] = relationship()
