"""Attendance: the code shown in the room, the page a phone comes to, the sheet of a day at the desk and on paper."""

from datetime import date

from flask import Blueprint, Response, current_app, flash, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from association.kernel import clock, documents, pace
from association.kernel.certificates.qr import qr
from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.settings import Settings
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _
from association.training import actions, prerequisites, presence, queries
from association.training.forms import CheckInForm, SheetForm
from association.training.models import CourseSession
from association.training.policy import P

bp = Blueprint("training_attendance", __name__)
PER_MINUTE = 20
"""Tries of one machine; numbers of identity papers shall not be guessed at."""


@bp.route("/training/check-in/<int:id>/<code>/", methods=["GET", "POST"])
@decided_inside
def check_in(id: int, code: str) -> ResponseReturnValue:  # noqa: A002
    """Where the code in the room leads: sign in for today."""
    row, form = find(CourseSession, id, P.CHECK_IN), CheckInForm()
    if opening():
        actions.check_code(row, code)
    else:
        pace.count("training.check_in", per_minute=PER_MINUTE)
    if form.accepts():
        is_new = actions.check_in(row, code=code, number=form.number.data or "", actor=actor())
        flash(_("已签到。") if is_new else _("今天已经签到过了。"), "done")
        return back_to("training.show", slug=row.course.slug)
    return form_page(form, heading=_("签到：%(session)s", session=row.called), button=_("签到"))


@bp.get("/desk/training/<int:id>/code/")
@decided_inside
def code(id: int) -> ResponseReturnValue:  # noqa: A002
    """Shown on the screen of the room; the picture changes by itself."""
    row = find(CourseSession, id, P.ATTEND)
    is_today = presence.is_on(row, clock.today())
    return render_template(
        "association/training/code.html", row=row, is_today=is_today, picture=_picture(row) if is_today else "",
        every=max(presence.seconds() // 3, 5),
    )  # fmt: skip


@bp.get("/desk/training/<int:id>/code/picture.svg")
@decided_inside
def picture(id: int) -> ResponseReturnValue:  # noqa: A002
    """The code of this moment alone, for the page that shows it."""
    row = find(CourseSession, id, P.ATTEND)
    if not presence.is_on(row, clock.today()):
        raise Unknown
    drawn = str(_picture(row)).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    answer = Response(drawn, mimetype="image/svg+xml")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _picture(row: CourseSession) -> Markup:
    settings: Settings = current_app.extensions["settings"]
    address = url_for("training_attendance.check_in", id=row.id, code=presence.code_now(row))
    return qr(settings.base_url + address)


@bp.get("/desk/training/<int:id>/attendance/")
@needs(P.LIST_ALL)
def attendance(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everybody admitted and the days on which they were there; on paper the sheet to sign."""
    row = find(CourseSession, id, P.SEE_SESSION)
    people = queries.admitted(row)
    is_over = row.ends_at <= clock.now()
    return render_template(
        "association/training/attendance.html", row=row, people=people, attended=queries.attended([e.id for e in people]),
        today=clock.today(), may_enter=can(actor(), P.ATTEND, row), has_paper=documents.document_of(row, actions.SHEET) is not None,
        may_read_certificates=any(e.certificate_id for e in people),
        may_certify=can(actor(), P.CERTIFY, row) and is_over and bool(queries.entitled(row)),
        missing=prerequisites.missing([e for e in people if e.certificate_id is None]) if is_over else {},
    )  # fmt: skip


@bp.route("/desk/training/<int:id>/attendance/<day>/", methods=["GET", "POST"])
@decided_inside
def sheet(id: int, day: str) -> ResponseReturnValue:  # noqa: A002
    """The sheet of one day, as staff enter it."""
    row, on = find(CourseSession, id, P.ATTEND), _day(day)
    if opening():
        actions.check_day(row, on)
    form = SheetForm()
    if form.accepts():
        changed = actions.enter_attendance(row, day=on, present=form.present.data or [], actor=actor())
        flash(_("已保存，改动%(n)d人。", n=changed), "done")
        return back_to("training_attendance.attendance", id=id)
    return render_template(
        "association/training/sheet.html",
        row=row,
        on=on,
        people=queries.admitted(row),
        entries=queries.entries_on(row, on),
        form=form,
    )


@bp.route("/desk/training/<int:id>/sheet/", methods=["GET", "POST"])
@decided_inside
def paper(id: int) -> ResponseReturnValue:  # noqa: A002
    """The sheet to sign, as a PDF: promised here, made by the worker."""
    row, form = find(CourseSession, id, P.ATTEND), ButtonForm()
    if form.accepts():
        actions.print_sheet(row, actor=actor())
        flash(_("签到表由系统生成，稍后可以下载。"), "done")
        return back_to("training_attendance.attendance", id=id)
    return form_page(
        form, heading=_("生成签到表"), button=_("生成签到表"), back=url_for("training_attendance.attendance", id=id), crumbs=[(row.called, url_for("training_desk.show", id=id))],
        lede=_("列出现在已录取的人，每天一格，现场签名。之后有人录取、退出或更换的，请再生成一次。"),
    )  # fmt: skip


@bp.get("/desk/training/<int:id>/sheet.pdf")
@decided_inside
def paper_file(id: int) -> ResponseReturnValue:  # noqa: A002
    """The newest sheet."""
    row = find(CourseSession, id, P.ATTEND)
    return documents.answer(documents.document_of(row, actions.SHEET))


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise Unknown from None
