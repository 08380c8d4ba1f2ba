"""What administrators do to the site itself."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from association.administration.policy import P
from association.kernel import audit, clock, dated, jobs, letters, log, working_days
from association.kernel.audit import LogEntry
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _


def read_value(definition: dated.Definition, typed: str) -> Any:
    """What was typed, as the setting's kind; Refused at the field when it is not of that kind."""
    try:
        return json.loads(typed) if definition.kind == "json" else dated.parse(definition, typed)
    except json.JSONDecodeError as error:
        raise Refused(
            _("这不是有效的JSON：第%(line)d行附近写错了", line=error.lineno), field="value"
        ) from error
    except ValueError as error:
        raise Refused(str(error), field="value") from error


@dataclass(frozen=True, slots=True)
class Preview:
    """What a new value would do: the words of before and after, and until when the present value still
    holds."""

    before: str
    after: str
    holds_until: date


def preview_setting(
    definition: dated.Definition, *, value: str, in_force_from: date, checked_on: date | None, **_rest: Any
) -> Preview:
    """Everything `change_setting` would check, and nothing done."""
    after = read_value(definition, value)
    _check_days(definition, in_force_from=in_force_from, checked_on=checked_on)
    return Preview(
        before=dated.typed(definition, dated.value(definition.key, on=in_force_from)),
        after=dated.typed(definition, after),
        holds_until=in_force_from - timedelta(days=1),
    )


def change_setting(
    definition: dated.Definition,
    *,
    value: str,
    basis: str,
    in_force_from: date,
    checked_by: str,
    checked_on: date | None,
    actor: Actor,
) -> dated.DatedSetting:
    """Add a value from a day on, today at the earliest: what has been reckoned with stays as it was."""
    require(actor, P.CHANGE_SETTINGS)
    wanted = read_value(definition, value)
    _check_days(definition, in_force_from=in_force_from, checked_on=checked_on)
    return dated.change(
        definition.key,
        value=wanted,
        basis=basis,
        in_force_from=in_force_from,
        checked_by=checked_by,
        checked_on=checked_on,
        actor=actor,
    )


def _check_days(definition: dated.Definition, *, in_force_from: date, checked_on: date | None) -> None:
    if in_force_from < clock.today():
        raise Refused(_("只能从今天或以后起用：过去的事按当时的值办过，不能改写。"), field="in_force_from")
    newest = next(iter(dated.history(definition.key)), None)
    if newest is not None and in_force_from <= newest.in_force_from:
        raise Refused(
            _("已有一个值从%(day)s起用，新值须从它之后起用。", day=day_words(newest.in_force_from)),
            field="in_force_from",
        )
    if checked_on is not None and checked_on > clock.today():
        raise Refused(_("核对日期不能在今天以后。"), field="checked_on")


def correct_day(day: date, *, working: str, note: str, actor: Actor) -> working_days.CalendarDay:
    require(actor, P.CORRECT_CALENDAR)
    return working_days.correct(day, working=working == "yes", note=note, actor=actor)


def send_again(letter: letters.Letter, *, actor: Actor) -> None:
    """Put a letter that was given up back into the queue."""
    require(actor, P.TRY_AGAIN)
    if letter.state is not letters.LetterState.GIVEN_UP:
        raise Refused(_("这封信已经在重新发送了。"))
    letters.send_again(letter)
    audit.record("send_again", letter, actor=actor)


def run_again(job: jobs.Job, *, actor: Actor) -> None:
    """Give a job that was given up its tries anew."""
    require(actor, P.TRY_AGAIN)
    if job.state is not jobs.JobState.GIVEN_UP:
        raise Refused(_("这项任务已经在重新执行了。"))
    jobs.try_again(job)
    audit.record("run_again", job, actor=actor, kind=job.kind)


def mask(entry: LogEntry, *, reason: str, actor: Actor) -> None:
    """Destroy salt and content behind an entry of the public log, for ever. Entry, tree and proofs stay as they are; that it
    was masked is an entry of its own. Refused without a reason, and for what is masked already."""
    require(actor, P.MASK)
    if not reason.strip():
        raise Refused(_("请写明依据和理由。"), field="reason")
    if not log.papers.mask(entry):
        raise Refused(_("这条记录的内容已经屏蔽。"))
    trail = audit.record("mask", entry, actor=actor, reason=reason.strip(), number=entry.seq)
    audit.publish_entry("mask", entry, content=str(entry.seq), entry=trail)
