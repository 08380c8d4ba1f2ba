"""What waits for those on duty."""

from collections.abc import Iterable

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from bulletins.complaints import queries
from bulletins.complaints.models import ComplaintState
from bulletins.complaints.policy import P
from bulletins.complaints.workflow import COMPLAINT

AREA = "complaints"
S = ComplaintState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if not can(actor, P.READ):
        return
    asks = {
        S.RECEIVED: _("请决定是否受理。"), S.ACCEPTED: _("请开始核查。"), S.CHECKING: _("请核查并反馈。"), S.ANSWERED: _("已反馈，请办结。"),
    }  # fmt: skip
    for complaint in COMPLAINT.turns_of(actor, queries.at_work()):
        yield Waiting(
            title=_("投诉举报%(number)s", number=complaint.number or ""), ask=asks[complaint.state], what=_("投诉举报"), area=AREA,
            endpoint="complaint_desk.show", values={"id": complaint.id}, button=_("办理"), due_on=complaint.due_on,
        )  # fmt: skip
