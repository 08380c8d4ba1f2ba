"""Files leave the house here only, after the policy of what they belong to, and never as something a browser
would run."""

import structlog
from flask import Blueprint, Response, send_file
from flask.typing import ResponseReturnValue

from association.kernel import files
from association.kernel.attachments.models import Attachment
from association.kernel.attachments.owners import readable
from association.kernel.db import session
from association.kernel.errors import Forbidden, Unknown
from association.kernel.web import actor, decided_inside

log = structlog.get_logger(__name__)
bp = Blueprint("attachments", __name__, url_prefix="/files")


@bp.get("/<int:id>/<path:name>")
@decided_inside
def show(id: int, name: str) -> ResponseReturnValue:  # noqa: A002, ARG001 - the name is for people; the number decides
    """The file as a download. To whom it is not open it does not exist; a visitor is asked to sign in either
    way."""
    attachment = session.get(Attachment, id)
    if attachment is None or not readable(attachment, actor()):
        raise Forbidden if actor().is_visitor else Unknown
    return serve(attachment)


def serve(attachment: Attachment) -> Response:
    """The bytes, always to be saved and never to be shown in place (who calls has asked the policy)."""
    try:
        stream = files.open_file(attachment.sha256)
    except FileNotFoundError as error:
        log.exception("file_lost", attachment=attachment.id, sha256=attachment.sha256)
        raise Unknown from error
    answer = send_file(
        stream,
        mimetype=attachment.file_type.media_type,
        as_attachment=True,
        download_name=attachment.name,
        max_age=0,
    )
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Content-Length"] = str(attachment.size)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
