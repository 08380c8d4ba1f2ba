"""What the steps after the decision do beyond moving the state."""

# ruff: noqa: ARG001 - every effect of a table is called with the same words

from association.kernel import clock, events
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from bulletins.cases import ladder, records
from bulletins.cases.effects.papers import print_paper, send_on_site
from bulletins.cases.events import CaseAnnulled, DecisionChanged, PublicityBegun, PublicityEnded
from bulletins.cases.models import (
    AppealResult,
    CaseAppeal,
    CaseFile,
    CasePublicity,
    CaseRepair,
    Paper,
    PublicityEnd,
)
from bulletins.cases.settings import after, how_many, months_after


def appealed(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.due_on = None


def took_effect(case: CaseFile, *, actor: Actor, reason: str) -> None:
    """Its measure stands on record, and is to be carried out."""
    case.effective_on = clock.today()
    case.due_on = after("execute_days") if case.measure else None
    records.record(case, actor=actor)


def changed(case: CaseFile, *, actor: Actor, reason: str, measure: str, months: int) -> None:
    """By an appeal, to something lighter."""
    case.measure, case.months = measure, months
    took_effect(case, actor=actor, reason=reason)
    events.publish(DecisionChanged(case))


def revoked(case: CaseFile, *, actor: Actor, reason: str) -> None:
    """By an appeal, before it was in effect."""
    _undo(case, reason, actor)


def annulled(case: CaseFile, *, actor: Actor, reason: str) -> None:
    _undo(case, reason, actor)
    print_paper(case, Paper.ANNULMENT)
    send_on_site(case, Paper.ANNULMENT)


def _undo(case: CaseFile, because: str, actor: Actor) -> None:
    case.annulled_at, case.annulled_because, case.annul_because, case.due_on = clock.now(), because, "", None
    records.withdraw(case, because=because, actor=actor)
    if case.publicity is not None and case.publicity.end is None:
        ended(case, actor=actor, reason=because, end=PublicityEnd.ANNULLED)
    events.publish(CaseAnnulled(case, because))


def sought(case: CaseFile, *, actor: Actor, reason: str) -> None:
    """What it rests on has fallen, somebody says: answered within days."""
    case.annul_because, case.due_on = reason, after("annul_days")


def kept(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.annul_because, case.due_on = "", None


def reported(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.report, case.reported_at = reason, clock.now()


def carried_out(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.carried_out, case.carried_out_on, case.due_on = reason, clock.today(), None


def publicised(case: CaseFile, *, actor: Actor, reason: str, months: int) -> None:
    least, most = how_many("public_least"), how_many("public_most")
    if not least <= months <= most:
        raise Refused(_("公示的期限是%(least)d至%(most)d个月。", least=least, most=most), field="months")
    case.publicity = CasePublicity(
        from_on=clock.today(), until_on=months_after(months), because=reason, case_id=case.id
    )
    records.show(case, actor=actor)
    events.publish(PublicityBegun(case))


def ended(case: CaseFile, *, actor: Actor, reason: str, end: PublicityEnd) -> None:
    """From today the name is shown no more."""
    if case.publicity is None:
        raise LookupError(case.id)
    case.publicity.end, case.publicity.ended_on = end, clock.today()
    records.hide(case, because=str(end.label), actor=actor)
    events.publish(PublicityEnded(case, end))


def archived(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.archived_at, case.due_on = clock.now(), None


def asked_more(appeal: CaseAppeal, *, actor: Actor, reason: str) -> None:
    appeal.asked, appeal.due_on = reason, after("complete_days")


def completed(appeal: CaseAppeal, *, actor: Actor, reason: str) -> None:
    """The days of the intake begin anew."""
    appeal.added, appeal.due_on = reason, after("intake_days")


def answered(appeal: CaseAppeal, *, actor: Actor, reason: str) -> None:
    """Accepted or refused, with reasons."""
    appeal.intake_because = reason
    appeal.due_on = after("ruling_days") if appeal.state.value == "accepted" else None
    print_paper(appeal.case, Paper.INTAKE)
    send_on_site(appeal.case, Paper.INTAKE)


def over(appeal: CaseAppeal, *, actor: Actor, reason: str) -> None:
    appeal.due_on = None


def judged(appeal: CaseAppeal, *, actor: Actor, reason: str, conclusion: str) -> None:
    appeal.conclusion = conclusion


def prepared(appeal: CaseAppeal, *, actor: Actor, reason: str, measure: str, months: int) -> None:
    """By the panel's conclusion; what is changed becomes lighter, never graver."""
    case = appeal.case
    appeal.result = AppealResult(appeal.conclusion)
    if appeal.result is AppealResult.CHANGED:
        before = (case.measure, case.months)
        ladder.check_lighter(case.organisation, before=before, after=(measure, months))
        appeal.measure, appeal.months = (measure, months) if measure else ("", 0)
    elif appeal.result is AppealResult.UPHELD:
        appeal.measure, appeal.months = case.measure, case.months
    else:
        appeal.measure, appeal.months = "", 0
    appeal.reasons = reason


def ruled(appeal: CaseAppeal, *, actor: Actor, reason: str) -> None:
    case = appeal.case
    appeal.decided_at, appeal.due_on = clock.now(), None
    appeal.measure_before, appeal.months_before = case.measure, case.months
    print_paper(case, Paper.RULING)
    send_on_site(case, Paper.RULING)


def repair_answered(repair: CaseRepair, *, actor: Actor, reason: str) -> None:
    repair.because, repair.decided_at, repair.due_on = reason, clock.now(), None
    print_paper(repair.case, Paper.REPAIR, version=len(repair.case.repairs))


def repair_over(repair: CaseRepair, *, actor: Actor, reason: str) -> None:
    repair.due_on = None
