"""Verbs of standards, each with its actor."""

from association.standards.actions.keeping import (
    begin_examination,
    begin_examinations,
    change_act,
    check_draft,
    check_examinable,
    check_published,
    find,
    write_act,
)
from association.standards.actions.projects import (
    BEFORE_REVIEWS,
    WRITTEN_IN,
    approve,
    change_facts,
    check_changeable,
    check_writable,
    lay_out,
    propose,
    send,
)
from association.standards.actions.reviewing import (
    add_reviewer,
    check_open,
    close_ballot,
    record_vote,
    remove_reviewer,
    vote,
)

__all__ = [
    "BEFORE_REVIEWS", "WRITTEN_IN", "add_reviewer", "approve", "begin_examination", "begin_examinations", "change_act", "change_facts",
    "check_changeable", "check_draft", "check_examinable", "check_open", "check_published", "check_writable", "close_ballot", "find",
    "lay_out", "propose", "record_vote", "remove_reviewer", "send", "vote", "write_act",
]  # fmt: skip
