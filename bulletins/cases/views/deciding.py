"""From the notice to the draft of the decision: what is proposed, a hearing, a panel, the findings."""

from typing import Any

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import dated, steps
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.panels import queries as sittings
from bulletins.cases import actions, ladder
from bulletins.cases.forms import ConveneForm, HearingForm, NotifyForm, to_draft
from bulletins.cases.models import CaseFile, CaseState
from bulletins.cases.policy import P
from bulletins.cases.settings import after, lines
from bulletins.cases.sitting import VOTES
from bulletins.cases.views.desk import crumbs, page_of, similar_of
from bulletins.cases.workflow import CASE

bp = Blueprint("case_deciding", __name__, url_prefix="/desk/cases")


@bp.route("/<int:id>/notify/", methods=["GET", "POST"])
@decided_inside
def notify(id: int) -> ResponseReturnValue:  # noqa: A002
    """What is proposed; past cases like it stand beside the form."""
    case = find(CaseFile, id, P.INVESTIGATE)
    steps.ready(CASE, "notify", case)
    form = NotifyForm()
    form.offer(ladder.rungs(), [*lines("lighter"), *lines("graver")])
    if form.accepts():
        actions.notify(case, **form.values, actor=actor())
        flash(_("已告知单位，听取陈述申辩。"), "done")
        return back_to("case_desk.show", id=id)
    return _beside(
        case, form, heading=_("告知拟处理"), button=_("告知单位"), lede=_("单位陈述申辩以后交审议组。决定不能重于这里告知的。"),
        basis=str(_definition_basis()),
    )  # fmt: skip


def _definition_basis() -> object:
    row = dated.row_in_force("cases.ladder")
    return row.basis if row is not None else dated.definition("cases.ladder").basis


def _beside(case: CaseFile, form: Any, **words: object) -> str:
    return render_template(
        "bulletins/cases/beside.html", case=case, form=form, back=page_of(case), crumbs_=crumbs(case), similar=similar_of(case), rung=ladder.rung, **words
    )  # fmt: skip


@bp.route("/<int:id>/hearing/", methods=["GET", "POST"])
@decided_inside
def set_hearing(id: int) -> ResponseReturnValue:  # noqa: A002
    """Day, place and who hears."""
    case = find(CaseFile, id, P.CONVENE)
    steps.ready(CASE, "set_hearing", case)
    form = HearingForm()
    if form.accepts():
        actions.set_hearing(case, **form.values, actor=actor())
        flash(_("已通知单位。"), "done")
        return back_to("case_desk.show", id=id)
    return steps.form_page_of(
        CASE, "set_hearing", form, back=page_of(case), crumbs=crumbs(case),
        lede=_("最早可以定在%(day)s。单位可以在期限内请求延期。", day=day_words(after("hearing_days"))),
    )  # fmt: skip


@bp.route("/<int:id>/convene/", methods=["GET", "POST"])
@decided_inside
def convene(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who deliberates; those with a tie to the organisation are not offered."""
    case = find(CaseFile, id, P.CONVENE)
    if opening() and case.state is not CaseState.DELIBERATING:
        raise Refused(_("案件没有提交审议，或者审议已经结束。"))
    members = accounts.with_role(Role.PANEL)
    away = sittings.kept_away([a.person_id for a in members], case)
    form = ConveneForm()
    form.people.choices = [(a.person_id, a.name) for a in members if a.person_id not in away]
    if form.accepts():
        actions.convene(case, **form.values, actor=actor())
        flash(_("已组成审议组，并写信请成员声明。"), "done")
        return back_to("case_desk.show", id=id)
    return form_page(form, heading=_("组成审议组"), button=_("组成"), back=page_of(case), crumbs=crumbs(case))


@bp.route("/<int:id>/draft/", methods=["GET", "POST"])
@decided_inside
def draft(id: int) -> ResponseReturnValue:  # noqa: A002
    """Findings point by point and the measure, by the panel's conclusion."""
    case = find(CaseFile, id, P.DRAFT)
    steps.ready(CASE, "draft", case)
    form: Any = to_draft(case.charges)(data=_known(case) if opening() else None)
    form.measure.choices = [("", _("不采取措施")), *((r.word, r.name) for r in ladder.rungs())]
    if form.accepts():
        findings = {
            c.id: (form[f"found_{c.id}"].data == "yes", form[f"finding_{c.id}"].data or "")
            for c in case.charges
        }
        actions.draft(
            case, reasons=form.reasons.data or "", measure=form.measure.data or "", months=form.months.data or 0, findings=findings, actor=actor()
        )  # fmt: skip
        flash(_("已拟好，请签发的人签发。"), "done")
        return back_to("case_desk.show", id=id)
    choice = VOTES.choice(case.conclusion)
    return _beside(
        case, form, heading=_("拟写决定"), button=_("送签发"), basis="",
        lede=_("审议结论：%(conclusion)s。不能重于告知单位的。", conclusion=str(choice.label) if choice else case.conclusion),
    )  # fmt: skip


def _known(case: CaseFile) -> dict[str, object]:
    """What was proposed, or what was drafted before."""
    known: dict[str, object] = {
        "measure": case.measure or case.proposed_measure,
        "months": case.months if case.measure else case.proposed_months,
        "reasons": case.reasons,
    }
    for c in case.charges:
        known[f"finding_{c.id}"] = c.finding
        known[f"found_{c.id}"] = None if c.is_found is None else "yes" if c.is_found else "no"
    return known
