"""修改单 and 勘误: dated acts on a published text. Its words stay as they were issued; the act stands before them."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.rules.models import Edition
from association.standards.models.standard import Standard


class ActKind(State):
    AMENDMENT = "amendment", _l("修改单")
    ERRATUM = "erratum", _l("勘误")


class ActState(State):
    DRAFT = "draft", _l("起草中"), "indigo", "pencil"
    CHECKED = "checked", _l("待签发"), "ochre", "hourglass-split"
    ISSUED = "issued", _l("已发布"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class Act(Model):
    """What is to be read instead of what, at one place, from a day on. `number` counts within the edition and kind."""

    __tablename__ = "standard_act"

    id: Mapped[Key]
    standard_id: Mapped[int] = mapped_column(ForeignKey("standard.id"), index=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    state: Mapped[ActState] = mapped_column(Stored(ActState), default=ActState.DRAFT)
    kind: Mapped[ActKind] = mapped_column(Stored(ActKind))
    number: Mapped[int | None]
    path: Mapped[Word]
    place: Mapped[Line]
    """The clause in words: 第八条第二款."""
    before: Mapped[Prose]
    after: Mapped[Prose]
    because: Mapped[Prose]
    effective_on: Mapped[date | None]
    issued_on: Mapped[date | None]

    standard: Mapped[Standard] = relationship()
    edition: Mapped[Edition] = relationship()
