"""What the subjects of deeds are called and where their pages are, so that lists of deeds can name them.

A feature whose subject has a life registers it through `steps.add_steps`; others call `known`. Naming costs one statement per
kind of subject, however many there are.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from association.kernel.audit import kind_of
from association.kernel.db import Model, session
from association.kernel.policy import Actor, Permission, can


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A kind of subject: its table, whom it is shown to, what it is called, where its page is."""

    model: type[Model]
    see: Permission
    title_of: Callable[[Any], str]
    page_of: Callable[[Any], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A subject as one reader may see it."""

    title: str
    url: str


_known: dict[str, Known] = {}


def known(
    model: type[Model], *, see: Permission, title_of: Callable[[Any], str], page_of: Callable[[Any], str]
) -> None:
    """Register a kind of subject."""
    _known[kind_of(model)] = Known(model=model, see=see, title_of=title_of, page_of=page_of)


def named(keys: Iterable[tuple[str, int]], *, reader: Actor) -> dict[tuple[str, int], Named]:
    """Names and addresses of those subjects (kind, id) the reader may see now; the others are left out."""
    by_kind: dict[str, set[int]] = {}
    for kind, id_ in keys:
        if kind in _known:
            by_kind.setdefault(kind, set()).add(id_)
    found = {}
    for kind, ids in by_kind.items():
        what = _known[kind]
        for row in session.scalars(select(what.model).where(what.model.id.in_(ids))):
            if can(reader, what.see, row):
                found[kind, row.id] = Named(title=what.title_of(row), url=what.page_of(row))
    return found
