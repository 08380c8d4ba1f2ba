"""What the worker does about a promised document."""

import html as html_module
import io
import re
from typing import Any

import structlog
from flask import current_app, render_template

from association.kernel import clock, faces, files, jobs
from association.kernel.db import Model, session
from association.kernel.documents import press
from association.kernel.documents.models import DocumentState, RenderedDocument
from association.kernel.words import spoken_in

log = structlog.get_logger(__name__)
_LOCALES = {"zh": "zh_Hans", "en": "en"}
_NO_TEXT = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL | re.IGNORECASE)


@jobs.handles("render_document")
def render(payload: dict[str, Any]) -> None:
    """Print it, keep its bytes, mark it; a document that is ready stays as it is."""
    document = session.get(RenderedDocument, payload["document_id"], with_for_update=True)
    if document is None or document.state is DocumentState.READY:
        return
    page = page_of(document)
    document.without_glyph = faces.ready_for(html_module.unescape(_NO_TEXT.sub("", page)))[:200]
    printed = press.print_html(page)
    kept = files.keep(io.BytesIO(printed.content))
    document.sha256, document.size, document.pages = kept.sha256, kept.size, printed.pages
    document.state, document.made_at = DocumentState.READY, clock.now()
    if document.without_glyph:
        log.warning("document_without_glyph", document=document.id, characters=document.without_glyph)


def page_of(document: RenderedDocument) -> str:
    """The document's HTML, in its language."""
    base = current_app.extensions["settings"].base_url
    with spoken_in(_LOCALES[document.language]):
        return render_template(
            document.template,
            **document.context,
            subject=_subject_of(document),
            document=document,
            address=base + document.address,
            made_on=clock.day_of(document.promised_at),
        )


def _subject_of(document: RenderedDocument) -> Model:
    for mapper in Model.registry.mappers:
        if getattr(mapper.class_, "__tablename__", None) == document.subject_kind:
            found = session.get(mapper.class_, document.subject_id)
            if found is not None:
                return found  # type: ignore[no-any-return]
    raise LookupError(f"document {document.id}: {document.subject_kind} {document.subject_id} is gone")
