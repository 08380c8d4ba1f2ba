"""Tables of self-checks: questionnaires, what organisations answer, and rounds."""

from association.selfcheck.models.check import CheckAnswer, CheckState, SelfCheck, Value
from association.selfcheck.models.questionnaire import (
    PUBLIC,
    CheckQuestion,
    Questionnaire,
    QuestionnaireVersion,
    VersionState,
)
from association.selfcheck.models.round import Part, Round, RoundAudience, RoundState

__all__ = [
    "PUBLIC",
    "CheckAnswer",
    "CheckQuestion",
    "CheckState",
    "Part",
    "Questionnaire",
    "QuestionnaireVersion",
    "Round",
    "RoundAudience",
    "RoundState",
    "SelfCheck",
    "Value",
    "VersionState",
]  # fmt: skip
