"""Fixtures of the accounts' tests; what they are made of is in house.py."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from association.accounts import actions
from association.kernel.db import session
from association.kernel.transactions import rollback, writing
from tests.association.accounts.house import Admins, Browser, LetterBox, again, person, set_settings


@pytest.fixture
def live(app: Flask) -> Iterator[Flask]:
    """The site in live mode; a test may change its settings."""
    before = app.extensions["settings"]
    set_settings(app, mode="live", sign_ins_per_minute=1000)
    yield app
    rollback()
    app.extensions["settings"] = before


@pytest.fixture
def browser(live: Flask) -> Browser:
    return Browser(live)


@pytest.fixture
def letter_box(live: Flask) -> LetterBox:
    return LetterBox()


@pytest.fixture
def admins(live: Flask) -> Admins:
    """As the operator's command makes them."""
    numbers = [person(f"{word}@admin.example", name=f"管理{word}") for word in ("one", "two")]
    with writing():
        for number in numbers:
            actions.make_administrator(again(number))
    return Admins(*numbers)


@pytest.fixture
def statements(live: Flask) -> Callable[[], AbstractContextManager[list[str]]]:
    """`with statements() as seen:` collects what is asked of the database, without values."""

    @contextmanager
    def watch() -> Iterator[list[str]]:
        seen: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            seen.append(statement)

        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(engine, "before_cursor_execute", note)

    return watch
