"""The desk: questions by workbook."""

from flask import Blueprint, Response, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.exams import actions, workbook
from association.exams.forms import ListForm
from association.exams.models import QuestionList
from association.exams.policy import P
from association.exams.views.bank import crumbs
from association.kernel import dated
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.rendering import choose_locale
from association.kernel.web import actor, back_to, find, needs
from association.kernel.words import _
from association.rules import queries as rules

bp = Blueprint("exam_lists", __name__, url_prefix="/desk/exams/lists")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 500
"""Faults one page shows."""


@bp.get("/template.xlsx")
@needs(P.WRITE)
def template() -> ResponseReturnValue:
    """Empty, with an example."""
    answer = Response(workbook.template(list(dated.value("exams.topics"))), mimetype=_XLSX)
    answer.headers["Content-Disposition"] = 'attachment; filename="exam-questions.xlsx"'
    return answer


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.WRITE)
def new() -> ResponseReturnValue:
    """Hand a workbook in; the worker reads it."""
    form = ListForm()
    if form.accepts():
        questions = actions.hand_in_questions(file=form.file.data, language=choose_locale(), actor=actor())
        return back_to("exam_lists.show", id=questions.id)
    numbers = _("；").join(f"{edition.id} {edition.called}" for edition in rules.citable()[:60])
    return form_page(
        form, heading=_("按表格导入考题"), button=_("上传并试读"), back=url_for("exam_bank.index"), crumbs=crumbs(),
        lede=_("有一行不对，整张表都不导入。可引的文本和编号：%(all)s。", all=numbers),
        links=[("", _("下载模板"), url_for("exam_lists.template"))],
    )  # fmt: skip


@bp.route("/<int:id>/", methods=["GET", "POST"])
@needs(P.WRITE)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was read: still at it, faults row by row, or how many there are and the button to take them."""
    found, form = find(QuestionList, id, P.WRITE), ButtonForm()
    if form.accepts():
        count = actions.take_questions(found, actor=actor())
        flash(_("已导入%(n)d道题，请签发人看过后启用。", n=count), "done")
        return back_to("exam_bank.index", state="draft")
    faults = found.found.get("faults", [])
    return render_template(
        "association/exams/list.html", questions=found, form=form, faults=faults[:SHOWN], count=len(faults), rows=len(found.found.get("rows", [])),
        told_in="en" if found.found.get("language") == "en" else "zh-Hans",
    )  # fmt: skip
