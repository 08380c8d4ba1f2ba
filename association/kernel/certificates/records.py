"""Named reads of certificates."""

from sqlalchemy import select

from association.kernel.audit import kind_of
from association.kernel.certificates import codes
from association.kernel.certificates.kinds import numbered_kinds
from association.kernel.certificates.models import Certificate
from association.kernel.db import Model, session
from association.kernel.documents import RenderedDocument, document_of

PAPER = "certificate"
"""The kind of the printed document."""


def by_code(code: str) -> Certificate | None:
    return session.scalars(select(Certificate).where(Certificate.code == code)).one_or_none()


def wanted(typed: str) -> Certificate | None:
    """The certificate whose code, or (of kinds that allow it) number, was typed."""
    if (code := codes.tidy(typed)) is not None and (found := by_code(code)) is not None:
        return found
    number = " ".join(typed.split())
    rows = select(Certificate).where(Certificate.number == number, Certificate.kind.in_(numbered_kinds()))
    return session.scalars(rows.order_by(Certificate.id.desc()).limit(1)).first() if number else None


def certificates_of(subject: Model) -> list[Certificate]:
    """All of this subject, the newest first."""
    rows = select(Certificate).where(
        Certificate.subject_kind == kind_of(subject), Certificate.subject_id == subject.id
    )
    return list(session.scalars(rows.order_by(Certificate.id.desc())))


def paper_of(certificate: Certificate) -> RenderedDocument | None:
    """Its sealed PDF, made or promised."""
    return document_of(certificate, PAPER)


def of_paper(sha256: str) -> Certificate | None:
    """The certificate whose sealed PDF has exactly these bytes."""
    rows = select(Certificate).join(
        RenderedDocument,
        (RenderedDocument.subject_id == Certificate.id)
        & (RenderedDocument.subject_kind == kind_of(Certificate)),
    )
    return session.scalars(
        rows.where(RenderedDocument.kind == PAPER, RenderedDocument.sha256 == sha256)
    ).first()
