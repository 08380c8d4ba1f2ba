"""A second, empty site: another folder, another database of the same kind, another machine as far as the first one knows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flask import Flask
from sqlalchemy import create_engine, text

from association.kernel.db import db
from association.kernel.settings import Settings


@contextmanager
def empty_site(like: Flask, data: Path) -> Iterator[Flask]:
    from app import create_app

    settings: Settings = like.extensions["settings"]
    data.mkdir(exist_ok=True)
    url = f"sqlite:///{data / 'site.db'}"
    if settings.database_url.startswith("postgresql"):
        url = _empty_database(settings.database_url)
    app = create_app(replace(settings, data=data, database_url=url, files_url=str(data / "files")))
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def _empty_database(url: str) -> str:
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    name = f"{server.url.database}_elsewhere"
    with server.connect() as connection:
        connection.execute(text(f"drop database if exists {name} with (force)"))
        connection.execute(text(f"create database {name}"))
    server.dispose()
    return server.url.set(database=name).render_as_string(hide_password=False)
