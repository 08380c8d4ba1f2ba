"""Comparing a contract, or what somebody says of one, with the model clauses. Pure; nothing is kept.

It finds words, not meaning: a topic that is spoken of may be spoken of badly, and one that is missing may stand in another paper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from association.kernel.spotting import Spotted, ready
from mcn.contracts.models import ModelClause, Outcome

MOST_PLACES = 3
AROUND = 40
"""Characters shown on each side of what was found."""
YES, NO, UNSURE, NOT_THIS = "yes", "no", "unsure", "not_this"
_SAID = {
    YES: Outcome.WRITTEN, NO: Outcome.MISSING, UNSURE: Outcome.UNSURE, NOT_THIS: Outcome.NOT_THIS,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something was found: the paragraph's number, and the words before, found and after."""

    paragraph: int
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One topic: what was found where, and what makes one look again (sentences kept with the clause, in Chinese)."""

    clause: ModelClause
    outcome: Outcome
    places: Sequence[Place] = ()
    doubts: Sequence[Place] = ()
    remarks: Sequence[str] = ()


def check_text(text: str, clauses: Sequence[ModelClause]) -> list[Finding]:
    """Clause by clause, in their order."""
    paragraphs = [ready(line) for line in text.splitlines() if line.strip()]
    return [_checked(paragraphs, clause) for clause in clauses]


def _checked(paragraphs: Sequence[Spotted], clause: ModelClause) -> Finding:
    places = _places(paragraphs, clause.cues)
    if not places:
        return Finding(clause=clause, outcome=Outcome.MISSING)
    doubts = _places(paragraphs, clause.doubtful)
    remarks = [clause.doubtful_why] if doubts and clause.doubtful_why else []
    if clause.also and not _places(paragraphs, clause.also):
        remarks.append(clause.also_why)
    outcome = Outcome.LOOK if remarks or doubts else Outcome.WRITTEN
    return Finding(clause=clause, outcome=outcome, places=places, doubts=doubts, remarks=remarks)


def _places(paragraphs: Sequence[Spotted], lines: Sequence[str]) -> list[Place]:
    """The first places, at most one a paragraph."""
    found = []
    for number, paragraph in enumerate(paragraphs, 1):
        at = next((at for line in lines if (at := paragraph.find(line)) is not None), None)
        if at is not None:
            found.append(_place(number, paragraph.text, *at))
        if len(found) == MOST_PLACES:
            break
    return found


def _place(number: int, text: str, start: int, end: int) -> Place:
    before, after = text[:start].lstrip(), text[end:].rstrip()
    return Place(
        paragraph=number, found=text[start:end],
        before=before if len(before) <= AROUND else "…" + before[-AROUND:],
        after=after if len(after) <= AROUND else after[:AROUND] + "…",
    )  # fmt: skip


def check_answers(answers: Mapping[str, str], clauses: Sequence[ModelClause]) -> list[Finding]:
    """From the short list: topic → yes, no, unsure, not_this. What was not answered is left out."""
    return [
        Finding(clause=clause, outcome=_SAID[answers[clause.topic]])
        for clause in clauses
        if answers.get(clause.topic) in _SAID
    ]


def tally(findings: Sequence[Finding]) -> dict[Outcome, int]:
    """How many of each; a count of topics, not a mark."""
    return {outcome: n for outcome in Outcome if (n := sum(f.outcome is outcome for f in findings))}
