"""One spelling for what people write in many: traditional and simplified, full and half width, letters with
and without accents, every bracket and dash.

Folding goes character by character, so a part of a text folds to the same part of the folded text. That is
what lets a search promise that whatever stands in a text is found by it; OpenCC's conversion of whole phrases
would break the promise where a question ends in the middle of a phrase. `fold` therefore uses only OpenCC's
table of single characters.
"""

import importlib.resources
import unicodedata

GRAMS = "\u2600-\u27bf\u2e80-\U0010ffff"
"""What is matched character by character, as a regular expression's class: Chinese, kana, emoji, private
characters of old name registers. Everything else that is not blank belongs to words: Latin letters, figures,
Hangul."""

UNSEEN = "\u200b"
"""Stands, in `fold_in_place`, for a character that folding drops."""

# Characters some PDF programs put in place of 民, 见, …; Unicode's own folding knows the other radicals.
_RADICALS = dict(
    zip("⺠⻅⻉⻋⻓⻔⻚⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰⻳", "民见贝车长门页风飞食马鱼鸟黄齐齿龙龟", strict=True)
)
# Marks on letters, selectors of variants, joiners, soft hyphens, signs of direction: they change how a text
# looks, not what it says.
_DROPPED = frozenset({"Mn", "Me", "Cf"})
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_EMOJI_FROM = 0x1F000


def _simplified() -> dict[str, str]:
    table = importlib.resources.files("opencc") / "dictionary" / "TSCharacters.txt"
    pairs = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    direct = {traditional: choices.split(" ")[0] for traditional, choices in pairs}
    # One entry leads on to another one (薴 to 苧 to 苎); folding twice must change nothing.
    return {traditional: direct.get(simple, simple) for traditional, simple in direct.items()}


_SIMPLIFIED = _simplified() | _RADICALS


def is_gram(character: str) -> bool:
    """Whether a folded character is matched by itself (see GRAMS)."""
    return "\u2600" <= character <= "\u27bf" or character >= "\u2e80"


def _kept(character: str) -> str:
    """A decomposed, lower-cased character as it stays: itself, simplified, dropped, or a blank where words
    end."""
    character = _SIMPLIFIED.get(character, character)
    code, category = ord(character), unicodedata.category(character)
    if category in _DROPPED or code in _SKIN_TONES:
        return ""
    if category[0] in "LN" or category == "Co":
        return character
    # Names may hold characters younger than Python's tables: unassigned there, ideographs here.
    if category == "Cn" and 0x20000 <= code < 0x40000:
        return character
    if category == "So" and (code >= _EMOJI_FROM or 0x2600 <= code <= 0x27BF):
        return character
    return " "


def _fold(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return " "
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(map(_kept, plain))


class _Folded(dict[int, str]):
    """A table for `str.translate` that works out each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


class _FoldedInPlace(dict[int, str]):
    """The same, but one character for one: what is dropped becomes UNSEEN, what grows becomes a blank."""

    def __missing__(self, code: int) -> str:
        folded = _FOLDED[code]
        one = self[code] = folded if len(folded) == 1 else " " if folded else UNSEEN
        return one


_FOLDED = _Folded()
_IN_PLACE = _FoldedInPlace()


def fold(text: str) -> str:
    """The text in its one spelling: grams, characters of words, and blanks. Folding it again changes
    nothing."""
    return text.translate(_FOLDED)


def fold_in_place(text: str) -> str:
    """The same with every character at its old place, for marking what was found; the few characters that
    fold to several (㈱, ⑩) become blanks."""
    return text.translate(_IN_PLACE)
