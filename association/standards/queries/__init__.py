"""Named reads of standards, their projects, ballots, examinations and acts."""

from association.standards.queries.kept import (
    acts_of,
    by_slug,
    called,
    changes_waiting,
    examinations_of,
    examinations_open,
    in_public,
    issued_acts,
    living_standards,
    of_document,
    open_examination,
    to_be_examined,
)
from association.standards.queries.projects import (
    accepted,
    all_projects,
    at_work,
    ballots_waiting_for,
    deeds_in_order,
    of_edition,
    of_standard,
    open_project,
    proposals_of,
    review_of,
    reviews_of,
    text_sent,
    unconfirmed,
    votes_due,
    with_words,
)

__all__ = [
    "accepted", "acts_of", "all_projects", "at_work", "ballots_waiting_for", "by_slug", "called", "changes_waiting", "deeds_in_order",
    "examinations_of", "examinations_open", "in_public", "issued_acts", "living_standards", "of_document", "of_edition", "of_standard",
    "open_examination", "open_project", "proposals_of", "review_of", "reviews_of", "text_sent", "to_be_examined", "unconfirmed", "votes_due", "with_words",
]  # fmt: skip
