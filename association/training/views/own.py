"""One's own places and those of one's organisation; staff read the same page. What each may do are the buttons."""

from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, clock, history, steps
from association.kernel.certificates import CertificateState
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, signed_in
from association.kernel.words import _
from association.training import actions, prerequisites, queries
from association.training.forms import FilesForm, PayForm, PersonForm, TransferForm
from association.training.gates import EVIDENCE, MATERIAL, SLIP
from association.training.models import LIVING, CourseSession, Enrolment, EnrolmentState
from association.training.policy import P
from association.training.views.public import as_calendar
from association.training.views.signing import say_where
from association.training.workflow import ENROLMENT

bp = Blueprint("own_training", __name__, url_prefix="/my/training")
OWN_PAGES = ("name", "swap", "resubmit", "pay")


def page_of(enrolment: Enrolment) -> str:
    return url_for("own_training.show", id=enrolment.id)


steps.add_steps(bp, Enrolment, ENROLMENT, see=P.SEE, page_of=page_of, title_of=lambda e: e.session.called)


def _crumbs(enrolment: Enrolment) -> list[tuple[object, str | None]]:
    return [(_("我的培训"), url_for("own_training.index")), (enrolment.session.called, page_of(enrolment))]


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """What I have signed up for, for myself and for my organisations."""
    mine = queries.own(actor())
    return render_template("association/training/own.html", enrolments=mine, ranks=queries.ranks(mine))


@bp.get("/calendar.ics")
@signed_in
def calendar() -> ResponseReturnValue:
    """The sessions one has a place in."""
    held = queries.own(actor(), EnrolmentState.ADMITTED, EnrolmentState.CHECKING, EnrolmentState.CALLED_OFF)
    rows = {e.session_id: e.session for e in held}
    return as_calendar(rows.values(), _("我的培训"))


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Facts, rank, movements, papers, buttons."""
    enrolment = find(Enrolment, id, P.SEE)
    is_staff = can(actor(), P.LIST_ALL, enrolment)
    may_change = can(actor(), P.OWN, enrolment) and (
        enrolment.state in LIVING or enrolment.state is EnrolmentState.CALLED_OFF
    )
    may_read = is_staff or queries.has_a_place(enrolment.session.course, actor())
    return render_template(
        "association/training/enrolment.html", enrolment=enrolment, row=enrolment.session, rank=queries.rank(enrolment),
        may_revoke=can(actor(), P.CERTIFY, enrolment) and enrolment.certificate is not None and enrolment.certificate.state is CertificateState.VALID,
        attended=queries.attended([id])[id], missing=_missing(enrolment), movements=queries.movements_of(enrolment), is_staff=is_staff,
        evidence=attachments.attachments_of(enrolment, EVIDENCE), slips=attachments.attachments_of(enrolment, SLIP),
        materials=attachments.attachments_of(enrolment.session.course, MATERIAL) if may_read else [],
        buttons=steps.buttons(
            ENROLMENT, enrolment, endpoint="own_training.step_training_enrolment",
            own_pages={deed: url_for(f"own_training.{deed}", id=id) for deed in OWN_PAGES},
        ),
        others=queries.next_of(enrolment.session) if may_change else [],
        may_hand_in=enrolment.state in LIVING and can(actor(), P.OWN, enrolment),
        lines=history.panel(enrolment) if is_staff else [],
    )  # fmt: skip


def _missing(enrolment: Enrolment) -> list[prerequisites.Missing]:
    """What stands between an admitted person and the certificate, once the session is over."""
    if enrolment.state is not EnrolmentState.ADMITTED or enrolment.certificate_id is not None:
        return []
    if enrolment.session.ends_at > clock.now():
        return []
    found = prerequisites.missing([enrolment]).get(enrolment.id, [])
    if not queries.there_often_enough([enrolment]):
        return [prerequisites.Missing(_("到场的天数没有达到结业要求。")), *found]
    return found or [prerequisites.Missing(_("结业条件都已满足，等签发人签发证书。"))]


def _person(id_: int, deed: str, heading: str, lede: str = "") -> ResponseReturnValue:
    """The page of a step that says who comes."""
    enrolment = find(Enrolment, id_, P.SEE)
    steps.ready(ENROLMENT, deed, enrolment)
    kept: dict[str, Any] = enrolment.facts if deed == "resubmit" else {}
    form = PersonForm(data=kept)
    if form.accepts():
        getattr(actions, deed)(enrolment, facts=form.facts, files=form.files.data or [], actor=actor())
        flash(_("已保存，等待审核。"), "done")
        return back_to("own_training.show", id=id_)
    return form_page(
        form, heading=heading, button=_("保存"), back=page_of(enrolment), crumbs=_crumbs(enrolment), lede=lede
    )


@bp.route("/<int:id>/name/", methods=["GET", "POST"])
@decided_inside
def name(id: int) -> ResponseReturnValue:  # noqa: A002
    """Somebody for a booked place."""
    return _person(id, "name", _("填写人员"))


@bp.route("/<int:id>/swap/", methods=["GET", "POST"])
@decided_inside
def swap(id: int) -> ResponseReturnValue:  # noqa: A002
    """Somebody else, until the cut-off."""
    return _person(id, "swap", _("更换人员"), _("名额不变，换上的人重新审核；已缴的费用不用再缴。"))


@bp.route("/<int:id>/resubmit/", methods=["GET", "POST"])
@decided_inside
def resubmit(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was missing."""
    return _person(id, "resubmit", _("补充后重新提交"), find(Enrolment, id, P.SEE).because)


@bp.route("/<int:id>/evidence/", methods=["GET", "POST"])
@decided_inside
def evidence(id: int) -> ResponseReturnValue:  # noqa: A002
    """Papers for a condition."""
    enrolment, form = find(Enrolment, id, P.OWN), FilesForm()
    if form.accepts():
        actions.hand_in(enrolment, files=form.files.data or [], actor=actor())
        flash(_("已提交。"), "done")
        return back_to("own_training.show", id=id)
    return form_page(
        form, heading=_("提交证明材料"), button=_("提交"), back=page_of(enrolment), crumbs=_crumbs(enrolment)
    )


@bp.route("/<int:id>/pay/", methods=["GET", "POST"])
@decided_inside
def pay(id: int) -> ResponseReturnValue:  # noqa: A002
    """The slip, and to whom the invoice goes."""
    enrolment = find(Enrolment, id, P.OWN)
    steps.ready(ENROLMENT, "pay", enrolment)
    form = PayForm()
    if form.accepts():
        actions.pay(enrolment, **form.values, actor=actor())
        flash(_("已报送，确认到账后录取。"), "done")
        return back_to("own_training.show", id=id)
    return form_page(
        form, heading=_("报送缴费凭证"), button=_("报送"), back=page_of(enrolment), crumbs=_crumbs(enrolment),
        lede=_("每人%(fee)d元。收费依据：%(basis)s。", fee=enrolment.session.fee, basis=enrolment.session.fee_basis),
    )  # fmt: skip


@bp.route("/<int:id>/transfer/", methods=["GET", "POST"])
@decided_inside
def transfer(id: int) -> ResponseReturnValue:  # noqa: A002
    """To another session of the course."""
    enrolment, form = find(Enrolment, id, P.OWN), TransferForm()
    form.offer(queries.next_of(enrolment.session))
    if form.accepts():
        other = actions.transfer(
            enrolment, to=find(CourseSession, int(form.to.data), P.SEE_SESSION), actor=actor()
        )
        say_where(other)
        return back_to("own_training.show", id=other.id)
    return form_page(
        form, heading=_("改到另一期"), button=_("改到这一期"), back=page_of(enrolment), crumbs=_crumbs(enrolment),
        lede=_("这一期的名额或候补位置随即让出；那一期名额已满的，排入候补。"),
    )  # fmt: skip
