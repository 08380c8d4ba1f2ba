"""Verbs of articles. Steps of the lives are taken through `ARTICLE` and `CORRECTION`."""

from bulletins.articles.actions.afterwards import follow_up, propose_correction
from bulletins.articles.actions.requests import answer, ask
from bulletins.articles.actions.writing import (
    PARTS,
    ask_teacher,
    begin,
    change,
    check_draft,
    check_tellable,
    pass_place,
    take_pass_back,
    teach,
)

__all__ = [
    "PARTS", "answer", "ask", "ask_teacher", "begin", "change", "check_draft", "check_tellable", "follow_up", "pass_place", "propose_correction", "take_pass_back", "teach",
]  # fmt: skip
