"""The desk: the bank of questions."""

from functools import partial
from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.consultations import citing
from association.exams import actions, queries
from association.exams.forms import QuestionForm
from association.exams.models import Question, QuestionKind, QuestionState
from association.exams.policy import P
from association.exams.workflow import QUESTION
from association.kernel import dated, history, steps
from association.kernel.forms import Form
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l

bp = Blueprint("exam_bank", __name__, url_prefix="/desk/exams")

COLUMNS = (
    Column("id", _l("编号"), lambda q: q.id),
    Column("kind", _l("题型"), lambda q: str(q.kind.label)),
    Column("topic", _l("主题"), lambda q: q.topic),
    Column("words", _l("题干"), lambda q: q.words),
    Column("points", _l("分值"), lambda q: q.points),
    Column("clauses", _l("依据"), lambda q: _("；").join(c["called"] for c in q.clauses)),
    Column("state", _l("状态"), lambda q: str(q.state.label)),
)


def page_of(question: Question) -> str:
    return url_for("exam_bank.show", id=question.id)


steps.add_steps(bp, Question, QUESTION, see=P.SEE_BANK, page_of=page_of, title_of=lambda q: q.called)


def crumbs(question: Question | None = None) -> list[tuple[object, str | None]]:
    above: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")), (_("培训"), url_for("training_desk.index")), (_("考试题库"), url_for("exam_bank.index")),
    ]  # fmt: skip
    return above if question is None else [*above, (question.called, page_of(question))]


def least() -> int:
    return int(dated.value("exams.statistics_least"))


@bp.get("/")
@needs(P.SEE_BANK)
def index() -> ResponseReturnValue:
    """Every question; how many answered it rightly only where enough did."""
    filters = [
        Words("q", _l("题干"), queries.worded),
        Choice("kind", _l("题型"), lambda rows, v: rows.where(Question.kind == QuestionKind(v)), pairs=[(k.value, k.label) for k in QuestionKind]),
        Choice("topic", _l("主题"), lambda rows, v: rows.where(Question.topic == v), pairs=lambda: [(t, t) for t in dated.value("exams.topics")]),
        Choice(
            "state", _l("状态"), lambda rows, v: rows.where(Question.state == QuestionState(v)), pairs=[(s.value, s.label) for s in QuestionState],
            as_links=True, counted=Question.state,
        ),
    ]  # fmt: skip
    listing = Listing(
        queries.bank(), columns=COLUMNS, url_of=page_of, filters=filters,
        orders={"newest": (_l("最新起草在前"), (Question.id.desc(),)), "oldest": (_l("最早起草在前"), (Question.id,))},
    )  # fmt: skip
    return listing.answer(
        "association/exams/bank.html", may_write=can(actor(), P.WRITE), may_list=can(actor(), P.LIST), least=least(),
        shares=queries.right_shares([q.id for q in listing.items], least()),
    )  # fmt: skip


@bp.get("/questions/<int:id>/")
@needs(P.SEE_BANK)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One question with its clauses, and what has changed about them."""
    question = find(Question, id, P.SEE_BANK)
    return render_template(
        "association/exams/question.html", question=question, lines=history.panel(question), may_write=can(actor(), P.WRITE, question),
        is_draft=question.state is QuestionState.DRAFT, buttons=steps.buttons(QUESTION, question, endpoint="exam_bank.step_exam_question"),
        share=queries.right_shares([id], least()).get(id), least=least(),
    )  # fmt: skip


@bp.route("/questions/new/", methods=["GET", "POST"])
@needs(P.WRITE)
def new() -> ResponseReturnValue:
    """Write one."""
    form = QuestionForm()
    if form.accepts():
        question = actions.draft_question(**form.values, actor=actor())
        flash(_("已保存。请登记所依据的条款，再请签发人启用。"), "done")
        return back_to("exam_bank.show", id=question.id)
    return form_page(
        form, heading=_("起草考题"), button=_("保存"), back=url_for("exam_bank.index"), crumbs=crumbs()
    )


def _draft(id_: int) -> Question:
    question = find(Question, id_, P.WRITE)
    if opening():
        actions.check_draft(question)
    return question


def _page(form: Form, question: Question, heading: str, **more: Any) -> str:
    return form_page(
        form, heading=heading, button=heading, back=page_of(question), crumbs=crumbs(question), **more
    )


@bp.route("/questions/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """Change it while it was never asked."""
    question = _draft(id)
    form = QuestionForm(data=QuestionForm.shown(question))
    if form.accepts():
        actions.change_question(question, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("exam_bank.show", id=id)
    return _page(form, question, _("修改考题"))


@bp.route("/questions/<int:id>/clauses/", methods=["GET", "POST"])
@decided_inside
def clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """A clause it rests on."""
    question = _draft(id)
    return citing.note_clause(
        partial(actions.add_clause, question, actor=actor()), page_of=page_of(question), heading=_("登记所依据的条款"), button=_("登记所依据的条款"), crumbs=crumbs(question),
    )  # fmt: skip


@bp.route("/questions/<int:id>/clauses/remove/", methods=["GET", "POST"])
@decided_inside
def remove_clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin the list of clauses anew."""
    question = _draft(id)
    return citing.empty_list(
        partial(actions.remove_clauses, question, actor=actor()), page_of=page_of(question), heading=_("清空所依据的条款"), button=_("清空所依据的条款"), crumbs=crumbs(question),
    )  # fmt: skip
