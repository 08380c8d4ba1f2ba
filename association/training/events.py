"""What training tells: features above, and its own letters, listen."""

from dataclasses import dataclass

from association.training.models import CourseSession, Enrolment


@dataclass(frozen=True, slots=True)
class SessionMoved:
    """Event: an announced session has another time or place."""

    session: CourseSession
    reason: str


@dataclass(frozen=True, slots=True)
class Certified:
    """Event: somebody was issued the certificate of a session."""

    enrolment: Enrolment
