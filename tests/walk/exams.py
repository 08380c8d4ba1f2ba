"""What fills the blanks of exams."""

from collections.abc import Callable
from typing import Any

from association.exams.models import ExamPlan, Question, QuestionList, QuestionState, Sitting, SittingState

ID_OF = {
    "own_exams": "exam_place", "own_sitting": "exam_sitting", "exam_marking": "exam_sitting", "exam_sittings": "exam_sitting", "exam_bank": "exam_question",
    "exam_lists": "exam_question_list", "exam_plans": "training_course",
}  # fmt: skip
BLANKS = {("own_sitting.answers", "position"): "position"}


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    sittings = {
        f"{state.value} paper": first(Sitting, state=state)
        for state in (SittingState.PASSED, SittingState.APPEALED, SittingState.MARKING)
    }
    return {
        "exam_sitting": {called: sitting.id for called, sitting in sittings.items()},
        "exam_place": {f"place of the {called}": s.enrolment_id for called, s in sittings.items()},
        "exam_question": {
            "used question": first(Question, state=QuestionState.USED).id, "draft question": first(Question, state=QuestionState.DRAFT).id,
        },
        "exam_question_list": {"a list": first(QuestionList).id},
        "position": {"1": 1}, "exam_plan": {"a plan": first(ExamPlan).id},
    }  # fmt: skip
