"""What was found, marked in the text as it was written. Gives segments, never HTML: templates escape each one
and mark the hits.

Works on the text of the database with one regular expression, so the index holds no texts, and a text changed
a moment ago is shown as it is now.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from association.kernel.search.analysis import Question
from association.kernel.search.folding import GRAMS, UNSEEN, fold_in_place

BEFORE = 24
"""Characters shown before the first hit, at most."""
READ = 200_000
"""Characters of a text looked through for a snippet: what is deeper in a book shows the book's beginning."""
ELLIPSIS = "…"
_JOINERS = "\u200d\u200c"
_STOPS = frozenset("。！？；!?;\n")


class Segment(NamedTuple):
    """A piece of text in reading order, and whether it is what was looked for."""

    text: str
    is_hit: bool


def segments(text: str, question: Question) -> list[Segment]:
    """The whole text, cut where hits begin and end; joined again it is the text."""
    return _cut(text, _hits(text, question), 0, len(text))


def snippet(text: str, question: Question, *, width: int = 120) -> list[Segment]:
    """About `width` characters of the text around the place that answers most of the question; blanks are
    single."""
    text = " ".join(text[:READ].split())
    hits = _hits(text, question)
    start, end = _window(text, hits, width)
    found = _cut(text, hits, start, end)
    if start > 0:
        found.insert(0, Segment(ELLIPSIS, is_hit=False))
    if end < len(text):
        found.append(Segment(ELLIPSIS, is_hit=False))
    return found


class _Hit(NamedTuple):
    start: int
    end: int
    word: str


def _hits(text: str, question: Question) -> list[_Hit]:
    """Where words of the question stand, in order, none over another."""
    if not question.words:
        return []
    pattern = _pattern(question.words)
    return [
        _Hit(match.start(), match.end(), match.lastgroup or "")
        for match in pattern.finditer(fold_in_place(text))
    ]


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first: where 微短剧 and 短剧 both begin to match, the whole is marked.
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(f"(?P<w{number}>{_one(word)})" for number, word in enumerate(longest_first)))


def _one(word: str) -> str:
    """A word of a question as a pattern over `fold_in_place`: anything unseen may stand between its signs."""
    inner = f"{UNSEEN}*"
    runs = [inner.join(map(re.escape, run)) + inner for run in word.split()]
    # Between two words of letters there is a blank in the text; beside Chinese there may be none.
    between = f"[ {UNSEEN}]*"
    part_of_word = f"[^ {UNSEEN}{GRAMS}]"
    before = f"(?<!{part_of_word})" if word.startswith(" ") else ""
    after = f"(?!{part_of_word})" if word.endswith(" ") else ""
    return before + between.join(runs) + after


def _window(text: str, hits: list[_Hit], width: int) -> tuple[int, int]:
    if not hits:
        return 0, _whole(text, min(width, len(text)))
    first = _fullest(hits, width)
    start = max(0, first - BEFORE)
    # Begin after the end of a sentence if there is one in what leads to the hit.
    stops = [at for at in range(start, first) if text[at] in _STOPS]
    start = stops[-1] + 1 if stops else start
    # Near the end of the text, show what fits before.
    start = _whole(text, max(0, min(start, len(text) - width)))
    return start, _whole(text, min(len(text), max(start + width, start)))


def _fullest(hits: list[_Hit], width: int) -> int:
    """Start of the first hit from which a window holds the most different words."""
    best, best_start, end = 0, hits[0].start, 0
    inside: dict[str, int] = {}
    for hit in hits:
        while end < len(hits) and hits[end].end <= hit.start + width - BEFORE:
            inside[hits[end].word] = inside.get(hits[end].word, 0) + 1
            end += 1
        if len(inside) > best:
            best, best_start = len(inside), hit.start
        if hit.word in inside:
            inside[hit.word] -= 1
            if not inside[hit.word]:
                del inside[hit.word]
    return best_start


def _whole(text: str, cut: int) -> int:
    """The cut, moved on so that it parts no joined emoji and takes no mark from its letter."""
    while 0 < cut < len(text) and (
        unicodedata.category(text[cut]) in ("Mn", "Me", "Mc", "Cf", "Sk") or text[cut - 1] in _JOINERS
    ):
        cut += 1
    return cut


def _cut(text: str, hits: list[_Hit], start: int, end: int) -> list[Segment]:
    found: list[Segment] = []
    at = start
    for hit in hits:
        if hit.end <= at or hit.start >= end:
            continue
        if hit.start > at:
            found.append(Segment(text[at : hit.start], is_hit=False))
        at = min(max(at, hit.end), end)
        found.append(Segment(text[max(start, hit.start) : at], is_hit=True))
    if at < end:
        found.append(Segment(text[at:end], is_hit=False))
    return found
