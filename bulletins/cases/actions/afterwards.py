"""Verbs after the decision, each with its actor."""

from collections.abc import Sequence
from datetime import date

from association.accounts import queries as accounts
from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import Panel
from bulletins.cases import gates, letters
from bulletins.cases.models import AppealState, CaseAppeal, CaseFile, CaseRepair
from bulletins.cases.policy import P
from bulletins.cases.settings import after, how_many
from bulletins.cases.sitting import AGAIN
from bulletins.cases.workflow import APPEAL, CASE, FIRST_HANDS


def appeal(case: CaseFile, *, grounds: str, actor: Actor) -> CaseAppeal:
    """Once, by the signer, in its days; until it is answered the decision is not in effect."""
    CASE.take("appeal", case, actor=actor)
    lodged = CaseAppeal(case=case, case_id=case.id, grounds=grounds, due_on=after("intake_days"))
    session.add(lodged)
    session.flush()
    audit.record("lodge", lodged, actor=actor)
    letters.lodged(lodged)
    return lodged


def convene_again(lodged: CaseAppeal, *, people: Sequence[int], due_on: date, actor: Actor) -> Panel:
    """Another panel: nobody who sat on the case or worked on it, whatever role they hold today."""
    require(actor, P.CONVENE, lodged)
    lock(lodged)
    if lodged.state is not AppealState.ACCEPTED:
        raise Refused(_("申诉没有受理，或者复核已经结束。"))
    least = how_many("least")
    if len(set(people)) < least:
        raise Refused(_("至少要%(n)d位成员。", n=least), field="people")
    sat = {seat.person_id for panel in sittings.of(lodged.case) for seat in panel.seats}
    for account in accounts.accounts_of(people):
        if account.person_id in sat or audit.deeds_by(account.id, lodged.case, FIRST_HANDS):
            raise Refused(
                _("%(name)s办过或者审议过这件案件，不能参加复核。", name=account.name), field="people"
            )
    return panels.convene(lodged, matter=AGAIN, people=people, least=least, due_on=due_on, actor=actor)


def prepare(lodged: CaseAppeal, *, reasons: str, measure: str, months: int, actor: Actor) -> None:
    APPEAL.take("prepare", lodged, actor=actor, reason=reasons, measure=measure, months=months)


def publicise(case: CaseFile, *, months: int, because: str, actor: Actor) -> None:
    """Show it with the organisation's name for some months."""
    CASE.take("publicise", case, actor=actor, reason=because, months=months)


def apply_for_repair(case: CaseFile, *, grounds: str, actor: Actor) -> CaseRepair:
    """By the signer, after the least term, once everything was put right."""
    require(actor, P.STATE, case)
    lock(case)
    if (sentence := gates.not_to_be_repaired(case)) is not None:
        raise Refused(sentence)
    repair = CaseRepair(case_id=case.id, grounds=grounds, due_on=after("repair_days"))
    case.repairs.append(repair)
    session.flush()
    audit.record("apply_for_repair", repair, actor=actor)
    letters.applied(repair)
    return repair
