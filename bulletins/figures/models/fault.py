"""What is counted: a figure under a fault label, with its unit and definition, in force from a day."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel.db import Key, Line, Model, Prose, Word
from association.kernel.proposals import HasProposal


class Fault(HasProposal, Model):
    """The newest confirmed row of a code on a day says what is counted under it, or (`is_counted`) that nothing is any more."""

    __tablename__ = "figure_fault"

    id: Mapped[Key]
    code: Mapped[Word]
    """As programs and workbooks name it: `vulgar-taken-down`."""
    group: Mapped[Line] = mapped_column("label_group")
    """问题类型: figures of one group are drawn together; they are never added up."""
    label: Mapped[Line]
    unit: Mapped[Word]
    definition: Mapped[Prose]
    is_counted: Mapped[bool] = mapped_column(default=True)

    __table_args__ = (Index("ix_figure_fault_in_force", "code", "in_force_from", "id"),)
