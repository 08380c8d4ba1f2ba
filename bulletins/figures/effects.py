"""What the steps of reports and editions do beyond moving a state."""

import hashlib
import json

from association.kernel import audit, clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from bulletins.figures import queries
from bulletins.figures.models import Edition, EditionState, Fault, Report, ReportState


def not_whole(report: Report) -> object | None:
    """What has no answer is not 0: the sentence that names it."""
    if report.missing:
        return _(
            "还没有填：%(labels)s。没有发生的填0，没有统计的写明未统计。", labels=_("、").join(report.missing)
        )
    return None


def returned(report: Report, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    report.remark = reason


def confirmed(report: Report, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """It counts from now on; the version before is kept and counts no longer."""
    report.confirmed_by, report.confirmed_at, report.remark = actor.name, clock.now(), ""
    before = queries.counting_of(report.period_id, report.organisation_id)
    if before is not None:
        before.state = ReportState.REPLACED
        session.flush()  # updates go in the order of ids: the earlier version leaves first
        audit.record("replace", before, actor=actor, by=report.version)


def noted(report: Report, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    report.remark = reason


def public_text(edition: Edition) -> str:
    """What the public log commits to: the period, the edition, and the sums as they are read."""
    return f"{edition.period.code}:{edition.number}:{edition.state.value}:{edition.text_hash}"


def hash_of(edition: Edition) -> str:
    plain = json.dumps(edition.rows, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def is_behind(edition: Edition) -> object | None:
    """The sentence when reports have changed since it was drafted."""
    now = [r.id for r in queries.counting(edition.period)]
    if now != list(edition.report_ids):
        return _("拟定以后又有单位报送或更正，请作废后重新拟定。")
    return None


def issued(edition: Edition, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Frozen and found; the edition before stays readable at its own address."""
    edition.issued_by, edition.issued_at = actor.name, clock.now()
    edition.text_hash = hash_of(edition)
    former = session.query(Edition).filter(
        Edition.period_id == edition.period_id, Edition.state == EditionState.ISSUED, Edition.id != edition.id
    ).one_or_none()  # fmt: skip
    if former is not None:
        former.state = EditionState.REPLACED
        session.flush()
        audit.record("replace", former, actor=SYSTEM, by=edition.number)
    edition.period.remind_on = None
    session.flush()
    with spoken_in("zh_Hans"):
        keep_in_search(edition)


def address(edition: Edition) -> str:
    return f"/figures/{edition.period.code}/"


def address_of_edition(edition: Edition) -> str:
    return f"/figures/{edition.period.code}/editions/{edition.number}/"


def keep_in_search(edition: Edition) -> None:
    said = []
    for row in edition.rows:
        total = _("数量不足，不公布") if row["total"] is None else f"{row['total']:,} {row['unit']}"
        said.append(f"{row['group']} {row['label']} {total}")
    records.publish(
        key=f"figures:{edition.period_id}", kind="figures", title=_("行业数据：%(period)s", period=edition.period.title),
        body="\n".join([edition.period.code, *said]), url=address(edition), dated_on=clock.day_of(edition.issued_at or clock.now()),
    )  # fmt: skip


def fault_confirmed(fault: Fault, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    refuse_past(fault)


def refuse_past(fault: Fault, *, field: str | None = None) -> None:
    """Periods that have been opened keep what they ask; a row from a day within them would say otherwise."""
    newest = queries.latest()
    if newest is not None and fault.in_force_from <= newest.last_on:
        raise Refused(_("起用日期要在最近一期（%(period)s）结束以后。", period=newest.title), field=field)
