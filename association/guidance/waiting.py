"""What waits for whom: answers and approvals, reviews and rechecks for staff; what was asked back for the asking side."""

from collections.abc import Iterable
from datetime import date

from association.guidance import queries
from association.guidance.models import OPEN, PublicAnswer, PublicState, QuestionState
from association.guidance.policy import P
from association.guidance.workflow import PUBLIC_ANSWER, QUESTION
from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Started, Waiting
from association.kernel.words import _

AREA = "guidance"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if actor.is_visitor:
        return
    if can(actor, P.READ_DESK):
        yield from _questions(actor)
    if can(actor, P.READ_FILE):
        yield from _public_answers(actor)
    for question in queries.waiting_for_asker(actor.account_id, officer_of(actor)):
        yield Waiting(
            title=_("请补充：%(title)s", title=question.title),
            ask=_("秘书处要先弄清一些情况，才能答复%(name)s的咨询。", name=question.asked_for), what=_("业务咨询"), area=AREA,
            endpoint="own_guidance.show", values={"id": question.id}, button=_("补充说明"),
        )  # fmt: skip


def officer_of(actor: Actor) -> list[int]:
    """Organisations whose questions are this person's too."""
    return actor.ids("organisation", "clerk", "signer")


def _questions(actor: Actor) -> Iterable[Waiting]:
    for question in QUESTION.turns_of(actor, queries.with_staff()):
        if question.state is QuestionState.ASKED and not _is_for(question.assigned_to, actor):
            continue
        ask = (
            _("请答复，或请对方补充。")
            if question.state is QuestionState.ASKED
            else _("请审核答复：依据对不对，说得清不清楚。")
        )
        yield Waiting(
            title=_("业务咨询：%(title)s", title=question.title), ask=ask, what=_("业务咨询"), area=AREA,
            endpoint="own_guidance.show", values={"id": question.id}, button=_("办理"), due_on=question.due_on,
        )  # fmt: skip


def _is_for(assigned_to: int | None, actor: Actor) -> bool:
    """What nobody has waits for everybody on duty."""
    return assigned_to is None or assigned_to == actor.account_id


def _ask(answer: PublicAnswer) -> str:
    return {
        PublicState.DRAFT: _("请写好后送初审。"), PublicState.FIRST: _("请初审。"), PublicState.SECOND: _("请复审。"),
        PublicState.THIRD: _("请终审签发。"),
    }[answer.state]  # fmt: skip


def _public_answers(actor: Actor) -> Iterable[Waiting]:
    for answer in PUBLIC_ANSWER.turns_of(actor, queries.at_work()):
        yield _of_public(answer, _ask(answer))
    days = int(dated.value("guidance.recheck_days"))
    for answer in queries.in_doubt() if can(actor, P.RECHECK) else []:
        since = clock.day_of(answer.doubted_at or clock.now())
        yield _of_public(
            answer,
            _("所引条款有变动，请复核是否仍然适用：确认、修订或撤回。"),
            due_on=working_days.add(since, days).on,
        )


def _of_public(answer: PublicAnswer, ask: str, *, due_on: date | None = None) -> Waiting:
    return Waiting(
        title=_("公开指导：%(title)s", title=answer.title), ask=ask, what=_("业务指导"), area=AREA, endpoint="public_guidance_desk.show",
        values={"id": answer.id}, button=_("办理"), due_on=due_on,
    )  # fmt: skip


def started_by(actor: Actor) -> list[Started]:
    """Questions the actor's side has asked and the office now holds."""
    return [
        Started(
            title=_("业务咨询：%(title)s", title=question.title), holder=_("秘书处"), since=clock.day_of(question.moved_at),
            state=question.state_for_asker, endpoint="own_guidance.show", values={"id": question.id},
        )
        for question in queries.asked_by(actor.account_id, officer_of(actor))
        if question.state in OPEN and question.state is not QuestionState.ASKED_BACK
    ]  # fmt: skip
