"""What waits for those on duty."""

from collections.abc import Iterable

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from bulletins.complaints import queries
from bulletins.complaints.models import Complaint, ComplaintState, TransferState
from bulletins.complaints.policy import P
from bulletins.complaints.workflow import COMPLAINT, TRANSFER

AREA = "complaints"
S = ComplaintState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if not can(actor, P.READ):
        return
    asks: dict[ComplaintState, str] = {
        S.RECEIVED: _("请决定是否受理。"), S.ACCEPTED: _("请开始核查。"), S.CHECKING: _("请核查并反馈。"), S.ANSWERED: _("已反馈，请办结。"),
        S.IN_CASE: _("案件结束后请反馈。"),
    }  # fmt: skip
    turns = COMPLAINT.turns_of(actor, queries.at_work())
    for complaint in turns:
        yield Waiting(
            title=_("投诉举报%(number)s", number=complaint.number or ""), ask=asks[complaint.state], what=_("投诉举报"), area=AREA,
            endpoint="complaint_desk.show", values={"id": complaint.id}, button=_("办理"), due_on=complaint.due_on,
        )  # fmt: skip
    mine = {complaint.id for complaint in turns}
    for complaint in queries.with_news():
        if complaint.id not in mine and can(actor, _who_reads(complaint), complaint):
            yield Waiting(
                title=_("投诉举报%(number)s", number=complaint.number or ""), ask=_("投诉人有补充，请看后答复。"), what=_("投诉举报"), area=AREA,
                endpoint="complaint_desk.show", values={"id": complaint.id}, button=_("查看"),
            )  # fmt: skip
    for transfer in TRANSFER.turns_of(actor, queries.transfers_at_work()):
        is_sent = transfer.state is TransferState.SENT
        yield Waiting(
            title=_("移送%(authority)s", authority=transfer.authority), what=_("移送"), area=AREA, endpoint="complaint_transfers.show",
            ask=_("回执还没有收到，请催问并登记。") if is_sent else _("请审核后移送。"), values={"id": transfer.id}, button=_("办理"),
            due_on=transfer.due_on,
        )  # fmt: skip


def _who_reads(complaint: Complaint) -> P:
    """Whoever has it in hand: before it is taken up the intake, afterwards those who look into it."""
    return P.TAKE_IN if complaint.led.state is S.RECEIVED else P.CHECK
