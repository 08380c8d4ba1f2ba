"""合议: all opinions side by side, merged into one report. For those who keep the panel and, to read, for its members, once the seals are broken."""

from collections.abc import Callable

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.forms import Form, StepForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, allowed, back_to, decided_inside
from association.kernel.words import _
from association.panels import queries as sittings
from association.panels.models import Panel, PanelState
from association.panels.policy import P as PanelsP
from association.review import actions, queries
from association.review.forms import LeaveOutForm, PointForm, ReportForm, earlier_form
from association.review.labels import LABELS
from association.review.models import (
    Conclusion,
    Gate,
    Outcome,
    ReviewFinding,
    ReviewPoint,
    ReviewRound,
    ReviewState,
    Severity,
)
from association.review.opinions import Paper
from association.review.policy import P
from association.review.views import desk

bp = Blueprint("review_conferring", __name__, url_prefix="/review/reviews")


def _round(id_: int, number: int) -> ReviewRound:
    """A round whose opinions this reader may see."""
    round_ = session.scalars(queries.round_of(id_, number)).one_or_none()
    allowed(round_.panel if round_ else None, PanelsP.READ_OPINIONS)
    assert round_ is not None  # noqa: S101 - its panel was allowed
    return round_


def crumbs(round_: ReviewRound) -> list[tuple[object, str | None]]:
    if can(actor(), P.SEE_FILE, round_.review):
        return desk.crumbs(round_.review)
    return [(_("专家工作台"), url_for("review.index"))]


def minutes_at(panel: Panel) -> str:
    """Where a panel's minutes are drawn up: with its report."""
    round_ = queries.round_of_panel(panel)
    return url_for("desk.index") if round_ is None else address(round_)


def address(round_: ReviewRound) -> str:
    return url_for("review_conferring.show", id=round_.review_id, number=round_.number)


@bp.get("/<int:id>/rounds/<int:number>/")
@decided_inside
def show(id: int, number: int) -> ResponseReturnValue:  # noqa: A002
    """Gates as a table of experts, findings side by side, the report as it stands."""
    round_ = _round(id, number)
    opened = sittings.opinions(round_.panel)
    minutes = sittings.minutes_of(round_.panel)
    findings = queries.findings_of(round_)
    confers = (
        round_.review.state is ReviewState.CONFERRING
        and can(actor(), P.CONFER, round_.review)
        and round_.number == round_.review.round
    )
    return render_template(
        "association/review/confer.html", round=round_, review=round_.review, opened=[(said, Paper.read(said.facts)) for said in opened],
        gates=list(Gate), by_gate=[(g, of) for g in Gate if (of := [f for f in findings if f.gate is g])], labels=LABELS,
        earlier=queries.points_to_check(round_), minutes=minutes, conclusion=Conclusion(minutes.conclusion) if minutes else None,
        confirmations=minutes.confirmations if minutes else [], may_change=confers,
        may_merge=confers and round_.panel.state is PanelState.CLOSED, Outcome=Outcome, crumbs_=crumbs(round_),
        seat=round_.panel.seat_of(actor().person_id),
    )  # fmt: skip


def _confer(id_: int, number: int) -> ReviewRound:
    round_ = _round(id_, number)
    allowed(round_.review, P.CONFER)
    return round_


@bp.route("/<int:id>/rounds/<int:number>/merge/", methods=["GET", "POST"])
@decided_inside
def merge(id: int, number: int) -> ResponseReturnValue:  # noqa: A002
    """The findings named in the address (`f=1&f=2`) become one point, which begins with the words of the first."""
    round_ = _confer(id, number)
    ids = [
        int(word)
        for word in request.args.getlist("f")
        if word.isascii() and word.isdecimal() and len(word) < 10
    ]
    found = queries.findings_called(round_, ids)
    if not found:
        raise Refused(_("请先勾选要合并的问题。"))
    first = found[0]
    form = PointForm(
        data={"gate": first.gate.value, "severity": _gravest(found), "fact": first.fact, "cause": first.cause, "proposal": first.proposal}
    )  # fmt: skip
    if form.accepts():
        actions.make_point(round_, found, **form.values, actor=actor())
        flash(_("已写入报告。"), "done")
        return back_to("review_conferring.show", id=id, number=number)
    return form_page(
        form, heading=_("把%(n)d个问题写成报告的一条", n=len(found)), button=_("写入报告"), back=address(round_), crumbs=crumbs(round_),
        lede="　".join(f.fact for f in found[1:]),
    )  # fmt: skip


def _gravest(found: list[ReviewFinding]) -> str:
    return str(min((f.severity for f in found), key=list(Severity).index).value)


def _finding(id_: int) -> ReviewFinding:
    finding = session.get(ReviewFinding, id_)
    allowed(finding.round.panel if finding else None, PanelsP.READ_OPINIONS)
    assert finding is not None  # noqa: S101 - its panel was allowed
    allowed(finding.round.review, P.CONFER)
    return finding


def _point(id_: int) -> ReviewPoint:
    point = session.get(ReviewPoint, id_)
    allowed(point.round.panel if point else None, PanelsP.READ_OPINIONS)
    assert point is not None  # noqa: S101 - its panel was allowed
    allowed(point.round.review, P.CONFER)
    return point


def _small_page(
    form: Form, round_: ReviewRound, do: Callable[[], None], *, heading: str, button: str, lede: str = "", done: str, danger: bool = False
) -> ResponseReturnValue:  # fmt: skip
    if form.accepts():
        do()
        flash(done, "done")
        return back_to("review_conferring.show", id=round_.review_id, number=round_.number)
    return form_page(
        form,
        heading=heading,
        button=button,
        back=address(round_),
        crumbs=crumbs(round_),
        lede=lede,
        danger=danger,
    )


def _button() -> StepForm:
    form = StepForm()
    del form.reason
    return form


@bp.route("/findings/<int:id>/leave-out/", methods=["GET", "POST"])
@decided_inside
def leave_out(id: int) -> ResponseReturnValue:  # noqa: A002
    """Not in the report, with a reason."""
    finding, form = _finding(id), LeaveOutForm()
    return _small_page(
        form, finding.round, lambda: actions.leave_out(finding, because=form.because.data or "", actor=actor()), heading=_("不写入报告"),
        button=_("不写入"), lede=finding.fact, done=_("已记下理由。"),
    )  # fmt: skip


@bp.route("/findings/<int:id>/take-back/", methods=["GET", "POST"])
@decided_inside
def take_back(id: int) -> ResponseReturnValue:  # noqa: A002
    """It waits again."""
    finding = _finding(id)
    return _small_page(
        _button(), finding.round, lambda: actions.take_back(finding, actor=actor()), heading=_("重新处理这个问题"), button=_("重新处理"),
        lede=finding.fact, done=_("已改回待处理。"),
    )  # fmt: skip


@bp.route("/points/<int:id>/", methods=["GET", "POST"])
@decided_inside
def point(id: int) -> ResponseReturnValue:  # noqa: A002
    """Other words for a point."""
    found = _point(id)
    form = PointForm(
        data={"gate": found.gate.value, "severity": found.severity.value, "fact": found.fact, "cause": found.cause, "proposal": found.proposal}
    )  # fmt: skip
    return _small_page(
        form, found.round, lambda: actions.change_point(found, **form.values, actor=actor()), heading=_("修改第%(n)d条", n=found.number),
        button=_("保存"), lede=_("报告稿已请专家确认的，改动后会请他们重新确认。"), done=_("已保存。"),
    )  # fmt: skip


@bp.route("/points/<int:id>/drop/", methods=["GET", "POST"])
@decided_inside
def drop(id: int) -> ResponseReturnValue:  # noqa: A002
    """Its findings wait again."""
    found = _point(id)
    return _small_page(
        _button(), found.round, lambda: actions.drop_point(found, actor=actor()), heading=_("拆开第%(n)d条", n=found.number), button=_("拆开"),
        lede=_("其中的问题回到待处理。"), done=_("已拆开。"), danger=True,
    )  # fmt: skip


@bp.route("/<int:id>/rounds/<int:number>/earlier/", methods=["GET", "POST"])
@decided_inside
def earlier(id: int, number: int) -> ResponseReturnValue:  # noqa: A002
    """What became of each point of the report before."""
    round_ = _confer(id, number)
    points = queries.points_to_check(round_)
    if not points:
        raise Refused(_("这是第一轮，没有要复核的问题。"))
    papers = [Paper.read(said.facts) for said in sittings.opinions(round_.panel)]
    said = {p.id: [paper.checks[p.id] for paper in papers if p.id in paper.checks] for p in points}
    form = earlier_form(
        points, {id_: max(sorted(set(words)), key=words.count) for id_, words in said.items() if words}
    )
    if form.accepts():
        outcomes = {p.id: Outcome(form[f"check_{p.id}"].data) for p in points}
        actions.settle_earlier(round_, outcomes=outcomes, actor=actor())
        flash(_("已写明复核结果。"), "done")
        return back_to("review_conferring.show", id=id, number=number)
    counted = {
        id_: [(o, words.count(o.value)) for o in Outcome if o.value in words] for id_, words in said.items()
    }
    return render_template(
        "association/review/earlier.html", round=round_, form=form, points=points, counted=counted, crumbs_=crumbs(round_), back=address(round_)
    )  # fmt: skip


@bp.route("/<int:id>/rounds/<int:number>/report/", methods=["GET", "POST"])
@decided_inside
def report(id: int, number: int) -> ResponseReturnValue:  # noqa: A002
    """Sum up, and put it to the panel."""
    round_ = _confer(id, number)
    minutes = sittings.minutes_of(round_.panel)
    form = ReportForm(
        data={
            "conclusion": minutes.conclusion if minutes else None,
            "summary": minutes.text if minutes else "",
            "merits": round_.merits,
        }
    )
    return _small_page(
        form, round_,
        lambda: actions.write_report(
            round_, conclusion=Conclusion(form.conclusion.data), summary=form.summary.data or "", merits=form.merits.data or "", actor=actor()
        ),
        heading=_("总的看法和结论"), button=_("请专家确认"), done=_("已写信请专家确认报告稿。"),
        lede=_("专家逐位确认，或者保留不同意见；保留的意见写入报告，不写姓名。"),
    )  # fmt: skip
