"""Tables of training."""

from association.training.models.course import Course, CourseState, Mode, Teacher
from association.training.models.enrolment import (
    HOLDING,
    LIVING,
    Cause,
    Enrolment,
    EnrolmentState,
    Movement,
)
from association.training.models.session import CourseSession, SessionState

__all__ = [
    "HOLDING", "LIVING", "Cause", "Course", "CourseSession", "CourseState", "Enrolment", "EnrolmentState", "Mode", "Movement", "SessionState", "Teacher",
]  # fmt: skip
