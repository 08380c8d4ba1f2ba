"""One's own exams: where one stands, drawing a paper, claiming a place; the organisation and staff read the page of a place as well."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.exams import actions, gates, queries, tickets
from association.exams.forms import ClaimForm
from association.exams.models import Sitting, SittingState
from association.exams.policy import P
from association.kernel import dated, pace
from association.kernel.errors import Refused
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _
from association.training import queries as training
from association.training.models import Enrolment
from association.training.policy import P as TrainingP

bp = Blueprint("own_exams", __name__, url_prefix="/my/exams")
PER_MINUTE = 10
"""Tries of one machine; codes and numbers shall not be guessed at."""


def crumbs(enrolment: Enrolment | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [(_("我的考试"), url_for("own_exams.index"))]
    if enrolment is not None:
        trail.append((enrolment.session.called, url_for("own_exams.place", id=enrolment.id)))
    return trail


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Every place of mine whose course has an exam."""
    places = queries.own_places(actor())
    sittings = queries.sittings_of(e.id for e in places)
    return render_template("association/exams/index.html", places=places, sittings=sittings)


@bp.get("/of/<int:id>/")
@decided_inside
def place(id: int) -> ResponseReturnValue:  # noqa: A002
    """What the exam is, what stands in its way, the papers so far."""
    enrolment = find(Enrolment, id, P.SEE_PLACE)
    row = enrolment.session
    sittings = queries.sittings_of([id])[id]
    plan, candidate = gates.plan_for(row), queries.candidates_of([id]).get(id)
    last: Sitting | None = sittings[-1] if sittings else None
    may_sit = can(actor(), P.SIT, enrolment)
    is_staff = can(actor(), P.LIST)
    return render_template(
        "association/exams/place.html", enrolment=enrolment, row=row, plan=plan, sittings=sittings, last=last, candidate=candidate,
        why_not=gates.not_yet(enrolment, sittings), under_way=last if last and last.state is SittingState.OPEN else None,
        may_sit=may_sit, is_staff=is_staff, last_day=gates.last_day(row), mark=int(dated.value("exams.pass_mark")),
        attempts=int(dated.value("exams.attempts")), wait_days=int(dated.value("exams.wait_days")), may_see=can(actor(), TrainingP.SEE, enrolment),
        code=tickets.code_of(enrolment) if enrolment.person_id is None and not may_sit and not is_staff else "",
        was_there=bool(training.there_often_enough([enrolment])), crumbs_=crumbs(),
    )  # fmt: skip


@bp.route("/of/<int:id>/start/", methods=["GET", "POST"])
@decided_inside
def start(id: int) -> ResponseReturnValue:  # noqa: A002
    """Draw the paper; from then on the time runs."""
    enrolment, form = find(Enrolment, id, P.SIT), ButtonForm()
    plan = gates.plan_for(enrolment.session)
    if opening() and queries.open_sitting(enrolment) is None:
        sentence = gates.not_yet(enrolment, queries.sittings_of([id])[id])
        if sentence:
            raise Refused(sentence)
    if form.accepts():
        sitting = actions.start(enrolment, actor=actor())
        return back_to("own_sitting.paper", id=sitting.id)
    return form_page(
        form, heading=_("开始考试"), button=_("开始，计时"), back=url_for("own_exams.place", id=id), crumbs=crumbs(enrolment),
        lede=_(
            "共%(n)d题，%(minutes)d分钟，从按下按钮算起，以本站的时钟为准。答案随写随存；关了页面、断了网、换了设备，回来接着考，已存的都在，时间照走。",
            n=plan.count if plan else 0, minutes=plan.minutes if plan else 0,
        ),
    )  # fmt: skip


@bp.route("/claim/", methods=["GET", "POST"])
@signed_in
def claim() -> ResponseReturnValue:
    """A place my organisation has signed up, with the code it gave me."""
    form = ClaimForm()
    if not opening():
        pace.count("exams.claim", per_minute=PER_MINUTE)
    if form.accepts():
        enrolment = actions.claim(**form.values, actor=actor())
        flash(_("已认领，由你本人考试。"), "done")
        return back_to("own_exams.place", id=enrolment.id)
    return form_page(
        form, heading=_("认领单位代报的考试"), button=_("认领"), back=url_for("own_exams.index"), crumbs=crumbs(),
        lede=_("单位替你报名的，请向单位的培训联系人要准考码，用自己的账户认领后考试。"),
    )  # fmt: skip
