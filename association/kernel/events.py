"""Typed events: a lower feature says what happened, upper features listen, within the same transaction.

An event is a frozen dataclass of the feature that raises it. Listeners subscribe in their `init_app`; what a listener raises
undoes the deed.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")
_listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def subscribe(event: type[E], listener: Callable[[E], None]) -> None:
    if listener not in _listeners[event]:
        _listeners[event].append(listener)


def publish(event: object) -> None:
    for listener in _listeners[type(event)]:
        listener(event)
