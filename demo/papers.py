"""Papers of the demo: documents of authority and permit scans, plainly marked as invented."""

import io
from dataclasses import dataclass, field
from functools import cached_property
from typing import IO

import segno


@dataclass(frozen=True)
class Paper:
    """A file as a form would hand it over."""

    filename: str
    body: bytes = field(repr=False)

    @cached_property
    def stream(self) -> IO[bytes]:
        return io.BytesIO(self.body)


def scan(name: str, *words: str) -> Paper:
    """A picture that says what it stands for when its code is read: no face, seal or signature of anybody is drawn."""
    out = io.BytesIO()
    segno.make("\n".join(("演示数据，并非真实证件", *words)), error="m").save(
        out, kind="png", scale=6, border=4
    )
    return Paper(f"{name}.png", out.getvalue())
