"""Rows for tables of an older day: the models speak of today's, so what a row needs is read from the database itself."""

import datetime as dt
from decimal import Decimal
from itertools import count
from typing import Any

from sqlalchemy import Connection, MetaData, Table, insert, types

_numbers = count(1)


def plant(connection: Connection, table: str, **given: Any) -> Any:
    """Write one row, with whatever it must hold and wherever it must point; returns its key."""
    return _plant(connection, Table(table, MetaData(), autoload_with=connection), given)


def _plant(connection: Connection, table: Table, given: dict[str, Any]) -> Any:
    row = dict(given)
    for column in table.columns:
        generated = column.primary_key and isinstance(column.type, types.Integer) and not column.foreign_keys
        if column.name in row or column.nullable or column.server_default is not None or generated:
            continue
        if column.foreign_keys:
            (key,) = column.foreign_keys
            row[column.name] = _plant(connection, key.column.table, {})
        else:
            row[column.name] = _something(column.type)
    return connection.execute(insert(table), row).inserted_primary_key[0]


def _something(kind: types.TypeEngine[Any]) -> Any:
    n = next(_numbers)
    for made, value in (
        (types.JSON, {}),
        (types.Boolean, False),
        (types.Integer, n),
        (types.Numeric, Decimal(n)),
        (types.Float, float(n)),
        (types.DateTime, dt.datetime(2026, 1, 1, tzinfo=dt.UTC)),
        (types.Date, dt.date(2026, 1, 1)),
        (types.LargeBinary, b"x"),
    ):
        if isinstance(kind, made):
            return value
    return f"{n}x"[: getattr(kind, "length", None)]
