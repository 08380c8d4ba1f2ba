"""For an organisation: the training of people whose employment it has confirmed, as page, CSV, JSON and workbook."""

from flask import Blueprint, Response, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.db import session
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find, signed_in
from association.kernel.words import _l
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.training.models import CourseSession, Enrolment
from association.transcripts import queries, sheets
from association.transcripts.policy import P

bp = Blueprint("trained_people", __name__, url_prefix="/my/training/people")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST = 20_000

COLUMNS = (
    Column("name", _l("姓名"), lambda e: e.name),
    Column("course", _l("课程"), lambda e: e.session.course.title),
    Column("session", _l("期"), lambda e: e.session.number),
    Column("starts_on", _l("开始"), lambda e: clock.day_of(e.session.starts_at)),
    Column("hours", _l("学时"), lambda e: e.session.course.hours),
    Column("state", _l("状态"), lambda e: str(e.state.label)),
    Column("certificate", _l("证书编号"), lambda e: e.certificate.number if e.certificate else ""),
    Column("valid_until", _l("有效期至"), lambda e: e.certificate.valid_until if e.certificate else None),
    Column("certificate_state", _l("证书状态"), lambda e: str(e.certificate.state.label) if e.certificate else ""),
)  # fmt: skip
ORDER = (CourseSession.starts_at.desc(), Enrolment.id.desc())


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """My organisations I may export for."""
    mine = [o for o in organisations.mine(actor()) if can(actor(), P.EXPORT, o)]
    return render_template("association/transcripts/organisations.html", organisations=mine)


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everybody, the newest session first."""
    organisation = find(Organisation, id, P.EXPORT)
    listing = Listing(
        queries.confirmed(organisation), columns=COLUMNS, url_of=lambda e: url_for("own_training.show", id=e.id),
        filters=[Words("q", _l("课程或证书编号"), queries.numbered), Choice("course", _l("课程"), queries.of_course, pairs=queries.courses)],
        orders={"newest": (_l("最近的一期在前"), ORDER)},
    )  # fmt: skip
    return listing.answer("association/transcripts/people.html", organisation=organisation)


@bp.get("/<int:id>/people.xlsx")
@decided_inside
def workbook(id: int) -> ResponseReturnValue:  # noqa: A002
    """The same set as a workbook."""
    organisation = find(Organisation, id, P.EXPORT)
    rows = session.scalars(queries.confirmed(organisation).order_by(*ORDER).limit(MOST))
    answer = Response(sheets.written(rows, COLUMNS), mimetype=_XLSX)
    answer.headers["Content-Disposition"] = (
        f'attachment; filename="training-{clock.today().isoformat()}.xlsx"'
    )
    return answer
