"""The one place that commits.

`writing()` is the transaction of commands and of the worker; `wrap_views` (kernel.web) uses the same `commit` around every view.
What must happen in the last moment before a commit (sealing the audit chain) registers with `before_commit`; what may
happen once it is certain (waking the worker) registers with `after_commit`. Neither can lose a deed: the first
is part of the transaction, the second only hurries what its rows already promise.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import structlog
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from association.kernel.db import session
from association.kernel.writing import meaning_to_write

log = structlog.get_logger(__name__)

_before: list[Callable[[], None]] = []
_after: list[Callable[[], None]] = []


def before_commit(hook: Callable[[], None]) -> Callable[[], None]:
    """Register a part of every transaction; it may still raise and thereby undo everything."""
    _before.append(hook)
    return hook


def after_commit(hook: Callable[[], None]) -> Callable[[], None]:
    """Register what follows a commit; it must read `session.info`, not the database, and cannot undo anything."""
    _after.append(hook)
    return hook


def commit() -> None:
    """Commit the session, with everything that belongs to the last moment."""
    session.flush()
    for hook in _before:
        hook()
    session.commit()
    for hook in _after:
        try:
            hook()
        except Exception:
            log.exception("after_commit_failed", hook=hook.__qualname__)


def rollback() -> None:
    """Undo everything since the last commit."""
    session.rollback()
    session.info.clear()


_open: ContextVar[bool] = ContextVar("writing_is_open", default=False)


def is_open() -> bool:
    """Whether we are inside `writing()`."""
    return _open.get()


@contextmanager
def _opened() -> Iterator[None]:
    token = _open.set(True)
    try:
        yield
    finally:
        _open.reset(token)


@contextmanager
def writing() -> Iterator[None]:
    """One transaction that writes: committed when the block ends, rolled back when it raises. Never one inside another: the inner one would
    end the outer one's work half-way."""
    if _open.get():
        raise RuntimeError("writing() within writing()")
    with meaning_to_write(), _opened():
        session.rollback()  # a read before would hold an old view of the database
        try:
            yield
            commit()
        except BaseException:
            rollback()
            raise
        finally:
            session.info.clear()


def touch() -> None:
    """Say that this transaction changes what visitors see, though none of its rows does (an index beside the database)."""
    session.info["seen"] = True


def shows() -> bool:
    """In an after-commit hook: whether what was committed may have changed a page that visitors see.

    It did unless every row written is of a model that says `unseen`, and no statement went past the models.
    """
    return bool(session.info.get("seen", False))


def _note(info: dict[Any, Any], kind: type | None) -> None:
    if kind is None or not getattr(kind, "unseen", False):
        info["seen"] = True


@event.listens_for(Session, "after_flush")
def _note_rows(written: Session, _context: UOWTransaction) -> None:
    for rows in (written.new, written.dirty, written.deleted):
        for row in rows:
            _note(written.info, type(row))


@event.listens_for(Session, "do_orm_execute")
def _note_statement(state: ORMExecuteState) -> None:
    if not state.is_select:
        mapper = state.bind_mapper
        _note(state.session.info, mapper.class_ if mapper is not None else None)
