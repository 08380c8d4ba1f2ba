"""What the steps up to the decision do beyond moving the state."""

# ruff: noqa: ARG001 - every effect of a table is called with the same words

from collections.abc import Mapping
from datetime import date

from association.kernel import clock, dated, numbering
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from bulletins.cases import ladder
from bulletins.cases.effects.papers import print_paper, send_on_site
from bulletins.cases.models import CaseDelivery, CaseFile, Channel, Outcome, Paper
from bulletins.cases.settings import after

LONGEST_STATEMENT = 500


def _due(case: CaseFile, name: str) -> None:
    case.due_on = after(name)


def checked(case: CaseFile, *, actor: Actor, reason: str) -> None:
    _due(case, "check_days")


def ended(case: CaseFile, *, actor: Actor, reason: str) -> None:
    """Assessed and not pursued: before it was filed, or because the facts do not bear it."""
    case.outcome, case.ended_because, case.ended_at, case.due_on = (
        Outcome.NOT_PURSUED,
        reason,
        clock.now(),
        None,
    )
    if case.is_known:
        print_paper(case, Paper.RESOLUTION)


def filed(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.filed_at, case.filed_because = clock.now(), reason
    _due(case, "investigate_days")
    print_paper(case, Paper.FILING)
    send_on_site(case, Paper.FILING)


def transferred(case: CaseFile, *, actor: Actor, reason: str, authority: str) -> None:
    """To an authority, as information: no measure of the association, whoever it is about."""
    case.authority, case.ended_because, case.ended_at, case.due_on = authority, reason, clock.now(), None
    print_paper(case, Paper.TRANSFER)


def resolved(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.outcome, case.ended_because, case.ended_at, case.due_on = Outcome.RESOLVED, reason, clock.now(), None
    print_paper(case, Paper.RESOLUTION)


def notified(
    case: CaseFile,
    *,
    actor: Actor,
    reason: str,
    measure: str,
    months: int,
    circumstances: list[str],
    channel: str,
    sent_on: date,
) -> None:
    """The respondent is told everything that could be decided; it is heard from the day the notice counts as served."""
    chosen = ladder.rung(measure)
    if chosen is None:
        raise Refused(_("没有这项措施。"), field="measure")
    if (fault := ladder.not_fitting(chosen, months, case.organisation, clock.today())) is not None:
        raise Refused(fault[1], field=fault[0])
    if sent_on > clock.today():
        raise Refused(_("发出的日期不能在今天之后。"), field="sent_on")
    case.round += 1
    case.proposed_measure, case.proposed_months, case.circumstances, case.grounds = (
        measure,
        months,
        circumstances,
        reason,
    )
    case.plea, case.pleaded_at, case.wants_hearing, case.hearing_on, case.hearing_record = (
        "",
        None,
        False,
        None,
        "",
    )
    case.absences = 0
    case.hear_by = case.due_on = after("hear_days", since=after("deemed_days"))
    print_paper(case, Paper.NOTICE)
    send_on_site(case, Paper.NOTICE)
    case.deliveries.append(
        CaseDelivery(paper=Paper.NOTICE, round=case.round, channel=Channel(channel), sent_on=sent_on)
    )


def pleaded(
    case: CaseFile, *, actor: Actor, reason: str, text: str, answers: Mapping[int, str], wants_hearing: bool
) -> None:
    case.plea, case.pleaded_at, case.wants_hearing = text, clock.now(), wants_hearing
    for charge in case.charges:
        charge.answer = answers.get(charge.id, "").strip()
    _due(case, "submit_days")


def offered(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.remedy = reason


def hearing_set(case: CaseFile, *, actor: Actor, reason: str, on: date, place: str, hands: str) -> None:
    if on < after("hearing_days"):
        raise Refused(
            _("听证须至少提前通知，最早是%(day)s。", day=day_words(after("hearing_days"))), field="on"
        )
    case.hearing_on = case.due_on = on
    case.hearing_told_on, case.hearing_place, case.hearing_hands = clock.today(), place, hands
    print_paper(case, Paper.HEARING)
    send_on_site(case, Paper.HEARING)


def excused(case: CaseFile, *, actor: Actor, reason: str) -> None:
    """The respondent cannot come: another day is set."""
    case.absences += 1
    case.hearing_on = None
    _due(case, "submit_days")


def heard(case: CaseFile, *, actor: Actor, reason: str) -> None:
    case.hearing_record = reason
    _due(case, "submit_days")


def submitted(case: CaseFile, *, actor: Actor, reason: str) -> None:
    _due(case, "deliberate_days")


def deliberated(case: CaseFile, *, actor: Actor, reason: str, conclusion: str) -> None:
    case.conclusion = conclusion
    _due(case, "draft_days")


def reopened(case: CaseFile, *, actor: Actor, reason: str) -> None:
    """The panel wants more facts; the respondent will be told anew."""
    case.conclusion = ""
    _due(case, "investigate_days")


def drafted(
    case: CaseFile,
    *,
    actor: Actor,
    reason: str,
    measure: str,
    months: int,
    findings: Mapping[int, tuple[bool, str]],
) -> None:
    """By the panel's conclusion, and never beyond what the respondent was told."""
    found = [is_found for is_found, _words in findings.values()]
    case.outcome = Outcome.UPHELD if all(found) else Outcome.PARTLY if any(found) else Outcome.NOT_UPHELD
    if (case.outcome is Outcome.NOT_UPHELD) != (case.conclusion == "not_upheld"):
        raise Refused(_("各条的认定与审议结论不一致。"))
    _set_measure(case, measure, months)
    for charge in case.charges:
        charge.is_found, charge.finding = findings[charge.id]
    case.reasons = reason
    _due(case, "issue_days")


def _set_measure(case: CaseFile, measure: str, months: int) -> None:
    if case.conclusion == "not_upheld":
        if measure:
            raise Refused(_("审议结论是不成立，不能采取措施。"), field="measure")
        case.measure, case.months = "", 0
        return
    same = (measure, months) == (case.proposed_measure, case.proposed_months)
    if case.conclusion == "as_proposed" and not same:
        raise Refused(_("审议结论是同意拟处理，措施和期限须与告知的一致。"), field="measure")
    if case.conclusion == "lighter":
        ladder.check_lighter(
            case.organisation, before=(case.proposed_measure, case.proposed_months), after=(measure, months)
        )
    if (sentence := ladder.unreachable(case.organisation, case.happened_on, clock.today())) is not None:
        raise Refused(sentence)
    case.measure, case.months = measure, months


def issued(case: CaseFile, *, actor: Actor, reason: str) -> None:
    if (
        case.measure
        and (sentence := ladder.unreachable(case.organisation, case.happened_on, clock.today())) is not None
    ):
        raise Refused(sentence)
    case.issued_at, case.due_on = clock.now(), None
    form = str(dated.value("cases.decision_number"))
    case.decision_number = numbering.issue("case_decision", case, form=form).written
    print_paper(case, Paper.DECISION)
    send_on_site(case, Paper.DECISION)


def confirmed(case: CaseFile, *, actor: Actor, reason: str) -> None:
    """Receipt by the respondent's own hand."""
    for sent in case.deliveries:
        if sent.paper is Paper.DECISION and sent.channel is Channel.SITE:
            sent.confirmed_at = clock.now()
    with spoken_in("zh_Hans"):
        case.served_on, case.served_how = clock.today(), _("单位签收")
    _open_to_appeal(case)


def deemed(case: CaseFile, *, actor: Actor, reason: str) -> None:
    with spoken_in("zh_Hans"):
        case.served_on, case.served_how = clock.today(), _("两种途径发出以后期满，视为送达")
    _open_to_appeal(case)


def _open_to_appeal(case: CaseFile) -> None:
    """Whoever was found at fault may appeal for some days; who was not has nothing to appeal against."""
    if case.outcome is not Outcome.NOT_UPHELD:
        case.appeal_by = case.due_on = after("appeal_days")


def stated(case: CaseFile, *, actor: Actor, reason: str) -> None:
    if len(reason) > LONGEST_STATEMENT:
        raise Refused(_("声明不超过%(n)d字。", n=LONGEST_STATEMENT), field="reason")
    case.statement = reason
