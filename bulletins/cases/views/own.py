"""The respondent's room: what is alleged, the file it may see, its answers, its evidence, the papers."""

from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, steps
from association.kernel.errors import Refused, Unknown
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _
from bulletins.cases import actions, gates, ladder, queries
from bulletins.cases.forms import AppealForm, OwnEvidenceForm, RepairForm, for_charges
from bulletins.cases.labels import what_is_next
from bulletins.cases.models import CaseFile, CaseState
from bulletins.cases.policy import P
from bulletins.cases.views.desk import further, papers_of
from bulletins.cases.workflow import CASE

bp = Blueprint("own_cases", __name__, url_prefix="/my/cases")
EVIDENCE = (CaseState.INVESTIGATING, CaseState.NOTIFIED, CaseState.PLEADED, CaseState.HEARING)


def _trail(case: CaseFile) -> list[tuple[object, str | None]]:
    return [(_("我的案件"), url_for("own_cases.index")), (case.number, url_for("own_cases.show", id=case.id))]


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Those of one's organisations, once they were filed."""
    ids = actor().ids("organisation", "clerk", "signer")
    return render_template("bulletins/cases/own.html", cases=queries.of_organisations(ids) if ids else [])


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One case as its respondent sees it."""
    case = _ours(id)
    shown = [e for e in case.evidence if e.is_shown]
    return render_template(
        "bulletins/cases/room.html", case=case, shown=shown, files=attachments.of_many(shown), papers=papers_of(case, for_respondent=True),
        buttons=steps.buttons(CASE, case, endpoint="case_desk.step_case_file", own_pages={"plead": url_for("own_cases.plead", id=id), "appeal": url_for("own_cases.appeal", id=id)}),
        further=further(case), may_repair=can(actor(), P.STATE, case) and gates.not_to_be_repaired(case) is None,
        may_add=case.state in EVIDENCE, next=what_is_next(case), rung=ladder.rung, decided=case.issued_at is not None,
    )  # fmt: skip


def _ours(id_: int) -> CaseFile:
    """Unknown to everybody else, staff included: they have the file. Before it is filed it is unknown to the respondent, too."""
    case = find(CaseFile, id_, P.ANSWER)
    if not case.is_known:
        raise Unknown
    return case


@bp.route("/<int:id>/plead/", methods=["GET", "POST"])
@decided_inside
def plead(id: int) -> ResponseReturnValue:  # noqa: A002
    """Point by point, before anything is decided."""
    case = _ours(id)
    steps.ready(CASE, "plead", case)
    form: Any = for_charges(case.charges)()
    if form.accepts():
        answers = {c.id: form[f"answer_{c.id}"].data or "" for c in case.charges}
        actions.plead(
            case,
            text=form.text.data or "",
            answers=answers,
            wants_hearing=bool(form.wants_hearing.data),
            actor=actor(),
        )
        flash(_("已送出。"), "done")
        return back_to("own_cases.show", id=id)
    return steps.form_page_of(
        CASE, "plead", form, back=url_for("own_cases.show", id=id), crumbs=_trail(case), lede=case.grounds
    )


@bp.route("/<int:id>/evidence/", methods=["GET", "POST"])
@decided_inside
def evidence(id: int) -> ResponseReturnValue:  # noqa: A002
    """A piece of one's own."""
    case = _ours(id)
    form = OwnEvidenceForm()
    if form.accepts():
        actions.add_evidence(case, **form.values, is_shown=True, actor=actor())
        flash(_("已存入案卷，不能再改。"), "done")
        return back_to("own_cases.show", id=id)
    return form_page(
        form, heading=_("提交证据"), button=_("提交"), back=url_for("own_cases.show", id=id), crumbs=_trail(case),
        lede=_("文件原样保存，以其SHA-256为准，提交以后不能改。"),
    )  # fmt: skip


@bp.route("/<int:id>/appeal/", methods=["GET", "POST"])
@decided_inside
def appeal(id: int) -> ResponseReturnValue:  # noqa: A002
    """Against the decision, once."""
    case = find(CaseFile, id, P.STATE)
    steps.ready(CASE, "appeal", case)
    form = AppealForm()
    if form.accepts():
        actions.appeal(case, grounds=form.grounds.data or "", actor=actor())
        flash(_("申诉已经送出。"), "done")
        return back_to("own_cases.show", id=id)
    return steps.form_page_of(
        CASE, "appeal", form, back=url_for("own_cases.show", id=id), crumbs=_trail(case)
    )


@bp.route("/<int:id>/repair/", methods=["GET", "POST"])
@decided_inside
def repair(id: int) -> ResponseReturnValue:  # noqa: A002
    """That the publicity ends before its term."""
    case = find(CaseFile, id, P.STATE)
    if opening() and (sentence := gates.not_to_be_repaired(case)) is not None:
        raise Refused(sentence)
    form = RepairForm()
    if form.accepts():
        actions.apply_for_repair(case, grounds=form.grounds.data or "", actor=actor())
        flash(_("申请已经送出，协会会在期限内答复。"), "done")
        return back_to("own_cases.show", id=id)
    return form_page(
        form, heading=_("申请信用修复"), button=_("提交申请"), back=url_for("own_cases.show", id=id), crumbs=_trail(case),
        lede=_("同意以后，公示当天结束，名称不再公开。"),
    )  # fmt: skip
