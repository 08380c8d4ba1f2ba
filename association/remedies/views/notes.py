"""What staff do with a note: write it, rest it on clauses, return, extend, recheck, withdraw it."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, flash, request, url_for
from flask.typing import ResponseReturnValue

from association.consultations import citing
from association.kernel import steps
from association.kernel.errors import Refused
from association.kernel.forms import Form
from association.kernel.pages import form_page
from association.kernel.policy import Permission
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _
from association.remedies import actions
from association.remedies.forms import NoteForm, TextForm, UntilForm
from association.remedies.models import GuidanceNote, Interview, NoteState, Source
from association.remedies.policy import P
from association.remedies.views.own import crumbs, page_of
from association.remedies.workflow import NOTE

bp = Blueprint("remedy_notes", __name__, url_prefix="/desk/remedies")


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.WRITE)
def new() -> ResponseReturnValue:
    """Begin one; another page may hand over the organisation's code, where it came from (`source`, `about`), or the interview."""
    interview = _interview()
    typed: dict[str, object] = {"code": request.args.get("code", ""), "source": request.args.get("source", ""),
                                "source_words": request.args.get("about", "")}  # fmt: skip
    if interview is not None:
        typed = {
            "code": interview.organisation.uscc,
            "source": Source.INTERVIEW.value,
            "source_words": interview.number,
        }
    form = NoteForm(data=typed | {"wants_report": True})
    if form.accepts():
        note = actions.draft(**form.values, interview=interview, actor=actor())
        flash(_("已存为草稿。请登记所依条款，再送签发。"), "done")
        return back_to("own_remedies.show", id=note.id)
    return form_page(
        form, heading=_("起草指导意见"), button=_("存为草稿"), back=url_for("remedies_desk.index"), crumbs=crumbs(),
        lede=_("由另一人签发，再由第三人复查。会员和公约签署单位收到的是整改要求，其他单位收到的是改进建议。"),
    )  # fmt: skip


def _interview() -> Interview | None:
    wanted = request.args.get("interview", "")
    is_number = wanted.isascii() and wanted.isdecimal() and len(wanted) < 10
    return find(Interview, int(wanted), P.READ_DESK) if is_number else None


def _draft(id_: int) -> GuidanceNote:
    note = find(GuidanceNote, id_, P.WRITE)
    if opening() and note.state is not NoteState.DRAFT:
        raise Refused(_("已经送签发，不能再改；要改请先退回。"))
    return note


@bp.route("/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write a draft anew; to whom it is stays."""
    note = _draft(id)
    form = NoteForm(
        data={name: getattr(note, name) for name in ("title", "facts", "asks", "wants_report", "due_on")}
    )
    del form.code, form.source, form.source_words
    if form.accepts():
        actions.change(note, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("own_remedies.show", id=id)
    return form_page(
        form, heading=_("修改指导意见"), button=_("保存"), back=page_of(note), crumbs=crumbs(note)
    )


@bp.route("/<int:id>/clauses/", methods=["GET", "POST"])
@decided_inside
def clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Note a clause it rests on."""
    note = _draft(id)
    return citing.note_clause(
        partial(actions.add_clause, note, actor=actor()), page_of=page_of(note), heading=_("登记所依条款"), button=_("登记"), crumbs=crumbs(note),
    )  # fmt: skip


@bp.route("/<int:id>/clauses/remove/", methods=["GET", "POST"])
@decided_inside
def remove_clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin the list of clauses anew."""
    note = _draft(id)
    return citing.empty_list(
        partial(actions.remove_clauses, note, actor=actor()), page_of=page_of(note), heading=_("清空所依条款"), button=_("清空"), crumbs=crumbs(note),
    )  # fmt: skip


def _step(
    id_: int, deed: str, form: Form, *, needed: Permission, done: str, lede: str = "", also: Callable[[GuidanceNote], None] | None = None
) -> ResponseReturnValue:  # fmt: skip
    """The page of a step that asks for words: they stay with the note and out of the trail."""
    note = find(GuidanceNote, id_, needed)
    steps.ready(NOTE, deed, note)
    if also is not None:
        also(note)
    if form.accepts():
        NOTE.take(deed, note, actor=actor(), **form.values)
        flash(done, "done")
        return back_to("own_remedies.show", id=id_)
    return steps.form_page_of(NOTE, deed, form, back=page_of(note), crumbs=crumbs(note), lede=lede)


@bp.route("/<int:id>/return/", methods=["GET", "POST"])
@decided_inside
def return_note(id: int) -> ResponseReturnValue:  # noqa: A002
    """Back to its drafter."""
    form = TextForm()
    form.text.label.text = _("退回的理由")
    return _step(id, "return_note", form, needed=P.ISSUE, done=_("已退回修改。"))


@bp.route("/<int:id>/extend/", methods=["GET", "POST"])
@decided_inside
def extend(id: int) -> ResponseReturnValue:  # noqa: A002
    """More time, asked for or not."""
    form = UntilForm()
    del form.text

    def wished(note: GuidanceNote) -> None:
        if opening():
            form.until.data = note.wish_on

    return _step(id, "extend", form, needed=P.RECHECK, done=_("期限已改，并写信告知单位。"), also=wished)


@bp.route("/<int:id>/close/", methods=["GET", "POST"])
@decided_inside
def close(id: int) -> ResponseReturnValue:  # noqa: A002
    """Rechecked: done."""
    form = TextForm()
    form.text.label.text = _("复查的结论（单位会看到）")
    return _step(
        id,
        "close",
        form,
        needed=P.RECHECK,
        done=_("已办结，并写信告知单位。"),
        lede=_("逐项核对材料后办结。办结只表明所列各条已经办到。"),
    )


@bp.route("/<int:id>/ask-again/", methods=["GET", "POST"])
@decided_inside
def ask_again(id: int) -> ResponseReturnValue:  # noqa: A002
    """Rechecked: something is missing."""
    form = UntilForm()
    form.text.label.text = _("还缺什么（单位会看到）")
    return _step(id, "ask_again", form, needed=P.RECHECK, done=_("已请单位补正，并写信告知。"))


@bp.route("/<int:id>/withdraw/", methods=["GET", "POST"])
@decided_inside
def withdraw(id: int) -> ResponseReturnValue:  # noqa: A002
    """It should not have been issued, or is asked no longer."""
    form = TextForm()
    form.text.label.text = _("撤回的理由（单位会看到）")
    return _step(id, "withdraw", form, needed=P.ISSUE, done=_("已撤回，并写信告知单位。"))
