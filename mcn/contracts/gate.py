"""An association's model contract that names a share or a price is an agreement on prices: it may only leave blanks (反垄断指南 of 2024)."""

import re
import unicodedata

_FIGURE = r"[0-9〇零一二两三四五六七八九十百千万亿.,，]+"
_NAMED = re.compile(
    rf"{_FIGURE}\s*(?:%|％|个百分点|成(?![员立功为果品本])|元|万元|块钱)|百分之{_FIGURE}|[一二三四五六七八九]{{2}}(?:分成|分账|开)"
)


def figures_in(text: str) -> str:
    """The first share or amount of money named, as written; "" where there is none. Days, ages and counts are no prices."""
    found = _NAMED.search(unicodedata.normalize("NFKC", text))
    return found[0] if found else ""
