"""A certificate: what was certified to whom, since when, and how it ended."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.certificates.codes import new_code
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l


class CertificateState(State):
    """What a certificate is worth on a day. The last four are how one ends."""

    COMING = "coming", _l("尚未生效"), "indigo", "clock"
    VALID = "valid", _l("有效"), "jade", "check-circle-fill"
    SUPERSEDED = "superseded", _l("已被新版替代"), "ochre", "clock-history"
    WITHDRAWN = "withdrawn", _l("已撤回"), "ochre", "box-arrow-left"
    LAPSED = "lapsed", _l("已失效"), "ochre", "hourglass-bottom"
    REVOKED = "revoked", _l("已被撤销"), "cinnabar", "slash-circle"


class Certificate(Model):
    """Its state is not kept: it follows from the days, so that it is right at midnight without anybody's doing.

    `content` holds the plain facts the check page repeats, field → words; `holder` is a name that may be public.
    """

    __tablename__ = "certificate"

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(12), unique=True, default=new_code)
    number: Mapped[Line] = mapped_column(default="", index=True)
    kind: Mapped[Word]
    subject_kind: Mapped[Word]
    subject_id: Mapped[int]
    holder: Mapped[Line]
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    """The last day on which it is valid; None: until it is ended."""
    ended_on: Mapped[date | None]
    """The first day on which it is no longer valid."""
    ended_as: Mapped[CertificateState | None] = mapped_column(Stored(CertificateState))
    ended_because: Mapped[Prose] = mapped_column(default="")
    superseded_by_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))
    issued_at: Mapped[datetime] = mapped_column(default=clock.now)

    superseded_by: Mapped["Certificate | None"] = relationship(remote_side="Certificate.id")

    __table_args__ = (
        Index("ix_certificate_subject", "subject_kind", "subject_id"),
        CheckConstraint("(ended_on is null) = (ended_as is null)", name="ends_as_something"),
    )

    def state_on(self, day: date) -> CertificateState:
        if self.ended_on is not None and self.ended_as is not None and self.ended_on <= day:
            return self.ended_as
        if self.valid_until is not None and self.valid_until < day:
            return CertificateState.LAPSED
        return CertificateState.COMING if self.valid_from > day else CertificateState.VALID

    @property
    def state(self) -> CertificateState:
        """Today's."""
        return self.state_on(clock.today())

    @property
    def address(self) -> str:
        """The path of its check page."""
        return f"/verify/{self.code}/"
