"""Bytes to text: UTF-8 and UTF-16 by their marks, UTF-8 by its grammar, GB18030 as what Chinese offices
still send."""

import codecs

from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.errors import Fault, UnreadableFile

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Every Chinese official text has some of these; what decodes without any was decoded wrongly.
COMMON = frozenset("的第条一、，。（）和为")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decoded(data: bytes, *, doubts: Doubts) -> str:
    """The text of `data` with line ends as `\\n`. Raises UnreadableFile with the line of the first
    unreadable byte."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return _with_line_ends(_reported(text, doubts=doubts))
    return _with_line_ends(_without_mark(data, doubts=doubts))


def _without_mark(data: bytes, *, doubts: Doubts) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_quite_utf8(data, error, doubts=doubts)
    return _utf16_without_mark(data, doubts=doubts) if "\0" in text else text


def _not_quite_utf8(data: bytes, error: UnicodeDecodeError, *, doubts: Doubts) -> str:
    """A damaged UTF-8 file has few wrong places and many right ones; a GB18030 file is wrong at nearly
    every sign."""
    as_utf8 = data.decode("utf-8", errors="replace")
    wrong = as_utf8.count(REPLACEMENT)
    right = sum(1 for sign in as_utf8 if sign > "\x7f") - wrong
    if wrong * 10 <= right:
        if error.start >= len(data) - 3:
            doubts.add(as_utf8.count("\n") + 1, Doubt.CUT_OFF)
        return _reported(as_utf8, doubts=doubts)
    if b"\0" in data:
        return _utf16_without_mark(data, doubts=doubts)
    as_gb = data.decode("gb18030", errors="replace")
    if not COMMON & set(as_gb) or _share_of_noise(as_gb) > 0.02:
        raise UnreadableFile(Fault.UNDECODABLE, line=data.count(b"\n", 0, error.start) + 1)
    doubts.add(0, Doubt.ENCODING, encoding="GB18030")
    return _reported(as_gb, doubts=doubts)


def _share_of_noise(text: str) -> float:
    """The part of `text` that no Chinese text has: control characters, private signs, what could not be
    read."""
    noise = sum(
        1
        for sign in text
        if sign == REPLACEMENT or (sign < " " and sign not in "\t\n\r\f") or "\ue000" <= sign <= "\uf8ff"
    )
    return noise / len(text)


def _utf16_without_mark(data: bytes, *, doubts: Doubts) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, errors="replace")
        if len(COMMON & set(text)) >= 3:
            doubts.add(0, Doubt.ENCODING, encoding=encoding.upper())
            return _reported(text, doubts=doubts)
    raise UnreadableFile(Fault.UNDECODABLE, line=data.count(b"\n", 0, data.find(b"\0")) + 1)


def _reported(text: str, *, doubts: Doubts) -> str:
    if REPLACEMENT in text:
        for place, line in enumerate(text.split("\n"), start=1):
            if REPLACEMENT in line:
                doubts.add(place, Doubt.BAD_BYTES, count=line.count(REPLACEMENT))
    return text


def _with_line_ends(text: str) -> str:
    """Also for the form feeds and line separators that word processors leave in text files."""
    for end in ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text
