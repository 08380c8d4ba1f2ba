"""What staff write into a case before it is decided: points, evidence, a transfer, how papers were served."""

from typing import Any

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue

from association.kernel import steps
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.forms import StepForm
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.rules import queries as rules
from association.rules.models import Standing
from bulletins.cases import actions
from bulletins.cases.forms import ChargeForm, EvidenceForm, ServeForm, TransferForm
from bulletins.cases.models import CaseCharge, CaseFile, Channel, Paper
from bulletins.cases.policy import P
from bulletins.cases.views.desk import crumbs, page_of
from bulletins.cases.workflow import CASE

bp = Blueprint("case_file", __name__, url_prefix="/desk/cases")


@bp.route("/<int:id>/charges/new/", methods=["GET", "POST"])
@decided_inside
def allege(id: int) -> ResponseReturnValue:  # noqa: A002
    """A fact against a clause, in the edition of the day of the act."""
    case = find(CaseFile, id, P.OPEN)
    _only_writable(case)
    form = ChargeForm()
    form.offer([e for e in rules.citable() if e.standing_on(case.happened_on) is Standing.IN_FORCE])
    if form.accepts():
        edition, path = form.named()
        actions.allege(case, fact=form.fact.data or "", edition=edition, path=path, actor=actor())
        flash(_("已写入案卷。"), "done")
        return back_to("case_desk.show", id=id)
    return form_page(
        form, heading=_("写明所指的事实"), button=_("写入案卷"), back=page_of(case), crumbs=crumbs(case),
        lede=_("只列行为当日（%(day)s）施行的文本。", day=day_words(case.happened_on)),
    )  # fmt: skip


@bp.route("/charges/<int:id>/withdraw/", methods=["GET", "POST"])
@decided_inside
def withdraw(id: int) -> ResponseReturnValue:  # noqa: A002
    """Take a point out."""
    charge = find(CaseCharge, id, P.OPEN)
    _only_writable(charge.case)
    case_id, form = charge.case_id, StepForm()
    del form.reason
    if form.accepts():
        actions.withdraw_charge(charge, actor=actor())
        flash(_("已删去。"), "done")
        return back_to("case_desk.show", id=case_id)
    return form_page(
        form, heading=_("删去第%(n)d点", n=charge.number), button=_("删去"), back=page_of(charge.case), crumbs=crumbs(charge.case), danger=True,
        lede=charge.fact,
    )  # fmt: skip


@bp.route("/<int:id>/evidence/new/", methods=["GET", "POST"])
@decided_inside
def evidence(id: int) -> ResponseReturnValue:  # noqa: A002
    """A piece of evidence with its file."""
    case = find(CaseFile, id, P.OPEN)
    form = EvidenceForm()
    if form.accepts():
        actions.add_evidence(case, **form.values, actor=actor())
        flash(_("已存入案卷，不能再改。"), "done")
        return back_to("case_desk.show", id=id)
    return form_page(
        form, heading=_("加入证据"), button=_("存入案卷"), back=page_of(case), crumbs=crumbs(case),
        lede=_("文件原样保存，以其SHA-256为准，存入以后不能改。含有反映问题的人身份的文件不要放进来。"),
    )  # fmt: skip


@bp.route("/<int:id>/transfer/", methods=["GET", "POST"])
@decided_inside
def transfer(id: int) -> ResponseReturnValue:  # noqa: A002
    """Inform an authority."""
    case = find(CaseFile, id, P.FILE)
    steps.ready(CASE, "transfer", case)
    form = TransferForm()
    if form.accepts():
        actions.transfer(
            case, authority=form.authority.data or "", reason=form.reason.data or "", actor=actor()
        )
        flash(_("已移送，移送函可以下载。"), "done")
        return back_to("case_desk.show", id=id)
    return steps.form_page_of(CASE, "transfer", form, back=page_of(case), crumbs=crumbs(case))


@bp.route("/<int:id>/serve/", methods=["GET", "POST"])
@decided_inside
def serve(id: int) -> ResponseReturnValue:  # noqa: A002
    """That a paper was sent another way, too."""
    case = find(CaseFile, id, P.OPEN)
    form = ServeForm()
    if form.accepts():
        sent: dict[str, Any] = form.values | {
            "paper": Paper(form.paper.data),
            "channel": Channel(form.channel.data),
        }
        actions.serve(case, **sent, actor=actor())
        flash(_("已登记。"), "done")
        return back_to("case_desk.show", id=id)
    return form_page(
        form, heading=_("登记送达"), button=_("登记"), back=page_of(case), crumbs=crumbs(case),
        lede=_("站内信和邮件由平台发出并自动记录。两种途径都发出以后，期满视为送达。"),
    )  # fmt: skip


def _only_writable(case: CaseFile) -> None:
    if opening() and case.state not in actions.WRITABLE:
        raise Refused(_("已经告知单位，所指的事实不能再改。"))
