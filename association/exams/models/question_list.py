"""Questions handed in as a workbook: what it holds, or what is wrong with it. Nothing reaches the bank before it is taken."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Model
from association.kernel.state import State, Stored
from association.kernel.words import _l


class ListState(State):
    WAITING = "waiting", _l("正在试读"), "ochre", "hourglass-split"
    FAULTY = "faulty", _l("表里有问题"), "cinnabar", "exclamation-circle-fill"
    READY = "ready", _l("试读无误"), "jade", "check-circle-fill"
    TAKEN = "taken", _l("已导入"), "soft", "box-arrow-in-down"
    FAILED = "failed", _l("没有读成"), "cinnabar", "x-circle"


class QuestionList(Model):
    """`found` is {"rows": [[number, facts], …]} or {"faults": [[number, sentence], …], "language": of the sentences}; emptied once taken."""

    __tablename__ = "exam_question_list"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    state: Mapped[ListState] = mapped_column(Stored(ListState), default=ListState.WAITING)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    read_at: Mapped[datetime | None]
    found: Mapped[dict[str, Any]] = mapped_column(default=dict)
