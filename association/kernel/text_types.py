"""Which plain text a file is: subtitles by their grammar, anything else people can read as text; programs and pages are not."""

import re
from typing import IO

_HEAD = 64 * 1024
_ENCODINGS = ("utf-8-sig", "gb18030")
_MARKED = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SRT = re.compile(r"\s*\d+[ \t]*\r?\n\d{2}:\d{2}:\d{2}[,.]\d{3} --> \d{2}:\d{2}:\d{2}[,.]\d{3}")
_PAGE = re.compile(r"\s*<(!doctype|html|script|svg|\?xml)", re.IGNORECASE)


def told(stream: IO[bytes]) -> str | None:
    """`vtt`, `srt` or `txt`; None for bytes that are no text."""
    stream.seek(0)
    text = _decoded(stream.read(_HEAD))
    if text is None or _PAGE.match(text) or any(c < " " and c not in "\t\n\r\f\v" for c in text):
        return None
    if text.startswith("WEBVTT"):
        return "vtt"
    return "srt" if _SRT.match(text) else "txt"


def _decoded(head: bytes) -> str | None:
    for mark, encoding in _MARKED:
        if head.startswith(mark):
            return head[: len(head) // 2 * 2].decode(encoding, errors="replace")
    for encoding in _ENCODINGS:
        # The last letter may be cut in two.
        for end in (len(head), *(range(len(head) - 1, len(head) - 4, -1) if len(head) == _HEAD else ())):
            try:
                return head[:end].decode(encoding)
            except UnicodeDecodeError:
                continue
    return None
