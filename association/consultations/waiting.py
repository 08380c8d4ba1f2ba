"""What waits for staff: comments to look at, comments to answer, answers to publish."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from association.consultations import queries
from association.consultations.models import Consultation, ConsultationState
from association.consultations.policy import P
from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _, _l

AREA = "consultations"

dated.define(
    "consultations.look_days", label=_l("意见提出后几天内查看"), kind="number", initial=3, unit=_l("个工作日"),
    basis=dated.OWN,
)  # fmt: skip
dated.define(
    "consultations.answer_days", label=_l("截止后多少天内答复完毕"), kind="number", initial=30, unit=_l("天"),
    basis=dated.OWN,
)  # fmt: skip


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """One item for each kind of work in each consultation."""
    if not (can(actor, P.LOOK) or can(actor, P.ANSWER) or can(actor, P.FINISH)):
        return
    for consultation, counts in queries.at_work():
        yield from _in_one(actor, consultation, counts)


def _in_one(actor: Actor, consultation: Consultation, counts: queries.Counts) -> Iterable[Waiting]:
    is_closed = consultation.state is ConsultationState.CLOSED
    due_on = consultation.closes_on + timedelta(days=int(dated.value("consultations.answer_days")))
    page: dict[str, Any] = {"endpoint": "consultation_desk.show", "area": AREA, "what": _("征求意见")}
    if counts.waiting_since is not None and can(actor, P.LOOK):
        yield Waiting(
            title=_("意见待查看：%(title)s", title=consultation.title),
            ask=_("%(n)d条意见等待查看，决定是否公开。", n=counts.waiting), button=_("查看"),
            values={"id": consultation.id, "state": "waiting"},
            due_on=working_days.add(clock.day_of(counts.waiting_since), int(dated.value("consultations.look_days"))).on,
            **page,
        )  # fmt: skip
    if is_closed and counts.unanswered and can(actor, P.ANSWER):
        yield Waiting(
            title=_("意见待答复：%(title)s", title=consultation.title),
            ask=_("还有%(n)d条意见没有答复，可以逐条或一起答复。", n=counts.unanswered), button=_("答复"),
            values={"id": consultation.id, "state": "unanswered"}, due_on=due_on, **page,
        )  # fmt: skip
    if is_closed and not counts.unanswered and can(actor, P.FINISH):
        yield Waiting(
            title=_("公布答复：%(title)s", title=consultation.title), ask=_("全部意见已答复，请核对后公布。"),
            button=_("公布"), values={"id": consultation.id}, due_on=due_on, **page,
        )  # fmt: skip
