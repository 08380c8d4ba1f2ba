"""Beside the database, the index of a test begins empty."""

import pytest
from flask import Flask

from association.kernel.db import session
from association.kernel.search.site import search


@pytest.fixture
def app(app: Flask) -> Flask:
    """The site, whose index (which no emptying of tables reaches) is as empty as its tables."""
    search().engine.rebuild([])
    session.rollback()
    return app
