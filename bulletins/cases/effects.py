"""What the steps of a case do beyond moving its state."""

# ruff: noqa: ARG001 - every effect of a table is called with the same words

from collections.abc import Mapping
from datetime import date

from association.kernel import clock, dated, documents, numbering
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _, spoken_in
from bulletins.cases import ladder
from bulletins.cases.models import CaseDelivery, CaseFile, Channel, Outcome, Paper
from bulletins.cases.settings import after

LONGEST_STATEMENT = 500


def _due(case: CaseFile, name: str) -> None:
    case.due_on = after(name)


def print_paper(case: CaseFile, paper: Paper) -> None:
    """In the house's form; a new round has a new paper, the old one stays."""
    with spoken_in("zh_Hans"):
        title = str(paper.label)
        proposed, decided = (
            _in_words(case.proposed_measure, case.proposed_months),
            _in_words(case.measure, case.months),
        )
    documents.render_later(
        "print/bulletins/case.html", subject=case, kind=f"case_{paper.value}", title=title, version=str(case.round + 1),
        address=f"/my/cases/{case.id}/", paper=paper.value,
        proposed=proposed, decided=decided,
    )  # fmt: skip


def _in_words(measure: str, months: int) -> str:
    """As it is called on the day the paper is made: the table may change."""
    chosen = ladder.rung(measure)
    if chosen is None:
        return _("不采取措施")
    return _("%(measure)s，期限%(n)d个月", measure=chosen.name, n=months) if months else chosen.name


def send_on_site(case: CaseFile, paper: Paper) -> None:
    case.deliveries.append(
        CaseDelivery(paper=paper, round=case.round, channel=Channel.SITE, sent_on=clock.today())
    )


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
            _("听证须至少提前通知，最早是%(day)s。", day=after("hearing_days").isoformat()), field="on"
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
        _check_lighter(case, measure, months, same=same)
    if (sentence := ladder.unreachable(case.organisation, case.happened_on, clock.today())) is not None:
        raise Refused(sentence)
    case.measure, case.months = measure, months


def _check_lighter(case: CaseFile, measure: str, months: int, *, same: bool) -> None:
    """Below what was proposed; no measure at all is lighter too."""
    if not measure:
        return
    proposed, chosen = ladder.rung(case.proposed_measure), ladder.rung(measure)
    if chosen is None:
        raise Refused(_("没有这项措施。"), field="measure")
    graver = (
        proposed is None
        or chosen.place > proposed.place
        or (chosen.place == proposed.place and months > case.proposed_months)
    )
    if same or graver:
        raise Refused(_("审议结论是从轻，措施须轻于告知的；更重的须重新告知。"), field="measure")
    if (fault := ladder.not_fitting(chosen, months, case.organisation, clock.today())) is not None:
        raise Refused(fault[1], field=fault[0])


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


def deemed(case: CaseFile, *, actor: Actor, reason: str) -> None:
    with spoken_in("zh_Hans"):
        case.served_on, case.served_how = clock.today(), _("两种途径发出以后期满，视为送达")


def stated(case: CaseFile, *, actor: Actor, reason: str) -> None:
    if len(reason) > LONGEST_STATEMENT:
        raise Refused(_("声明不超过%(n)d字。", n=LONGEST_STATEMENT), field="reason")
    case.statement = reason
