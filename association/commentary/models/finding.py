"""What a commentary found: a merit, a common tendency, a single problem – “find problems, analyse causes, propose” (DOMAIN 2.5)."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.commentary.models.commentary import Commentary
from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.rules.models import Edition


class FindingKind(State):
    MERIT = "merit", _l("长处"), "jade", "plus-circle"
    COMMON = "common", _l("共性倾向"), "ochre", "diagram-3"
    SINGLE = "single", _l("个别问题"), "indigo", "record-circle"


class Finding(Model):
    """One of them, with the clause of an edition it is seen under (none for what rests on no clause). In a digest `essay_id` is the essay it was taken
    from."""

    __tablename__ = "commentary_finding"

    id: Mapped[Key]
    commentary_id: Mapped[int] = mapped_column(ForeignKey("commentary.id"), index=True)
    kind: Mapped[FindingKind] = mapped_column(Stored(FindingKind))
    fact: Mapped[Prose]
    cause: Mapped[Prose] = mapped_column(default="")
    proposal: Mapped[Prose] = mapped_column(default="")
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))
    path: Mapped[Word] = mapped_column(default="")
    words: Mapped[Line] = mapped_column(default="")
    essay_id: Mapped[int | None] = mapped_column(ForeignKey("commentary.id"))

    commentary: Mapped[Commentary] = relationship(back_populates="findings", foreign_keys=[commentary_id])
    essay: Mapped[Commentary | None] = relationship(foreign_keys=[essay_id])
    edition: Mapped[Edition | None] = relationship(lazy="joined")

    __table_args__ = (
        CheckConstraint("(edition_id is null) = (path = '')", name="clause_whole_or_none"),
        CheckConstraint("kind = 'merit' or (cause != '' and proposal != '')", name="problem_cause_proposal"),
    )
