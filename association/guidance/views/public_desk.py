"""The desk of public answers: drafting, three reviews, rechecking, new versions."""

from functools import partial

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.consultations import citing
from association.guidance import actions, labels, queries
from association.guidance.forms import PublicForm
from association.guidance.models import PublicAnswer, PublicState, Question
from association.guidance.policy import P
from association.guidance.views.public import COLUMNS, ORDERS
from association.guidance.workflow import PUBLIC_ANSWER
from association.kernel import clock, dated, history, steps
from association.kernel.errors import Refused
from association.kernel.forms import ButtonForm
from association.kernel.lists import Choice, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l

bp = Blueprint("public_guidance_desk", __name__, url_prefix="/desk/guidance/public")


def page_of(answer: PublicAnswer) -> str:
    return url_for("public_guidance_desk.show", id=answer.id)


steps.add_steps(
    bp, PublicAnswer, PUBLIC_ANSWER, see=P.READ_FILE, page_of=page_of, title_of=lambda a: str(a.title)
)


def _crumbs(answer: PublicAnswer | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (_("公开指导的办理"), url_for("public_guidance_desk.index")),
    ]
    return trail if answer is None else [*trail, (answer.title, page_of(answer))]


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All of them, drafts, older versions and withdrawn ones too."""
    listing = Listing(
        queries.everything(), columns=COLUMNS, url_of=page_of,
        orders={"latest": (_l("最近起草"), (PublicAnswer.id.desc(),)), **ORDERS},
        filters=[
            Words("q", _l("问题、答复或编号"), queries.with_words),
            Choice("topic", _l("主题"), lambda rows, value: rows.where(PublicAnswer.topic == value),
                   pairs=lambda: [(topic, topic) for topic in dated.value("guidance.topics")]),
            Choice("state", _l("状态"), lambda rows, value: rows.where(PublicAnswer.state == PublicState(value)),
                   pairs=[(state.value, state.label) for state in PublicState]),
            Choice("doubt", _l("复核"), lambda rows, _value: rows.where(PublicAnswer.doubted_at.is_not(None)),
                   pairs=[("yes", _l("待复核"))]),
        ],
    )  # fmt: skip
    return listing.answer("association/guidance/public_desk.html", may_draft=can(actor(), P.DRAFT))


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.DRAFT)
def new() -> ResponseReturnValue:
    """Begin one; with `?question=` from a question that was answered."""
    wanted = request.args.get("question", "")
    question = (
        find(Question, int(wanted), P.SEE)
        if wanted.isascii() and wanted.isdecimal() and len(wanted) < 10
        else None
    )
    typed: dict[str, object] = {"basis_on": clock.today()}
    if question is not None:
        answers = queries.answers_of(question)
        typed |= {"topic": question.topic, "answers": answers[-1].text if answers else ""}
        typed |= {"basis_on": answers[-1].basis_on, "basis_note": answers[-1].basis_note} if answers else {}
    form = PublicForm(data=typed)
    if form.accepts():
        answer = actions.draft(question=question, **form.values, actor=actor())
        flash(_("已存为草稿。请核对所依条款，再送初审。"), "done")
        return back_to("public_guidance_desk.show", id=answer.id)
    return form_page(
        form, heading=_("起草公开指导"), button=_("存为草稿"), back=url_for("public_guidance_desk.index"), crumbs=_crumbs(),
        lede=_("用自己的话写成一般情况：看不出是谁问的。经初审、复审、终审，由三个人办理后公开。"),
    )  # fmt: skip


@bp.route("/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write a draft anew."""
    answer = _draft(id)
    names = ("topic", "title", "asks", "answers", "basis_on", "basis_note", "publish_at")
    form = PublicForm(data={name: getattr(answer, name) for name in names})
    if form.accepts():
        actions.change(answer, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("public_guidance_desk.show", id=id)
    return form_page(
        form, heading=_("修改公开指导"), button=_("保存"), back=page_of(answer), crumbs=_crumbs(answer)
    )


def _draft(id_: int) -> PublicAnswer:
    answer = find(PublicAnswer, id_, P.DRAFT)
    if opening() and answer.state is not PublicState.DRAFT:
        raise Refused(_("已经送审，不能再改；要改请先退回。"))
    return answer


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One with its reviews; the question it came from is shown to whoever may see that."""
    answer = find(PublicAnswer, id, P.READ_FILE)
    question = (
        answer.question if answer.question is not None and can(actor(), P.SEE, answer.question) else None
    )
    return render_template(
        "association/guidance/public_work.html", answer=answer, question=question, change=labels.change, lines=history.panel(answer),
        is_draft=answer.state is PublicState.DRAFT and can(actor(), P.DRAFT, answer), versions=queries.versions_of(answer),
        under_way=queries.version_under_way(answer), may_revise=answer.state is PublicState.PUBLISHED and can(actor(), P.DRAFT, answer),
        buttons=steps.buttons(PUBLIC_ANSWER, answer, endpoint="public_guidance_desk.step_public_answer"),
    )  # fmt: skip


@bp.route("/<int:id>/revise/", methods=["GET", "POST"])
@decided_inside
def revise(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin the next version."""
    answer = find(PublicAnswer, id, P.DRAFT)
    form = ButtonForm()
    if form.accepts():
        fresh = actions.revise(answer, actor=actor())
        flash(_("已照现行版起草新的一版。"), "done")
        return back_to("public_guidance_desk.show", id=fresh.id)
    return form_page(
        form, heading=_("修订为新的一版"), button=_("起草新版"), back=page_of(answer), crumbs=_crumbs(answer),
        lede=_("新版经三审公开后代替现行版；现行版保留原文，注明已有新版。"),
    )  # fmt: skip


@bp.route("/<int:id>/clauses/", methods=["GET", "POST"])
@decided_inside
def clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Note a clause it rests on."""
    answer = _draft(id)
    return citing.note_clause(
        partial(actions.add_public_clause, answer, actor=actor()), page_of=page_of(answer), heading=_("登记所依条款"), button=_("登记"), crumbs=_crumbs(answer),
    )  # fmt: skip


@bp.route("/<int:id>/clauses/remove/", methods=["GET", "POST"])
@decided_inside
def remove_clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin the list of clauses anew."""
    answer = _draft(id)
    return citing.empty_list(
        partial(actions.remove_public_clauses, answer, actor=actor()), page_of=page_of(answer), heading=_("清空所依条款"), button=_("清空"), crumbs=_crumbs(answer),
    )  # fmt: skip
