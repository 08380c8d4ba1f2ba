"""What a request sends, taken in whole before the first statement: forms as Werkzeug reads them, anything else as a file of its own.

A line that breaks leaves what came through; how much that is, `body` says.
"""

import io
import tempfile
from dataclasses import dataclass
from typing import IO, cast

from flask import g, request
from werkzeug.exceptions import ClientDisconnected

_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_BLOCK = 1 << 16
_IN_MEMORY = 1 << 20


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes that came, from their beginning, and how many they are."""

    stream: IO[bytes]
    size: int


def take_in() -> None:
    """Read it. What is larger than the site takes is refused by Werkzeug (413)."""
    if request.mimetype in _FORMS or not request.content_length:
        request.form  # noqa: B018 - reading it is the point
        return
    spooled = cast(IO[bytes], tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 - closed with the request
    size = 0
    try:
        while block := request.stream.read(_BLOCK):
            size += spooled.write(block)
    except (ClientDisconnected, OSError):
        pass  # what came through counts
    spooled.seek(0)
    g.body = Body(spooled, size)


def body() -> Body:
    """What came, where it was no form."""
    if "body" not in g:
        g.body = Body(io.BytesIO(), 0)
    return cast(Body, g.body)


def let_go() -> None:
    """At the end of the request."""
    if "body" in g:
        g.pop("body").stream.close()
