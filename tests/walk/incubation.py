"""What fills the blanks of the incubation."""

from collections.abc import Callable
from typing import Any

from mcn.incubation.models import (
    CallState,
    IncubatedWork,
    IncubationCall,
    Mentor,
    Milestone,
    MilestoneState,
    Talent,
    TalentState,
    WorkState,
)

ID_OF = {
    "incubation": "incubation_call", "incubation_works": "incubation_work", "own_incubation": "incubation_talent",
    "own_incubation.report": "incubation_milestone", "incubation_desk": "incubation_talent", "incubation_desk.call": "incubation_call",
    "incubation_desk.edit": "incubation_call",
}  # fmt: skip


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "incubation_call": {
            "a call for young talent": first(IncubationCall, state=CallState.PUBLISHED).id,
            "a draft for young talent": first(IncubationCall, state=CallState.DRAFT).id,
        },
        "incubation_talent": {
            f"{state.value} talent": first(Talent, state=state).id
            for state in (TalentState.SELECTED, TalentState.SUBMITTED)
        },
        "incubation_mentor": {"a mentor": first(Mentor).id},
        "incubation_milestone": {"a milestone": first(Milestone, state=MilestoneState.SET).id},
        "incubation_work": {
            f"{state.value} work": first(IncubatedWork, state=state).id
            for state in (WorkState.SHOWN, WorkState.OFFERED)
        },
    }
