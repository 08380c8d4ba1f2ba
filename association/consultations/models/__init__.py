"""Consultations, comments, answers, and what a comment changed."""

from association.consultations.models.comment import (
    Comment,
    CommentChange,
    CommentState,
    CommentTry,
    Outcome,
    ProofLetter,
)
from association.consultations.models.consultation import Consultation, ConsultationState

__all__ = [
    "Comment",
    "CommentChange",
    "CommentState",
    "CommentTry",
    "Consultation",
    "ConsultationState",
    "Outcome",
    "ProofLetter",
]
