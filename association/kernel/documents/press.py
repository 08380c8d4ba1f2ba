"""The press: HTML in, PDF out. Warm: the style sheet and the fonts it has loaded are kept from one document
to the next, which makes a document twice as fast as setting everything up anew.
"""

import atexit
import logging
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from association.kernel import faces
from association.kernel.settings import ROOT

RENEWED_AFTER = 200
"""Documents after which the kept fonts are let go: memory creeps up with them."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document: its bytes, how many pages they are, and the families that are embedded in it."""

    content: bytes
    pages: int
    families: tuple[str, ...]


class Press:
    """One set of loaded fonts. Not for two threads at once; `print_html` sees to that."""

    def __init__(self, *, stamp: str, stylesheet: str, folders: tuple[Path, ...]) -> None:
        # WeasyPrint takes a second to import and needs Pango: only who prints pays, and a machine without it
        # still serves pages.
        from weasyprint import CSS, HTML  # noqa: PLC0415
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
        from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

        class OwnFilesOnly(URLFetcher):
            """Style and faces of ours; nothing from the network, nothing else from the disk."""

            def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
                parts = urlsplit(url)
                path = Path(unquote(parts.path)).resolve()
                ours = parts.scheme == "file" and any(path.is_relative_to(folder) for folder in folders)
                if not ours and parts.scheme != "data":
                    raise ValueError("documents use files of this site only")
                return super().fetch(url, headers)

        self.stamp, self.printed = stamp, 0
        self._html, self._fetcher, self._fonts = HTML, OwnFilesOnly(), FontConfiguration()
        self._styles = [CSS(string=stylesheet, font_config=self._fonts, url_fetcher=self._fetcher)]

    def print(self, html: str) -> Printed:
        self.printed += 1
        page = self._html(string=html, base_url=f"{ROOT.as_uri()}/", url_fetcher=self._fetcher)
        document: Any = page.render(stylesheets=self._styles, font_config=self._fonts)
        content = document.write_pdf(pdf_tags=True)
        return Printed(
            content, len(document.pages), tuple(sorted({font.family for font in document.fonts.values()}))
        )


_lock = threading.Lock()
_press: Press | None = None


@atexit.register
def _put_away() -> None:
    """Pango's objects must go before the interpreter takes its own modules apart."""
    global _press
    _press = None


def print_html(html: str) -> Printed:
    """The document as PDF, tagged, with its faces embedded."""
    with _lock:
        return _warm_press().print(html)


def _warm_press() -> Press:
    global _press
    stamp = faces.stamp()
    if _press is None or _press.stamp != stamp or _press.printed >= RENEWED_AFTER:
        logging.getLogger("weasyprint").setLevel(logging.ERROR)
        own = tuple(path.resolve().parent for path in faces.own().values())
        folders = (faces.folder().resolve(), ROOT / "static", *own)
        _press = Press(stamp=stamp, stylesheet=faces.stylesheet(), folders=folders)
    return _press
