"""A permit of an organisation."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock, dated
from association.kernel.db import Key, Line, Model
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation

dated.define(
    "permits.kinds", label=_l("许可证的种类"), kind="lines", basis=_l("协会自行设置；种类名称见许可证本身"),
    initial=["广播电视节目制作经营许可证", "信息网络传播视听节目许可证", "营业性演出许可证", "网络文化经营许可证", "增值电信业务经营许可证"],
)  # fmt: skip
dated.define(
    "permits.reminders", label=_l("许可证到期前几天提醒"), kind="numbers", initial=[60, 30, 7], unit=_l("天"),
    basis=dated.OWN,
)  # fmt: skip


class PermitState(State):
    """Whether staff have compared it with its scan. That it has lapsed is a fact of the calendar, not a state."""

    REPORTED = "reported", _l("待核对"), "ochre", "hourglass-split"
    CHECKED = "checked", _l("已核对"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("核对不符"), "cinnabar", "x-circle"
    REMOVED = "removed", _l("已移出"), "soft", "slash-circle"


class Permit(Model):
    """As printed: the kind's name, number, issuer and days are what the paper says."""

    __tablename__ = "permit"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[Line]
    number: Mapped[Line]
    issuer: Mapped[Line]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    state: Mapped[PermitState] = mapped_column(Stored(PermitState), default=PermitState.REPORTED)
    reported_at: Mapped[datetime] = mapped_column(default=clock.now)
    reminded_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship()

    __table_args__ = (
        CheckConstraint("valid_from <= valid_to", name="days_in_order"),
        Index("ix_permit_ending", "state", "valid_to"),
    )

    def is_valid_on(self, day: date) -> bool:
        """Checked, and in its days."""
        return self.state is PermitState.CHECKED and self.valid_from <= day <= self.valid_to

    @property
    def has_lapsed(self) -> bool:
        return self.valid_to < clock.today()

    @property
    def is_live(self) -> bool:
        return self.state in (PermitState.REPORTED, PermitState.CHECKED)
