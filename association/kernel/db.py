"""The database: one session, typed columns, named constraints, and SQLite set up to be a serious database.

`Model` is what every table inherits. Column types are the `Annotated` names below, so that a model reads as facts.
"""

import sqlite3
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, MetaData, String, Text, event, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry
from sqlalchemy.types import TypeDecorator

from association.kernel.writing import is_writing


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment. A naive one cannot be stored; what comes back is aware, in UTC, on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# Big enough for a log of decades on PostgreSQL; SQLite only makes INTEGER PRIMARY KEY self-numbering.
_Id = BigInteger().with_variant(Integer, "sqlite")

Key = Annotated[int, mapped_column(_Id, primary_key=True)]
Line = Annotated[str, mapped_column(String(200))]
Prose = Annotated[str, mapped_column(Text)]
Word = Annotated[str, mapped_column(String(64))]


_METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class _Base(DeclarativeBase):
    registry = registry(
        metadata=_METADATA,
        type_annotation_map={datetime: UtcDateTime(), dict[str, Any]: JSON(), list[Any]: JSON()},
    )
    unseen: ClassVar[bool] = False
    """No page a visitor sees shows anything of this table, so that writing it leaves cached pages right."""


db = SQLAlchemy(model_class=_Base)
session = db.session

if TYPE_CHECKING:

    class Model(_Base):
        """What every table inherits."""

        __abstract__ = True
        id: Any
else:
    Model = db.Model


def lock(row: Any) -> None:
    """Hold this row until the transaction ends, and see it as it is now: whoever comes second waits here.

    SQLite has one writer and needs only the second look. PostgreSQL locks the row alone, not what is loaded beside it.
    """
    session.flush()
    table = row.__table__
    session.execute(select(table.c.id).where(table.c.id == row.id).with_for_update())
    session.refresh(row)


def init_app(app: Flask, *, url: str) -> None:
    """Bind the session to one database."""
    options: dict[str, Any] = {"pool_pre_ping": url.startswith("postgresql")}
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = options
    db.init_app(app)


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: Any) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    # Without this the driver opens transactions by guessing; _begin below says BEGIN itself.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=15000", "synchronous=FULL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        # A reader that becomes a writer half-way fails at once under WAL when somebody wrote in between; who means to
        # write therefore queues at the start and waits for busy_timeout.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing() else "BEGIN")


__all__ = [
    "Key",
    "Line",
    "Mapped",
    "Model",
    "Prose",
    "UtcDateTime",
    "Word",
    "date",
    "datetime",
    "db",
    "init_app",
    "lock",
    "mapped_column",
    "session",
]
