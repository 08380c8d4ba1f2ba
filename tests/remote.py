"""Somebody at the other end of a real connection: a browser without a window, quick enough to make load. It keeps its cookies and fills in forms as they
were drawn."""

import http.cookiejar
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from demo.cast import PASSWORD

FAILURES = (urllib.error.URLError, OSError, EOFError)
PATIENCE = 20.0
FORM = "application/x-www-form-urlencoded"


class Unanswered(Exception):
    """The server went away before it answered, or answered with an error: nothing was promised."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Message
    body: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def went_to(self) -> str:
        """Where it leads on to."""
        return str(self.headers["Location"] or "")


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        return None


class Remote:
    """One browser."""

    def __init__(self, address: str) -> None:
        self.address = address
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies, _Stay())

    def ask(self, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        """One request; whatever status it is answered with."""
        request = urllib.request.Request(self.address + path, data=body, headers=dict(headers or {}))
        try:
            with self._opener.open(request, timeout=PATIENCE) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())
        except FAILURES as error:
            raise Unanswered(f"{path}: {error}") from error

    def reads(self, path: str) -> str:
        """A page, as they see it."""
        answer = self.ask(path)
        if answer.status != 200:
            raise Unanswered(f"{path}: {answer.status}")
        return answer.text

    def sends(self, path: str, **typed: Any) -> Answer:
        """Open the form at this address, fill it in and send it. Lists become several values, a Paper a file."""
        given = drawn(self.reads(path)) | typed
        if not any(hasattr(value, "body") for value in given.values()):
            return self.ask(path, urlencode(given, doseq=True).encode(), {"Content-Type": FORM})
        boundary = uuid.uuid4().hex
        return self.ask(
            path,
            b"".join(_parts(given, boundary)),
            {"Content-Type": f"multipart/form-data; boundary={boundary}"},
        )

    def signs_in(self, email: str) -> None:
        """With the password of the demo."""
        if self.sends("/account/login", email=email, password=PASSWORD).status != 303:
            raise Unanswered(f"{email} cannot sign in")


def drawn(page: str) -> dict[str, Any]:
    """What the first form in the main part holds that is sent by POST."""
    form = _Form()
    form.feed(page)
    if not form.fields:
        raise Unanswered("no form on the page")
    return form.fields


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Any] = {}
        self._in_main = self._in_form = self._is_over = False
        self._choosing = self._writing = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = dict(attrs)
        if tag == "main":
            self._in_main = True
        elif tag == "form":
            self._in_form = (
                self._in_main and not self._is_over and (got.get("method") or "").lower() == "post"
            )
        elif self._in_form and "disabled" not in got:
            self._note(tag, got, got.get("name") or "")

    def _note(self, tag: str, got: dict[str, str | None], name: str) -> None:
        if tag == "option" and self._choosing and ("selected" in got or self._choosing not in self.fields):
            self.fields[self._choosing] = got.get("value") or ""
        elif tag == "select":
            self._choosing = name
        elif tag == "textarea" and name:
            self._writing, self.fields[name] = name, ""
        elif tag == "input" and name and got.get("type") in ("checkbox", "radio"):
            if "checked" in got:
                self.fields.setdefault(name, []).append(got.get("value") or "on")
        elif tag == "input" and name and got.get("type") != "file":
            self.fields[name] = got.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self._writing:
            self.fields[self._writing] += data if self.fields[self._writing] else data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._in_form:
            self._in_form, self._is_over = False, True
        elif tag == "select":
            self._choosing = ""
        elif tag == "textarea":
            self._writing = ""


def _parts(given: dict[str, Any], boundary: str) -> Iterable[bytes]:
    for name, value in given.items():
        for one in value if isinstance(value, list) else [value]:
            head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"'
            if hasattr(one, "body"):
                kind = f'; filename="{one.filename}"\r\nContent-Type: application/octet-stream\r\n\r\n'
                yield f"{head}{kind}".encode() + one.body + b"\r\n"
            else:
                yield f"{head}\r\n\r\n{one}\r\n".encode()
    yield f"--{boundary}--\r\n".encode()
