"""Tables of standards: the standard, its projects, the ballots on them, what is decided at its re-examinations, the acts on its text."""

from association.standards.models.act import Act, ActKind, ActState
from association.standards.models.examination import Examination, ExaminationState, Finding
from association.standards.models.project import BEFORE_APPROVAL, UNDER_REVIEW, Project, ProjectState
from association.standards.models.review import Review, Reviewer, Vote
from association.standards.models.standard import Standard, StandardKind

__all__ = [
    "BEFORE_APPROVAL", "UNDER_REVIEW", "Act", "ActKind", "ActState", "Examination", "ExaminationState", "Finding", "Project",
    "ProjectState", "Review", "Reviewer", "Standard", "StandardKind", "Vote",
]  # fmt: skip
