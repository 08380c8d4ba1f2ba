"""An expert's own opinion: eight gates, findings, conclusion. It is saved while it is written; nobody else reads it before all are in."""

from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.consultations import texts as clauses
from association.footage import queries as files
from association.kernel.errors import Refused, Unknown
from association.kernel.forms import StepForm
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.panels.models import PanelSeat
from association.panels.policy import P as PanelsP
from association.review import actions, queries
from association.review.actions import opining
from association.review.forms import NotedForm, opinion_form, said_in
from association.review.labels import LABELS
from association.review.models import Conclusion, Gate, ReviewRound
from association.review.opinions import Noted, Paper, seconds_of, timecode
from association.rules import queries as rules
from association.rules.models import Edition

bp = Blueprint("review_opinions", __name__, url_prefix="/review/opinions")


def seat_and_round(id_: int) -> tuple[PanelSeat, ReviewRound]:
    """A seat of a review's panel whose member has declared; the round it sits on."""
    seat = find(PanelSeat, id_, PanelsP.READ)
    round_ = queries.round_of_panel(seat.panel)
    if round_ is None:
        raise Unknown
    return seat, round_


def crumbs(
    seat: PanelSeat | None = None, round_: ReviewRound | None = None
) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [(_("专家工作台"), url_for("review.index"))]
    if seat is not None and round_ is not None:
        trail.append((round_.review.called, url_for("review_opinions.write", id=seat.id)))
    return trail


@bp.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def write(id: int) -> ResponseReturnValue:  # noqa: A002
    """The whole opinion. `do=auto` is the page's clock, `do=next` saves and goes on to handing in."""
    seat, round_ = seat_and_round(id)
    if not opening():
        find(PanelSeat, id, PanelsP.VOTE)
    paper, word, summary = opining.read(seat, reader=actor())
    points = queries.points_to_check(round_)
    form = opinion_form(paper, word, summary, points)
    if form.accepts():
        actions.save(seat, **said_in(form, points), actor=actor())
        do = request.form.get("do", "save")
        if do == "auto":
            return jsonify(said=_("已自动保存"))
        if do == "next":
            return back_to("review_opinions.hand_in", id=id)
        flash(_("已保存。") if seat.voted_at is None else _("已重新提交。"), "done")
        return redirect(request.path, 303)
    is_open = not round_.is_unsealed
    return render_template(
        "association/review/opinion.html" if is_open else "association/review/opinion_given.html", seat=seat, round=round_, review=round_.review,
        paper=paper, form=form, points=points, crumbs_=crumbs(), labels=LABELS, summary=summary,
        conclusion=Conclusion(word) if word else None, seen=_seen(round_), gate_names=[gate.value for gate in Gate],
        files=[(file, StepForm(formdata=None)) for file in files.files_of(round_.version)],
    )  # fmt: skip


def _seen(round_: ReviewRound) -> dict[int, Any]:
    account = actor().account_id
    return dict(files.seen(round_.version, account)) if account is not None else {}


@bp.route("/<int:id>/hand-in/", methods=["GET", "POST"])
@decided_inside
def hand_in(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was saved becomes the opinion."""
    seat, round_ = seat_and_round(id)
    find(PanelSeat, id, PanelsP.VOTE)
    if opening():
        opining.check(seat, actor=actor())
    form = StepForm()
    del form.reason
    if form.accepts():
        actions.hand_in(seat, actor=actor())
        flash(_("意见已提交。"), "done")
        return back_to("review_opinions.write", id=id)
    return form_page(
        form, heading=_("提交意见：%(work)s", work=round_.review.called), button=_("提交意见"), back=url_for("review_opinions.write", id=id),
        crumbs=crumbs(seat, round_), lede=_("全部意见到齐之前，别人看不到你的意见，你也看不到别人的；在此以前可以重新提交。"),
    )  # fmt: skip


@bp.route("/<int:id>/findings/new/", methods=["GET", "POST"])
@decided_inside
def new(id: int) -> ResponseReturnValue:  # noqa: A002
    """A finding from nothing."""
    return _finding_page(id, Noted(), heading=_("登记问题"))


@bp.route("/<int:id>/findings/<word>/", methods=["GET", "POST"])
@decided_inside
def edit(id: int, word: str) -> ResponseReturnValue:  # noqa: A002
    """One that was noted already."""
    seat, _round = seat_and_round(id)
    noted = opining.read(seat, reader=actor())[0].noted(word)
    if noted is None:
        raise Unknown
    return _finding_page(id, noted, heading=_("写全这个问题"))


def _finding_page(id_: int, noted: Noted, *, heading: str) -> ResponseReturnValue:
    seat, round_ = seat_and_round(id_)
    if opening():
        opining.check_open(seat, actor=actor())
    form = NotedForm(
        data={
            "gate": noted.gate, "severity": noted.severity, "file": noted.file or 0, "at": timecode(noted.at) if noted.at is not None else "",
            "page": noted.page, "fact": noted.fact, "cause": noted.cause, "proposal": noted.proposal, "edition": noted.edition or 0, "path": noted.path,
        }
    )  # fmt: skip
    named = {file.id: _called(file) for file in files.files_of(round_.version)}
    editions = {e.id: e for e in rules.citable()}
    form.file.choices = [(0, _("全片")), *named.items()]
    form.edition.choices = [(0, _("不依据条款")), *((e.id, e.called) for e in editions.values())]
    if form.accepts():
        typed = form.values
        edition = editions.get(typed["edition"])
        kept = Noted(
            id=noted.id, gate=typed["gate"], severity=typed["severity"], file=typed["file"] or None, where=named.get(typed["file"], ""),
            at=seconds_of(typed["at"]) if typed["at"] else None, page=typed["page"], fact=typed["fact"] or "", cause=typed["cause"] or "",
            proposal=typed["proposal"] or "",
        )  # fmt: skip
        actions.keep_noted(
            seat, kept, edition=edition, path=_path(edition, typed["path"] or ""), actor=actor()
        )
        flash(_("已保存这个问题。"), "done")
        return back_to("review_opinions.write", id=id_)
    return form_page(
        form, heading=heading, button=_("保存"), back=url_for("review_opinions.write", id=id_), crumbs=crumbs(seat, round_),
        lede=_("按“问题、原因、建议”写。没有写全也可以先保存，提交意见前补全。"),
    )  # fmt: skip


def _called(file: Any) -> str:
    return _("第%(n)d集", n=file.episode) if file.episode is not None else str(file.name)


def _path(edition: Edition | None, typed: str) -> str:
    if edition is None:
        if typed:
            raise Refused(_("请选择这一条属于哪份规范。"), field="edition")
        return ""
    if not typed:
        raise Refused(_("请写明是哪一条。"), field="path")
    return clauses.path_typed(edition, typed)


@bp.route("/<int:id>/findings/<word>/drop/", methods=["GET", "POST"])
@decided_inside
def drop(id: int, word: str) -> ResponseReturnValue:  # noqa: A002
    """Take it out again."""
    seat, round_ = seat_and_round(id)
    paper: Paper = opining.read(seat, reader=actor())[0]
    noted = paper.noted(word)
    if noted is None:
        raise Unknown
    form = StepForm()
    del form.reason
    if form.accepts():
        actions.drop_noted(seat, word, actor=actor())
        flash(_("已去掉。"), "done")
        return back_to("review_opinions.write", id=id)
    return form_page(
        form, heading=_("去掉这个问题：%(place)s", place=noted.place), button=_("去掉"), back=url_for("review_opinions.write", id=id),
        crumbs=crumbs(seat, round_), lede=noted.fact, danger=True,
    )  # fmt: skip
