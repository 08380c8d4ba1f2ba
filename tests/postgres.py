"""A PostgreSQL of the tests' own: the one named by YUEZHANG_TEST_POSTGRES, else a throw-away cluster where the binaries are present.

A cluster refuses to run as root, so as root it runs as the unprivileged user that Debian's package makes.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, create_engine, text


def binaries() -> Path | None:
    """Where initdb and postgres are, the newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    return next((p for p in found if (p / "initdb").exists()), None)


def is_possible() -> bool:
    return bool(os.environ.get("YUEZHANG_TEST_POSTGRES")) or binaries() is not None


def _as_unprivileged(command: list[str]) -> list[str]:
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _database_for_this_process(url: str) -> str:
    """The server's own database; where tests are spread over processes, one for each."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        return url
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"drop database if exists {worker} with (force)"))
        connection.execute(text(f"create database {worker}"))
    server.dispose()
    return server.url.set(database=worker).render_as_string(hide_password=False)


@contextmanager
def running() -> Iterator[str]:
    """The address of a server with an empty database, for as long as the block lasts."""
    if given := os.environ.get("YUEZHANG_TEST_POSTGRES"):
        yield _database_for_this_process(given)
        return
    where = binaries()
    if where is None:
        raise LookupError("no PostgreSQL here")
    folder = Path(tempfile.mkdtemp(prefix="yuezhang-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    port = free_port()
    try:
        subprocess.run(
            _as_unprivileged([
                str(where / "initdb"), "-D", str(folder / "data"), "-U", "yuezhang", "-A", "trust", "-E", "UTF8",
                "--locale=C.UTF-8", "-N",
            ]),
            check=True, capture_output=True, cwd="/",
        )  # fmt: skip
        server = subprocess.Popen(
            _as_unprivileged([
                str(where / "postgres"), "-D", str(folder / "data"), "-p", str(port), "-k", str(folder),
                "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "full_page_writes=off",
                "-c", "synchronous_commit=off", "-c", "max_connections=120",
            ]),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip
        try:
            _wait(where, port)
            yield f"postgresql+psycopg://yuezhang@127.0.0.1:{port}/postgres"
        finally:
            server.terminate()
            server.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(where: Path, port: int) -> None:
    for _ in range(150):
        ready = subprocess.run(
            [str(where / "pg_isready"), "-h", "127.0.0.1", "-p", str(port)], capture_output=True, check=False
        )
        if ready.returncode == 0:
            return
        subprocess.run(["sleep", "0.1"], check=True)
    raise TimeoutError("PostgreSQL did not start")


def empty(connection: Connection, *, but: str) -> None:
    """Take every row out of every table but one, and let the numbers of all others begin at 1.

    Deleting, because most tests write a few rows into a few of the two hundred tables, and truncating would make
    new files for each table and index. The triggers that keep rows for ever, and foreign keys, sleep meanwhile.
    """
    connection.execute(
        text(
            "do $$ declare name text; begin"
            "  set local session_replication_role = replica;"
            "  for name in select tablename from pg_tables where schemaname = 'public' and tablename <> '"
            + but
            + "' loop"
            "    execute format('delete from %I', name);"
            "  end loop;"
            "  perform setval(format('%I', sequencename)::regclass, 1, false) from pg_sequences where last_value is not null"
            "    and sequencename <> '" + but + "_id_seq';"
            "end $$"
        )
    )


@dataclass(frozen=True)
class Saved:
    """Everything a database held: each table's columns and its rows as PostgreSQL copies them, and where each numbering was."""

    tables: dict[str, tuple[str, bytes]]
    numberings: dict[str, int]


@lru_cache(maxsize=4)
def _columns(url: str) -> dict[str, str]:
    """Of each table those that are written (not computed), asked once per database: the tables of a run stay as they are."""
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(
            text(
                "select table_name, string_agg(quote_ident(column_name), ', ' order by ordinal_position)"
                " from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' group by 1"
            )
        ).all()
    engine.dispose()
    return dict(rows)


def saved(connection: Connection) -> Saved:
    """What every table that has rows holds."""
    columns = _columns(connection.engine.url.render_as_string(hide_password=False))
    filled = connection.execute(
        text(" union all ".join(f"select '{name}' where exists (select from \"{name}\")" for name in columns))
    ).scalars()
    tables = {}
    with connection.connection.cursor() as cursor:
        for name in filled:
            with cursor.copy(f'copy "{name}" ({columns[name]}) to stdout (format binary)') as rows:  # type: ignore[attr-defined]
                tables[name] = (columns[name], b"".join(rows))
    numberings = connection.execute(
        text("select sequencename, last_value from pg_sequences where last_value is not null")
    )
    return Saved(tables, dict(numberings.all()))


def restored(connection: Connection, held: Saved) -> None:
    """Make the database hold that and nothing else."""
    empty(connection, but="")
    connection.execute(text("set local session_replication_role = replica"))
    with connection.connection.cursor() as cursor:
        for name, (columns, rows) in held.tables.items():
            with cursor.copy(f'copy "{name}" ({columns}) from stdin (format binary)') as into:  # type: ignore[attr-defined]
                into.write(rows)
        for name, last in held.numberings.items():
            cursor.execute("select setval(quote_ident(%s)::regclass, %s)", (name, last))
