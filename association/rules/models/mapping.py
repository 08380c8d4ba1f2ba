"""What became of clauses from one edition to the next."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _, _l
from association.rules.models.edition import Edition


class ClauseFate(State):
    """What became of a clause; the values are those of reading.matching.Fate."""

    SAME = "same", _l("未变"), "soft", "dash"
    REWORDED = "reworded", _l("文字修改"), "indigo", "pencil"
    RENUMBERED = "renumbered", _l("条号变动"), "indigo", "list-ol"
    SPLIT = "split", _l("拆分"), "ochre", "signpost-split"
    MERGED = "merged", _l("合并"), "ochre", "intersect"
    NEW = "new", _l("新增"), "jade", "plus-circle"
    GONE = "gone", _l("删去"), "cinnabar", "dash-circle"


class Mapping(Model):
    """One line from an edition to the next: proposed by the matcher, in force once somebody has confirmed it.

    `old` and `new` are paths. `note` tells readers in plain words what the change means and for whom.
    """

    __tablename__ = "clause_mapping"

    id: Mapped[Key]
    old_edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    new_edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    place: Mapped[int]
    fate: Mapped[ClauseFate] = mapped_column(Stored(ClauseFate))
    old: Mapped[list[Any]] = mapped_column(JSON)
    new: Mapped[list[Any]] = mapped_column(JSON)
    score: Mapped[float]
    reason: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Why it was proposed: a sentence's template and what stands in it."""
    note: Mapped[Prose] = mapped_column(default="")
    confirmed_at: Mapped[datetime | None]

    new_edition: Mapped[Edition] = relationship(foreign_keys=[new_edition_id])
    old_edition: Mapped[Edition] = relationship(foreign_keys=[old_edition_id])

    @property
    def because(self) -> str:
        """Why, in the reader's language."""
        return _(self.reason["template"], **self.reason["values"]) if self.reason else ""

    __table_args__ = (Index("ix_clause_mapping_new", "new_edition_id", "place"),)
