"""What tests arrange through the real actions is arranged once and remembered, so that it can be had again for the price of a copy.

`remember(__name__)` at the end of a module of arrangements makes each of its functions such a one. Called on an empty
database, or after nothing but other remembered calls, a function leaves the same site behind every time: what was done since
the site was emptied, with which arguments and in which minute of the test's clock, names the outcome. The first time
it is done through the real actions and the site is put aside; the next time that site is brought back, the clock is moved on to
where it then stood, and what was returned is found again. A commit by anybody else ends this until the site is
emptied again: from there on everything is simply done.
"""

import functools
import hashlib
import inspect
import io
import pickle
import shutil
import sqlite3
import sys
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

import sqlalchemy
import time_machine
from flask import Flask, current_app
from sqlalchemy.engine import Connection, Engine

from association.kernel import transactions
from association.kernel.db import db, session
from tests import postgres

WORTH_KEEPING = {"sqlite": 0.05, "postgresql": 0.15}
"""Seconds. What is done faster is done again rather than brought back."""
MOST = 120
"""Sites put aside at once, the longest unused one leaving first; each takes about 3 MB of disk."""
FOLDERS = ("mail", "index", "files")

History = tuple[bytes, ...]
P, T = ParamSpec("P"), TypeVar("T")


@dataclass
class _Since:
    """What was done since the site was emptied; None once something was done that is not remembered."""

    emptied: History | None = None
    number: int = 0
    """The last that `number()` gave."""


@dataclass(frozen=True)
class _Site:
    """A site put aside."""

    folder: Path
    tables: postgres.Saved | None
    returned: bytes
    ended: int
    """Nanoseconds of the test's clock when it was put aside: what it holds is not of a later moment."""
    number: int


_since = _Since()
_kept: OrderedDict[tuple[str, History], _Site] = OrderedDict()
_serial = 0


def emptied() -> None:
    """The site is as new."""
    _since.emptied, _since.number = (), 0


def forgotten() -> None:
    """Nothing is known of the site."""
    _since.emptied = None


def nothing_is_kept() -> None:
    """Whatever is arranged next is arranged anew."""
    while _kept:
        _, site = _kept.popitem()
        shutil.rmtree(site.folder)


def number() -> int:
    """1, 2, 3 … since the site was emptied: what tells the people of a test apart."""
    _since.number += 1
    return _since.number


@sqlalchemy.event.listens_for(Engine, "commit")
def _changed(_connection: Connection) -> None:
    _since.emptied = None


def remember(module: str) -> None:
    """Remember what each function of this module arranges."""
    here: ModuleType = sys.modules[module]
    for name, value in list(vars(here).items()):
        if (
            inspect.isfunction(value)
            and value.__module__ == module
            and not inspect.isgeneratorfunction(value)
        ):
            setattr(here, name, remembered(value))


def remembered(arrange: Callable[P, T]) -> Callable[P, T]:
    """Remember what this function arranges."""
    name = f"{arrange.__module__}.{arrange.__qualname__}"

    @functools.wraps(arrange)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        before = _since.emptied
        if before is None or transactions.is_open() or not time_machine.traveller_stack:
            return arrange(*args, **kwargs)
        try:
            call = _dumped((name, time.time_ns() // 60_000_000_000, args, kwargs))
        except _NOT_PLAIN:
            return arrange(*args, **kwargs)
        since = (*before, call)
        if (kept := _kept.get((_database(), since))) is not None:
            _kept.move_to_end((_database(), since))
            return _brought_back(kept, since)  # type: ignore[no-any-return]
        began = time.perf_counter()
        returned = arrange(*args, **kwargs)
        if _since.emptied != before:
            # perf_counter is the machine's own: no test's clock moves it.
            is_worth_it = time.perf_counter() - began > WORTH_KEEPING[_database()]
            is_kept = is_worth_it and _put_aside(since, returned)
            _since.emptied = since if is_kept else (*since, _outcome(returned))
        return returned

    return asked


# Plain things, rows and the site itself can be named and found again; a file that is open or a page that waits cannot.

_NOT_PLAIN = (pickle.PicklingError, TypeError, AttributeError)


class _Namer(pickle.Pickler):
    def persistent_id(self, thing: Any) -> object:
        if isinstance(thing, db.Model):
            state = sqlalchemy.inspect(thing)
            if state.identity is None:
                raise pickle.PicklingError("a row that is not in the database")
            return ("row", type(thing), state.identity)
        return ("site",) if isinstance(thing, Flask) else None


class _Finder(pickle.Unpickler):
    def persistent_load(self, name: Any) -> Any:
        if name[0] == "site":
            return current_app._get_current_object()  # type: ignore[attr-defined]
        return session.get_one(name[1], name[2])


def _dumped(thing: object) -> bytes:
    out = io.BytesIO()
    _Namer(out).dump(thing)
    return out.getvalue()


def _outcome(returned: object) -> bytes:
    """What names an outcome that was not put aside: done again it may differ – a session's token, a link – and a site put aside after the one
    must not be brought back after the other."""
    global _serial
    try:
        return hashlib.sha256(_dumped(returned)).digest()
    except _NOT_PLAIN:
        _serial += 1
        return str(_serial).encode()


def _database() -> str:
    return db.engine.dialect.name


def _data() -> Path:
    return current_app.extensions["settings"].data  # type: ignore[no-any-return]


def _put_aside(since: History, returned: object) -> bool:
    """Returns whether it can be brought back. What was put aside after an earlier outcome of the same goes with that."""
    global _serial
    try:
        said = _dumped(returned)
    except _NOT_PLAIN:
        return False
    for later in [(d, h) for d, h in _kept if d == _database() and h[: len(since)] == since]:
        shutil.rmtree(_kept.pop(later).folder)
    _serial += 1
    folder = _data() / "aside" / str(_serial)
    folder.mkdir(parents=True)
    for name in FOLDERS:
        if (_data() / name).exists():
            shutil.copytree(_data() / name, folder / name)
    tables = None
    if _database() == "sqlite":
        with (
            closing(sqlite3.connect(_data() / "test.db")) as now,
            closing(sqlite3.connect(folder / "test.db")) as aside,
        ):
            aside.execute("pragma synchronous=off")
            now.backup(aside)
    else:
        with db.engine.connect() as connection:
            tables = postgres.saved(connection)
    _kept[_database(), since] = _Site(folder, tables, said, time.time_ns(), _since.number)
    if len(_kept) > MOST:
        _, longest_unused = _kept.popitem(last=False)
        shutil.rmtree(longest_unused.folder)
    return True


def _brought_back(kept: _Site, since: History) -> Any:
    session.rollback()
    session.expire_all()
    session.info.clear()
    if _database() == "sqlite":
        put(kept.folder / "test.db", _data())
    else:
        with db.engine.begin() as connection:
            postgres.restored(connection, kept.tables)
    for name in FOLDERS:
        shutil.rmtree(_data() / name, ignore_errors=True)
        if (kept.folder / name).exists():
            shutil.copytree(kept.folder / name, _data() / name)
    current_app.extensions["generation"].renew()
    if (behind := kept.ended - time.time_ns()) > 0:
        time_machine.traveller_stack[-1].shift(behind / 1e9)
    _since.emptied, _since.number = since, kept.number
    return _Finder(io.BytesIO(kept.returned)).load()


def put(file: Path, data: Path) -> None:
    """Make this file the SQLite database."""
    db.engine.dispose()
    for suffix in ("-wal", "-shm"):
        (data / f"test.db{suffix}").unlink(missing_ok=True)
    shutil.copy(file, data / "test.db")
