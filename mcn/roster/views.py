"""An agency's officers: the template, the workbook handed in, what was read, and the difference before it is taken."""

from typing import Any

from flask import Blueprint, Flask, Response, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history
from association.kernel.forms import ButtonForm
from association.kernel.rendering import choose_locale
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _, _l
from mcn.agencies import differences, queries, sections
from mcn.agencies.models import Agency
from mcn.agencies.policy import P
from mcn.agencies.sections import ROSTER, rows_of
from mcn.roster import actions, workbook
from mcn.roster.forms import RosterForm
from mcn.roster.models import ReadingState, RosterReading

bp = Blueprint("roster", __name__, url_prefix="/my/mcn")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 500
"""Faults one page shows."""

history.describe(read_roster=_l("上传花名册"), take_roster=_l("载入花名册"))


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)


@bp.route("/<int:id>/roster/", methods=["GET", "POST"])
@decided_inside
def index(id: int) -> ResponseReturnValue:  # noqa: A002
    """Upload a workbook; the worker reads it."""
    agency = find(Agency, id, P.PREPARE)
    if opening():
        actions.check_takeable(agency)
    form = RosterForm()
    if form.accepts():
        reading = actions.hand_in(agency, file=form.file.data, language=choose_locale(), actor=actor())
        return back_to("roster.show", id=reading.id)
    return render_template("mcn/roster/index.html", agency=agency, form=form, most=workbook.ROWS)


@bp.get("/<int:id>/roster/template.xlsx")
@decided_inside
def template(id: int) -> ResponseReturnValue:  # noqa: A002
    """Empty, with an example."""
    find(Agency, id, P.PREPARE)
    return _download(workbook.written({}, workbook.shape()), "roster-template.xlsx")


@bp.get("/<int:id>/roster/current.xlsx")
@decided_inside
def current(id: int) -> ResponseReturnValue:  # noqa: A002
    """What the register holds now, for its own officers to go on with."""
    agency = find(Agency, id, P.PREPARE)
    held = {name: rows_of(queries.fact_of(agency, name)) for name in ROSTER}
    return _download(workbook.written(held, workbook.shape()), "roster.xlsx")


def _download(body: bytes, name: str) -> Response:
    answer = Response(body, mimetype=_XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@bp.route("/roster/<int:id>/", methods=["GET", "POST"])
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was read: still at it, faults row by row, or the difference and the button to take it."""
    reading = find(RosterReading, id, P.PREPARE)
    form = ButtonForm()
    if form.accepts():
        filing = actions.take(reading, actor=actor())
        flash(_("已载入。请核对后提交。"), "done")
        return back_to("agency_file.filing", id=filing.id)
    faults = reading.found.get("faults", [])
    return render_template(
        "mcn/roster/show.html", reading=reading, agency=reading.agency, form=form, faults=faults[:SHOWN], count=len(faults),
        told_in="en" if reading.found.get("language") == "en" else "zh-Hans",
        differences=_differences(reading), back=url_for("roster.index", id=reading.agency_id),
    )  # fmt: skip


def _differences(reading: RosterReading) -> list[differences.Difference]:
    """Against what would be there otherwise: what is being filled in, else the register."""
    if reading.state is not ReadingState.READY:
        return []
    held = queries.facts_of(reading.agency)
    filing = queries.open_filing(reading.agency)
    if filing is not None:
        held |= {section.name: section.facts for section in filing.sections}
    now: dict[str, Any] = {name: {"rows": reading.found[name]} for name in ROSTER}
    return [differences.between(sections.BY_NAME[n], held.get(n), now[n]) for n in ROSTER]
