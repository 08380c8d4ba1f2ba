"""Numbers in addresses: no greater than every database can compare."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

GREATEST = 2**31 - 1


class Number(IntegerConverter):
    """`<int:id>`. A greater number names nothing, and PostgreSQL would not look."""

    def __init__(self, map: Map, **options: int) -> None:  # noqa: A002
        super().__init__(map, **{"max": GREATEST, **options})  # type: ignore[arg-type]


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Number
