"""“Did you mean”: another spelling when nothing answers – characters that are read alike, or one sign wrong in a name.

Offered are words of titles everybody may read, never anything anybody typed; and only what does find something.
"""

from collections.abc import Iterator

from sqlalchemy import select

from association.kernel.db import session
from association.kernel.search.analysis import LONGEST_QUESTION, ask, loosely, phrase, pieces
from association.kernel.search.engine import Filters
from association.kernel.search.folding import fold_in_place, is_gram
from association.kernel.search.models import PUBLIC, SearchRecord
from association.kernel.search.readings import syllables
from association.kernel.search.site import search

LONGEST = 24
"""Characters of a question that are mended."""
LONGEST_RUN, TITLES = 8, 12
_EVERYBODY = Filters(audiences=frozenset({PUBLIC}))


def meant(typed: str) -> str:
    """What was meant perhaps; empty where nothing comes to mind."""
    typed = typed.strip()[:LONGEST_QUESTION]
    if not 2 <= len(typed) <= LONGEST:
        return ""
    for proposal in (_read_alike(typed), _one_sign_off(typed)):
        if proposal and fold_in_place(proposal) != fold_in_place(typed) and _finds(proposal):
            return proposal
    return ""


def _finds(words: str) -> bool:
    """Whether a title everybody may read has the words, or a text the index knows."""
    return bool(search().engine.find(ask(words), filters=_EVERYBODY, limit=1).keys)


def _read_alike(typed: str) -> str:
    """Each run of characters nobody wrote so, as a title has it that is read the same."""
    found, at = "", 0
    while at < len(typed):
        for length in range(min(LONGEST_RUN, len(typed) - at), 1, -1):
            run = typed[at : at + length]
            if not all(map(is_gram, run)):
                continue
            if written := run if _finds_run(run) else _title_read_as(run):
                found, at = found + written, at + length
                break
        else:
            found, at = found + typed[at], at + 1
    return found


def _finds_run(run: str) -> bool:
    return bool(search().engine.find(phrase(run), filters=_EVERYBODY, limit=1).keys)


def _title_read_as(run: str) -> str:
    reading = syllables(run)
    if len(reading) != len(run):
        return ""
    for title in _titles(
        search().engine.find(phrase(" ".join(reading)), filters=_EVERYBODY, limit=TITLES).keys
    ):
        for window in _windows(title, len(run)):
            if syllables(window) == reading:
                return window
    return ""


def _one_sign_off(typed: str) -> str:
    """A part of a title that differs in one sign, put in, left out or another."""
    question = loosely(typed)
    if len(typed) < 3 or not question:
        return ""
    near = search().engine.near(question.terms, filters=_EVERYBODY, limit=TITLES)
    wanted = fold_in_place(typed)
    for title in _titles(tuple(near.shares)):
        for length in (len(typed), len(typed) + 1, len(typed) - 1):
            for window in _windows(title, length):
                if _differ_by_one(wanted, fold_in_place(window)):
                    return window
    return ""


def _titles(keys: tuple[str, ...]) -> list[str]:
    rows = select(SearchRecord.key, SearchRecord.title).where(
        SearchRecord.key.in_(keys), SearchRecord.audience == PUBLIC, SearchRecord.withdrawn.is_(False)
    )
    titles = {row.key: row.title for row in session.execute(rows)}
    return [titles[key] for key in keys if key in titles]


def _windows(title: str, length: int) -> Iterator[str]:
    for at in range(len(title) - length + 1):
        window = title[at : at + length]
        if window == window.strip() and pieces(window):
            yield window


def _differ_by_one(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1)
    )
