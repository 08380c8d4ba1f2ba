"""The desk of questions: those on duty assign, ask back and answer."""

from functools import partial
from typing import Any

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.consultations import citing
from association.guidance import actions, queries
from association.guidance.forms import AnswerForm, AssignForm, ReturnForm, SayForm
from association.guidance.models import Question, QuestionState
from association.guidance.policy import ON_DUTY, P
from association.guidance.views.own import crumbs, page_of
from association.guidance.workflow import QUESTION
from association.kernel import clock, dated, steps
from association.kernel.db import session
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _, _l

bp = Blueprint("guidance_desk", __name__, url_prefix="/desk/guidance")

STATES = (*((state.value, state.label) for state in QuestionState), ("late", _l("逾期未答复")))
COLUMNS = (
    Column("reference", _l("编号"), lambda q: q.reference),
    Column("title", _l("问题"), lambda q: q.title),
    Column("topic", _l("主题"), lambda q: q.topic),
    Column("asked_for", _l("提问方"), lambda q: q.asked_for),
    Column("state", _l("状态"), lambda q: str(q.state.label)),
    Column("asked_at", _l("提出时间"), lambda q: q.asked_at),
    Column("due_on", _l("答复期限"), lambda q: q.due_on),
    Column("assignee", _l("办理人"), lambda q: q.assignee.name if q.assignee else ""),
    Column("helped", _l("有帮助"), lambda q: q.helped),
)


def _in_state(rows: Any, value: str) -> Any:
    if value == "late":
        return rows.where(queries.overdue())
    return rows.where(Question.state == QuestionState(value))


@bp.get("/")
@needs(P.READ_DESK)
def index() -> ResponseReturnValue:
    """Every question, the one due first in front."""
    listing = Listing(
        queries.all_questions(), columns=COLUMNS, url_of=page_of,
        filters=[
            Words("q", _l("编号、单位或内容"), queries.questions_with_words),
            Choice("topic", _l("主题"), lambda rows, value: rows.where(Question.topic == value),
                   pairs=lambda: [(topic, topic) for topic in dated.value("guidance.topics")]),
            Choice("state", _l("状态"), _in_state, pairs=STATES),
            Choice("mine", _l("办理人"), lambda rows, _value: rows.where(Question.assigned_to == actor().account_id),
                   pairs=[("yes", _l("我办的"))]),
        ],
        orders={
            "newest": (_l("最近提出"), (Question.id.desc(),)),
            "due": (_l("期限在前"), (Question.due_on, Question.id)),
        },
    )  # fmt: skip
    return listing.answer("association/guidance/desk.html", may_draft=can(actor(), P.READ_FILE))


@bp.route("/<int:id>/assign/", methods=["GET", "POST"])
@decided_inside
def assign(id: int) -> ResponseReturnValue:  # noqa: A002
    """Who takes it."""
    question = find(Question, id, P.ANSWER)
    steps.ready(QUESTION, "assign", question)
    people = {account.id: account for role in ON_DUTY for account in accounts.with_role(Role(role))}
    form = AssignForm(data={"to": question.assigned_to or actor().account_id})
    form.to.choices = sorted(((a.id, a.name) for a in people.values()), key=lambda pair: pair[1])
    if form.accepts():
        actions.assign(question, to=session.get_one(Account, form.to.data), actor=actor())
        flash(_("已指定办理人。"), "done")
        return back_to("own_guidance.show", id=id)
    return form_page(
        form, heading=_("指定办理人"), button=_("指定"), back=page_of(question), crumbs=crumbs(question)
    )


@bp.route("/<int:id>/ask-back/", methods=["GET", "POST"])
@decided_inside
def ask_back(id: int) -> ResponseReturnValue:  # noqa: A002
    """What must be known first."""
    question = find(Question, id, P.ANSWER)
    steps.ready(QUESTION, "ask_back", question)
    form = SayForm()
    if form.accepts():
        actions.ask_back(question, **form.values, actor=actor())
        flash(_("已请提问方补充，并写信告知。"), "done")
        return back_to("own_guidance.show", id=id)
    return form_page(
        form, heading=_("请提问方补充"), button=_("发出"), back=page_of(question), crumbs=crumbs(question)
    )


@bp.route("/<int:id>/answer/", methods=["GET", "POST"])
@decided_inside
def answer(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write the answer, or write it anew."""
    question = find(Question, id, P.ANSWER)
    steps.ready(QUESTION, "answer", question)
    draft = queries.draft_of(question)
    typed = {"basis_on": clock.today()}
    if draft is not None:
        typed = {name: getattr(draft, name) for name in ("text", "basis_on", "basis_note")}
    form = AnswerForm(data=typed)
    if form.accepts():
        actions.write(question, **form.values, actor=actor())
        flash(_("已存为草稿。请登记所依条款，再送审核。"), "done")
        return back_to("own_guidance.show", id=id)
    return form_page(
        form, heading=_("起草答复"), button=_("存为草稿"), back=page_of(question), crumbs=crumbs(question)
    )


@bp.route("/<int:id>/return-answer/", methods=["GET", "POST"])
@decided_inside
def return_answer(id: int) -> ResponseReturnValue:  # noqa: A002
    """Back to the drafter."""
    question = find(Question, id, P.APPROVE)
    steps.ready(QUESTION, "return_answer", question)
    form = ReturnForm()
    if form.accepts():
        actions.return_answer(question, **form.values, actor=actor())
        flash(_("已退回修改。"), "done")
        return back_to("own_guidance.show", id=id)
    return form_page(
        form, heading=_("退回修改"), button=_("退回"), back=page_of(question), crumbs=crumbs(question)
    )


@bp.route("/<int:id>/clauses/", methods=["GET", "POST"])
@decided_inside
def clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Note a clause the answer rests on."""
    question = find(Question, id, P.ANSWER)
    steps.ready(QUESTION, "answer", question)
    return citing.note_clause(
        partial(actions.add_clause, question, actor=actor()), page_of=page_of(question), heading=_("登记所依条款"), button=_("登记"), crumbs=crumbs(question),
    )  # fmt: skip


@bp.route("/<int:id>/clauses/remove/", methods=["GET", "POST"])
@decided_inside
def remove_clauses(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin the list of clauses anew."""
    question = find(Question, id, P.ANSWER)
    steps.ready(QUESTION, "answer", question)
    return citing.empty_list(
        partial(actions.remove_clauses, question, actor=actor()), page_of=page_of(question), heading=_("清空所依条款"), button=_("清空"), crumbs=crumbs(question),
    )  # fmt: skip
