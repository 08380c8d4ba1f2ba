"""Files kept by their content: the name of a file is the SHA-256 of its bytes, so that the same bytes lie
there once.

A file is written (and, in a folder, forced to the disk) before the transaction that speaks of it commits; a
transaction that is rolled back leaves a file nobody speaks of, which `sweep` takes away a day later. The row
of a `StoredFile` is the lock the two meet at.
"""

import hashlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any, ClassVar

from flask import current_app
from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem
from sqlalchemy import String, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Model, session

_BLOCK = 1 << 20
SWEPT_AFTER = timedelta(days=1)
"""How long a file nobody speaks of is kept: longer than any form lies open."""


class StoredFile(Model):
    """A file of the store, and when somebody last brought its bytes."""

    __tablename__ = "stored_file"
    unseen: ClassVar[bool] = True

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]
    seen_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)


@dataclass(frozen=True, slots=True)
class Kept:
    """What `keep` returns: hex SHA-256 and bytes."""

    sha256: str
    size: int


_holders: list[InstrumentedAttribute[Any]] = []


def held_by(column: InstrumentedAttribute[Any]) -> None:
    """Say that this column holds SHA-256s of files which must not be swept away."""
    _holders.append(column)


def keep(stream: IO[bytes]) -> Kept:
    """Put the stream's bytes (from its beginning) into the store, once, and speak of them in this
    transaction."""
    kept = _digested(stream)
    _claim(kept, clock.now(), again=True)
    _put(kept.sha256, stream)
    return kept


def park(stream: IO[bytes]) -> str:
    """Put the bytes into the store without speaking of them, for the next post of a form; returns their
    SHA-256."""
    return park_whole(stream).sha256


def park_whole(stream: IO[bytes]) -> Kept:
    """As `park`, outside any transaction; `speak_of` follows within a day."""
    kept = _digested(stream)
    _put(kept.sha256, stream)
    return kept


def speak_of(kept: Kept) -> None:
    """Speak in this transaction of bytes that were parked before it."""
    _claim(kept, clock.now(), again=True)


def _digested(stream: IO[bytes]) -> Kept:
    stream.seek(0)
    digest, size = hashlib.sha256(), 0
    while block := stream.read(_BLOCK):
        digest.update(block)
        size += len(block)
    return Kept(digest.hexdigest(), size)


def _put(sha256: str, stream: IO[bytes]) -> None:
    if not exists(sha256):
        stream.seek(0)
        _write(sha256, stream)


def exists(sha256: str) -> bool:
    return bool(_store().exists(_path(sha256)))


def open_file(sha256: str) -> IO[bytes]:
    """The bytes, as a binary stream the caller closes; FileNotFoundError when the store has lost them."""
    stream: IO[bytes] = _store().open(_path(sha256), "rb")
    return stream


def read(sha256: str) -> bytes:
    with open_file(sha256) as stream:
        return stream.read()


def sweep(*, now: datetime | None = None) -> int:
    """Remove files nobody has spoken of for a day; returns how many. Runs in a transaction of its own."""
    before = (now or clock.now()) - SWEPT_AFTER
    for sha256, size, written_at in _listed():
        if written_at < before:
            # A leftover of a rolled-back transaction gets a row, so that it is removed under the same lock.
            _claim(Kept(sha256, size), written_at, again=False)
    session.flush()
    unheld = select(StoredFile).where(StoredFile.seen_at < before)
    for column in _holders:
        unheld = unheld.where(~select(column).where(column == StoredFile.sha256).exists())
    # An upload that claims one of these rows meanwhile waits here, finds the file gone, and writes it anew.
    swept = list(session.scalars(unheld.with_for_update(skip_locked=True)))
    for file in swept:
        if exists(file.sha256):
            _store().rm_file(_path(file.sha256))
        session.delete(file)
    return len(swept)


def _claim(kept: Kept, moment: datetime, *, again: bool) -> None:
    """Make the file's row, or take it; holds the row until the transaction ends."""
    dialect = session.get_bind().dialect.name
    insert = (postgresql if dialect == "postgresql" else sqlite).insert(StoredFile)
    row = insert.values(sha256=kept.sha256, size=kept.size, seen_at=moment)
    if again:
        session.execute(row.on_conflict_do_update(index_elements=["sha256"], set_={"seen_at": moment}))
    else:
        session.execute(row.on_conflict_do_nothing())


def _place() -> tuple[AbstractFileSystem, str]:
    fs, root = url_to_fs(current_app.extensions["settings"].files_url)
    return fs, root.rstrip("/")


def _store() -> AbstractFileSystem:
    return _place()[0]


def _path(sha256: str) -> str:
    return f"{_place()[1]}/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def _write(sha256: str, stream: IO[bytes]) -> None:
    fs, path = _store(), _path(sha256)
    if isinstance(fs, LocalFileSystem):
        _write_locally(Path(path), stream)
    else:
        # One call: an object store then shows the object whole or not at all; a broken stream might leave
        # half of it.
        fs.pipe_file(path, stream.read())


def _write_locally(path: Path, stream: IO[bytes]) -> None:
    """Whole or not at all, and on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with unfinished.open("xb") as out:
            while block := stream.read(_BLOCK):
                out.write(block)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _listed() -> Iterator[tuple[str, int, datetime]]:
    """Every file of the store: SHA-256, bytes, moment of writing. What a crash left half-written goes in
    passing."""
    fs, root = _place()
    if not fs.exists(root):
        return
    for path, facts in fs.find(root, detail=True).items():
        name = path.rsplit("/", 1)[-1]
        written = fs.modified(path)
        moment = written if written.tzinfo else written.replace(tzinfo=UTC)
        if len(name) == 64:
            yield name, int(facts["size"]), moment
        elif name.startswith(".") and moment < clock.now() - SWEPT_AFTER:
            fs.rm_file(path)
