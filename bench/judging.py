"""The judged set: what people type and what they want, written from knowledge of the texts and never from what an engine returns.

`judged/demo.tsv` asks the demo alone, `judged/law.tsv` also the texts of ../shared/data/regulations. What is wanted is named by its words, so
that neither addresses nor days of the demo matter.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from association.kernel.db import session
from association.kernel.policy import VISITOR
from association.kernel.search import records
from association.kernel.search.records import SearchRecord
from association.rules.models import Document
from front.search import otherwise
from front.search.answers import answers_to
from front.search.kinds import WEIGHTS

JUDGED = Path(__file__).parent / "judged"
REGULATIONS = Path(__file__).resolve().parents[2] / "shared" / "data" / "regulations"
FIRST, DEEP = 10, 50
GOOD = 2

Find = Callable[[str], Sequence[str]]
"""From a question to the keys of what is found, the best first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question; `wanted` is the grade of each key, empty where nothing is right."""

    question: str
    wanted: Mapping[str, int]
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    ndcg: float
    recall: float
    missed: tuple[Judged, ...]
    """Questions whose best answer is not among the first ten."""


def lines(name: str) -> list[list[str]]:
    rows = (JUDGED / name).read_text("utf-8").splitlines()
    return [row.split("\t") for row in rows if row and not row.startswith("#")]


def judged(*names: str, all_of_it: bool = True) -> list[Judged]:
    """The questions of these files. Raises LookupError where words name nothing; unless `all_of_it`, such words and questions that want
    nothing else are left out: a demo may be told without what a site is planted with."""
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for key, kind, title, url in session.execute(
        select(SearchRecord.key, SearchRecord.kind, SearchRecord.title, SearchRecord.url).where(
            SearchRecord.audience == "public"
        )
    ):
        by_kind.setdefault(kind, []).append((key, f"{title} {url}"))
    documents = dict(session.execute(select(Document.title, Document.id)).all())
    texts = {word: documents.get(title) for word, title in lines("texts.tsv")}
    keys = {key for rows in by_kind.values() for key, _ in rows}

    def meant(words: str) -> list[str]:
        kind, colon, title = words.partition(":")
        if colon:
            return [key for key, named in by_kind.get(kind, []) if title in named]
        text, hash_, place = words.partition("#")
        key = f"clause:{texts[text]}:{place}" if hash_ else f"document:{texts[text]}"
        return [key] if key in keys else []

    found = []
    for question, wanted, why in (row for name in names for row in lines(name)):
        grades: dict[str, int] = {}
        for grade, words in (one.strip().split("=", 1) for one in wanted.split(";")):
            if words == "none":
                continue
            named = meant(words)
            if not named and all_of_it:
                raise LookupError(f"{question}: {words}")
            grades |= dict.fromkeys(named, int(grade))
        if grades or "none" in wanted:
            found.append(Judged(question, grades, why))
    return found


def verdict(questions: Sequence[Judged], find: Find) -> Verdict:
    """nDCG of the first ten, recall (of what is at least good) in fifty, and what was missed."""
    ndcg, recall, missed = [], [], []
    for one in questions:
        keys = list(find(one.question))[:DEEP]
        if not one.wanted:
            ndcg.append(0.0 if keys else 1.0)
            continue
        gained = _gain([one.wanted.get(key, 0) for key in keys[:FIRST]])
        ndcg.append(gained / _gain(sorted(one.wanted.values(), reverse=True)[:FIRST]))
        good = {key for key, grade in one.wanted.items() if grade >= GOOD}
        recall.append(len(good.intersection(keys)) / len(good))
        best = max(one.wanted.values())
        if not any(one.wanted.get(key) == best for key in keys[:FIRST]):
            missed.append(one)
    return Verdict(sum(ndcg) / len(ndcg), sum(recall) / max(len(recall), 1), tuple(missed))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def ours(question: str) -> list[str]:
    """As the page shows it: what is answered, what has all words, what has most; for what was meant where nothing has."""
    found, _words = otherwise.find(question, VISITOR, limit=DEEP, near=DEEP, weights=WEIGHTS)
    if not found.hits and (meant := records.meant(question)):
        found = records.find(meant, VISITOR, limit=DEEP, near=DEEP, weights=WEIGHTS)
    answered = _keys_at([answer.url for answer in answers_to(question)])
    keys = [*answered, *(hit.key for hit in [*found.hits, *found.near])]
    return list(dict.fromkeys(keys))[:DEEP]


def _keys_at(urls: Sequence[str]) -> list[str]:
    """What is at these addresses; a paragraph within a clause is the clause."""
    ways = [
        [url, *(url[:at] for at in range(len(url) - 1, 0, -1) if url[at] == "." and "#" in url[:at])]
        for url in urls
    ]
    rows = select(SearchRecord.url, SearchRecord.key).where(
        SearchRecord.url.in_([w for way in ways for w in way])
    )
    known = dict(session.execute(rows).all()) if urls else {}
    return [key for way in ways if (key := next((known[w] for w in way if w in known), None))]
