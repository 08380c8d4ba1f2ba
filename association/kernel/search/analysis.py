"""From text to what an index holds, and from a question to what it is asked. Both ways are this one file.

Chinese has no blanks between words, and any list of words misses the names that matter most here. So Chinese
is cut into single characters and overlapping pairs: whatever is a part of a text, all its pairs are in the
text (recall 1 by construction). Words of letters and figures (codes, document numbers) stay whole, and each
of their beginnings is a term too, so that a code is found by its first signs with one exact look-up in any
engine.

That all pairs of a question occur somewhere in a text does not make the question occur in it.
`Question.stands_in` says that exactly, on the `plain` text the database keeps; see finding.py.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from association.kernel.search import readings
from association.kernel.search.folding import GRAMS, fold, is_gram

LONGEST_QUESTION = 200
"""Characters of a question that are read."""
MOST_TERMS = 60
"""Terms an index is asked for; a longer question is sifted by its words in the database alone."""
LONGEST_TERM = 64
"""Characters of a word that an index sees; what is longer is no word, and the database compares all of it."""
LONGEST_BEGINNING = 24

_PIECE = re.compile(f"[{GRAMS}]+|[^ {GRAMS}]+")
# People separate words by blanks, and in Chinese as often by these.
_BETWEEN_WORDS = re.compile(r"[\s,;，、；。]+")
_BEFORE_NUMBER = re.compile(
    "(?<=[^\\s第])(?=第[〇零一二三四五六七八九十百千0-9０-９]{1,7}[编編章节節条條款项項目])"
)
"""广告法第十二条 is two words: a text and a place in it."""
_ONLY_ASKING = re.compile(
    "请问|是不是|算不算|能不能|可不可以|会不会|要不要|有没有|是否|能否|可否|什么|怎么样|怎么办|怎么|怎样|如何|哪些|哪个|哪里|哪一|"
    "多少|多久|几个|可以|需要|必须|应该|应当|为什么|为何|关于|有关|规定|一下|我们|他们|谁|吗|呢|吧|的|了|在|里|和|与|对|把|被|我|想|要|是|有|"
    r"(?<![a-z0-9])(?:what|is|are|the|a|an|of|how|to|do|does|can|may|for|in|on|who|which|when|about)(?![a-z0-9])"
)
"""What turns words into a question, and words that stand in every text."""


def pieces(text: str) -> list[str]:
    """The folded text cut into runs of grams and words, in order."""
    return _PIECE.findall(fold(text))


def plain(text: str) -> str:
    """The pieces with one blank between and around them: 〔2022〕345号 and [2022] 345號 are the same here."""
    return f" {' '.join(pieces(text))} "


def _of_piece(piece: str) -> Iterator[str]:
    if not is_gram(piece[0]):
        yield piece[:LONGEST_TERM]
        return
    yield from piece
    yield from map(str.__add__, piece, piece[1:])


def beginning(word: str) -> str:
    """The term under which every word with this beginning is kept; two characters at least."""
    return word[:LONGEST_BEGINNING] + "*"


def terms(text: str) -> Counter[str]:
    """Every term of a text and how often it stands there."""
    counted: Counter[str] = Counter()
    for piece in pieces(text):
        counted.update(_of_piece(piece))
        if not is_gram(piece[0]):
            counted.update(beginning(piece[:end]) for end in range(2, min(len(piece), LONGEST_BEGINNING) + 1))
    return counted


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody typed, understood. All of `words` must stand in a text; all of `terms` are in an index
    for such a text.

    `words` are cut from `plain` texts: a blank at an end says that a word begins or ends there.
    """

    words: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    is_exact: bool = False
    """Every text that has the terms has the words too, so nothing is left to compare."""

    def __bool__(self) -> bool:
        return bool(self.terms)

    def stands_in(self, *plain_texts: str) -> bool:
        """Whether each word stands in one of the texts, which `plain` has made."""
        return all(any(word in text for text in plain_texts) for word in self.words)


def ask(typed: str) -> Question:
    """Understand a question; an empty one asks for nothing. The word being typed, the last, counts as a
    beginning."""
    typed = typed[:LONGEST_QUESTION].rstrip()
    parts = _BETWEEN_WORDS.split(_BEFORE_NUMBER.sub(" ", typed))
    chunks = [found for part in parts if (found := pieces(part))]
    if not chunks:
        return Question()
    return _asking_for(chunks, leaves_open=_is_open(chunks) and not fold(typed).endswith(" "))


def ask_reading(typed: str) -> Question:
    """The same letters as pinyin, `chenxi` as `chen xi`; empty where they are none."""
    read = readings.split(typed)
    return _asking_for([read.split()], leaves_open=True) if read else Question()


def phrase(text: str) -> Question:
    """These words next to each other, none of them going on."""
    chunk = pieces(text)
    return _asking_for([chunk], leaves_open=False) if chunk else Question()


def loosely(typed: str) -> Question:
    """Its content words in pairs of characters; none of them must be there. What only makes a question of it is left out."""
    kept = _ONLY_ASKING.sub(" ", fold(typed[:LONGEST_QUESTION]))
    words, found = [], []
    for piece in pieces(kept):
        if is_gram(piece[0]) and len(piece) > 1:
            pairs = list(map(str.__add__, piece, piece[1:]))
            words += pairs
            found += pairs
        else:
            words.append(piece)
            found.append(piece[:LONGEST_TERM])
    unique = tuple(dict.fromkeys(found))[:MOST_TERMS]
    return Question(words=tuple(dict.fromkeys(words)), terms=unique)


def _asking_for(chunks: list[list[str]], *, leaves_open: bool) -> Question:
    words, asked = [], []
    exact = True
    for number, chunk in enumerate(chunks):
        is_last = leaves_open and number == len(chunks) - 1
        words.append(_needle(chunk, leaves_open=is_last))
        asked += _asked(chunk, leaves_open=is_last)
        exact = exact and _is_exact(chunk, leaves_open=is_last)
    unique = tuple(dict.fromkeys(asked))
    return Question(
        words=tuple(dict.fromkeys(words)),
        terms=unique[:MOST_TERMS],
        is_exact=exact and len(unique) <= MOST_TERMS,
    )


def _is_open(chunks: list[list[str]]) -> bool:
    """Whether the last word may go on: it is of letters or figures (a closing bracket ends it), and more than
    a lonely sign."""
    last = chunks[-1][-1]
    is_alone = len(chunks) == 1 and len(chunks[0]) == 1
    return not is_gram(last[0]) and not (is_alone and len(last) == 1)


def _needle(chunk: list[str], *, leaves_open: bool) -> str:
    needle = f" {' '.join(chunk)} "
    if is_gram(chunk[0][0]):
        needle = needle.removeprefix(" ")
    if is_gram(chunk[-1][0]) or leaves_open:
        needle = needle.removesuffix(" ")
    return needle


def _asked(chunk: list[str], *, leaves_open: bool) -> list[str]:
    asked: list[str] = []
    for piece in chunk[:-1] if leaves_open else chunk:
        if is_gram(piece[0]) and len(piece) > 1:
            asked += map(str.__add__, piece, piece[1:])
        else:
            asked.append(piece[:LONGEST_TERM])
    # A single sign with more before it says too little to be worth asking; the database compares it.
    if leaves_open and len(chunk[-1]) > 1:
        asked.append(beginning(chunk[-1]))
    return asked


def _is_exact(chunk: list[str], *, leaves_open: bool) -> bool:
    if len(chunk) > 1:
        return False
    [piece] = chunk
    if is_gram(piece[0]):
        return len(piece) <= 2
    return 2 <= len(piece) <= LONGEST_BEGINNING if leaves_open else len(piece) <= LONGEST_TERM
