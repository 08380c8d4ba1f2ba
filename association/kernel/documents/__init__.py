"""Printed documents: promised in a deed's transaction, rendered once by the worker, served as bytes."""

from association.kernel.documents import readiness, work
from association.kernel.documents.answers import RETRY_AFTER, answer
from association.kernel.documents.finishing import finished_by
from association.kernel.documents.issuing import DocumentMade, issued, issued_kinds
from association.kernel.documents.models import (
    DocumentState,
    RenderedDocument,
    document_of,
    render_later,
    waiting,
)
from association.kernel.documents.parts import missing_parts

__all__ = [
    "RETRY_AFTER",
    "DocumentMade",
    "DocumentState",
    "RenderedDocument",
    "answer",
    "document_of",
    "finished_by",
    "issued",
    "issued_kinds",
    "missing_parts",
    "readiness",
    "render_later",
    "waiting",
    "work",
]
