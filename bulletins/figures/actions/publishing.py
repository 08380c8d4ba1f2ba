"""The office: a period is opened, its sums are drafted, what is counted is proposed."""

from datetime import date, timedelta
from typing import Any

from association.kernel import audit, clock, walls
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from bulletins.figures import clockwork, effects, letters, queries, reckoning
from bulletins.figures.models import Edition, Fault, Period
from bulletins.figures.policy import P
from bulletins.figures.settings import number


def open_period(*, code: str, first_on: date, last_on: date, actor: Actor) -> Period:
    """Lay down what is asked and until when, and write to all who are asked. Refused before the period has ended, or a second time."""
    require(actor, P.OPEN_PERIOD)
    if last_on >= clock.today():
        raise Refused(_("这一期还没有结束。"))
    newest = queries.latest()
    if newest is not None and newest.last_on >= first_on:
        raise Refused(_("%(period)s已经开始收集。", period=newest.title))
    faults = queries.faults_on(first_on)
    if not faults:
        raise Refused(_("这一期没有生效的统计项目，请先提出并确认。"))
    due_on = max(last_on + timedelta(days=number("due_days")), clock.today() + timedelta(days=7))
    period = Period(
        code=code, first_on=first_on, last_on=last_on, due_on=due_on, remind_on=clockwork.reminder_after(clock.today(), due_on),
        asked=[{n: getattr(f, n) for n in ("code", "group", "label", "unit", "definition")} for f in faults],
    )  # fmt: skip
    session.add(period)
    session.flush()
    audit.record("open_period", period, actor=actor, period=code, due_on=due_on.isoformat())
    letters.opened(period)
    return period


def draft_edition(period: Period, *, because: str = "", actor: Actor) -> Edition:
    """The sums as the reports make them now, for another to issue. Refused while one waits, when nothing was reported, or when nothing has changed since the last."""
    require(actor, P.DRAFT_EDITION, period)
    lock(period)
    if queries.draft_of(period) is not None:
        raise Refused(_("已有一版在等签发。"))
    reports = queries.counting(period)
    if any(walls.is_behind(actor.walls, r) for r in reports):
        raise Refused(_("报送单位中有与你有利害关系的，请由别人拟定。"))
    former = queries.issued_before(period)
    ids = [r.id for r in reports]
    if not ids:
        raise Refused(_("还没有单位报送。"))
    if former and former[-1].report_ids == ids:
        raise Refused(_("上一版公布以后没有新的报送或更正。"))
    if former and not because.strip():
        raise Refused(_("请写明修订的原因（将公开）。"), field="because")
    versions = queries.reports_by_id({i for edition in former for i in edition.report_ids})
    rows, counted = reckoning.sums(period, reports, former, versions)
    edition = Edition(
        period=period, period_id=period.id, number=len(queries.editions_of(period)) + 1, rows=rows, counted=counted, report_ids=ids,
        reporters=len(ids), because=because.strip(), drafted_by=actor.name,
    )  # fmt: skip
    session.add(edition)
    session.flush()
    audit.record(
        "draft_edition",
        edition,
        actor=actor,
        period=period.code,
        sums=edition.shown,
        withheld=len(rows) - edition.shown,
    )
    letters.edition_waits(edition)
    return edition


def propose_fault(*, actor: Actor, **facts: Any) -> Fault:
    """A row for somebody else to confirm."""
    require(actor, P.PROPOSE_FAULT)
    fault = Fault(proposed_by=actor.account_id, **facts)
    effects.refuse_past(fault, field="in_force_from")
    session.add(fault)
    session.flush()
    audit.record("propose", fault, actor=actor, reason=fault.basis, code=fault.code)
    letters.fault_waits(fault)
    return fault
