"""Verbs of panels, each with its actor."""

from association.panels.actions.keeping import (
    begin,
    close,
    convene,
    dissolve,
    end,
    extend,
    name,
    name_guest,
    remove,
    replace,
)
from association.panels.actions.minuting import (
    check_confirmable,
    check_writable,
    conclude,
    confirm,
    may_write,
    write_minutes,
)
from association.panels.actions.voting import declare_clear, declare_tie, record_vote, save_draft, vote

__all__ = [
    "begin", "check_confirmable", "check_writable", "close", "conclude", "confirm", "convene", "declare_clear", "declare_tie", "dissolve", "end",
    "extend", "may_write", "name", "name_guest",
    "record_vote", "remove", "replace", "save_draft", "vote", "write_minutes",
]  # fmt: skip
