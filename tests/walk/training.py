"""What fills the blanks of training."""

from collections.abc import Callable
from typing import Any

from association.renewals.models import CourseRenewal
from association.requirements.models import CourseRequirement
from association.surveys.models import Survey
from association.training.models import (
    Course,
    CourseSession,
    CourseState,
    Enrolment,
    EnrolmentState,
    PeopleList,
    SessionState,
)

ID_OF = {
    "training_signing": "training_session", "own_training": "training_enrolment", "training_courses": "training_course",
    "training_desk": "training_session", "training_attendance": "training_session",
    "renewals": "course_renewal", "trained_people": "organisation", "own_requirements": "course_requirement", "requirement_desk": "guidance_note", "own_coverage": "organisation", "own_coverage.depart": "training_enrolment", "own_coverage.come_back": "training_enrolment",
    "own_surveys": "surveyed_session", "training_surveys": "training_survey",
    "training_certifying": "training_session", "training_certifying.revoke": "training_enrolment", "training_signing.people": "training_list",
}  # fmt: skip
BLANKS = {
    (f"training_signing.{view}", "organisation"): "organisation" for view in ("one", "many", "book")
} | {
    ("training_attendance.sheet", "day"): "training_day",
    ("training_attendance.check_in", "code"): "room_code",
}


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "training_course": {
            "a course": first(Course, state=CourseState.PUBLISHED).id,
            "a draft course": first(Course, state=CourseState.DRAFT).id,
        },
        "training_session": {
            f"{state.value} session": first(CourseSession, state=state).id
            for state in (SessionState.PUBLISHED, SessionState.DRAFT)
        },
        "training_enrolment": {
            f"{state.value} sign-up": first(Enrolment, state=state).id
            for state in (EnrolmentState.ADMITTED, EnrolmentState.WAITING, EnrolmentState.UNNAMED)
        },
        "course_requirement": {"a course asked": first(CourseRequirement).id},
        "course_renewal": {"a renewal": first(CourseRenewal).id},
        "training_survey": {"a survey": first(Survey).id},
        "surveyed_session": {"a session asked about": first(Survey).session_id},
        "training_list": {"aurora's list": first(PeopleList).id},
        "training_day": {"no day of it": "2026-01-01"},
        "room_code": {"an old code": "0" * 24},
        "course_slug": {"a course": "reviewers-basic", "a draft course": "submission-staff"},
    }
