"""Verbs of experts, each with its actor."""

from association.experts.actions.calling import change_call, draft_call
from association.experts.actions.candidacy import accept, apply, change_data, recommend, resubmit
from association.experts.actions.serving import appoint, be_absent, be_back, object_to, renew, set_consents

__all__ = [
    "accept",
    "apply",
    "appoint",
    "be_absent",
    "be_back",
    "change_call",
    "change_data",
    "draft_call",
    "object_to",
    "recommend",
    "renew",
    "resubmit",
    "set_consents",
]  # fmt: skip
