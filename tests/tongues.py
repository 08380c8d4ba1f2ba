"""Words of the other language left on a page: a Chinese sentence of ours on an English page, English on a Chinese one.

What people wrote (names, reasons, texts) stays in its own language everywhere; what the site says does not. A Chinese word is ours
when the English catalogue has it. Parts that say their own language (`lang`) are theirs.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from babel.messages.mofile import read_mo

from association.kernel.settings import ROOT

XHTML = "{http://www.w3.org/1999/xhtml}"
SAID_ASIDE = ("title", "placeholder", "aria-label", "alt")
NOT_READ = {"script", "style", "svg", "code", "pre", "textarea"}
ENGLISH = re.compile(r"[A-Za-z]{3,} [a-z]{2,}( |$)")
HAN = re.compile(r"[\u3400-\u9fff]")
BLANK = re.compile(r"%\(\w+\)[a-z]")
ALSO_DATA = {"会员单位", "其他"}
"""Words of ours that a dated setting has too."""


@cache
def _ours() -> tuple[frozenset[str], re.Pattern[str]]:
    """Every Chinese word the site says and says otherwise in English; those with blanks as one pattern."""
    with (ROOT / "translations/en/LC_MESSAGES/messages.mo").open("rb") as file:
        said = [(m.id if isinstance(m.id, str) else m.id[0], m.string) for m in read_mo(file) if m.id]
        words = {ours for ours, english in said if ours != english}
    with_blanks = {w for w in words if BLANK.search(w) and len(HAN.findall(BLANK.sub("", w))) >= 4}
    patterns = [".+".join(re.escape(part) for part in BLANK.split(w)) for w in with_blanks]
    return frozenset(words - ALSO_DATA), re.compile("|".join(sorted(patterns)), re.DOTALL)


def _said(element: Any, language: str) -> Iterator[tuple[str, str]]:
    """(language, words) of everything read out or shown, in order."""
    own = element.get("lang") or language
    if not isinstance(element.tag, str) or element.tag.removeprefix(XHTML) in NOT_READ:
        return
    yield from ((own, element.get(name)) for name in SAID_ASIDE if element.get(name))
    yield own, element.text or ""
    for child in element:
        yield from _said(child, own)
        yield own, child.tail or ""


def strange(tree: Any) -> Iterator[str]:
    """What stands on this page in the language it is not in."""
    whole, pattern = _ours()
    for language, words in _said(tree, ""):
        said = " ".join(words.split())
        if language == "en":
            if HAN.search(said) and (said in whole or pattern.fullmatch(said)):
                yield f"Chinese on an English page: {said[:60]}"
        elif language.startswith("zh") and not HAN.search(said) and ENGLISH.search(said):
            yield f"English on a Chinese page: {said[:60]}"
