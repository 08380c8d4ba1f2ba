"""Handing a printed document to a reader. Who calls has asked the policy of what it belongs to."""

from flask import make_response, render_template, request, send_file
from flask.typing import ResponseReturnValue

from association.kernel import files
from association.kernel.attachments.limits import displayed_name
from association.kernel.documents.models import DocumentState, RenderedDocument
from association.kernel.errors import Unknown
from association.kernel.file_types import FileType

RETRY_AFTER = 5
"""Seconds; the worker needs less for one document, and a reader more to look up."""


def answer(document: RenderedDocument | None, *, public: bool = False) -> ResponseReturnValue:
    """The PDF; while it is not made yet, a page that says so (503, Retry-After); Unknown when none was
    promised."""
    if document is None:
        raise Unknown
    if document.state is not DocumentState.READY or document.sha256 is None:
        page = make_response(render_template("documents/waiting.html", document=document), 503)
        page.headers["Retry-After"] = str(RETRY_AFTER)
        return page
    found = send_file(
        files.open_file(document.sha256),
        mimetype="application/pdf",
        download_name=displayed_name(document.title or document.kind, FileType.PDF),
        etag=document.sha256,
        last_modified=document.made_at,
    )
    # These bytes never change; whether others may keep them is the caller's word.
    found.headers["Cache-Control"] = "public, max-age=3600" if public else "private, no-store"
    return found.make_conditional(request)
