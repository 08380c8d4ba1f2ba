"""Which of those that answer comes first. Judged on the texts of the database, so that every engine gives the same order.

What counts, in this order: the question is the title; it stands in the title, the more of it the better; its words do; how often they
stand in a text for its length; what kind of thing it is. Nothing is counted of who or how large anybody is. A page takes
at most three of each ten places, so that one long law does not hide all else.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from association.kernel.db import session
from association.kernel.search.analysis import Question, plain
from association.kernel.search.models import SearchRecord

Weights = Mapping[str, float]
"""By kind of thing; what is not named weighs nothing more or less."""

WEIGHED = 400
"""Above this many the engine's own order stands, hits in titles first."""
USUAL_LENGTH = 300
SATURATION, PRICE_OF_LENGTH = 1.2, 0.6
IS_TITLE, IN_TITLE, WORDS_IN_TITLE, IN_TEXT, COVERS = 4.0, 2.0, 1.5, 1.5, 2.0
PLACES, OF_ONE_PAGE = 10, 3


def best_first(rows: Iterable[Any], question: Question, weights: Weights) -> list[Any]:
    """Rows of candidates (`key`, `kind`), the best first; equals stay as they came."""
    some = list(rows)
    facts = _facts([row.key for row in some], question)
    scored = sorted(
        some, key=lambda row: -_score(facts[row.key], question, weights) if row.key in facts else 0.0
    )
    return spread(scored, {key: fact.url for key, fact in facts.items()})


def _facts(keys: Sequence[str], question: Question) -> dict[str, Any]:
    counts = [
        ((func.length(SearchRecord.plain_body) - func.length(func.replace(SearchRecord.plain_body, word, ""))) / len(word)).label(f"n{n}")
        for n, word in enumerate(question.words)
    ]  # fmt: skip
    columns = (
        SearchRecord.key,
        SearchRecord.kind,
        SearchRecord.title,
        SearchRecord.plain_title,
        SearchRecord.url,
    )
    rows = select(*columns, func.length(SearchRecord.plain_body).label("length"), *counts)
    return {row.key: row for row in session.execute(rows.where(SearchRecord.key.in_(keys)))}


def _score(fact: Any, question: Question, weights: Weights) -> float:
    title = plain(fact.title)
    words, whole = question.words, " ".join(word.strip() for word in question.words)
    counts = [float(count) for count in fact[-len(words) :]] if words else []
    inside = [word in title for word in words]
    score = weights.get(fact.kind, 0.0)
    if title.strip() == whole:
        score += IS_TITLE
    if all(inside):
        score += IN_TITLE if whole in title else WORDS_IN_TITLE
        score += COVERS * min(1.0, len(whole) / max(len(title.strip()), 1))
    elif any(inside):
        score += WORDS_IN_TITLE * sum(inside) / len(words) / 2
    dear = 1 - PRICE_OF_LENGTH + PRICE_OF_LENGTH * math.sqrt(fact.length / USUAL_LENGTH)
    in_text = sum(count * (SATURATION + 1) / (count + SATURATION * dear) for count in counts) / max(
        len(words), 1
    )
    score += IN_TEXT * in_text
    if not any(inside) and not any(counts):
        score -= IS_TITLE  # found by its reading alone
        if all(f" {word.strip()}" in fact.plain_title for word in words):
            score += IN_TITLE
    return score


def spread(rows: Sequence[Any], urls: Mapping[str, str]) -> list[Any]:
    """The same rows, of one page (its parts count with it) at most three among each ten."""
    waiting, placed = list(rows), list[Any]()
    while waiting:
        taken: dict[str, int] = {}
        here, later = list[Any](), list[Any]()
        for row in waiting:
            page = urls.get(row.key, row.key).partition("#")[0]
            if len(here) == PLACES or taken.get(page, 0) == OF_ONE_PAGE:
                later.append(row)
                continue
            taken[page] = taken.get(page, 0) + 1
            here.append(row)
        placed += here
        if len(here) < PLACES:
            return placed + later
        waiting = later
    return placed
