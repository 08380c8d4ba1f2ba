"""A membership, and the times it was suspended."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock, dated
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation

dated.define(
    "membership.kinds", label=_l("会员类别"), kind="lines", initial=["会员单位", "理事单位", "常务理事单位"],
    basis=_l("协会章程；由协会自行设置"),
)  # fmt: skip
dated.define(
    "membership.bodies", label=_l("批准入会的机构"), kind="lines", initial=["会长办公会", "理事会", "常务理事会"],
    basis=_l("协会章程；由协会自行设置"),
)  # fmt: skip
dated.define(
    "membership.review_days", label=_l("入会申请的办理期限"), kind="number", initial=20, unit=_l("个工作日"),
    basis=dated.OWN,
)  # fmt: skip


class MembershipState(State):
    PREPARED = "prepared", _l("待签署人确认"), "ochre", "pen"
    SUBMITTED = "submitted", _l("待审批"), "ochre", "hourglass-split"
    RETURNED = "returned", _l("待修改"), "indigo", "reply"
    APPROVED = "approved", _l("在会"), "jade", "check-circle-fill"
    SUSPENDED = "suspended", _l("暂停"), "cinnabar", "pause-circle"
    REFUSED = "refused", _l("未批准"), "cinnabar", "x-circle"
    WITHDRAWN = "withdrawn", _l("已撤回申请"), "soft", "slash-circle"
    ENDED = "ended", _l("已退会"), "soft", "box-arrow-right"


OVER = (MembershipState.REFUSED, MembershipState.WITHDRAWN, MembershipState.ENDED)
_LIVING = text("state not in ('refused', 'withdrawn', 'ended')")


class Membership(Model):
    """One stay of an organisation in the association. A later return is another one."""

    __tablename__ = "membership"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[Line]
    state: Mapped[MembershipState] = mapped_column(Stored(MembershipState), default=MembershipState.PREPARED)
    representative: Mapped[Line]
    representative_post: Mapped[Line] = mapped_column(default="")
    statement: Mapped[Prose] = mapped_column(default="")
    asked: Mapped[list[Any]] = mapped_column(default=list)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_because: Mapped[str | None]
    approving_body: Mapped[Line] = mapped_column(default="")
    approved_on: Mapped[date | None]
    number: Mapped[str | None] = mapped_column(String(64), unique=True)
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    """First day on which it is a member no more."""

    organisation: Mapped[Organisation] = relationship()
    suspensions: Mapped[list["Suspension"]] = relationship(order_by="Suspension.from_on", lazy="selectin")

    __table_args__ = (
        Index(
            "uq_membership_living",
            "organisation_id",
            unique=True,
            sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
        Index("ix_membership_days", "from_on", "to_on"),
        CheckConstraint("state not in ('approved', 'suspended') or from_on is not null", name="member_since"),
        CheckConstraint("state != 'ended' or to_on is not null", name="ended_says_when"),
        CheckConstraint("to_on is null or from_on <= to_on", name="days_in_order"),
    )

    @property
    def is_over(self) -> bool:
        """Refused, withdrawn or ended: another one may begin."""
        return self.state in OVER


class Suspension(Model):
    """A time in which a member's rights rested."""

    __tablename__ = "membership_suspension"

    id: Mapped[Key]
    membership_id: Mapped[int] = mapped_column(ForeignKey("membership.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    """First day on which it was over."""
    because: Mapped[Prose]
