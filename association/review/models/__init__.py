"""Tables of reviews: the review and its rounds; the findings of a round and the points of its report."""

from association.review.models.report import Reply, ReviewFinding, ReviewPoint
from association.review.models.review import OVER, ReviewRound, ReviewState, WorkReview
from association.review.models.words import Conclusion, Gate, Genre, Mark, Outcome, Severity

__all__ = [
    "OVER", "Conclusion", "Gate", "Genre", "Mark", "Outcome", "Reply", "ReviewFinding", "ReviewPoint", "ReviewRound", "ReviewState", "Severity",
    "WorkReview",
]  # fmt: skip
