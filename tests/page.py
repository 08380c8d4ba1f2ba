"""A client that looks at every page as an exacting reader would, and works forms as they were drawn."""

import io
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

import html5lib
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from association.kernel.db import db, session
from tests import tongues

XHTML = "{http://www.w3.org/1999/xhtml}"


class Broken(AssertionError):
    """A page broke a rule of the house."""


def _again(app: Flask, language: str, cookies: list[tuple[str, str]]) -> "Page":
    page = Page(app, language=language)
    for name, value in cookies:
        page.client.set_cookie(name, value)
    return page


class Page:
    """`get` an address or `submit` a form by its button; the rules are checked on every page that comes back."""

    def __init__(self, app: Flask, *, language: str = "zh") -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()
        self.speak(language)
        self.answer: TestResponse
        self.path = "/"
        self.statements = 0
        self.tree: Any = None

    def __reduce__(self) -> tuple[object, ...]:
        """A reader can be put aside and brought back (tests/stages.py), without the page they looked at last."""
        found = [self.client.get_cookie(name) for name in ("yuezhang", "size", "theme")]
        return _again, (self.app, self.language, [(c.key, c.value) for c in found if c is not None])

    def speak(self, language: str) -> None:
        """Read on in this language: what is in the other is a fault from here on."""
        self.client.set_cookie("lang", language)
        self.language = language

    def get(self, path: str, *, follow: bool = True) -> "Page":
        """Fetch a page (following redirects) and check it; a GET that writes is a fault."""
        return self._went("GET", path, {}, follow=follow)

    def _went(self, method: str, path: str, data: dict[str, Any], *, follow: bool = True) -> "Page":
        session.rollback()  # the test's own view of the database ends here
        seen: list[str] = []

        def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            seen.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            # A request of its own, as a server would make it: nothing of the test's context may reach it.
            with self.app.app_context():
                self.answer = self.client.open(path, method=method, data=data, follow_redirects=False)
            # The client leaves the temporary file of a large upload open.
            self.answer.request.environ["wsgi.input"].close()
        finally:
            event.remove(db.engine, "before_cursor_execute", note)
        self.path = path
        self.statements = sum(
            1 for s in seen if s.lstrip()[:6].upper() in ("SELECT", "INSERT", "UPDATE", "DELETE")
        )
        if method == "GET":
            wrote = [s for s in seen if s.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE")]
            if wrote:
                raise Broken(f"GET {path} wrote: {wrote[0]}")
        if follow and self.answer.status_code in (301, 302, 303):
            parts = urlsplit(self.answer.location)
            return self._went("GET", parts.path + (f"?{parts.query}" if parts.query else ""), {})
        if self.answer.mimetype == "text/html" and self.answer.status_code not in (301, 302, 303):
            self._check()
        return self

    # What is on the page

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def text(self) -> str:
        """The words of the page's main part."""
        main = self._all("main")
        return " ".join("".join(main[0].itertext()).split()) if main else ""

    @property
    def html(self) -> str:
        return self.answer.text

    @property
    def heading(self) -> str:
        return "".join(self._all("h1")[0].itertext()).strip()

    @property
    def errors(self) -> list[str]:
        """Sentences beside fields, without the spoken word before them."""
        found = [e for e in self._all("p") if "error" in e.get("class", "").split()]
        return ["".join(e.itertext()).removeprefix("错误：").removeprefix("Error: ").strip() for e in found]

    @property
    def refusals(self) -> list[str]:
        """Sentences of the summary."""
        summary = [e for e in self._all("div") if "error-summary" in e.get("class", "")]
        return ["".join(li.itertext()).strip() for s in summary for li in s.iter(f"{XHTML}li")]

    def value(self, name: str) -> str:
        """What a field holds as drawn."""
        for form in self._all("form"):
            fields = self._fields(form)
            if name in fields:
                return str(fields[name])
        raise LookupError(name)

    def links(self) -> dict[str, str]:
        """Words → address."""
        return {" ".join("".join(a.itertext()).split()): a.get("href", "") for a in self._all("a")}

    @property
    def navigation(self) -> dict[str, bool]:
        """Doors of the main navigation, and what stands behind the one that is open: words → whether the reader is there."""
        bars = [nav for nav in self._all("nav") if nav.get("class") in ("mainnav", "subnav")]
        doors = [li[0] for nav in bars for li in nav.iter(f"{XHTML}li") if li.get("class") != "only-small"]
        return {"".join(a.itertext()): a.get("aria-current") is not None for a in doors}

    # Doing things

    def press(self, words: str) -> "Page":
        """Follow the link with these words."""
        found = self.links()
        match = found.get(words) or next(
            (href for text, href in found.items() if text.startswith(words)), None
        )
        if match is None:
            raise LookupError(f"no link “{words}” among {sorted(found)}")
        return self.get(match)

    def submit(self, button: str, **typed: Any) -> "Page":
        """Send the form whose button has these words, with what was drawn and what is typed. Lists become several values; a Paper
        or (stream, name) a file; None leaves a field out (an unticked box)."""
        form, pressed = self._form(button)
        data: dict[str, Any] = self._fields(form)
        unknown = set(typed) - {e.get("name") for e in form.iter() if e.get("name")}
        if unknown:
            raise LookupError(f"the form has no {sorted(unknown)}")
        data.update(typed)
        if pressed.get("name"):
            data[pressed.get("name")] = pressed.get("value")
        sent = {k: self._file(v) for k, v in data.items() if v is not None}
        address = form.get("action") or self.path
        if form.get("method", "get").lower() == "get":
            # As a browser does: the question is the address.
            return self.get(f"{urlsplit(address).path}?{urlencode(sent, doseq=True)}")
        return self._went("POST", address, sent)

    def again(self, button: str, times: int = 2, **typed: Any) -> list["TestResponse"]:
        """Send the very same form several times, as a double click does."""
        send = self.ready(button, **typed)
        session.rollback()
        return [send() for _ in range(times)]

    def ready(self, button: str, **typed: Any) -> Callable[[], "TestResponse"]:
        """The form filled in, the finger on the button: what is returned sends it, in whichever thread."""
        form, pressed = self._form(button)
        drawn = {k: v for k, v in {**self._fields(form), **typed}.items() if v is not None}
        if pressed.get("name"):
            drawn[pressed.get("name")] = pressed.get("value")
        address = form.get("action") or self.path

        def send() -> "TestResponse":
            with self.app.app_context():
                return self.client.post(address, data={k: self._file(v) for k, v in drawn.items()})

        return send

    @staticmethod
    def _file(value: Any) -> Any:
        if hasattr(value, "body"):
            return (io.BytesIO(value.body), value.filename)
        return value

    def _form(self, button: str) -> tuple[Any, Any]:
        for form in self._all("form"):
            for b in form.iter(f"{XHTML}button"):
                if "".join(b.itertext()).strip().startswith(button):
                    return form, b
        raise LookupError(f"no button “{button}” on {self.path} ({self.status}): {self.text[:300]}")

    def _fields(self, form: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for e in form.iter():
            name, tag = e.get("name"), str(e.tag).removeprefix(XHTML)
            if not name or e.get("disabled") is not None:
                continue
            if tag == "input" and e.get("type") in ("checkbox", "radio"):
                if e.get("checked") is not None:
                    found.setdefault(name, []).append(e.get("value", "on"))
            elif tag == "input" and e.get("type") != "file":
                found[name] = e.get("value", "")
            elif tag == "textarea":
                found[name] = "".join(e.itertext()).removeprefix("\n")
            elif tag == "select":
                options = list(e.iter(f"{XHTML}option"))
                chosen = next(
                    (o for o in options if o.get("selected") is not None), options[0] if options else None
                )
                if chosen is not None:
                    found[name] = chosen.get("value", "")
        return found

    def _all(self, tag: str) -> list[Any]:
        return list(self.tree.iter(f"{XHTML}{tag}"))

    # The rules

    def _check(self) -> None:
        faults = list(self._faults())
        if faults:
            raise Broken(f"{self.path} ({self.status}): " + "; ".join(faults))

    def _faults(self) -> Any:
        parser = html5lib.HTMLParser(strict=False)
        self.tree = parser.parse(self.answer.text)
        for position, code, _vars in parser.errors:
            yield f"invalid HTML at {position}: {code}"
        if len(self._all("h1")) != 1:
            yield f"{len(self._all('h1'))} h1"
        else:
            title = " ".join("".join(self._all("title")[0].itertext()).split())
            if not title.startswith(" ".join(self.heading.split())):
                yield f"title “{title}” does not begin with “{self.heading}”"
        ids = [e.get("id") for e in self.tree.iter() if e.get("id")]
        if len(ids) != len(set(ids)):
            yield f"ids twice: {sorted({i for i in ids if ids.count(i) > 1})}"
        yield from self._unlabelled(set(ids))
        yield from self._loose_words()
        if self.answer.headers.get("Content-Security-Policy", "").count("unsafe"):
            yield "an unsafe content policy"
        for e in self.tree.iter():
            if e.get("style") or any(k.startswith("on") for k in e.attrib):
                yield f"inline style or script on {e.tag}"
        for script in self._all("script"):
            # A block of data is run by no browser (decision 0046).
            if not script.get("src") and script.get("type") != "application/ld+json":
                yield "inline script"

    def _unlabelled(self, ids: set[str]) -> Any:
        named = {label.get("for") for label in self._all("label")}
        inside = {id(e) for label in self._all("label") for e in label.iter()}
        for e in [*self._all("input"), *self._all("select"), *self._all("textarea")]:
            hidden = e.get("type") in ("hidden", "submit")
            if not hidden and e.get("id") not in named and id(e) not in inside and not e.get("aria-label"):
                yield f"no label for {e.get('name')}"
        for e in [*self._all("a"), *self._all("button")]:
            if not "".join(e.itertext()).strip() and not e.get("aria-label"):
                yield "a link or button without words"
        for e in self._all("img"):
            if e.get("alt") is None:
                yield "a picture without words"
        for e in self.tree.iter():
            for target in (e.get("aria-describedby") or "").split():
                if target not in ids:
                    yield f"described by nothing: {target}"
        for form in self._all("form"):
            if form.get("method", "").lower() == "post" and "csrf_token" not in self._fields(form):
                yield "a POST form without its CSRF field"

    def _loose_words(self) -> Any:
        words = self.answer.text
        for bad in ("Undefined", ">None<", "lazy_string", "%(", "{{", "}}"):
            if bad in words:
                yield f"“{bad}” on the page"
        expected = "en" if self.language == "en" else "zh-Hans"
        if self._all("html")[0].get("lang") != expected:
            yield f"language {self._all('html')[0].get('lang')}"
        yield from tongues.strange(self.tree)
