"""Verbs of the feature, each with its actor. They change and record; they never commit and know no form."""

from mcn.agencies.actions.deciding import ask, examine, recheck
from mcn.agencies.actions.filing import (
    begin_application,
    begin_change,
    begin_review,
    begin_roster,
    confirm_section,
    remove_row,
    save_row,
    save_section,
    say_none,
    take_rows,
)

__all__ = [
    "ask", "begin_application", "begin_change", "begin_review", "begin_roster", "confirm_section", "examine", "recheck",
    "remove_row", "save_row", "save_section", "say_none", "take_rows",
]  # fmt: skip
