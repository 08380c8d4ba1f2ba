"""Which of those that answer comes first. Judged on the texts of the database, so that every engine gives the same order.

What counts, in this order: the question is the title; it stands in the title, the more of it the better; its words do; how often they
stand in a text for its length; what kind of thing it is. Nothing is counted of who or how large anybody is. A page takes
at most three of each ten places, so that one long law does not hide all else.
"""

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
READ = 20_000
"""Characters of a text that are weighed."""
USUAL_LENGTH, LONGEST_COUNTED = 300, 12_000
SATURATION, PRICE_OF_LENGTH = 1.2, 0.6
IS_TITLE, IN_TITLE, WORDS_IN_TITLE, COVERS, IN_TEXT, ALSO, ALSO_A_PART = 4.0, 2.0, 1.5, 2.0, 1.5, 2.2, 0.4
PLACES, OF_ONE_PAGE = 10, 3


def best_first(rows: Iterable[Any], question: Question, weights: Weights) -> list[Any]:
    """Rows of candidates (`key`, `kind`), the best first; equals stay as they came."""
    some = list(rows)
    facts = _facts([row.key for row in some])
    shown_in_parts = wholes(facts.values())
    scores = {
        key: _score(fact, question, weights, by_parts=key in shown_in_parts) for key, fact in facts.items()
    }
    some.sort(key=lambda row: -scores.get(row.key, 0.0))
    return spread(some, {key: fact.url for key, fact in facts.items()})


def _facts(keys: Sequence[str]) -> dict[str, Any]:
    columns = (
        SearchRecord.key,
        SearchRecord.kind,
        SearchRecord.title,
        SearchRecord.plain_title,
        SearchRecord.url,
    )
    text = func.substr(SearchRecord.plain_body, 1, READ).label("text")
    rows = select(*columns, text, func.length(SearchRecord.plain_body).label("length"))
    return {row.key: row for row in session.execute(rows.where(SearchRecord.key.in_(keys)))}


def wholes(facts: Iterable[Any]) -> set[str]:
    """Keys of those whose parts are among them: what stands in their text is shown by the parts."""
    rows = list(facts)
    pages = {row.url.partition("#")[0] for row in rows if is_part(row.url)}
    above = {page[: at + 1] for page in pages for at, sign in enumerate(page) if sign == "/"}
    return {row.key for row in rows if not is_part(row.url) and row.url in above}


def _score(fact: Any, question: Question, weights: Weights, *, by_parts: bool) -> float:
    words, whole = question.words, " ".join(word.strip() for word in question.words)
    title, (text, _line, also) = plain(fact.title), fact.text.partition("\n")
    in_title = [word in title for word in words]
    in_text = [text.count(word) for word in words]
    counted = [] if by_parts else in_text
    score: float = weights.get(fact.kind, 0.0)
    if is_part(fact.url) and not any(word in _place(title) for word in words):
        # The words name the text it is a part of: whoever wants that wants it whole.
        pass
    elif all(in_title):
        score += IS_TITLE if title.strip() == whole else 0.0
        score += IN_TITLE if whole in title else WORDS_IN_TITLE
        score += COVERS * min(1.0, len(whole) / max(len(title.strip()), 1))
    else:
        score += WORDS_IN_TITLE * sum(in_title) / max(len(words), 1) / 2
    dear = 1 - PRICE_OF_LENGTH + PRICE_OF_LENGTH * min(fact.length, LONGEST_COUNTED) / USUAL_LENGTH
    score += (
        IN_TEXT
        * sum(count * (SATURATION + 1) / (count + SATURATION * dear) for count in counted)
        / max(len(words), 1)
    )
    if any(word in also for word in words):
        score += ALSO_A_PART if is_part(fact.url) else ALSO
    elif not any(in_title) and not any(in_text):
        # Found by its reading alone, or deep in a book.
        score += (
            IN_TITLE - IS_TITLE
            if all(f" {word.strip()}" in fact.plain_title for word in words)
            else -IS_TITLE
        )
    return score


def is_part(url: str) -> bool:
    return "#" in url


def _place(title: str) -> str:
    """The last word of a part's title, which says where it is."""
    return title.rstrip()[title.rstrip().rfind(" ") :] if " " in title.strip() else title


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
