"""What changed between two wordings, in pieces a reader would mark: deleted, inserted, the same.

Chinese has no blanks between words. Numbers, Latin words and single characters are compared, sentence by
sentence where
sentences stayed; then changes with only a character or two between them are drawn together, since three
corrections in
one phrase read worse than the phrase written anew.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from association.rules.reading.normal import even
from association.rules.reading.sentences import N_

SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]?")
WORD = re.compile(r"[A-Za-z]+|[0-9０-９]+(?:[.．][0-9０-９]+)*|\s+|.", re.DOTALL)
ISLAND = 2  # so few unchanged characters between two changes are drawn into them
MOST_SENTENCES = 2000
MOST_WORDS = (
    6000  # in a changed stretch; longer ones are shown as one deletion and one insertion of sentences
)
# What a screen reader says around a marked piece.
SPOKEN = {"deleted": (N_("删去开始"), N_("删去结束")), "inserted": (N_("新增开始"), N_("新增结束"))}


class Op(StrEnum):
    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Change:
    """`text` as the old wording has it. Where only widths, brackets or dashes differ the piece is the same, and `new_text` says how
    the new wording writes it; empty: as the old one."""

    op: Op
    text: str
    new_text: str = ""

    @property
    def now(self) -> str:
        """As the new wording writes it."""
        return self.new_text or self.text


def differences(old: str, new: str) -> list[Change]:
    """The pieces in order. What is not inserted reads as `old`, what is not deleted (each piece as it is `now`) as `new`;
    neighbours differ in kind, and a deletion stands before the insertion that takes its place. Widths, kinds of brackets and
    dashes make no difference, as they make none for matching."""
    if old == new:
        return [Change(Op.SAME, old)] if old else []
    return list(_tidy(_drawn_together(_compared(SENTENCE.findall(old), SENTENCE.findall(new), words=False))))


def _compared(old: Sequence[str], new: Sequence[str], *, words: bool) -> Iterator[tuple[str, str]]:
    """Pairs of old and new text: both alike where nothing changed, else the stretch that was and the one
    that is."""
    # Sentences repeated thousands of times make no good anchors and cost the square of their number.
    matcher = SequenceMatcher(
        None, [even(s) for s in old], [even(s) for s in new], autojunk=not words and len(new) > MOST_SENTENCES
    )
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        before, after = "".join(old[i1:i2]), "".join(new[j1:j2])
        if op != "replace" or words:
            yield before, after
            continue
        old_words, new_words = WORD.findall(before), WORD.findall(after)
        if len(old_words) + len(new_words) > MOST_WORDS:
            yield before, after
        else:
            yield from _compared(old_words, new_words, words=True)


def _drawn_together(stretches: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Changes with an island between them become one, unless the island ends a clause or the changes are
    far smaller than it."""
    held: tuple[str, str] | None = None
    island = ("", "")
    for before, after in stretches:
        if even(before) == even(after):
            if held is None:
                yield before, after
            elif not island[0] and len(before) <= ISLAND and not re.search(r"[，。；：、！？\n]", before):
                island = (before, after)
            else:
                yield held
                if island[0]:
                    yield island
                yield before, after
                held, island = None, ("", "")
            continue
        held = (
            (before, after) if held is None else (held[0] + island[0] + before, held[1] + island[1] + after)
        )
        island = ("", "")
    if held is not None:
        yield held
    if island[0]:
        yield island


def _tidy(stretches: Iterator[tuple[str, str]]) -> Iterator[Change]:
    """Stretches to changes; like neighbours are joined."""
    last: Change | None = None
    for before, after in stretches:
        parts = (
            [Change(Op.SAME, before, "" if before == after else after)]
            if even(before) == even(after)
            else [Change(Op.DELETED, before), Change(Op.INSERTED, after)]
        )
        for part in parts:
            if not part.text:
                continue
            if last is not None and last.op is part.op:
                now = "" if last.now == last.text and part.now == part.text else last.now + part.now
                last = Change(last.op, last.text + part.text, now)
                continue
            if last is not None:
                yield last
            last = part
    if last is not None:
        yield last
