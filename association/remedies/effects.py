"""What the steps of notes and interviews do beyond moving a state. Words of the matter stay in its own row; the trail says only what was done."""

from datetime import date, datetime

from association import standing
from association.guidance import clauses
from association.kernel import clock, dated, numbering, working_days
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.remedies import queries
from association.remedies.models import Force, GuidanceNote, Interview, InterviewState
from association.standing import StandingKind


def days(setting: str) -> int:
    return int(dated.value(f"remedies.{setting}"))


def not_ready(note: GuidanceNote) -> object | None:
    """What must be put right before it is issued."""
    if note.due_on <= clock.today():
        return _("期限须在今天之后，请先改期限。")
    if not note.organisation.is_verified:
        return _("这家单位现在不是已核验的单位。")
    if not note.clauses and note.wants_report:
        return _("请登记所依条款。")
    return None


def proposed(note: GuidanceNote, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    note.returned_because = ""


def returned(note: GuidanceNote, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    note.returned_because = text


def issued(note: GuidanceNote, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Numbered; whether it binds is decided by what binds the organisation today, and an obligation goes on record."""
    if (sentence := not_ready(note)) is not None:
        raise Refused(sentence)
    number = numbering.issue("guidance_note", note, form=str(dated.value("remedies.number")))
    note.number, note.issued_at = number.written, clock.now()
    note.bound_by = queries.bound_by(note.organisation, clock.today())
    note.force = Force.OBLIGATION if note.bound_by else Force.SUGGESTION
    note.receive_by = min(working_days.add(clock.today(), days("receipt_days")).on, note.due_on)
    clauses.cite(
        note, note.clauses, title=note.number, url=f"/my/remedies/{note.id}/", audience="remedies.READ_DESK"
    )
    if note.is_obligation and note.wants_report:
        standing.record(
            kind=StandingKind.OBLIGATION, about=note.organisation, title=note.number, basis=note.number, source=note, actor=actor,
            act_url=f"/my/remedies/{note.id}/", to_on=note.due_on,
        )  # fmt: skip


def received(note: GuidanceNote, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    note.received_at, note.received_by = clock.now(), actor.name
    _in_time_again(note)


def wants_report(note: GuidanceNote) -> object | None:
    return None if note.wants_report else _("这份意见不要求报送材料。")


def wants_none(note: GuidanceNote) -> object | None:
    return _("这份意见要求报送材料，签收后请办理。") if note.wants_report else None


def noted(note: GuidanceNote, *, actor: Actor, reason: str) -> None:
    """Nothing more is asked: it is done with its receipt."""
    received(note, actor=actor, reason=reason)
    note.ended_at = clock.now()


def planned(note: GuidanceNote, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    note.plan, note.plan_at = text, clock.now()


def reported(note: GuidanceNote, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    note.reported_at, note.wish_on = clock.now(), None


def wished(note: GuidanceNote, *, actor: Actor, reason: str, until: date, text: str) -> None:  # noqa: ARG001
    if until <= note.due_on:
        raise Refused(_("希望的期限要比现在的期限晚。"), field="until")
    note.wish_on, note.wish_because = until, text


def extended(note: GuidanceNote, *, actor: Actor, reason: str, until: date) -> None:  # noqa: ARG001
    _due_anew(note, until, actor)


def refused(note: GuidanceNote, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    note.wish_on = None


def wants_time(note: GuidanceNote) -> object | None:
    return None if note.wish_on is not None else _("单位没有申请延期。")


def _due_anew(note: GuidanceNote, until: date, actor: Actor) -> None:
    if until <= clock.today():
        raise Refused(_("期限须在今天之后。"), field="until")
    note.due_on, note.wish_on = until, None
    _in_time_again(note)
    if (row := queries.owing_of(note)) is not None:
        standing.extend(row, to_on=until, because=str(note.number), actor=actor)


def _in_time_again(note: GuidanceNote) -> None:
    """It may become late, and be reminded of, once more."""
    note.reminded_at = None
    if not note.is_late:
        note.escalated_at = None


def asked_again(note: GuidanceNote, *, actor: Actor, reason: str, text: str, until: date) -> None:  # noqa: ARG001
    """What is missing stands beside the report it is missing in."""
    report = queries.last_report(note)
    if report is not None:
        report.missing, report.rechecked_at = text, clock.now()
    _due_anew(note, until, actor)


def closed(note: GuidanceNote, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    """Rechecked by somebody else than who wrote or issued it."""
    report = queries.last_report(note)
    if report is not None:
        report.rechecked_at = clock.now()
    _ended(note, text)
    if (row := queries.owing_of(note)) is not None:
        standing.fulfil(row, actor=actor, because=str(note.number))


def withdrawn(note: GuidanceNote, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    _ended(note, text)
    if (row := queries.owing_of(note)) is not None:
        standing.withdraw(row, because=str(note.number), actor=actor)


def _ended(note: GuidanceNote, text: str) -> None:
    note.ended_at, note.ended_because, note.wish_on = clock.now(), text, None


def not_late(note: GuidanceNote) -> object | None:
    if not note.is_late or note.escalated_at is not None:
        return _("还没有逾期，或已经提请过。")
    return None


def escalated(note: GuidanceNote, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    note.escalated_at = clock.now()


def reminded(note: GuidanceNote, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    note.reminded_at = clock.now()


# Interviews


def met_in_time(meets_at: datetime) -> None:
    """Refused for a moment that leaves the organisation no time to prepare."""
    first = working_days.add(clock.today(), days("interview_notice_days")).on
    if clock.day_of(meets_at) < first:
        raise Refused(
            _("至少提前%(n)d个工作日，最早%(day)s。", n=days("interview_notice_days"), day=day_words(first)),
            field="meets_at",
        )


def confirmed(interview: Interview, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    interview.confirmed_by, interview.wish = actor.name, ""


def move_asked(interview: Interview, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    interview.wish = text


def moved(interview: Interview, *, actor: Actor, reason: str, meets_at: datetime, place: str) -> None:  # noqa: ARG001
    met_in_time(meets_at)
    interview.meets_at, interview.place, interview.confirmed_by = meets_at, place, ""


def held(interview: Interview, *, actor: Actor, reason: str, attended: str, minutes: str) -> None:  # noqa: ARG001
    interview.attended, interview.minutes = attended, minutes
    interview.held_at = interview.held_at or clock.now()


def not_yet(interview: Interview) -> object | None:
    if interview.state is InterviewState.CONFIRMED and clock.now() < interview.meets_at:
        return _("还没有到约定的时间。")
    return None


def agreed(interview: Interview, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    interview.agreed_at, interview.agreed_by = clock.now(), actor.name


def objected(interview: Interview, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    interview.objection = text


def must_come(interview: Interview) -> object | None:
    """Whoever is bound asks for another time instead."""
    return _("会员和公约签署单位应当参加，时间不合适的请申请改期。") if interview.is_obligation else None


def ended(interview: Interview, *, actor: Actor, reason: str, text: str) -> None:  # noqa: ARG001
    interview.ended_because = text
