"""What the panel found: each expert's findings once the seals are broken, and the points of the report they are merged into."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.panels.models import PanelSeat
from association.review.models.review import ReviewRound
from association.review.models.words import Gate, Outcome, Severity


class Reply(State):
    """What the studio did about a point."""

    CHANGED = "changed", _l("已修改"), "jade", "check-circle"
    PARTLY = "partly", _l("部分修改"), "ochre", "circle-half"
    KEPT = "kept", _l("不修改并说明"), "soft", "chat-left-text"


class ReviewPoint(Model):
    """`places` are lines such as “第2集 00:03:10”, `clauses` as they are cited. `reply` and `answer` are the studio's; `outcome` is the panel's next time."""

    __tablename__ = "work_review_point"

    id: Mapped[Key]
    round_id: Mapped[int] = mapped_column(ForeignKey("work_review_round.id"), index=True)
    number: Mapped[int]
    gate: Mapped[Gate] = mapped_column(Stored(Gate))
    severity: Mapped[Severity] = mapped_column(Stored(Severity))
    places: Mapped[list[Any]] = mapped_column(default=list)
    fact: Mapped[Prose]
    cause: Mapped[Prose]
    proposal: Mapped[Prose]
    clauses: Mapped[list[Any]] = mapped_column(default=list)
    reply: Mapped[Reply | None] = mapped_column(Stored(Reply))
    answer: Mapped[Prose] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[Line] = mapped_column(default="")
    outcome: Mapped[Outcome | None] = mapped_column(Stored(Outcome))

    round: Mapped[ReviewRound] = relationship(back_populates="points")
    findings: Mapped[list["ReviewFinding"]] = relationship(
        back_populates="point", order_by="ReviewFinding.id"
    )

    __table_args__ = (
        UniqueConstraint("round_id", "number"),
        CheckConstraint("reply is null or reply = 'changed' or answer != ''", name="kept_says_why"),
    )


class ReviewFinding(Model):
    """A problem one expert has seen, as it stood in the opinion when the seals were broken. Merged into a point, or left out with a reason."""

    __tablename__ = "work_review_finding"

    id: Mapped[Key]
    round_id: Mapped[int] = mapped_column(ForeignKey("work_review_round.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("panel_seat.id"))
    gate: Mapped[Gate] = mapped_column(Stored(Gate))
    severity: Mapped[Severity] = mapped_column(Stored(Severity))
    place: Mapped[Line]
    fact: Mapped[Prose]
    cause: Mapped[Prose]
    proposal: Mapped[Prose]
    clause: Mapped[Line] = mapped_column(default="")
    point_id: Mapped[int | None] = mapped_column(ForeignKey("work_review_point.id"), index=True)
    left_out_because: Mapped[Prose] = mapped_column(default="")

    round: Mapped[ReviewRound] = relationship(back_populates="findings")
    seat: Mapped[PanelSeat] = relationship()
    point: Mapped[ReviewPoint | None] = relationship(back_populates="findings")

    __table_args__ = (
        CheckConstraint("point_id is null or left_out_because = ''", name="merged_or_left_out"),
    )

    @property
    def is_settled(self) -> bool:
        return self.point_id is not None or bool(self.left_out_because)
