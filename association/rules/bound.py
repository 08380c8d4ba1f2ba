"""Whom a text binds: kinds of organisations. A feature above names them, since rules know no organisations."""

from collections.abc import Iterable, Sequence
from typing import Any

_offered: list[tuple[str, Any]] = []


def offer(kinds: Sequence[tuple[str, Any]]) -> None:
    """(value, lazy word) of every kind that may be bound."""
    _offered[:] = kinds


def choices() -> list[tuple[str, Any]]:
    return list(_offered)


def words(values: Iterable[str]) -> list[str]:
    """What these kinds are called, in the order they were offered."""
    wanted = set(values)
    return [str(word) for value, word in _offered if value in wanted]
