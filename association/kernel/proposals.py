"""Content with a basis that two people answer for: rows in force from a day, proposed by one and confirmed by another.

A dated setting is one value; what has many parts that belong together (a period of a rule, a clause of a model contract) is a row of the
feature's own, with these columns and this life. Confirmed rows are never rewritten: a later row follows, or the row is struck with a
reason. `planted_by` names what makes the rows a new site begins with.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock, dated
from association.kernel.db import Line, Prose
from association.kernel.policy import Actor, Permission
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.kernel.workflow import Step


class Proposal(State):
    """Whether a second person has looked."""

    PROPOSED = "proposed", _l("待确认"), "ochre", "hourglass-split"
    CONFIRMED = "confirmed", _l("已采用"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("未采用"), "soft", "x-circle"
    STRUCK = "struck", _l("已撤下"), "cinnabar", "slash-circle"


class HasProposal:
    """Columns of such a row. That it was compared with its source (`checked_*`) is another fact than that two people agreed."""

    state: Mapped[Proposal] = mapped_column(Stored(Proposal), default=Proposal.PROPOSED, index=True)
    in_force_from: Mapped[date]
    basis: Mapped[Prose]
    checked_by: Mapped[Line] = mapped_column(default="")
    checked_on: Mapped[date | None]
    checked_source: Mapped[Prose] = mapped_column(default="")
    proposed_by: Mapped[int | None]
    """The account; what a site began with was proposed by nobody."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPermissions:
    propose: Permission
    confirm: Permission


def proposing(
    p: ProposalPermissions,
    *,
    confirmed: Callable[..., None] | None = None,
    struck: Callable[..., None] | None = None,
) -> list[Step]:
    """The rows of the life. Whoever proposed neither confirms, checks nor strikes."""
    others = frozenset({"propose"})
    return [
        Step(
            deed="confirm", label=_l("确认采用"), from_=(Proposal.PROPOSED,), to=Proposal.CONFIRMED, needs=p.confirm,
            apart_from=others, is_primary=True, then=confirmed,
            consequence=_l("从所写的日期起采用，采用后内容不能再改。"),
        ),
        Step(
            deed="drop", label=_l("不采用"), from_=(Proposal.PROPOSED,), to=Proposal.DROPPED, needs=p.confirm,
            reason=_l("不采用的理由"), is_dangerous=True,
        ),
        Step(
            deed="take_back", label=_l("收回"), from_=(Proposal.PROPOSED,), to=Proposal.DROPPED, needs=p.propose,
            is_dangerous=True, consequence=_l("收回后不能恢复，可以另提一份。"),
        ),
        Step(
            deed="check_source", label=_l("登记已与原文核对"), from_=(Proposal.CONFIRMED,), to=None, needs=p.confirm,
            apart_from=others, reason=_l("核对的依据，例如发布机构的网址、公报期号"), then=_checked,
        ),
        Step(
            deed="strike", label=_l("撤下"), from_=(Proposal.CONFIRMED,), to=Proposal.STRUCK, needs=p.confirm,
            apart_from=others, reason=_l("撤下的理由"), is_dangerous=True, then=struck,
            consequence=_l("撤下后不再采用，前一份重新起作用。"),
        ),
    ]  # fmt: skip


def _checked(row: Any, *, actor: Actor, reason: str) -> None:
    row.checked_by, row.checked_on, row.checked_source = actor.name, clock.today(), reason


def planted_by(plant: Callable[[], int]) -> None:
    """Make what a new site begins with, together with the first rows of dated settings; right to run twice."""
    dated.also_plant(plant)
