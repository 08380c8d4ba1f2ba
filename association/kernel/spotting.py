"""Finding words in a text however they are written: traditional or simplified, full or half width, with marks or blanks between characters.

A pattern is one line people can write: `*` stands for up to six characters, `#` for figures, `@` for Latin letters. What is found is given
at its place in the text as it was written.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from association.kernel.search.folding import UNSEEN, fold, fold_in_place

GAP = 6
"""Characters `*` may stand for."""
_SIGNS = {"*": f".{{0,{GAP}}}?", "#": "[0-9]+", "@": "[a-z]+"}
_PARTS = re.compile(r"([*#@])")


@dataclass(frozen=True, slots=True)
class Spotted:
    """A text made ready: its words and figures folded, and where each stands."""

    text: str
    plain: str
    places: tuple[int, ...]

    def find(self, line: str) -> tuple[int, int] | None:
        """Start and end of the first place a pattern fits, in the text as written."""
        pattern = _pattern(line)
        if pattern is None or (match := pattern.search(self.plain)) is None:
            return None
        return self.places[match.start()], self.places[match.end() - 1] + 1


def ready(text: str) -> Spotted:
    kept = [(place, sign) for place, sign in enumerate(fold_in_place(text)) if sign not in (" ", UNSEEN)]
    return Spotted(text, "".join(sign for _place, sign in kept), tuple(place for place, _sign in kept))


@lru_cache(maxsize=2_000)
def _pattern(line: str) -> re.Pattern[str] | None:
    """None for a line that would find everything."""
    parts = _PARTS.split(line)
    written = [_SIGNS.get(part) or re.escape(fold(part).replace(" ", "")) for part in parts]
    has_words = any(part not in _SIGNS and fold(part).strip() for part in parts)
    return re.compile("".join(written)) if has_words else None
