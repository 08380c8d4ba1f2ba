"""What a visitor gets, as the worker sees it."""

from flask import current_app
from werkzeug.test import TestResponse


def asks(path: str, *, language: str = "zh") -> TestResponse:
    """The answer to somebody who is not signed in. Each question has a context of its own: the worker lives in one, and what a request
    keeps in it – its language, who asks – would answer the next."""
    with current_app.app_context():
        return current_app.test_client().get(path, headers={"Accept-Language": language})
