"""What follows in a case when its appeal or an application for repair has come to an end."""

from association.kernel import events
from association.kernel.policy import SYSTEM
from association.kernel.workflow import StepTaken
from association.panels import actions as panels
from bulletins.cases.models import AppealResult, CaseAppeal, CaseRepair, PublicityEnd, RepairState
from bulletins.cases.workflow import APPEAL, CASE, REPAIR


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is APPEAL:
        _after_appeal(taken.subject, taken.step.deed, taken.reason)
    elif taken.workflow is REPAIR and taken.step.deed == "grant":
        CASE.take("end_publicity", taken.subject.case, actor=SYSTEM, end=PublicityEnd.REPAIRED)
    elif taken.workflow is CASE and taken.step.deed in ("annul", "end_publicity"):
        _end_repairs(taken.subject.repair)


def _after_appeal(appeal: CaseAppeal, deed: str, reason: str) -> None:
    if deed in ("refuse", "withdraw", "lapse"):
        if deed == "withdraw":
            panels.end(appeal, reason=reason or str(appeal.state.label))
        CASE.take("stand", appeal.case, actor=SYSTEM)
    elif deed == "decide" and appeal.result is AppealResult.CHANGED:
        CASE.take("change", appeal.case, actor=SYSTEM, measure=appeal.measure, months=appeal.months)
    elif deed == "decide" and appeal.result is AppealResult.REVOKED:
        CASE.take("revoke", appeal.case, actor=SYSTEM, reason=appeal.reasons)
    elif deed == "decide":
        CASE.take("stand", appeal.case, actor=SYSTEM)


def _end_repairs(repair: CaseRepair | None) -> None:
    """What was applied for has come by itself."""
    if repair is not None and repair.state is RepairState.APPLIED:
        repair.state, repair.due_on = RepairState.WITHDRAWN, None


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
