"""Tables of training."""

from association.training.models.attendance import Attendance
from association.training.models.course import Course, CourseState, Mode, Teacher
from association.training.models.enrolment import (
    HOLDING,
    LIVING,
    Cause,
    Enrolment,
    EnrolmentState,
    Movement,
)
from association.training.models.people_list import ListState, PeopleList
from association.training.models.session import CourseSession, SessionState

__all__ = [
    "HOLDING", "LIVING", "Attendance", "Cause", "Course", "CourseSession", "CourseState", "Enrolment", "EnrolmentState", "ListState",
    "Mode", "Movement", "PeopleList", "SessionState", "Teacher",
]  # fmt: skip
