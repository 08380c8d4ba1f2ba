"""Files leave the house here only, after the policy of what they belong to, and never as something a browser
would run."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from association.kernel.attachments.models import Attachment
from association.kernel.attachments.owners import readable
from association.kernel.attachments.sending import sent_away
from association.kernel.db import session
from association.kernel.errors import Forbidden, Unknown
from association.kernel.web import actor, decided_inside

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
    return sent_away(
        attachment.sha256,
        media_type=attachment.file_type.media_type,
        name=attachment.name,
        size=attachment.size,
    )
