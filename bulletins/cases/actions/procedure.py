"""Verbs of cases, each with its actor."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from association.accounts import queries as accounts
from association.kernel import attachments, audit, clock, dated, numbering
from association.kernel.attachments import PAPERS, Upload
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from association.panels import actions as panels
from association.panels.models import Panel
from association.rules import queries as rules
from association.rules.models import Edition, Standing
from bulletins.cases import queries
from bulletins.cases.models import (
    CaseCharge,
    CaseDelivery,
    CaseEvidence,
    CaseFile,
    CaseState,
    Channel,
    Paper,
    Source,
)
from bulletins.cases.policy import P
from bulletins.cases.settings import after, how_many
from bulletins.cases.sitting import MATTER
from bulletins.cases.workflow import ASKED, CASE
from bulletins.complaints import actions as complaints
from bulletins.complaints.models import Complaint

WRITABLE = (CaseState.LEAD, CaseState.CHECKING, CaseState.INVESTIGATING)


def open_case(
    *, code: str, source: Source, title: str, fault: str, happened_on: date, lead: str, actor: Actor
) -> CaseFile:
    """Enter a lead. Refused for a code nobody has, and a day to come. Who reported it is not written here."""
    require(actor, P.OPEN)
    organisation = organisations.living(uscc.tidy(code))
    if organisation is None or not organisation.is_verified:
        raise Refused(_("没有找到这个代码的已核验单位。"), field="code")
    if happened_on > clock.today():
        raise Refused(_("行为的日期不能在今天之后。"), field="happened_on")
    case = CaseFile(
        organisation=organisation, organisation_id=organisation.id, number="", source=source, title=title, fault=fault, happened_on=happened_on,
        lead=lead, due_on=after("lead_days"),
    )  # fmt: skip
    require(actor, P.OPEN, case)
    session.add(case)
    case.number = numbering.issue("case_file", case, form=str(dated.value("cases.number"))).written
    audit.record("open_case", case, actor=actor, number=case.number, source=source.value)
    return case


def take_up(complaint: Complaint, *, actor: Actor, **facts: Any) -> CaseFile:
    """A lead from a complaint and all that are handled together with it: numbers only, nothing of what was told or by whom."""
    case = open_case(**facts, source=Source.COMPLAINT, actor=actor)
    complaints.bring_into_case(complaint, number=case.number, address=f"/desk/cases/{case.id}/", actor=actor)
    audit.record("take_up", case, actor=actor, number=complaint.number)
    return case


def join(complaint: Complaint, case: CaseFile, *, actor: Actor) -> None:
    """One complaint more into a case that is not decided yet."""
    require(actor, P.OPEN, case)
    lock(case)
    if case.state not in (*WRITABLE, CaseState.NOTIFIED, CaseState.PLEADED, CaseState.HEARING):
        raise Refused(_("案件已经提交审议或者已经办结，不能再并入。"), field="number")
    complaints.bring_into_case(complaint, number=case.number, address=f"/desk/cases/{case.id}/", actor=actor)
    audit.record("take_up", case, actor=actor, number=complaint.number)


def allege(case: CaseFile, *, fact: str, edition: Edition, path: str, actor: Actor) -> CaseCharge:
    """One point: a fact against a clause. Refused for a text that was not in force on the day of the act, and once the respondent was told."""
    _check_writable(case, actor)
    if edition.standing_on(case.happened_on) is not Standing.IN_FORCE:
        raise Refused(
            _("这份文本在行为当日（%(day)s）没有施行。", day=day_words(case.happened_on)), field="edition"
        )
    words = rules.cited_words(edition, path)
    if not words:
        raise Refused(_("这份文本里没有这一条。"), field="path")
    clause = rules.clause_at(edition.id, path)
    charge = CaseCharge(
        number=max((c.number for c in case.charges), default=0) + 1, fact=fact, edition=edition, edition_id=edition.id, path=path,
        words=words[:200], wording=clause.text if clause is not None else "",
    )  # fmt: skip
    case.charges.append(charge)
    audit.record("allege", case, actor=actor, clause=words, number=charge.number)
    return charge


def withdraw_charge(charge: CaseCharge, *, actor: Actor) -> None:
    """Taken out before the respondent is told what is proposed; the trail keeps that it was there."""
    case = charge.case
    _check_writable(case, actor)
    audit.record("withdraw_charge", case, actor=actor, clause=charge.words, number=charge.number)
    case.charges.remove(charge)
    session.delete(charge)


def add_evidence(
    case: CaseFile, *, title: str, taken_on: date, taken_from: str, is_shown: bool, file: Upload, actor: Actor
) -> CaseEvidence:
    """Kept as it was handed in, by its SHA-256. The investigator's until the matter goes to the panel; the respondent's until it has pleaded."""
    ours = actor.roles & {"intake", "investigator"}
    require(actor, P.OPEN if ours else P.ANSWER, case)
    lock(case)
    allowed = (*WRITABLE, CaseState.NOTIFIED, CaseState.PLEADED, CaseState.HEARING)
    if case.state not in allowed or (not ours and not case.is_known):
        raise Refused(_("案件已经提交审议或者已经办结，不能再加证据。"))
    if taken_on > clock.today():
        raise Refused(_("取得的日期不能在今天之后。"), field="taken_on")
    if ours and case.state not in WRITABLE and not is_shown:
        raise Refused(_("告知以后加的证据须给单位看。"), field="is_shown")
    piece = CaseEvidence(
        title=title,
        taken_on=taken_on,
        taken_from=taken_from,
        is_shown=is_shown or not ours,
        is_respondents=not ours,
    )
    case.evidence.append(piece)
    session.flush()
    attachments.store(file, subject=piece, kind="evidence", actor=actor, limits=PAPERS)
    audit.record("add_evidence", case, actor=actor, title=title, shown=piece.is_shown)
    return piece


def notify(case: CaseFile, *, actor: Actor, grounds: str, **told: object) -> None:
    """What is proposed, with its grounds, and the second way it was sent."""
    CASE.take("notify", case, actor=actor, reason=grounds, **told)


def plead(
    case: CaseFile, *, text: str, answers: Mapping[int, str], wants_hearing: bool, actor: Actor
) -> None:
    CASE.take("plead", case, actor=actor, text=text, answers=answers, wants_hearing=wants_hearing)


def transfer(case: CaseFile, *, authority: str, reason: str, actor: Actor) -> None:
    CASE.take("transfer", case, actor=actor, reason=reason, authority=authority)


def set_hearing(case: CaseFile, *, on: date, place: str, hands: str, actor: Actor) -> None:
    CASE.take("set_hearing", case, actor=actor, on=on, place=place, hands=hands)


def convene(case: CaseFile, *, people: Sequence[int], due_on: date, actor: Actor) -> Panel:
    """A panel on this case; whoever worked on it does not sit on it, whatever role they hold today."""
    require(actor, P.CONVENE, case)
    lock(case)
    if case.state is not CaseState.DELIBERATING:
        raise Refused(_("案件没有提交审议，或者审议已经结束。"))
    least = how_many("least")
    if len(set(people)) < least:
        raise Refused(_("至少要%(n)d位成员。", n=least), field="people")
    for account in accounts.accounts_of(people):
        if audit.deeds_by(account.id, case, ASKED | {"file", "allege", "add_evidence"}):
            raise Refused(_("%(name)s办过这件案件，不能参加审议。", name=account.name), field="people")
    return panels.convene(case, matter=MATTER, people=people, least=least, due_on=due_on, actor=actor)


def draft(
    case: CaseFile,
    *,
    reasons: str,
    measure: str,
    months: int,
    findings: Mapping[int, tuple[bool, str]],
    actor: Actor,
) -> None:
    CASE.take("draft", case, actor=actor, reason=reasons, measure=measure, months=months, findings=findings)


def serve(
    case: CaseFile, *, paper: Paper, channel: Channel, sent_on: date, note: str, actor: Actor
) -> CaseDelivery:
    """Record that a paper was also sent another way. Refused for a day to come or before the paper was made."""
    require(actor, P.OPEN, case)
    lock(case)
    sent = queries.deliveries_of(case, paper)
    if not sent:
        raise Refused(_("这份文书还没有发出。"), field="paper")
    if not sent[0].sent_on <= sent_on <= clock.today():
        raise Refused(_("发出的日期须在文书作出以后、今天以前。"), field="sent_on")
    delivery = CaseDelivery(paper=paper, round=case.round, channel=channel, sent_on=sent_on, note=note)
    case.deliveries.append(delivery)
    audit.record(
        "serve", case, actor=actor, paper=paper.value, channel=channel.value, sent_on=sent_on.isoformat()
    )
    return delivery


def _check_writable(case: CaseFile, actor: Actor) -> None:
    require(actor, P.OPEN, case)
    lock(case)
    if case.state not in WRITABLE:
        raise Refused(_("已经告知单位，所指的事实不能再改。"))
