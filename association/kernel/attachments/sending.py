"""Bytes of the store as a download: always to be saved, never to be shown in place. Who calls has asked the policy."""

from typing import IO

import structlog
from flask import Response, send_file

from association.kernel import files
from association.kernel.errors import Unknown

log = structlog.get_logger(__name__)


def sent_away(sha256: str, *, media_type: str, name: str, size: int) -> Response:
    """Unknown, and a line in the journal, when the store has lost them."""
    try:
        stream = files.open_file(sha256)
    except FileNotFoundError as error:
        log.exception("file_lost", sha256=sha256)
        raise Unknown from error
    return handed_out(stream, media_type=media_type, name=name, size=size)


def handed_out(stream: IO[bytes], *, media_type: str, name: str, size: int) -> Response:
    """The same for bytes that do not lie in the store as they are."""
    answer = send_file(stream, mimetype=media_type, as_attachment=True, download_name=name, max_age=0)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Content-Length"] = str(size)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
