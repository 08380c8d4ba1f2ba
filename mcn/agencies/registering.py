"""What the steps of a filing and of an entry do: decided, registered, reviewed, marked, ended."""

from datetime import date

from association.kernel import clock, dated, numbering
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from mcn.agencies import checks, differences, effects, papers, queries, sections
from mcn.agencies.models import Agency, Filing, FilingKind, FilingState
from mcn.agencies.settings import how_many

K = FilingKind


def look_again(filing: Filing) -> list[checks.Finding]:
    """Make the checks now and keep what they say."""
    filing.findings = checks.of(filing.agency, queries.as_filed(filing))
    filing.checked_at = clock.now()
    return filing.findings


def lacks(filing: Filing) -> list[tuple[sections.Section, list[object]]]:
    """Sections that are not whole, with what they lack. A change and a roster answer only for what they touch."""
    facts = queries.as_filed(filing)
    touched = {section.name for section in filing.sections}
    found = []
    for section in sections.SECTIONS:
        if filing.kind in (K.CHANGE, K.ROSTER) and section.name not in touched:
            continue
        words = differences.missing(section, facts.get(section.name))
        if not words and filing.kind is K.REVIEW and section.name not in touched:
            words = [_("还没有核对")]
        if words:
            found.append((section, words))
    return found


def not_ready(filing: Filing) -> object | None:
    """The sentence why it cannot go on to the signer or to staff."""
    if filing.kind in (K.CHANGE, K.ROSTER) and not _changes_something(filing):
        return _("还没有改动任何一节。")
    if lacking := lacks(filing):
        section, words = lacking[0]
        return _("“%(section)s”：%(what)s。", section=section.title, what=words[0])
    if open_ := [item for item in filing.asked if not item.get("done")]:
        return _("这一项还没有按要求修改：%(because)s", because=open_[0]["because"])
    if stops := checks.stops(filing.findings):
        return checks.sentence(stops[0])
    return None


def _changes_something(filing: Filing) -> bool:
    held = queries.facts_of(filing.agency)
    return any(
        differences.fields_changed(sections.BY_NAME[s.name], held.get(s.name, {}), s.facts)
        for s in filing.sections
    )


def submitted(filing: Filing, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The checks are made anew on the day it is handed in."""
    if stops := checks.stops(look_again(filing)):
        raise Refused(checks.sentence(stops[0]))
    filing.submitted_at, filing.asked = clock.now(), []


def before_decision(filing: Filing) -> object | None:
    """An application is examined before it is decided; what the checks ask has an answer."""
    if stops := checks.stops(filing.findings):
        return checks.sentence(stops[0])
    if filing.state is FilingState.EXAMINED:
        return None
    if filing.kind is K.APPLICATION:
        return _("登记申请先核验，再由另一人决定。")
    if checks.asks(filing.findings):
        return _("检查里有须核实的事项，请先核验并写明。")
    return None


def examined(
    filing: Filing,
    *,
    actor: Actor,  # noqa: ARG001
    reason: str,  # noqa: ARG001
    interviewed_on: date,
    interview: str,
    answers: dict[str, str],
) -> None:
    """What was found in the interview, and what staff found to each question of the checks."""
    if interviewed_on > clock.today():
        raise Refused(_("面谈的日期不能在今天之后。"), field="interviewed_on")
    findings = look_again(filing)
    if stops := checks.stops(findings):
        raise Refused(checks.sentence(stops[0]))
    for finding in checks.asks(findings):
        if not answers.get(finding["code"], "").strip():
            raise Refused(_("请写明核实的结果：%(what)s", what=checks.sentence(finding)))
    filing.interviewed_on, filing.interview, filing.answers = interviewed_on, interview, answers


def approved(filing: Filing, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The file takes it over; what follows for the entry is clockwork's."""
    effects.take_over(filing)


def registered(agency: Agency, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Numbered, certified, published."""
    form = str(dated.value("mcn.number")).replace("{province}", agency.organisation.province)
    agency.registered_on = agency.state_since = clock.today()
    agency.number = numbering.issue("mcn", agency, form=form).written
    agency.review_due_on = in_months(clock.today(), how_many("review_months"))
    papers.issue(agency, actor=actor)
    effects.publish(agency)
    effects.claim_later(agency)


def reviewed(agency: Agency, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The next review is counted from the day this one was due, unless that day is long past."""
    today, months = clock.today(), how_many("review_months")
    agency.reviewed_on, agency.reminded_on = today, None
    due = in_months(agency.review_due_on or today, months)
    agency.review_due_on = due if due > today else in_months(today, months)


def in_months(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(day)


def marked(agency: Agency, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """In another state from today, for this reason."""
    agency.state_since, agency.state_because = clock.today(), reason
    effects.publish(agency)


def cleared(agency: Agency, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    agency.state_since, agency.state_because = clock.today(), ""
    effects.publish(agency)


def ended(agency: Agency, *, actor: Actor, reason: str) -> None:
    """Off the register: its number and record stay, its certificate ends, what it claims is free."""
    marked(agency, actor=actor, reason=reason)
    agency.review_due_on = None
    papers.end(agency, because=reason, actor=actor)
    effects.claim_later(agency)
