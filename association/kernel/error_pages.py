"""Errors as pages in plain words. They must draw even when the database does not answer."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import structlog
from flask import Flask, make_response, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel import web
from association.kernel.errors import Refused

log = structlog.get_logger(__name__)

_elsewhere: dict[str, Callable[[int, str], ResponseReturnValue]] = {}


def answered_by(prefix: str, draw: Callable[[int, str], ResponseReturnValue]) -> None:
    """Addresses under `prefix` are read by programs: `draw` says the status and the sentence in their way."""
    _elsewhere[prefix] = draw


def _page(code: int, error: object) -> ResponseReturnValue:
    if code == 500:
        log.error("server_error", path=request.path, error=repr(getattr(error, "original_exception", error)))
    sentence = str(error.sentence) if isinstance(error, Refused) else ""
    if isinstance(error, Refused):
        code = error.status
    for prefix, draw in _elsewhere.items():
        if request.path.startswith(prefix):
            return draw(code, sentence)
    if request.headers.get("Tus-Resumable"):  # a script asks, and shows the sentence itself
        return make_response(sentence, code, {"Content-Type": "text/plain; charset=utf-8"})
    return make_response(
        render_template(f"errors/{code}.html", sentence=sentence, came_from=_came_from()), code
    )


def _came_from() -> str:
    """The page of ours that led here, as a path; empty where there was none, or it was this one."""
    source = urlsplit(request.referrer or "")
    if source.netloc != request.host or source.path == request.path or not re.match("/(?!/)", source.path):
        return ""
    return f"{source.path}?{source.query}" if source.query else source.path


def init_app(app: Flask) -> None:
    web.register_error_pages(app, _page)
