"""Figures of sessions and months: counts, in a constant number of statements for a whole list."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import case, func, select

from association.exams.models import OVER, Sitting, SittingState
from association.kernel import clock
from association.kernel.certificates import Certificate
from association.kernel.db import session
from association.training.models import HOLDING, Attendance, Enrolment

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """People of one session: signed up at all, with a place now, ever on the waiting list, there on some day, with a marked exam, with a passed one, certified –
    of whom some certificates were ended."""

    applied: int = 0
    seated: int = 0
    waited: int = 0
    attended: int = 0
    examined: int = 0
    passed: int = 0
    certified: int = 0
    ended: int = 0


NONE = Figures()


def of_sessions(ids: Sequence[int]) -> dict[int, Figures]:
    there = select(Attendance.enrolment_id).distinct().subquery()
    rows = session.execute(
        select(
            Enrolment.session_id, func.count(), func.sum(case((Enrolment.state.in_(HOLDING), 1), else_=0)), func.count(Enrolment.line),
            func.count(there.c.enrolment_id), func.count(Enrolment.certificate_id), func.count(Certificate.ended_on),
        )
        .outerjoin(there, there.c.enrolment_id == Enrolment.id)
        .outerjoin(Certificate, Certificate.id == Enrolment.certificate_id)
        .where(Enrolment.session_id.in_(ids))
        .group_by(Enrolment.session_id)
    )  # fmt: skip
    exams = _exams_of(ids)
    found = {
        int(id_): Figures(
            applied=int(applied), seated=int(seated or 0), waited=int(waited), attended=int(attended), certified=int(certified),
            ended=int(ended), **exams.get(int(id_), {}),
        )
        for id_, applied, seated, waited, attended, certified, ended in rows
    }  # fmt: skip
    return {id_: found.get(id_, NONE) for id_ in ids}


def _exams_of(ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """Whoever sat twice counts once, and has passed if they passed once."""
    passed = case((Sitting.state == SittingState.PASSED, Sitting.enrolment_id))
    rows = session.execute(
        select(
            Enrolment.session_id, func.count(Sitting.enrolment_id.distinct()), func.count(passed.distinct())
        )
        .join(Sitting, Sitting.enrolment_id == Enrolment.id)
        .where(Enrolment.session_id.in_(ids), Sitting.state.in_(OVER))
        .group_by(Enrolment.session_id)
    )
    return {int(id_): {"examined": int(sat), "passed": int(good)} for id_, sat, good in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    first: date
    applied: int
    certified: int


def by_month() -> list[Month]:
    """The last twelve, the oldest first; a month is China's."""
    first = _months_before(clock.today().replace(day=1), MONTHS - 1)
    since = datetime.combine(first, time(0), tzinfo=clock.CHINA)
    applied = Counter(
        clock.day_of(at).replace(day=1)
        for at in session.scalars(select(Enrolment.made_at).where(Enrolment.made_at >= since))
    )
    days = select(Certificate.valid_from).join(Enrolment, Enrolment.certificate_id == Certificate.id)
    certified = Counter(day.replace(day=1) for day in session.scalars(days.where(Certificate.valid_from >= first)))  # fmt: skip
    months = [_months_before(clock.today().replace(day=1), n) for n in range(MONTHS - 1, -1, -1)]
    return [Month(first=m, applied=applied[m], certified=certified[m]) for m in months]


def _months_before(first: date, n: int) -> date:
    whole = first.year * 12 + first.month - 1 - n
    return date(whole // 12, whole % 12 + 1, 1)
