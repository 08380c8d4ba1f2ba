"""Named reads of questions and of public answers."""

from association.guidance.queries.public import (
    at_work,
    by_slug,
    by_version,
    citing,
    everything,
    in_doubt,
    listed,
    of_question,
    version_under_way,
    versions_of,
    with_words,
)
from association.guidance.queries.questions import (
    all_questions,
    answers_of,
    asked_by,
    draft_of,
    how_many_open,
    messages_of,
    overdue,
    questions_with_words,
    too_long_silent,
    waiting_for_asker,
    with_staff,
)

__all__ = [
    "all_questions", "answers_of", "asked_by", "at_work", "by_slug", "by_version", "citing", "draft_of", "everything", "how_many_open", "in_doubt",
    "listed", "messages_of", "of_question", "overdue", "questions_with_words", "too_long_silent", "version_under_way", "versions_of",
    "waiting_for_asker", "with_staff", "with_words",
]  # fmt: skip
