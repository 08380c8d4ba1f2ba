"""Whether the work under way means to write. Known before the first statement, so that the database can be told."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_writing: ContextVar[bool] = ContextVar("writing", default=False)


def is_writing() -> bool:
    return _writing.get()


def mean_to_write(value: bool) -> None:
    """Set for the rest of this request (a request has a context of its own thread)."""
    _writing.set(value)


@contextmanager
def meaning_to_write() -> Iterator[None]:
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)
