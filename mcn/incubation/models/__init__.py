"""Tables of the incubation of young talent."""

from mcn.incubation.models.call import CallState, IncubationCall
from mcn.incubation.models.talent import (
    TAKEN,
    Mentor,
    MentorState,
    Milestone,
    MilestoneState,
    Talent,
    TalentState,
)
from mcn.incubation.models.work import Credit, IncubatedWork, WorkState

__all__ = [
    "TAKEN",
    "CallState",
    "Credit",
    "IncubatedWork",
    "IncubationCall",
    "Mentor",
    "MentorState",
    "Milestone",
    "MilestoneState",
    "Talent",
    "TalentState",
    "WorkState",
]  # fmt: skip
