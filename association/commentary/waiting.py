"""What waits: for the expert who was asked to write, for staff the next review."""

from collections.abc import Iterable
from datetime import date

from association.commentary import queries
from association.commentary.models import Commentary, CommentaryState
from association.commentary.policy import P
from association.commentary.settings import said
from association.commentary.workflow import COMMENTARY
from association.kernel import clock, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _

AREA = "commentary"
ASKS = {
    CommentaryState.DRAFT: lambda: _("请撰写阅评、登记长处和问题，然后交稿。"),
    CommentaryState.FIRST: lambda: _("请初审。"),
    CommentaryState.SECOND: lambda: _("请复审。"),
    CommentaryState.LEGAL: lambda: _("请核对涉及的人和单位。"),
    CommentaryState.THIRD: lambda: _("请终审签发。"),
}


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only the step this person may take now; what an expert is writing waits for the expert, not for the editors too."""
    if not can(actor, P.LIST) and "expert" not in actor.roles:
        return
    for commentary in COMMENTARY.turns_of(actor, queries.at_work()):
        if commentary.state is CommentaryState.DRAFT and commentary.writer_id not in (None, actor.account_id):
            continue
        yield Waiting(
            title=_("阅评：%(title)s", title=commentary.title), ask=ASKS[commentary.state](), what=_("阅评"), area=AREA,
            endpoint="commentary_file.show", values={"id": commentary.id}, button=_("办理"), due_on=_due(commentary),
        )  # fmt: skip


def _due(commentary: Commentary) -> date | None:
    if commentary.state is CommentaryState.DRAFT:
        return commentary.due_on
    return working_days.add(clock.day_of(commentary.made_at), int(said("review_days"))).on
