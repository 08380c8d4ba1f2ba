"""After the decision: the list of appeals, their panel and ruling, and the publicity."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import steps
from association.kernel.errors import Refused
from association.kernel.lists import Choice, Column, Listing
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.panels import queries as sittings
from bulletins.cases import actions, ladder, queries
from bulletins.cases.forms import ConveneForm, PublicityForm, RulingForm
from bulletins.cases.models import AppealState, CaseAppeal, CaseFile, CaseRepair
from bulletins.cases.policy import P
from bulletins.cases.settings import how_many
from bulletins.cases.sitting import REVIEW
from bulletins.cases.views.desk import crumbs, page_of
from bulletins.cases.workflow import APPEAL, CASE, REPAIR

bp = Blueprint("case_afterwards", __name__, url_prefix="/desk/cases")

COLUMNS = (
    Column("number", _l("编号"), lambda a: a.case.number),
    Column("name", _l("单位"), lambda a: a.case.organisation.name),
    Column("title", _l("事由"), lambda a: a.case.title),
    Column("state", _l("进展"), lambda a: str(a.state.label)),
    Column("due_on", _l("期限"), lambda a: a.due_on),
    Column("result", _l("结果"), lambda a: str(a.result.label) if a.decided_at else ""),
    Column("lodged_at", _l("提出时间"), lambda a: a.lodged_at),
)

for _model, _life in ((CaseAppeal, APPEAL), (CaseRepair, REPAIR)):
    steps.add_steps(
        bp,
        _model,
        _life,
        see=P.SEE,
        page_of=lambda part: page_of(part.case),
        title_of=lambda part: part.case.called,
    )


@bp.get("/appeals/")
@needs(P.LIST_APPEALS)
def appeals() -> ResponseReturnValue:
    """All that stand behind no wall of the reader's, the newest first."""
    listing = Listing(
        queries.appeals(), columns=COLUMNS, url_of=lambda a: page_of(a.case),
        orders={"newest": (_l("最近提出"), (CaseAppeal.id.desc(),)), "due": (_l("期限最早"), (CaseAppeal.due_on, CaseAppeal.id))},
        filters=[
            Choice(
                "state", _l("进展"), lambda rows, v: rows.where(CaseAppeal.state == AppealState(v)), pairs=[(s.value, s.label) for s in AppealState],
                as_links=True,
            )
        ],
    )  # fmt: skip
    return listing.answer("bulletins/cases/appeals.html")


@bp.route("/appeals/<int:id>/convene/", methods=["GET", "POST"])
@decided_inside
def convene(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who hears it; those of the first sitting and those with a tie are not offered."""
    appeal = find(CaseAppeal, id, P.CONVENE)
    if opening() and appeal.state is not AppealState.ACCEPTED:
        raise Refused(_("申诉没有受理，或者复核已经结束。"))
    members = accounts.with_role(Role.APPEALS)
    away = set(sittings.kept_away([a.person_id for a in members], appeal))
    away |= {seat.person_id for panel in sittings.of(appeal.case) for seat in panel.seats if seat.person_id}
    form = ConveneForm()
    form.people.choices = [(a.person_id, a.name) for a in members if a.person_id not in away]
    if form.accepts():
        actions.convene_again(appeal, **form.values, actor=actor())
        flash(_("已组成复核组，并写信请成员声明。"), "done")
        return back_to("case_desk.show", id=appeal.case_id)
    return form_page(
        form, heading=_("组成复核组"), button=_("组成"), back=page_of(appeal.case), crumbs=crumbs(appeal.case),
        lede=_("审议过、办过这件案件的人不能参加复核。"),
    )  # fmt: skip


@bp.route("/appeals/<int:id>/prepare/", methods=["GET", "POST"])
@decided_inside
def prepare(id: int) -> ResponseReturnValue:  # noqa: A002
    """The ruling, by the panel's conclusion."""
    appeal = find(CaseAppeal, id, P.HEAR_APPEAL)
    steps.ready(APPEAL, "prepare", appeal)
    form = RulingForm(
        data={"measure": appeal.measure, "months": appeal.months, "reasons": appeal.reasons}
        if opening()
        else None
    )
    form.measure.choices = [("", _("不采取措施")), *((r.word, r.name) for r in ladder.rungs())]
    if form.accepts():
        actions.prepare(
            appeal, reasons=form.reasons.data or "", measure=form.measure.data or "", months=form.months.data or 0, actor=actor()
        )  # fmt: skip
        flash(_("已拟好，请另一位复核的人签发。"), "done")
        return back_to("case_desk.show", id=appeal.case_id)
    choice = REVIEW.choice(appeal.conclusion)
    return steps.form_page_of(
        APPEAL, "prepare", form, back=page_of(appeal.case), crumbs=crumbs(appeal.case),
        lede=_("复核的结论：%(conclusion)s。不能重于原决定。", conclusion=str(choice.label) if choice else appeal.conclusion),
    )  # fmt: skip


@bp.route("/<int:id>/publicise/", methods=["GET", "POST"])
@decided_inside
def publicise(id: int) -> ResponseReturnValue:  # noqa: A002
    """From today the organisation may be named, for some months."""
    case = find(CaseFile, id, P.ISSUE)
    steps.ready(CASE, "publicise", case)
    form = PublicityForm(data={"months": case.months or how_many("public_least")} if opening() else None)
    if form.accepts():
        actions.publicise(case, months=form.months.data or 0, because=form.because.data or "", actor=actor())
        flash(_("已开始公示，并写信告知单位。"), "done")
        return back_to("case_desk.show", id=id)
    return steps.form_page_of(CASE, "publicise", form, back=page_of(case), crumbs=crumbs(case))


def appeal_page(appeal: CaseAppeal) -> str:
    """Where the panel and those who hear it read it: in the file."""
    return url_for("case_desk.show", id=appeal.case_id)
