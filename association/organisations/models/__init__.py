"""Tables of organisations: the organisation with its names and codes, its officers, and changes it asks for."""

from association.organisations.models.audience import HasAudience, Narrowing, Narrows
from association.organisations.models.change import ChangeState, OrganisationChange
from association.organisations.models.kinds import PROVINCES, Kind
from association.organisations.models.officer import Officer, OfficerState, Post
from association.organisations.models.organisation import (
    FormerCode,
    FormerName,
    Organisation,
    OrganisationKind,
    OrganisationState,
    Succession,
    SuccessionKind,
)

__all__ = [
    "PROVINCES",
    "ChangeState",
    "FormerCode",
    "FormerName",
    "HasAudience",
    "Kind",
    "Narrowing",
    "Narrows",
    "Officer",
    "OfficerState",
    "Organisation",
    "OrganisationChange",
    "OrganisationKind",
    "OrganisationState",
    "Post",
    "Succession",
    "SuccessionKind",
]
