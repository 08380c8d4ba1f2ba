"""Everybody the contract names, and a visitor."""

import re

from flask import Flask
from werkzeug.test import TestResponse

from demo.cast import ADMINS, COLLEAGUES, PASSWORD

VISITOR = "visitor"
STAFF = [c.word for c in (*COLLEAGUES, *ADMINS)]
OFFICERS = [
    "signer@aurora", "clerk@aurora", "training@aurora", "signer@borealis", "clerk@borealis", "training@borealis",
    "signer@platform", "signer@miniapp", "signer@newcomer",
]  # fmt: skip
TWINS = {
    "panel2": "panel1", "panel3": "panel1", "appeals2": "appeals1", "appeals3": "appeals1", "admin2": "admin", "expert4": "expert3", "expert5": "expert3",
}  # fmt: skip
"""Who is to the site what somebody else is: the same roles, and no deeds of their own that keep them from another. The other walks for both."""
EVERYBODY = [VISITOR, *(word for word in STAFF if word not in TWINS), *OFFICERS]


def address_of(word: str) -> str:
    return f"{word}.example" if "@" in word else f"{word}@demo.example"


class Browser:
    """A browser of one person; each request stands alone, as a server makes it."""

    def __init__(self, app: Flask, *, language: str = "zh") -> None:
        self.app, self.client = app, app.test_client()
        self.client.set_cookie("lang", language)

    def get(self, path: str) -> TestResponse:
        with self.app.app_context():
            return self.client.get(path, buffered=True)  # files that are handed out are closed

    def post(self, path: str, **data: str) -> TestResponse:
        with self.app.app_context():
            return self.client.post(path, data=data)


def entered(app: Flask, word: str, *, language: str = "zh") -> Browser:
    """Somebody's browser, signed in unless it is a visitor's."""
    browser = Browser(app, language=language)
    if word != VISITOR:
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', browser.get("/account/login").text)
        if token is None:
            raise LookupError("the sign-in page has no token")
        answer = browser.post(
            "/account/login", csrf_token=token[1], email=address_of(word), password=PASSWORD
        )
        if answer.status_code != 303:
            raise LookupError(f"{word} cannot sign in: {answer.status_code}")
    return browser
