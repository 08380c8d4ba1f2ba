"""What the worker does about a promised document: read it, print it outside any transaction, keep its bytes
and mark it."""

import html as html_module
import io
import re
from dataclasses import dataclass
from typing import Any

import structlog
from flask import current_app, render_template

from association.kernel import clock, events, faces, files, jobs
from association.kernel.db import Model, session
from association.kernel.documents import press
from association.kernel.documents.finishing import finished
from association.kernel.documents.issuing import DocumentMade
from association.kernel.documents.models import DocumentState, RenderedDocument
from association.kernel.words import spoken_in

log = structlog.get_logger(__name__)
_LOCALES = {"zh": "zh_Hans", "en": "en"}
_NO_TEXT = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Page:
    kind: str
    html: str
    address: str


@dataclass(frozen=True, slots=True)
class _Made:
    content: bytes
    pages: int
    without_glyph: str
    families: tuple[str, ...]


def read(payload: dict[str, Any]) -> _Page | None:
    """The document's HTML; None when it is printed already."""
    document = session.get(RenderedDocument, payload["document_id"])
    if document is None or document.state is DocumentState.READY:
        return None
    return _Page(document.kind, page_of(document), address_of(document))


def set_and_print(page: _Page | None) -> _Made | None:
    """The slow part: the same page gives the same document again, but for a seal's moment."""
    if page is None:
        return None
    lost = faces.ready_for(html_module.unescape(_NO_TEXT.sub("", page.html)))
    printed = press.print_html(page.html)
    return _Made(finished(page.kind, printed.content, page.address), printed.pages, lost, printed.families)


def keep(payload: dict[str, Any], made: _Made | None) -> None:
    """Its bytes into the store and its mark, in one transaction. What is ready stays as it is."""
    document = session.get(RenderedDocument, payload["document_id"], with_for_update=True)
    if made is None or document is None or document.state is DocumentState.READY:
        return
    kept = files.keep(io.BytesIO(made.content))
    document.sha256, document.size, document.pages = kept.sha256, kept.size, made.pages
    document.state, document.made_at = DocumentState.READY, clock.now()
    document.without_glyph, document.faces = made.without_glyph[:200], list(made.families)
    events.publish(DocumentMade(document))
    if made.without_glyph:
        log.warning("document_without_glyph", document=document.id, characters=made.without_glyph)


jobs.handles_slowly("render_document", prepare=read, work=set_and_print, finish=keep)


def page_of(document: RenderedDocument) -> str:
    """The document's HTML, in its language."""
    with spoken_in(_LOCALES[document.language]):
        return render_template(
            document.template,
            **document.context,
            subject=_subject_of(document),
            document=document,
            address=address_of(document),
            made_on=clock.day_of(document.promised_at),
        )


def address_of(document: RenderedDocument) -> str:
    """The whole address of its page."""
    return str(current_app.extensions["settings"].base_url) + document.address


def _subject_of(document: RenderedDocument) -> Model:
    for mapper in Model.registry.mappers:
        if getattr(mapper.class_, "__tablename__", None) == document.subject_kind:
            found = session.get(mapper.class_, document.subject_id)
            if found is not None:
                return found  # type: ignore[no-any-return]
    raise LookupError(f"document {document.id}: {document.subject_kind} {document.subject_id} is gone")
