"""Tables of exams."""

from association.exams.models.candidate import Candidate
from association.exams.models.plan import ExamPlan, PlanState
from association.exams.models.question import ASKABLE, Question, QuestionKind, QuestionState
from association.exams.models.question_list import ListState, QuestionList
from association.exams.models.sitting import OVER, Answer, Item, Sitting, SittingState

__all__ = [
    "ASKABLE", "OVER", "Answer", "Candidate", "ExamPlan", "Item", "ListState", "PlanState", "Question", "QuestionKind", "QuestionList", "QuestionState",
    "Sitting", "SittingState",
]  # fmt: skip
