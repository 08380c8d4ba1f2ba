"""Tables of the expert pool."""

from association.experts.models.call import CallState, ExpertCall
from association.experts.models.expert import (
    OPEN,
    SERVING,
    Absence,
    Consent,
    ConsentKind,
    Expert,
    ExpertField,
    ExpertState,
    Route,
)
from association.experts.models.objection import Objection, ObjectionState

__all__ = [
    "OPEN", "SERVING", "Absence", "CallState", "Consent", "ConsentKind", "Expert", "ExpertCall", "ExpertField", "ExpertState", "Objection",
    "ObjectionState", "Route",
]  # fmt: skip
