"""What waits for whom: reviews and statements for staff, confirmations and statements for officers."""

from collections.abc import Iterable

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from bulletins.warnings import queries
from bulletins.warnings.models import ReceiptState, RiskWarning, WarningState
from bulletins.warnings.policy import P
from bulletins.warnings.workflow import RECEIPT, WARNING

AREA = "warnings"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.READ_FILE):
        yield from _for_staff(actor)
    if ids := actor.ids("organisation", "clerk", "signer"):
        yield from _for_officers(ids)


def _ask(warning: RiskWarning) -> str:
    return {
        WarningState.DRAFT: _("请写好后送初审。"), WarningState.FIRST: _("请初审。"), WarningState.SECOND: _("请复审。"),
        WarningState.THIRD: _("请终审签发。"),
    }[warning.state]  # fmt: skip


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    for warning in WARNING.turns_of(actor, queries.at_work()):
        yield Waiting(
            title=_("预警：%(title)s", title=warning.title), ask=_ask(warning), what=_("风险预警"), area=AREA,
            endpoint="warning_desk.show", values={"id": warning.id}, button=_("办理"),
        )  # fmt: skip
    if can(actor, P.JUDGE):
        for receipt in RECEIPT.turns_of(actor, queries.to_judge()):
            yield Waiting(
                title=_("处置说明：%(name)s", name=receipt.organisation.name),
                ask=_("请看“%(title)s”的处置说明，采纳或请对方补充。", title=receipt.warning.title), what=_("风险预警"),
                area=AREA, endpoint="own_warnings.show", values={"id": receipt.id}, button=_("查看"),
            )  # fmt: skip


def _for_officers(ids: list[int]) -> Iterable[Waiting]:
    for receipt in queries.waiting_at(ids):
        first = receipt.state is ReceiptState.WAITING
        yield Waiting(
            title=_("预警：%(title)s", title=receipt.warning.title),
            ask=_("请阅读并代表%(name)s确认已阅知。", name=receipt.organisation.name) if first
            else _("请代表%(name)s报送处置说明。", name=receipt.organisation.name),
            what=_("风险预警"), area=AREA, endpoint="own_warnings.show", values={"id": receipt.id},
            button=_("阅读并确认") if first else _("报送说明"),
            due_on=receipt.due_on if first else receipt.warning.act_by,
        )  # fmt: skip
