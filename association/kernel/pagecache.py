"""Pages of visitors, kept finished.

A page that somebody who is not signed in asks for is the same for everybody who reads in the same language, letter size and theme,
until the next commit or the next day. Its ETag is known before any query; who has it gets 304, who has it not gets the
finished, compressed bytes. Everything else is drawn anew: for whoever has any cookie beyond those three choices, every answer that
writes to the session (forms, messages), every view that is `uncached` or says its own Cache-Control.

The host belongs to the key: pages print their own address, and a forged Host must not reach another reader.
"""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Any, TypeVar

import brotli
from flask import Flask, Response, current_app, g, request
from flask import session as cookie

from association.kernel import clock, generation
from association.kernel.rendering import choose_locale
from association.kernel.settings import ROOT, Settings
from association.kernel.web import actor

LARGEST = 1 << 20
"""Bytes of a page before compression; larger ones (exports) are made anew."""
LONGEST_ADDRESS = 512
ROOM = 32 << 20
"""Bytes of compressed pages kept in each process."""
READING = frozenset({"lang", "size", "theme"})
"""Cookies that say how somebody reads, not who they are."""
VARY = ("Cookie", "Accept-Encoding", "Accept-Language")
# Both are affordable while the first reader waits: 0.5 ms and 0.2 ms for a page of 24 KB (PERFORMANCE.md 3).
_BROTLI, _GZIP = 5, 6

V = TypeVar("V", bound=Callable[..., Any])


def uncached(view: V) -> V:
    """For a view that shows something no commit announces (an index beside the database, the moment)."""
    view.uncached = True  # type: ignore[attr-defined]
    return view


@dataclass(slots=True)
class Page:
    """A finished page: its headers and its body in the encodings readers have asked for."""

    headers: list[tuple[str, str]]
    bodies: dict[str, bytes] = field(default_factory=dict)

    def body(self, encoding: str) -> bytes:
        """The body in `br`, `gzip` or `identity`; the last is not kept."""
        if encoding == "identity":
            return brotli.decompress(self.bodies["br"])  # type: ignore[no-any-return]
        if encoding not in self.bodies:
            self.bodies[encoding] = gzip.compress(self.body("identity"), _GZIP, mtime=0)
        return self.bodies[encoding]

    @property
    def size(self) -> int:
        # The gzip body, if it comes, is about a quarter larger.
        return 3 * len(self.bodies["br"]) + 1000


class Shelf:
    """The pages of one process, the least recently read one leaving first. Safe among threads."""

    def __init__(self, room: int = ROOM) -> None:
        self.room, self._used = room, 0
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str) -> Page | None:
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: str, page: Page) -> None:
        with self._lock:
            old = self._pages.pop(key, None)
            self._used += page.size - (old.size if old else 0)
            self._pages[key] = page
            while self._used > self.room and self._pages:
                self._used -= self._pages.popitem(last=False)[1].size

    def __len__(self) -> int:
        return len(self._pages)


@lru_cache(maxsize=1)
def _code_version() -> str:
    """Newest moment at which anything that makes a page was changed."""
    kinds = {".py", ".html", ".css", ".js", ".mo", ".svg"}
    folders = ("association", "bulletins", "mcn", "front", "templates", "static", "translations")
    files = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in kinds)
    return str(max((path.stat().st_mtime_ns for path in files), default=0))


def _key(word: str) -> str:
    """What the page depends on, as a hash."""
    facts = (
        word, request.host_url, request.path, request.query_string.decode("latin-1"), choose_locale(),
        request.cookies.get("size", ""), request.cookies.get("theme", ""), clock.today().isoformat(), _code_version(),
    )  # fmt: skip
    return hashlib.blake2b("\n".join(facts).encode(), digest_size=16).hexdigest()


def _of_everybody() -> bool:
    """Whether this request asks for a page that is the same for every visitor."""
    return (
        request.method in ("GET", "HEAD")
        and request.cookies.keys() <= READING
        and "Authorization" not in request.headers
        and "Range" not in request.headers
        and len(request.path) + len(request.query_string) <= LONGEST_ADDRESS
        and request.endpoint is not None
        and not request.endpoint.endswith("static")
        and not _is_uncached(current_app.view_functions[request.endpoint])
    )


def _is_uncached(view: Any) -> bool:
    """Whether the view, or what stands around it, says so."""
    while view is not None:
        if getattr(view, "uncached", False):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


def _encoding() -> str:
    return next((name for name in ("br", "gzip") if request.accept_encodings[name] > 0), "identity")


def _answer(page: Page, key: str) -> Response:
    answer = Response(status=200, headers=page.headers)
    _fill(answer, page, key)
    return answer


def _fill(answer: Response, page: Page, key: str) -> None:
    encoding = _encoding()
    answer.set_data(page.body(encoding))
    if encoding != "identity":
        answer.headers["Content-Encoding"] = encoding
    _head(answer, key)


def _head(answer: Response, key: str) -> None:
    # Weak: the same page in another compression.
    answer.set_etag(key, weak=True)
    answer.headers["Cache-Control"] = "no-cache"
    answer.vary.update(VARY)


class PageCache:
    """Stands before and after every view."""

    def __init__(self, kept_under: generation.Generation) -> None:
        self.shelf, self._generation = Shelf(), kept_under

    def look(self) -> Response | None:
        """Before anything else: 304, the finished page, or None and the page is drawn."""
        if not _of_everybody() or (word := self._generation.read()) is None:
            return None
        key = _key(word)
        if request.if_none_match.contains_weak(key):
            answer = Response(status=304)
            _head(answer, key)
            return answer
        if (page := self.shelf.take(key)) is not None:
            return _answer(page, key)
        # Read before the first query: what is drawn now is kept under the word that held when we began.
        g.page_key = key
        return None

    def keep(self, answer: Response) -> Response:
        """Afterwards: keep what every visitor may see."""
        key = g.pop("page_key", None)
        if key is None or not _may_be_kept(answer):
            return answer
        page = Page([(name, value) for name, value in answer.headers if name not in _OWN])
        page.bodies["br"] = brotli.compress(answer.get_data(), quality=_BROTLI)
        self.shelf.put(key, page)
        _fill(answer, page, key)
        return answer


_OWN = frozenset({"Content-Length", "Content-Encoding", "ETag", "Date", "Vary", "Cache-Control"})


def _may_be_kept(answer: Response) -> bool:
    return (
        answer.status_code == 200
        and request.method == "GET"
        and not cookie.modified
        and actor().is_visitor
        and answer.is_sequence
        and not answer.direct_passthrough
        and not {"Set-Cookie", "Cache-Control", "ETag", "Content-Encoding"} & set(answer.headers.keys())
        and (answer.calculate_content_length() or 0) <= LARGEST
    )


def init_app(app: Flask, settings: Settings) -> None:
    kept_under = generation.init_app(app, settings)
    if not settings.page_cache:
        return
    cache = PageCache(kept_under)
    app.extensions["page_cache"] = cache
    # Before everybody else, so that nothing has been asked of the database yet.
    app.before_request_funcs.setdefault(None, []).insert(0, cache.look)
    app.after_request(cache.keep)
