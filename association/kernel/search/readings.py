"""How names are read: pinyin by syllables and by initials, so that whoever cannot or need not type characters finds them.

A record's `plain_title` holds them behind the title's own words: 晨曦样例 also as `chen xi yang li` and, from each of its characters
on, as initials `cxyl`, `xyl`, `yl`. A question in letters is cut into syllables (`split`) and asked as a phrase.
"""

import re
import unicodedata
from functools import cache, lru_cache

from association.kernel.search.folding import fold, is_gram

LONGEST = 24
"""Characters of a name whose reading is kept."""
MOST_INITIALS = 10
"""Letters kept of the initials from each character on."""

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
SYLLABLES = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
_WORD = re.compile("[a-z]{2,24}")
_TWO_READINGS = {
    "长": ("chang", "zhang"), "行": ("hang", "xing"), "乐": ("le", "yue"), "重": ("zhong", "chong"), "朝": ("chao", "zhao"),
    "调": ("diao", "tiao"), "传": ("chuan", "zhuan"), "曾": ("zeng", "ceng"), "单": ("dan", "shan"), "盛": ("sheng", "cheng"),
    "都": ("dou", "du"), "藏": ("cang", "zang"), "大": ("da", "dai"), "会": ("hui", "kuai"),
}  # fmt: skip
_CODE = re.compile("[a-z0-9]+(?:[-—–/][a-z0-9]+)+")
_JOINED = str.maketrans("", "", "-—–/")
"""ZJ-2024-0002 is also looked for as ZJ20240002."""


@lru_cache(maxsize=4096)
def syllables(name: str) -> tuple[str, ...]:
    """The reading of each character; what has none (letters, figures) is left out."""
    # Its dictionary takes a third of a second, which no start of the site should wait for.
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    characters = "".join(c for c in fold(name) if is_gram(c))
    read = lazy_pinyin(characters, style=Style.NORMAL, errors="ignore", v_to_u=False)
    return tuple(syllable for syllable in read if syllable.isascii())


def readings(name: str) -> str:
    """What is added to a name for its reading; blank at both ends, empty where nothing is read."""
    found = [code.translate(_JOINED) for code in _CODE.findall(fold_code(name))]
    for read in dict.fromkeys([syllables(name[:LONGEST]), *_otherwise(name[:LONGEST])]):
        if read:
            initials = "".join(syllable[0] for syllable in read)
            found += [" ".join(read), *(initials[at : at + MOST_INITIALS] for at in range(len(initials) - 1))]
    return f" {' '.join(dict.fromkeys(found))} " if found else ""


def _otherwise(name: str) -> list[tuple[str, ...]]:
    """With the second reading of characters that often have two: 长桥 as zhang and as chang."""
    signs = [sign for sign in fold(name) if is_gram(sign)]
    read = syllables(name)
    if len(signs) != len(read) or not any(sign in _TWO_READINGS for sign in signs):
        return []
    return [
        tuple(
            next((other for other in _TWO_READINGS[sign] if other != syllable), syllable)
            if sign in _TWO_READINGS
            else syllable
            for sign, syllable in zip(signs, read, strict=True)
        )
    ]


def fold_code(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def split(typed: str) -> str:
    """`chenxi` as the syllables `chen xi`; empty where it is no pinyin, or a single syllable. The last one may be only begun."""
    word = fold(typed).strip().replace(" ", "")
    if not _WORD.fullmatch(word):
        return ""
    found = _cut(word)
    return " ".join(found) if found and len(found) > 1 else ""


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(syllable[:end] for syllable in SYLLABLES for end in range(1, len(syllable) + 1))


@lru_cache(maxsize=4096)
def _cut(word: str) -> tuple[str, ...] | None:
    """The fewest syllables, the longest first where that is open."""
    best: tuple[str, ...] | None = None
    for length in range(min(6, len(word)), 0, -1):
        first, rest = word[:length], word[length:]
        if not rest and first in _beginnings():
            return (first,)
        others = _cut(rest) if rest and first in SYLLABLES else None
        if others and (best is None or len(others) + 1 < len(best)):
            best = (first, *others)
    return best
