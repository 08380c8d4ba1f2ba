"""How an agency can be looked for: any piece of a name (now or before), its reading in pinyin, its initials, its code, its number.

Every name is kept with all its endings, so that a piece from anywhere within is the beginning of one of them, and the index finds it without reading
through sixty thousand names.
"""

import unicodedata
from collections.abc import Iterable, Iterator

LONGEST = 40
LAST = "\U0010ffff"


def plain(text: str) -> str:
    """As it is compared: width, case, blanks and marks do not count."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def of_words(typed: str) -> list[str]:
    """The words somebody typed, as they are compared; at most five."""
    return [word[:LONGEST] for part in typed.split() if (word := plain(part))][:5]


def terms(*, names: Iterable[str], codes: Iterable[str]) -> set[str]:
    """Everything the names and codes may be found by."""
    found = {term for name in names if name for term in _of_name(name)}
    for code in codes:
        # 统一社会信用代码 holds the organisation code from the ninth place on; a number is read out by its last part.
        found |= {plain(code), plain(code.rpartition("-")[2] if "-" in code else code[8:])}
    return {term[:LONGEST] for term in found if term}


def _of_name(name: str) -> Iterator[str]:
    # Its dictionary takes a third of a second, which no start of the site should wait for.
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    whole = plain(name)
    for at in range(len(whole)):
        yield whole[at:]
    syllables = [s for s in (plain(s) for s in lazy_pinyin(whole, style=Style.NORMAL, errors=str)) if s]
    for at in range(len(syllables)):
        yield "".join(syllables[at:])
        yield "".join(s[0] for s in syllables[at:])
