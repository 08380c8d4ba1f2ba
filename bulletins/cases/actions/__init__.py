"""Verbs of cases: procedure up to the decision and its service, afterwards the appeal and what follows."""

from bulletins.cases.actions.afterwards import appeal, apply_for_repair, convene_again, prepare, publicise
from bulletins.cases.actions.procedure import (
    WRITABLE,
    add_evidence,
    allege,
    convene,
    draft,
    join,
    notify,
    open_case,
    plead,
    serve,
    set_hearing,
    take_up,
    transfer,
    withdraw_charge,
)

__all__ = [
    "WRITABLE", "add_evidence", "allege", "appeal", "apply_for_repair", "convene", "convene_again", "draft", "join", "notify", "open_case", "plead",
    "prepare", "publicise", "serve", "set_hearing", "take_up", "transfer", "withdraw_charge",
]  # fmt: skip
