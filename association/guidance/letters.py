"""What is sent about questions: to the asking side, and to whoever in the office has it. No letter carries words of the matter itself."""

from typing import Any

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account
from association.guidance.models import PublicAnswer, Question
from association.guidance.workflow import PUBLIC_ANSWER, QUESTION
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post

TO_ASKER = {"ask_back": "guidance/ask_back", "approve": "guidance/approve", "lapse": "guidance/lapse"}
TO_ASSIGNEE = {
    "reply": "guidance/reply", "further": "guidance/further", "withdraw": "guidance/withdraw", "return_answer": "guidance/return_answer",
}  # fmt: skip


def _askers(question: Question) -> list[Account]:
    """Those who act for the organisation today; without one, whoever asked."""
    if question.organisation_id is None:
        return [question.asker]
    acting = organisations.acting_officers([question.organisation_id], Post.CLERK, Post.SIGNER)
    return accounts.accounts_of({o.person_id for o in acting if o.person_id is not None})


def _tell_askers(question: Question, template: str, **context: Any) -> None:
    for account in _askers(question):
        to_accounts.write_to(account, template, about=question, question=question, **context)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is QUESTION:
        _of_question(taken.subject, taken.step.deed, taken.actor.account_id)
    elif taken.workflow is PUBLIC_ANSWER and taken.step.deed in ("third_review", "issue"):
        _of_public(taken.subject)


def _of_question(question: Question, deed: str, by: int | None) -> None:
    if deed in TO_ASKER:
        _tell_askers(question, TO_ASKER[deed])
    assignee = accounts.account(question.assigned_to) if question.assigned_to else None
    if assignee is None or assignee.id == by:
        return
    if deed == "assign":
        to_accounts.write_to(assignee, "guidance/assign", about=question, question=question)
    elif deed in TO_ASSIGNEE:
        to_accounts.write_to(assignee, TO_ASSIGNEE[deed], about=question, question=question)


def _of_public(answer: PublicAnswer) -> None:
    """Whoever asked first hears that others can read it, without their name."""
    if answer.is_public and answer.version == 1 and answer.question is not None:
        _tell_askers(answer.question, "guidance/published", answer=answer)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
