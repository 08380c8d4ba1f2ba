"""Watching for an opinion: the player, and a note dropped at the place one has come to, by key or by button. Scripts and stills open on their own pages."""

from typing import Any

from flask import Blueprint, flash, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue

from association.footage import actions as footage
from association.footage import queries as files
from association.footage.actions.watching import still_on
from association.footage.models import FileKind, Viewing, WorkFile
from association.footage.policy import P as FootageP
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Unknown
from association.kernel.forms import StepForm
from association.kernel.security import CONTENT_SECURITY_POLICY
from association.kernel.web import actor, back_to, decided_inside, find
from association.kernel.words import _
from association.panels.models import PanelSeat
from association.review import actions
from association.review.actions import opining
from association.review.forms import QuickForm
from association.review.labels import LABELS
from association.review.models import ReviewRound
from association.review.opinions import Noted, seconds_of
from association.review.views.opining import crumbs, seat_and_round

bp = Blueprint("review_watching", __name__, url_prefix="/review/opinions")


@bp.post("/<int:id>/open/<int:file_id>/")
@decided_inside
def open_file(id: int, file_id: int) -> ResponseReturnValue:  # noqa: A002
    """Every opening is on record, and so begun by a button."""
    _seat, round_ = seat_and_round(id)
    file = session.get(WorkFile, file_id)
    if file is None or file.version_id != round_.version_id or not StepForm().accepts():
        raise Unknown
    viewing = footage.open_file(file, actor=actor())
    if file.kind is not FileKind.EPISODE:
        return back_to("watching.show", id=viewing.id)
    return back_to("review_watching.watch", id=id, viewing_id=viewing.id)


def _viewing(round_: ReviewRound, id_: int) -> Viewing:
    """One's own, of an episode of this round's version."""
    viewing = find(Viewing, id_, FootageP.GO_ON)
    if viewing.file.version_id != round_.version_id or viewing.file.kind is not FileKind.EPISODE:
        raise Unknown
    still_on(viewing, actor())
    return viewing


@bp.route("/<int:id>/watch/<int:viewing_id>/", methods=["GET", "POST"])
@decided_inside
def watch(id: int, viewing_id: int) -> ResponseReturnValue:  # noqa: A002
    """The player, with what was noted of this episode below. `do=key` answers the page's script, `do=seen` says that all was watched."""
    seat, round_ = seat_and_round(id)
    viewing = _viewing(round_, viewing_id)
    form = QuickForm()
    if form.accepts():
        if request.form.get("do") == "seen":
            footage.confirm_seen(viewing, actor=actor())
            flash(_("已记下：你确认看完了这一集。"), "done")
            return back_to("review_opinions.write", id=id)
        noted = _note(seat, viewing.file, form)
        if request.form.get("do") == "key":
            return jsonify(said=_("已在%(place)s记下。", place=noted.place))
        flash(_("已在%(place)s记下。", place=noted.place), "done")
        return back_to("review_watching.watch", id=id, viewing_id=viewing_id)
    answer = make_response(
        render_template("association/review/watch.html", **_shown(seat, round_, viewing), form=form)
    )
    answer.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; media-src 'self'"
    return answer


def _shown(seat: PanelSeat, round_: ReviewRound, viewing: Viewing) -> dict[str, Any]:
    paper = opining.read(seat, reader=actor())[0]
    return {
        "seat": seat, "round": round_, "review": round_.review, "viewing": viewing, "file": viewing.file, "labels": LABELS,
        "tracks": files.subtitles_for(viewing.file), "opened_at": clock.now(), "noted": [n for n in paper.findings if n.file == viewing.file_id],
        "seen": files.seen(round_.version, viewing.account_id).get(viewing.file_id), "may_note": seat.voted_at is None and not round_.is_unsealed,
        "crumbs_": crumbs(seat, round_),
    }  # fmt: skip


def _note(seat: PanelSeat, file: WorkFile, form: QuickForm) -> Noted:
    at = seconds_of(form.at.data) if form.at.data else None
    noted = Noted(file=file.id, where=_("第%(n)d集", n=file.episode), at=at, fact=form.fact.data or "")
    return actions.keep_noted(seat, noted, actor=actor())
