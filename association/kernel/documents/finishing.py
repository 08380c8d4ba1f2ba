"""What is done to printed bytes before they are kept: a kind of document may be sealed."""

from collections.abc import Callable

Finish = Callable[[bytes, str], bytes]
"""(PDF, whole address of its page) → the bytes that are kept. Called outside any transaction, perhaps more than once."""

_finishes: dict[str, Finish] = {}


def finished_by(kind: str, finish: Finish) -> None:
    """Every document of this kind goes through `finish`."""
    _finishes[kind] = finish


def finished(kind: str, content: bytes, address: str) -> bytes:
    return _finishes[kind](content, address) if kind in _finishes else content
