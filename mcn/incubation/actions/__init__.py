"""Verbs of the incubation. Steps of the lives are taken through the workflows."""

from mcn.incubation.actions.applying import apply, resubmit
from mcn.incubation.actions.calling import change_call, check_draft, draft_call
from mcn.incubation.actions.guiding import ask_expert, name_mentor, report, set_milestone
from mcn.incubation.actions.showing import check_may_offer, offer

__all__ = [
    "apply", "ask_expert", "change_call", "check_draft", "check_may_offer", "draft_call", "name_mentor", "offer", "report", "resubmit", "set_milestone",
]  # fmt: skip
