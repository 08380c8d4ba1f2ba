"""The page of an interview, read by the organisation and by staff on duty, and each of its steps that asks for words."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.forms import Form
from association.kernel.pages import form_page
from association.kernel.policy import Permission, can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _
from association.remedies import actions, queries
from association.remedies.forms import InterviewForm, MinutesForm, MoveForm, TextForm
from association.remedies.models import HELD, Interview, words_of
from association.remedies.policy import P
from association.remedies.workflow import INTERVIEW

bp = Blueprint("own_interviews", __name__, url_prefix="/my/interviews")
OWN_PAGES = ("ask_move", "decline", "object", "move", "hold", "cancel")


def page_of(interview: Interview) -> str:
    return url_for("own_interviews.show", id=interview.id)


steps.add_steps(bp, Interview, INTERVIEW, see=P.SEE, page_of=page_of, title_of=lambda i: i.called)


def _crumbs(interview: Interview | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]]
    if can(actor(), P.READ_DESK):
        trail = [(_("工作台"), url_for("desk.index")), (_("约谈"), url_for("remedies_desk.interviews"))]
    else:
        trail = [(_("收到的指导意见和约谈"), url_for("own_remedies.index"))]
    return trail if interview is None else [*trail, (interview.number, page_of(interview))]


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """When and about what, who came, what was said, what was asked afterwards."""
    interview = find(Interview, id, P.SEE)
    is_staff = can(actor(), P.READ_DESK)
    notes = [note for note in queries.notes_from(interview) if can(actor(), P.SEE, note)]
    return render_template(
        "association/remedies/interview.html", interview=interview, is_staff=is_staff, notes=notes, bound_by=words_of(interview.bound_by),
        crumbs=_crumbs(), may_write=can(actor(), P.WRITE) and interview.state in HELD, lines=history.panel(interview) if is_staff else None,
        buttons=steps.buttons(
            INTERVIEW, interview, endpoint="own_interviews.step_interview",
            own_pages={deed: url_for(f"own_interviews.{deed}_page", id=id) for deed in OWN_PAGES},
        ),
    )  # fmt: skip


@bp.route("/propose/", methods=["GET", "POST"])
@needs(P.INTERVIEW)
def propose() -> ResponseReturnValue:
    """Fix what, where and when."""
    form = InterviewForm()
    if form.accepts():
        interview = actions.propose(**form.values, actor=actor())
        flash(_("已安排，并写信请单位确认。"), "done")
        return back_to("own_interviews.show", id=interview.id)
    return form_page(
        form, heading=_("安排约谈"), button=_("安排并告知"), back=url_for("remedies_desk.interviews"), crumbs=_crumbs(),
        lede=_("会员和公约签署单位应当参加，可以申请改期；其他单位收到的是邀请，可以不接受。"),
    )  # fmt: skip


def _step(
    id_: int, deed: str, form: Form, *, needed: Permission, done: str, typed: bool = False
) -> ResponseReturnValue:
    """The page of a step that asks for more than a press; words stay with the interview and out of the trail."""
    interview = find(Interview, id_, needed)
    steps.ready(INTERVIEW, deed, interview)
    if typed and not form.is_submitted():
        form.process(obj=interview)
    if form.accepts():
        INTERVIEW.take(deed, interview, actor=actor(), **form.values)
        flash(done, "done")
        return back_to("own_interviews.show", id=id_)
    return steps.form_page_of(INTERVIEW, deed, form, back=page_of(interview), crumbs=_crumbs(interview))


def _words(label: str) -> TextForm:
    form = TextForm()
    form.text.label.text = label
    return form


@bp.route("/<int:id>/ask-move/", methods=["GET", "POST"])
@decided_inside
def ask_move_page(id: int) -> ResponseReturnValue:  # noqa: A002
    """Another time would be better."""
    form = _words(_("为什么要改，哪些时间合适"))
    return _step(id, "ask_move", form, needed=P.MEET, done=_("已申请改期。"))


@bp.route("/<int:id>/decline/", methods=["GET", "POST"])
@decided_inside
def decline_page(id: int) -> ResponseReturnValue:  # noqa: A002
    """An invitation may be declined."""
    return _step(id, "decline", _words(_("想说明的情况")), needed=P.MEET, done=_("已告知协会。"))


@bp.route("/<int:id>/object/", methods=["GET", "POST"])
@decided_inside
def object_page(id: int) -> ResponseReturnValue:  # noqa: A002
    """The minutes do not tell what was said."""
    return _step(id, "object", _words(_("哪里与谈话不符")), needed=P.MEET, done=_("已提出异议。"))


@bp.route("/<int:id>/move/", methods=["GET", "POST"])
@decided_inside
def move_page(id: int) -> ResponseReturnValue:  # noqa: A002
    """Another time."""
    return _step(id, "move", MoveForm(), needed=P.INTERVIEW, done=_("已改定，并写信请单位确认。"), typed=True)


@bp.route("/<int:id>/hold/", methods=["GET", "POST"])
@decided_inside
def hold_page(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who came and what was said; written anew after an objection."""
    return _step(
        id, "hold", MinutesForm(), needed=P.INTERVIEW, done=_("已登记，并请单位确认纪要。"), typed=True
    )


@bp.route("/<int:id>/cancel/", methods=["GET", "POST"])
@decided_inside
def cancel_page(id: int) -> ResponseReturnValue:  # noqa: A002
    """It does not take place."""
    return _step(
        id,
        "cancel",
        _words(_("取消的理由（单位会看到）")),
        needed=P.INTERVIEW,
        done=_("已取消，并写信告知单位。"),
    )
