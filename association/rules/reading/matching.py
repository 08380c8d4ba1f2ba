"""What became of each clause in the next edition: a proposal for people to confirm, the same every time it
is asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from association.rules.reading.alignment import Pair, heaviest_chain
from association.rules.reading.likeness import Likeness, Pairs, bare, pairs_of
from association.rules.reading.normal import normal
from association.rules.reading.sentences import N_, Sentence
from association.rules.reading.tree import DIVISIONS, Level, Node, ReadDocument

# Read off two pairs of laws (docs/rules.md).
LEAST = 0.30  # likeness of a pair that keeps the order
SURE = 0.45  # of a pair that does not
BESIDE_BEST = 0.6  # a pair counts only if it is not much worse than the best either of the two has
PIECE = 0.6  # of a paragraph, found in another clause: it moved there
STAYED = 0.5  # of a paragraph, found in the clause's own successor: it did not move
SHORTEST_PIECE = 12  # pairs of characters; shorter paragraphs are alike by chance


class Fate(StrEnum):
    SAME = "same"
    REWORDED = "reworded"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    GONE = "gone"


REASONS = {
    Fate.SAME: N_("文字、条号都没有变。"),
    Fate.RENUMBERED: N_("文字没有变，%(old)s改为%(new)s。"),
    Fate.REWORDED: N_("条号没有变，文字有改动，相似度 %(score)s。"),
    Fate.SPLIT: N_("%(old)s的内容分在%(new)s。"),
    Fate.MERGED: N_("%(old)s的内容并入%(new)s。"),
    Fate.NEW: N_("上一版没有相近的条款。"),
    Fate.GONE: N_("新版没有相近的条款。"),
}
REWORDED_AND_RENUMBERED = N_("%(old)s改为%(new)s，文字有改动，相似度 %(score)s。")
ONLY_REFERENCES = N_("%(old)s到%(new)s，只改了标点或者所引的条号。")


@dataclass(frozen=True, slots=True)
class Clause:
    """A unit of comparison: an article with all it holds, or a numbered heading with its own text."""

    path: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """`old` and `new` are paths: one each, or several where a clause was split or merged, or none. `score`
    is their likeness, 0 to 1."""

    fate: Fate
    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float
    reason: Sentence


def clauses_of(document: ReadDocument) -> list[Clause]:
    """The clauses of a document in order."""
    return list(_clauses(document.tree))


def _clauses(nodes: Iterable[Node]) -> Iterable[Clause]:
    for node in nodes:
        if node.level in {Level.ARTICLE, Level.PREAMBLE}:
            yield Clause(node.path, node.mark, node.whole_text())
        elif node.level in DIVISIONS or node.level is Level.ANNEX:
            yield from _clauses(node.children)
        elif node.number is not None:
            own = [child.whole_text() for child in node.children if child.number is None]
            yield Clause(node.path, node.mark, "\n".join([node.text, *own]))
            yield from _clauses(child for child in node.children if child.number is not None)


def matched(old: Sequence[Clause], new: Sequence[Clause]) -> list[Proposal]:
    """A proposal for every clause of both editions, in the order of the new one; what is gone stands where
    it stood.

    Every path of `old` is in exactly one proposal, every path of `new` in at least one: in two where a
    clause took in
    a part of one old clause and the whole of another.
    """
    likeness = Likeness([clause.text for clause in old], [clause.text for clause in new])
    scores = likeness.candidates()
    pairs = _pairs(scores, old, new)
    links = _links(likeness, scores, pairs, old, new)
    proposals = _proposals(old, new, links, scores)
    return [proposal for _, proposal in sorted(proposals, key=lambda placed: placed[0])]


def _pairs(scores: Mapping[Pair, float], old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, int]:
    """One to one: first those that keep the order, then those that moved and are alike enough to be sure."""
    best_old: dict[int, float] = {}
    best_new: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_old[i] = max(score, best_old.get(i, 0))
        best_new[j] = max(score, best_new.get(j, 0))
    # Squared, so that one sure pair outweighs two doubtful ones; a hair more where the number stayed.
    weights = {
        (i, j): score**2 + (0.01 if old[i].path == new[j].path else 0)
        for (i, j), score in scores.items()
        if score >= LEAST and score >= BESIDE_BEST * max(best_old[i], best_new[j])
    }
    pairs = dict(heaviest_chain(weights))
    taken = set(pairs.values())
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score >= SURE and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _links(
    likeness: Likeness,
    scores: Mapping[Pair, float],
    pairs: Mapping[int, int],
    old: Sequence[Clause],
    new: Sequence[Clause],
) -> dict[int, list[int]]:
    """For each old clause the new ones that hold it: its partner, and those left over that took one of its
    paragraphs.

    An old clause left over goes to the new one that has a paragraph of it.
    """
    partner_of_new = {j: i for i, j in pairs.items()}
    links = {i: [j] for i, j in pairs.items()}
    split: list[tuple[float, int, int]] = []
    merged: list[tuple[float, int, int]] = []
    for i, j in scores:
        if j not in partner_of_new:
            partner = likeness.new[pairs[i]] if i in pairs else Pairs()
            split.append((_moved(likeness, old[i].text, likeness.new[j], partner), i, j))
        if i not in pairs:
            partner = likeness.old[partner_of_new[j]] if j in partner_of_new else Pairs()
            merged.append((_moved(likeness, new[j].text, likeness.old[i], partner), i, j))
    found: set[int] = set()
    for share, i, j in sorted(split, key=lambda part: (-part[0], part[1], part[2])):
        if share >= PIECE and i in pairs and j not in found:
            found.add(j)
            links[i].append(j)
    for share, i, j in sorted(merged, key=lambda part: (-part[0], part[1], part[2])):
        if share >= PIECE and i not in links:
            links[i] = [j]
    return links


def _moved(likeness: Likeness, text: str, target: Pairs, partner: Pairs) -> float:
    """How much of a paragraph of `text` is in `target`, of those that are not in `partner`; 0 where every
    one stayed."""
    best = 0.0
    for line in text.split("\n"):
        piece = pairs_of(bare(line))
        if piece.total() >= SHORTEST_PIECE and likeness.share(piece, partner) < STAYED:
            best = max(best, likeness.share(piece, target))
    return best


Placed = tuple[tuple[int, int, int], Proposal]


def _proposals(
    old: Sequence[Clause], new: Sequence[Clause], links: Mapping[int, list[int]], scores: Mapping[Pair, float]
) -> Iterator[Placed]:
    """Proposals with their place: behind which new clause, and which old one."""
    sources: dict[int, list[int]] = {}
    for i in sorted(links):
        for j in links[i]:
            sources.setdefault(j, []).append(i)
    told: set[int] = set()
    after = -1
    for i, clause in enumerate(old):
        if i in told:
            continue
        targets = sorted(links.get(i, []))
        if not targets:
            yield (after, 1, i), Proposal(Fate.GONE, (clause.path,), (), 0.0, Sentence(REASONS[Fate.GONE]))
            continue
        after = targets[0]
        # Old clauses that went whole into one new clause are told together; who was also split is told apart.
        group = [k for k in sources[targets[0]] if len(links[k]) == 1] if len(targets) == 1 else [i]
        told.update(group)
        score = max(scores.get((k, j), 0.0) for k in group for j in targets)
        yield (
            (targets[0], 0, i),
            _proposal(
                [old[k] for k in group], [new[j] for j in targets], score, alone=sources[targets[0]] == group
            ),
        )
    for j, clause in enumerate(new):
        if j not in sources:
            yield (j, 0, 0), Proposal(Fate.NEW, (), (clause.path,), 0.0, Sentence(REASONS[Fate.NEW]))


def _proposal(olds: Sequence[Clause], news: Sequence[Clause], score: float, *, alone: bool) -> Proposal:
    paths = tuple(clause.path for clause in olds), tuple(clause.path for clause in news)
    values = {
        "old": "、".join(clause.mark or clause.path for clause in olds),
        "new": "、".join(clause.mark or clause.path for clause in news),
        "score": f"{score:.0%}",
    }
    if len(news) > 1:
        return Proposal(Fate.SPLIT, *paths, score, Sentence(REASONS[Fate.SPLIT], values))
    if len(olds) > 1 or not alone:
        return Proposal(Fate.MERGED, *paths, score, Sentence(REASONS[Fate.MERGED], values))
    before, after = olds[0], news[0]
    if normal(before.text) == normal(after.text):
        fate = Fate.SAME if before.path == after.path else Fate.RENUMBERED
        return Proposal(fate, *paths, 1.0, Sentence(REASONS[fate], values))
    template = ONLY_REFERENCES if bare(before.text) == bare(after.text) else REASONS[Fate.REWORDED]
    if before.path != after.path:
        template = REWORDED_AND_RENUMBERED if template == REASONS[Fate.REWORDED] else template
    return Proposal(Fate.REWORDED, *paths, score, Sentence(template, values))
