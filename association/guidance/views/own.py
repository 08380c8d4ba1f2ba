"""Asking in private, and the page of a question: the asking side and the staff on duty read the same one, each with their own buttons."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.guidance import actions, queries
from association.guidance.forms import AskForm, RateForm, SayForm
from association.guidance.models import Question
from association.guidance.policy import P
from association.guidance.workflow import QUESTION
from association.kernel import attachments, history, steps
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _
from association.organisations import queries as organisations

bp = Blueprint("own_guidance", __name__, url_prefix="/my/guidance")
SIDE = ("clerk", "signer")


def page_of(question: Question) -> str:
    return url_for("own_guidance.show", id=question.id)


steps.add_steps(
    bp, Question, QUESTION, see=P.SEE, page_of=page_of, title_of=lambda q: f"{q.reference} {q.title}"
)


def crumbs(question: Question | None = None) -> list[tuple[object, str | None]]:
    """The way to a question, from the reader's own list or from the desk's."""
    if can(actor(), P.READ_DESK):
        trail = [(_("工作台"), url_for("desk.index")), (_("业务咨询"), url_for("guidance_desk.index"))]
    else:
        trail = [(_("我的咨询"), url_for("own_guidance.index"))]
    return trail if question is None else [*trail, (question.reference, page_of(question))]  # type: ignore[return-value]


@bp.get("/")
@needs(P.ASK)
def index() -> ResponseReturnValue:
    """Everything one has asked, for oneself or for those one acts for."""
    questions = queries.asked_by(actor().account_id, actor().ids("organisation", *SIDE))
    return render_template("association/guidance/own.html", questions=questions)


@bp.route("/ask/", methods=["GET", "POST"])
@needs(P.ASK)
def ask() -> ResponseReturnValue:
    """Ask the association."""
    form = AskForm()
    mine = {o.id: o.name for o in organisations.mine(actor()) if o.id in actor().ids("organisation", *SIDE)}
    form.organisation_id.choices = [*mine.items(), (0, _("我本人"))]
    if form.accepts():
        question = actions.ask(**form.values, actor=actor())
        flash(_("已收到，编号%(number)s。答复的期限写在下面。", number=question.reference), "done")
        return back_to("own_guidance.show", id=question.id)
    return form_page(
        form, heading=_("业务咨询"), button=_("提交咨询"), back=url_for("own_guidance.index"), crumbs=crumbs(),
        lede=_("咨询和答复只有提问方和当值的工作人员能看到。答复仅供参考，没有约束力，不构成许可或者批准；有普遍意义的，隐去单位、作品和账号后另行公开。"),
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was asked, said and answered."""
    question = find(Question, id, P.SEE)
    is_staff = can(actor(), P.READ_DESK)
    messages = queries.messages_of(question, internal=is_staff)
    own_pages = {
        deed: url_for(f"own_guidance.{deed}", id=id) for deed in ("reply", "further", "rate")
    } | {
        deed: url_for(f"guidance_desk.{deed}", id=id) for deed in ("answer", "assign", "ask_back", "return_answer")
    }  # fmt: skip
    draft = queries.draft_of(question) if is_staff else None
    return render_template(
        "association/guidance/question.html", question=question, messages=messages, is_staff=is_staff, draft=draft,
        papers=attachments.of_many(messages, actions.FILES), answers=queries.answers_of(question),
        published=queries.of_question(question) if can(actor(), P.READ_FILE) else [],
        buttons=steps.buttons(QUESTION, question, endpoint="own_guidance.step_guidance_question", own_pages=own_pages),
        may_cite=draft is not None and any(step.deed == "answer" for step in QUESTION.open_to(actor(), question)),
        may_publish=can(actor(), P.DRAFT) and bool(queries.answers_of(question)), crumbs=crumbs(),
        lines=history.panel(question) if is_staff else None,
    )  # fmt: skip


def _say(id_: int, deed: str, *, heading: str, button: str, lede: str = "") -> ResponseReturnValue:
    question = find(Question, id_, P.TAKE_PART)
    steps.ready(QUESTION, deed, question)
    form = SayForm()
    if form.accepts():
        say = {"reply": actions.reply, "further": actions.further}[deed]
        say(question, **form.values, actor=actor())
        flash(_("已送秘书处。"), "done")
        return back_to("own_guidance.show", id=id_)
    return form_page(
        form, heading=heading, button=button, back=page_of(question), crumbs=crumbs(question), lede=lede
    )


@bp.route("/<int:id>/reply/", methods=["GET", "POST"])
@decided_inside
def reply(id: int) -> ResponseReturnValue:  # noqa: A002
    """Say more."""
    return _say(
        id, "reply", heading=_("补充说明"), button=_("提交补充"), lede=_("答复的期限从补充之日重新起算。")
    )


@bp.route("/<int:id>/further/", methods=["GET", "POST"])
@decided_inside
def further(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask about the answer."""
    return _say(id, "further", heading=_("追问"), button=_("提交追问"))


@bp.route("/<int:id>/rate/", methods=["GET", "POST"])
@decided_inside
def rate(id: int) -> ResponseReturnValue:  # noqa: A002
    """Say whether it helped."""
    question = find(Question, id, P.TAKE_PART)
    steps.ready(QUESTION, "rate", question)
    said = {True: "yes", False: "no", None: None}[question.helped]
    form = RateForm(data={"helped": said, "note": question.helped_note})
    if form.accepts():
        actions.rate(question, **form.values, actor=actor())
        flash(_("谢谢，已记下。"), "done")
        return back_to("own_guidance.show", id=id)
    return form_page(
        form,
        heading=_("这个答复有没有帮助"),
        button=_("提交"),
        back=page_of(question),
        crumbs=crumbs(question),
    )
