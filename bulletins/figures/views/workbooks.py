"""Reporting by workbook: the template, and what comes back. Nothing is written unless every cell can be read."""

from flask import Blueprint, Response, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel.errors import RefusedMany
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, find_by, opening
from association.kernel.words import _
from association.organisations.models import Organisation
from bulletins.figures import actions, queries, workbook
from bulletins.figures.forms import UploadForm
from bulletins.figures.models import Via
from bulletins.figures.policy import P

bp = Blueprint("figure_workbooks", __name__, url_prefix="/my/figures")

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/<period>/<int:id>/template.xlsx")
@decided_inside
def template(period: str, id: int) -> ResponseReturnValue:  # noqa: A002
    """What is asked, with what has been written or reported so far."""
    find(Organisation, id, P.REPORT)
    found = find_by(queries.by_code(period), P.READ_PERIOD)
    known = queries.open_of(found.id, id) or queries.counting_of(found.id, id)
    answer = Response(workbook.template(found, known.answers if known else {}), mimetype=_XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="figures-{found.code}.xlsx"'
    return answer


@bp.route("/<period>/<int:id>/upload/", methods=["GET", "POST"])
@decided_inside
def upload(period: str, id: int) -> ResponseReturnValue:  # noqa: A002
    """A filled workbook becomes the draft, for the clerk to look at and send to the signer."""
    organisation = find(Organisation, id, P.REPORT)
    found = find_by(queries.by_code(period), P.READ_PERIOD)
    standing = queries.counting_of(found.id, id)
    if opening():
        actions.check_asked(organisation)
        actions.check_writable(queries.open_of(found.id, id))
    form = UploadForm()
    if standing is None:
        del form.because
    else:
        form.because.flags.required = True
    if form.accepts():
        answers, faults = workbook.read(found, form.file.data.stream.read())
        if faults:
            raise RefusedMany([("file", sentence) for sentence in faults])
        report = actions.write(
            found,
            organisation,
            answers=answers,
            because=(form.because.data or "") if standing else "",
            via=Via.WORKBOOK,
            actor=actor(),
        )
        flash(_("已读入，请核对后送签署人确认。"), "done")
        return back_to("own_figures.show", id=report.id)
    return form_page(
        form, heading=_("上传填好的表格"), button=_("上传"), back=url_for("own_figures.write", period=period, id=id),
        crumbs=[(_("报送行业数据"), url_for("own_figures.index")), (found.title, url_for("own_figures.write", period=period, id=id))],
        lede=_("只读最前面的工作表。有一格不能读的，整张表不写入，逐格说明。"),
    )  # fmt: skip
