"""Tables of remedies: guidance notes, what was reported about them, and interviews."""

from association.remedies.models.bound import Force, Source, words_of
from association.remedies.models.interview import HELD, Interview, InterviewState
from association.remedies.models.note import OWED, GuidanceNote, NoteReport, NoteState

__all__ = [
    "HELD", "OWED", "Force", "GuidanceNote", "Interview", "InterviewState", "NoteReport", "NoteState", "Source", "words_of",
]  # fmt: skip
