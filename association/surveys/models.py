"""A survey, who has answered it, and what was answered: the last two have nothing in common but the survey.

Both are kept without a number that counts up (on SQLite without a row number either); at the end the answers are written anew in one go, in the order of their
random keys, so that neither place nor transaction of a row tells whose it is.
"""

import secrets
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.surveys.settings import TEXT
from association.training.models import CourseSession, Enrolment


class SurveyState(State):
    OPEN = "open", _l("正在填写"), "ochre", "hourglass-split"
    CLOSED = "closed", _l("已结束"), "jade", "check-circle-fill"


class Survey(Model):
    """`questions` are [{"code", "text", "kind"}], `words` what a choice offers, `least` how many must have answered: as they were when it was opened."""

    __tablename__ = "training_survey"

    id: Mapped[Key]
    session_id: Mapped[int] = mapped_column(ForeignKey("training_session.id"), unique=True)
    questions: Mapped[list[Any]]
    words: Mapped[list[Any]]
    least: Mapped[int]
    state: Mapped[SurveyState] = mapped_column(Stored(SurveyState), default=SurveyState.OPEN)
    opened_on: Mapped[date]
    closes_on: Mapped[date]
    """The last day."""
    reminded_on: Mapped[date | None]
    forgotten_on: Mapped[date | None]
    """When the written words were deleted."""

    session: Mapped[CourseSession] = relationship(lazy="joined", innerjoin=True)

    __table_args__ = (CheckConstraint("least > 0", name="asks_for_somebody"),)

    @property
    def texts(self) -> list[str]:
        """Codes of the questions that are answered in one's own words."""
        return [question["code"] for question in self.questions if question["kind"] == TEXT]


class Participation(Model):
    """Somebody has answered, on a day. That there is a row is all there is to know; the key makes it one."""

    __tablename__ = "training_survey_reply"
    unseen: ClassVar[bool] = True

    survey_id: Mapped[int] = mapped_column(ForeignKey("training_survey.id"), primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(
        ForeignKey("training_enrolment.id"), primary_key=True, index=True
    )
    answered_on: Mapped[date]

    enrolment: Mapped[Enrolment] = relationship()

    __table_args__ = ({"sqlite_with_rowid": False},)


def random_key() -> str:
    return secrets.token_hex(16)


class Answer(Model):
    """One answer to one question: not even the answers of one person belong together."""

    __tablename__ = "training_survey_answer"
    unseen: ClassVar[bool] = True

    key: Mapped[str] = mapped_column(String(32), primary_key=True, default=random_key)
    survey_id: Mapped[int] = mapped_column(ForeignKey("training_survey.id"), index=True)
    question: Mapped[Line]
    said: Mapped[Prose]

    __table_args__ = ({"sqlite_with_rowid": False},)
