"""Tables of guidance: private questions with what was said and answered, and public answers in their versions."""

from association.guidance.models.public import PUBLIC, PublicAnswer, PublicState
from association.guidance.models.question import (
    OPEN,
    WITH_STAFF,
    GuidanceAnswer,
    GuidanceMessage,
    Question,
    QuestionState,
    WorkClass,
)

__all__ = [
    "OPEN", "PUBLIC", "WITH_STAFF", "GuidanceAnswer", "GuidanceMessage", "PublicAnswer", "PublicState", "Question", "QuestionState", "WorkClass",
]  # fmt: skip
