"""How alike clauses are: shared pairs of characters, the rarer the more they say."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from association.rules.reading.normal import normal
from association.rules.reading.numerals import ARABIC, CHINESE

# Numbers of other clauses change whenever a clause is put in before them; that says nothing about this
# clause.
REFERENCES = re.compile(rf"第[{CHINESE}{ARABIC}]{{1,8}}(?=[编章节条款项])")
PUNCTUATION = re.compile(r"[^\w]")
CANDIDATES = 12  # of each clause, looked at exactly
COMMON_SHARE = 0.1  # a pair of characters in more clauses than this finds nobody

Pairs = Counter[str]


def bare(text: str) -> str:
    """`text` as it is compared: without width, blanks, punctuation and the numbers of other clauses."""
    return PUNCTUATION.sub("", REFERENCES.sub("第", normal(text)))


def pairs_of(text: str) -> Pairs:
    """How often each two neighbouring characters stand in `text`; the character itself where there is only
    one."""
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text] if text else [])


class Likeness:
    """Scores between the clauses of two editions, both given as texts in order. Scores are 0 to 1 and
    symmetric."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [pairs_of(bare(text)) for text in old]
        self.new = [pairs_of(bare(text)) for text in new]
        held_by = Counter(pair for pairs in (*self.old, *self.new) for pair in pairs)
        total = len(old) + len(new)
        self._weights = {pair: math.log(1 + total / count) for pair, count in held_by.items()}
        self._common = {pair for pair, count in held_by.items() if count > max(12, total * COMMON_SHARE)}

    def weight(self, pairs: Pairs) -> float:
        return sum(self._weights[pair] * count for pair, count in pairs.items())

    def score(self, i: int, j: int) -> float:
        """Weight shared by old clause `i` and new clause `j`, of what both have together."""
        both = self.weight(self.old[i]) + self.weight(self.new[j])
        return 2 * self.weight(self.old[i] & self.new[j]) / both if both else 0.0

    def share(self, part: Pairs, whole: Pairs) -> float:
        """How much of `part` is found in `whole`."""
        all_of_it = self.weight(part)
        return self.weight(part & whole) / all_of_it if all_of_it else 0.0

    def candidates(self) -> dict[tuple[int, int], float]:
        """The pairs worth a look, with their scores: for each new clause the old ones that share most of
        its rarer pairs."""
        holders: dict[str, list[int]] = defaultdict(list)
        for i, pairs in enumerate(self.old):
            for pair in pairs:
                if pair not in self._common:
                    holders[pair].append(i)
        found: dict[tuple[int, int], float] = {}
        for j, pairs in enumerate(self.new):
            shared: Counter[int] = Counter()
            for pair in pairs:
                for i in holders.get(pair, ()):
                    shared[i] += 1
            best = sorted(shared, key=lambda i: (-shared[i], i))[:CANDIDATES]
            found |= {(i, j): self.score(i, j) for i in best}
        # Texts of common phrases only share nothing rare; their like is where their order says.
        same = defaultdict(list)
        for i, pairs in enumerate(self.old):
            same[frozenset(pairs.items())].append(i)
        for j, pairs in enumerate(self.new):
            found |= {(i, j): self.score(i, j) for i in same.get(frozenset(pairs.items()), ())[:CANDIDATES]}
        return found
