"""Verbs of footage: versions and files of their maker, and watching."""

from association.footage.actions.files import add, begin_version, close, remove, take_upload
from association.footage.actions.watching import confirm_seen, note_played, open_file, turn_to

__all__ = [
    "add",
    "begin_version",
    "close",
    "confirm_seen",
    "note_played",
    "open_file",
    "remove",
    "take_upload",
    "turn_to",
]
