"""Who was there: by the code shown in the room, or entered by staff from the sheet."""

import hashlib
from collections.abc import Collection
from datetime import date

from association.kernel import audit, clock, documents
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.personal import keyed_hmac
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.training import identity, presence, queries
from association.training.labels import NUMBER_KINDS
from association.training.models import Attendance, CourseSession, Enrolment, EnrolmentState
from association.training.policy import P


def check_code(row: CourseSession, code: str) -> None:
    if not presence.is_right(row, code):
        raise Refused(_("签到码已经换过，请重新扫描教室里显示的二维码。"))


def check_in(row: CourseSession, *, code: str, number: str, actor: Actor) -> bool:
    """Whoever is there signs in for today: by their account, or – signed up by an organisation – with the number of their paper. Signing in again changes
    nothing. Returns whether it was new.
    """
    require(actor, P.CHECK_IN, row)
    check_code(row, code)
    enrolment = _whose(row, number, actor)
    if enrolment is None:
        raise Refused(_("没有找到已录取的报名，请核对证件号码，或请现场工作人员登记。"), field="number")
    lock(enrolment)
    today = clock.today()
    if today in queries.attended([enrolment.id])[enrolment.id]:
        return False
    session.add(Attendance(enrolment_id=enrolment.id, on=today, by_code=True))
    audit.record("check_in", enrolment, actor=actor, session=row.id, on=today.isoformat())
    return True


def _whose(row: CourseSession, number: str, actor: Actor) -> Enrolment | None:
    if not number:
        own = queries.living_of_person(row, actor.person_id) if actor.person_id is not None else None
        return own if own is not None and own.state is EnrolmentState.ADMITTED else None
    keys = [keyed_hmac(f"{kind}:{identity.tidy(number)}") for kind in NUMBER_KINDS]
    found = queries.with_number(row, keys).values()
    return next((e for e in found if e.state is EnrolmentState.ADMITTED), None)


def enter_attendance(row: CourseSession, *, day: date, present: Collection[int], actor: Actor) -> int:
    """The sheet of one day as it is now: whoever is named was there, nobody else; returns how many lines changed. Refused for a day that is none of the
    session's or lies ahead.
    """
    require(actor, P.ATTEND, row)
    lock(row)
    check_day(row, day)
    changed, entries = 0, queries.entries_on(row, day)
    for enrolment in queries.admitted(row):
        entry = entries.get(enrolment.id)
        if entry is None and enrolment.id in present:
            session.add(Attendance(enrolment_id=enrolment.id, on=day))
        elif entry is not None and enrolment.id not in present:
            session.delete(entry)
        else:
            continue
        changed += 1
        deed = "enter_attendance" if entry is None else "strike_attendance"
        audit.record(deed, enrolment, actor=actor, session=row.id, on=day.isoformat())
    return changed


SHEET = "sheet"


def print_sheet(row: CourseSession, *, actor: Actor) -> documents.RenderedDocument:
    """The sheet to sign in the room, with everybody who is admitted now; printed again only when somebody else is."""
    require(actor, P.ATTEND, row)
    people = queries.admitted(row)
    if not people:
        raise Refused(_("还没有录取的人。"))
    told = f"{row.place}:{row.starts_at.isoformat()}:{row.ends_at.isoformat()}:{[(e.id, e.number_key) for e in people]}"
    return documents.render_later(
        "print/association/training/sheet.html", subject=row, kind=SHEET, title=_("签到表"), version=hashlib.sha256(told.encode()).hexdigest()[:16],
        address=f"/desk/training/{row.id}/attendance/",
    )  # fmt: skip


def check_day(row: CourseSession, day: date) -> None:
    if not presence.is_on(row, day):
        raise Refused(_("这一天没有上课。"))
    if day > clock.today():
        raise Refused(_("这一天还没有到，不能登记签到。"))
