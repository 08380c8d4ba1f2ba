"""Bytes shown in place on our own pages: whole, or the part a player asks for (206)."""

from flask import Response, request
from werkzeug.wsgi import FileWrapper

from association.kernel import files
from association.kernel.errors import Unknown

_BLOCK = 1 << 16


def shown(sha256: str, *, media_type: str, size: int) -> Response:
    """Never kept by anybody, and never run. Who calls has asked the policy."""
    try:
        stream = files.open_file(sha256)
    except FileNotFoundError as error:
        raise Unknown from error
    answer = Response(FileWrapper(stream, _BLOCK), mimetype=media_type, direct_passthrough=True)
    answer.content_length = size
    answer.headers["Content-Disposition"] = "inline"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.make_conditional(request.environ, accept_ranges=True, complete_length=size)
    return answer
