"""Planning, moving and widening a session."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from association.kernel import audit, clock, events
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.training import clockwork, queries
from association.training.events import SessionMoved
from association.training.models import Course, CourseSession, SessionState
from association.training.policy import P

FIELDS = (
    "starts_at", "ends_at", "place", "access", "places", "shares", "shares_until", "opens_on", "closes_on", "swap_until", "fee", "fee_basis", "contact",
)  # fmt: skip


def plan_session(course: Course, *, actor: Actor, **facts: Any) -> CourseSession:
    """The next holding of a course; not seen by anybody until it is announced."""
    lock(course)
    require(actor, P.DRAFT)
    _check(facts)
    row = CourseSession(course_id=course.id, course=course, number=queries.last_number(course) + 1, **facts)
    session.add(row)
    audit.record("plan_session", row, actor=actor, course=course.id, number=row.number)
    return row


def _check(facts: dict[str, Any]) -> None:
    starts_at: datetime = facts["starts_at"]
    _check_times(starts_at, facts["ends_at"])
    begins = clock.day_of(starts_at)
    for wrong, field, sentence in (
        (facts["closes_on"] < facts["opens_on"], "closes_on", _("报名截止不能早于报名开始。")),
        (facts["closes_on"] > begins, "closes_on", _("报名截止不能晚于开班。")),
        (facts["swap_until"] > begins, "swap_until", _("更换人员的截止日期不能晚于开班。")),
        (facts["fee"] > 0 and not facts["fee_basis"], "fee_basis", _("收费的，请写明收费依据。")),
        (_kept(facts["shares"]) > facts["places"], "shares", _("保留的名额加起来不能多于总名额。")),
        (
            bool(facts["shares"]) and not facts["shares_until"],
            "shares_until",
            _("有保留名额的，请写明保留到哪天。"),
        ),
    ):
        if wrong:
            raise Refused(sentence, field=field)


def _kept(shares: Sequence[dict[str, Any]]) -> int:
    return sum(int(share["places"]) for share in shares)


def _check_times(starts_at: datetime, ends_at: datetime) -> None:
    if starts_at <= clock.now():
        raise Refused(_("开始时间须在现在以后。"), field="starts_at")
    if ends_at <= starts_at:
        raise Refused(_("结束时间须在开始时间以后。"), field="ends_at")


def check_session_draft(row: CourseSession) -> None:
    if row.state is not SessionState.DRAFT:
        raise Refused(_("这一期已经公布：可以改期、增加名额或取消，不能再改其他内容。"))


def change_session(row: CourseSession, *, actor: Actor, **facts: Any) -> None:
    """While it is not announced."""
    lock(row)
    require(actor, P.DRAFT, row)
    check_session_draft(row)
    _check(facts)
    changed = [(f, getattr(row, f), facts[f]) for f in FIELDS if getattr(row, f) != facts[f]]
    for field, _old, new in changed:
        setattr(row, field, new)
    audit.record(
        "plan_session", row, actor=actor, changes=[(f, str(old), str(new)) for f, old, new in changed]
    )


def _announced(row: CourseSession, actor: Actor) -> None:
    lock(row)
    require(actor, P.DRAFT, row)
    if row.state is not SessionState.PUBLISHED:
        raise Refused(_("只有已公布、没有取消的一期可以这样改。"))


def move_session(
    row: CourseSession,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    access: str,
    reason: str,
    actor: Actor,
) -> None:
    """Another time or place: everybody who has a place or waits is written to, with the other sessions they may change to."""
    _announced(row, actor)
    _check_times(starts_at, ends_at)
    wanted = {"starts_at": starts_at, "ends_at": ends_at, "place": place, "access": access}
    changed = [(f, str(getattr(row, f)), str(v)) for f, v in wanted.items() if getattr(row, f) != v]
    if not changed:
        raise Refused(_("没有任何改动。"))
    for field, value in wanted.items():
        setattr(row, field, value)
    row.moved_because, row.reminded_on = reason, None
    # Who may be named and who may sign up ends with the new beginning at the latest.
    begins = clock.day_of(starts_at)
    row.closes_on, row.swap_until = max(min(row.closes_on, begins), row.opens_on), min(row.swap_until, begins)
    audit.record("move_session", row, actor=actor, changes=changed, reason=reason)
    events.publish(SessionMoved(row, reason))


def add_places(row: CourseSession, *, places: int, reason: str, actor: Actor) -> int:
    """More places, which go to the waiting list first; returns how many were offered."""
    _announced(row, actor)
    if places <= row.places:
        raise Refused(_("只能增加名额，现在是%(n)d个。", n=row.places), field="places")
    before, row.places = row.places, places
    audit.record("add_places", row, actor=actor, changes=[("places", before, places)], reason=reason)
    return clockwork.fill(row)
