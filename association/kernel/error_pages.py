"""Errors as pages in plain words. They must draw even when the database does not answer."""

import structlog
from flask import Flask, make_response, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel import web
from association.kernel.errors import Refused

log = structlog.get_logger(__name__)


def _page(code: int, error: object) -> ResponseReturnValue:
    if code == 500:
        log.error("server_error", path=request.path, error=repr(getattr(error, "original_exception", error)))
    sentence = str(error.sentence) if isinstance(error, Refused) else ""
    if isinstance(error, Refused):
        code = error.status
    if request.headers.get("Tus-Resumable"):  # a script asks, and shows the sentence itself
        return make_response(sentence, code, {"Content-Type": "text/plain; charset=utf-8"})
    return make_response(render_template(f"errors/{code}.html", sentence=sentence), code)


def init_app(app: Flask) -> None:
    web.register_error_pages(app, _page)
