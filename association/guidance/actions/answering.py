"""Writing an answer, and what a second person says about it."""

from datetime import date

from association.accounts import queries as accounts
from association.accounts.models import Account
from association.guidance import clauses, queries
from association.guidance.models import GuidanceAnswer, GuidanceMessage, Question
from association.guidance.policy import ON_DUTY, P
from association.guidance.workflow import QUESTION
from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.rules.models import Edition


def assign(question: Question, *, to: Account, actor: Actor) -> None:
    """Give it to somebody on duty; they are written to."""
    if not {role.value for role in accounts.roles_of(to.id)} & set(ON_DUTY):
        raise Refused(_("请选择当值的工作人员。"), field="to")
    QUESTION.take("assign", question, actor=actor, to=to.id)


def write(question: Question, *, text: str, basis_on: date, basis_note: str, actor: Actor) -> GuidanceAnswer:
    """Write the draft, or write it anew. Who writes counts as its drafter."""
    if basis_on > clock.today():
        raise Refused(_("依据截至的日期不能在今天之后。"), field="basis_on")
    QUESTION.take("answer", question, actor=actor)
    draft = queries.draft_of(question)
    if draft is None:
        draft = GuidanceAnswer(
            question_id=question.id, number=len(queries.answers_of(question)) + 1, text="", basis_on=basis_on
        )
        session.add(draft)
    draft.text, draft.basis_on, draft.basis_note = text, basis_on, basis_note
    question.assigned_to = question.assigned_to or actor.account_id
    return draft


def add_clause(question: Question, *, edition: Edition, path: str, actor: Actor) -> str:
    """Note a clause the answer rests on; returns what it is called."""
    draft = _draft(question, actor)
    draft.clauses = clauses.with_one_more(draft.clauses, edition=edition, path=path)
    called = str(draft.clauses[-1]["called"])
    audit.record("add_clause", question, actor=actor, clause=called)
    return called


def remove_clauses(question: Question, *, actor: Actor) -> None:
    """Begin the list of clauses anew."""
    _draft(question, actor).clauses = []
    audit.record("remove_clauses", question, actor=actor)


def _draft(question: Question, actor: Actor) -> GuidanceAnswer:
    require(actor, P.ANSWER, question)
    lock(question)
    QUESTION.check("answer", question, actor=actor)
    draft = queries.draft_of(question)
    if draft is None:
        raise Refused(_("请先写好答复，再登记所依条款。"))
    return draft


def return_answer(question: Question, *, text: str, actor: Actor) -> None:
    """Back to its drafter; why is said among staff and not to the asker."""
    QUESTION.take("return_answer", question, actor=actor)
    session.add(
        GuidanceMessage(
            question_id=question.id, account_id=actor.account_id, by_staff=True, is_internal=True, text=text
        )
    )
