"""A standard: a document of the association's own, from its first project on."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Line, Model
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.rules.models import Document


class StandardKind(State):
    """自律规则 carry no national number; 团体标准 are numbered T/<code> NNN—YYYY."""

    RULE = "rule", _l("自律规则")
    GROUP = "group", _l("团体标准")


class Standard(Model):
    """`serial` is the NNN of a 团体标准, the same through its editions. `examine_by` is the day by which it is looked at again: set by
    publication and by each finding that it goes on."""

    __tablename__ = "standard"

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), unique=True)
    kind: Mapped[StandardKind] = mapped_column(Stored(StandardKind))
    serial: Mapped[int | None]
    examine_by: Mapped[date | None] = mapped_column(index=True)
    ended_on: Mapped[date | None]
    replaced_by: Mapped[Line] = mapped_column(default="")
    """Number and title of what took its place when it was ended."""

    document: Mapped[Document] = relationship(lazy="joined")
