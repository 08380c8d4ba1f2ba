"""Staff: organisations in and out as .xlsx."""

from flask import Blueprint, Response, flash, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.web import actor, back_to, needs
from association.kernel.words import _
from association.organisations import workbook
from association.organisations.actions import importing as actions
from association.organisations.forms import WorkbookForm
from association.organisations.policy import P
from association.organisations.queries import all_for_export

bp = Blueprint("organisation_import", __name__, url_prefix="/organisations/file/import")

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _download(body: bytes, name: str) -> Response:
    answer = Response(body, mimetype=_XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@bp.route("/", methods=["GET", "POST"])
@needs(P.IMPORT)
def index() -> ResponseReturnValue:
    """Upload a workbook: a dry run first, and, when nothing is wrong, the import. All rows or none."""
    form = WorkbookForm()
    reading = None
    if form.accepts():
        reading = actions.checked(form.file.data)
        if not reading.faults and request.form.get("really"):
            count = actions.take_in(reading, actor=actor())
            flash(_("已导入%(n)d家单位。", n=count), "done")
            return back_to("organisation_file.index")
    return render_template("association/organisations/import.html", form=form, reading=reading)


@bp.get("/template.xlsx")
@needs(P.IMPORT)
def template() -> ResponseReturnValue:
    return _download(workbook.template(), "organisations-template.xlsx")


@bp.get("/export.xlsx")
@needs(P.LIST_ALL)
def export() -> ResponseReturnValue:
    """Everything on record in the template's columns."""
    return _download(workbook.written(all_for_export()), f"organisations-{clock.today().isoformat()}.xlsx")
