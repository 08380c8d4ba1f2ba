"""What the steps of experts, objections and calls do beyond moving a state."""

from datetime import date, timedelta

from association.experts.models import Expert, ExpertCall, Objection
from association.kernel import clock, dated, working_days
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _


def submitted(expert: Expert, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The person has agreed: from now on the candidacy is theirs."""
    expert.person_id = actor.person_id
    expert.invited_name = expert.invited_email = ""
    expert.submitted_at, expert.decided_because = clock.now(), ""


def decided(expert: Expert, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    expert.decided_because = reason


def declined(expert: Expert, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Nothing personal stays of somebody who did not want it."""
    expert.invited_name = expert.invited_email = expert.employer = expert.title = expert.because = ""


def noticed(expert: Expert, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """From today, for so many working days."""
    today = clock.today()
    expert.notice_from, expert.notice_to = (
        today,
        working_days.add(today, int(dated.value("experts.notice_days"))).on,
    )
    expert.decided_because = ""


def check_end(from_on: date, to_on: date) -> None:
    """Refused unless the term is one, and no longer than is set."""
    longest = last_day(from_on)
    if to_on < from_on:
        raise Refused(_("聘期的最后一天不能早于第一天。"), field="to_on")
    if to_on > longest:
        raise Refused(_("按设置的聘期，最长到%(day)s。", day=day_words(longest)), field="to_on")


def last_day(from_on: date) -> date:
    """Of a whole term that begins on this day."""
    years = int(dated.value("experts.term_years"))
    day = from_on - timedelta(days=1)
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


def address(expert: Expert) -> str:
    return f"/experts/{expert.number}/"


def show_in_search(expert: Expert) -> None:
    """As the list shows them, and no more."""
    records.publish(
        key=f"expert:{expert.id}", kind="expert", title=f"{expert.shown_name} {expert.number}", url=address(expert),
        body="\n".join([*expert.fields, expert.shown_employer, expert.shown_title, expert.shown_profile]),
        dated_on=expert.from_on or clock.today(), also="专家",
    )  # fmt: skip


def answered(objection: Objection, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    objection.answer, objection.answered_at = reason, clock.now()


def published(call: ExpertCall, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    call.published_at = clock.now()


def withdrawn(call: ExpertCall, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    call.withdrawn_because = reason


def public_text(expert: Expert) -> str:
    """What the public log commits to; nobody is named."""
    return f"{expert.number or expert.id}:{expert.state.value}:{expert.notice_from}:{expert.from_on}:{expert.to_on}:{expert.ended_on}"


def call_text(call: ExpertCall) -> str:
    return f"{call.title}:{call.closes_on}:{call.state.value}"
