"""Kinds of notices that bring more with them than a text: a feature above adds what is asked before the issue, words around the text, and its
parts of the pages. An appeal has initiators and those who joined.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bulletins.notices.models import Notice, NoticeKind

Lines = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """`missing` says what is still to be done before review and issue (None: nothing); `before` and `after` are paragraphs that are frozen with
    the text; `public` and `desk` are templates of a part of the two pages, with what they show."""

    missing: Callable[[Notice], object | None]
    before: Callable[[Notice], Lines]
    after: Callable[[Notice], Lines]
    public: str
    public_facts: Callable[[Notice], Mapping[str, Any]]
    desk: str
    desk_facts: Callable[[Notice], Mapping[str, Any]]
    is_begun_elsewhere: bool = False
    """Whether such a notice is begun from a page of the feature above, and not among all notices."""


_companions: dict[NoticeKind, Companion] = {}


def register(kind: NoticeKind, companion: Companion) -> None:
    _companions[kind] = companion


def of(notice: Notice) -> Companion | None:
    return _companions.get(notice.kind)


def begun_here() -> list[NoticeKind]:
    """Kinds that may be begun among all notices."""
    return [
        kind for kind in NoticeKind if kind not in _companions or not _companions[kind].is_begun_elsewhere
    ]
