"""A database copied out whole while the site goes on, and put into an empty place, by what SQLite and PostgreSQL bring for it.

Nothing is read row by row: the log's hashes are over what was written, and a copy in the database's own form cannot change it. A copy therefore goes back
into a database of its own kind.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import inspect

from association.kernel.db import db

SEARCH = "search_index"
"""Schema of the PostgreSQL search engine; made anew from the rows."""


class Failed(Exception):
    """The database could not be copied or put back; the words say why."""


def kind() -> str:
    """`sqlite` or `postgresql`."""
    return db.engine.dialect.name


def is_empty() -> bool:
    """Whether nothing has been put into the database yet."""
    return not inspect(db.engine).get_table_names()


def copy_to(path: Path) -> None:
    """All that was committed at one moment, into a new file."""
    if kind() == "sqlite":
        with closing(sqlite3.connect(_file())) as source, closing(sqlite3.connect(path)) as copy:
            source.backup(copy)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--exclude-schema={SEARCH}", f"--file={path}")  # fmt: skip


def put_back(path: Path) -> None:
    """The copy into the empty database: whole or not at all."""
    db.engine.dispose()
    if kind() == "sqlite":
        place = _file()
        aside = place.with_name(f".{place.name}.restored")
        shutil.copyfile(path, aside)
        for suffix in ("-wal", "-shm"):
            place.with_name(place.name + suffix).unlink(missing_ok=True)
        aside.replace(place)
    else:
        _run("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", f"--dbname={db.engine.url.database}", str(path))  # fmt: skip


def _file() -> Path:
    return Path(str(db.engine.url.database))


def _run(program: str, *arguments: str) -> None:
    """The password goes by the environment: a command line is everybody's to read."""
    if shutil.which(program) is None:
        raise Failed(f"{program} is not installed; it comes with PostgreSQL's client (postgresql-client)")
    url = db.engine.url
    said = {
        "PGHOST": url.host,
        "PGPORT": url.port,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
    }
    environ = {**os.environ, **{name: str(value) for name, value in said.items() if value is not None}}
    done = subprocess.run(  # noqa: S603 - one of two programs, their arguments are ours
        [program, *arguments], env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failed(f"{program}: {done.stderr.strip()}")
