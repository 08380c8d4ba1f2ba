"""Reading for an opinion: beside a script stands the way back to one's opinion, and a note at the page one has come to, by key or by link."""

from flask import Blueprint, flash, request, url_for
from flask.typing import ResponseReturnValue

from association.footage.beside import Beside
from association.footage.models import FileKind, Viewing
from association.footage.policy import P as FootageP
from association.kernel.errors import Unknown
from association.kernel.pages import form_page
from association.kernel.policy import Actor, can
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.panels.policy import P as PanelsP
from association.review import actions, queries
from association.review.actions import opining
from association.review.forms import PageNoteForm
from association.review.opinions import Noted
from association.review.views.opining import crumbs, seat_and_round

bp = Blueprint("review_reading", __name__, url_prefix="/review/opinions")


def beside(reader: Actor, viewing: Viewing, page: int | None) -> Beside | None:
    """For members of the panel that reads this version now."""
    review = queries.newest_review_of(viewing.file.version.work_id)
    round_ = queries.current_round(review) if review else None
    if round_ is None or round_.version_id != viewing.file.version_id:
        return None
    seat = round_.panel.seat_of(reader.person_id)
    if seat is None or not can(reader, PanelsP.READ, seat):
        return None
    may_note = page is not None and seat.voted_at is None and not round_.is_unsealed
    here = url_for("review_reading.note", id=seat.id, viewing_id=viewing.id, page=page)
    return Beside(
        back=(_("回到我的意见"), url_for("review_opinions.write", id=seat.id)),
        note=(_("在这一页记下问题（按N键）"), here) if may_note else None,
    )


@bp.route("/<int:id>/read/<int:viewing_id>/note/", methods=["GET", "POST"])
@decided_inside
def note(id: int, viewing_id: int) -> ResponseReturnValue:  # noqa: A002
    """At the page the address names; it is written out later, with the others."""
    seat, round_ = seat_and_round(id)
    viewing = find(Viewing, viewing_id, FootageP.GO_ON)
    if viewing.file.version_id != round_.version_id or viewing.file.kind is not FileKind.SCRIPT:
        raise Unknown
    if opening():
        opining.check_open(seat, actor=actor())
    typed = request.args.get("page", "")
    here = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else viewing.pages[-1]
    form = PageNoteForm(data={"page": here})
    back = url_for("watching.show", id=viewing_id, page=here)
    if form.accepts():
        noted = Noted(
            file=viewing.file_id, where=viewing.file.name, page=form.page.data, fact=form.fact.data or ""
        )
        actions.keep_noted(seat, noted, actor=actor())
        flash(_("已在%(place)s记下。", place=noted.place), "done")
        return back_to("watching.show", id=viewing_id, page=here)
    return form_page(
        form, heading=_("记下一个问题：%(name)s", name=viewing.file.name), button=_("记下"), back=back, crumbs=crumbs(seat, round_),
        lede=_("先记几个字；提交意见前，在意见里写全。"),
    )  # fmt: skip
