"""What waits for somebody in exams."""

from collections.abc import Iterable
from datetime import date

from association.exams import gates, queries
from association.exams.models import Sitting, SittingState
from association.exams.policy import P
from association.exams.workflow import PLAN, QUESTION, SITTING
from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.training import queries as training

AREA = "exams"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    yield from _to_sit(actor)
    if "expert" in actor.roles:
        yield from _to_mark(actor)
    if not actor.roles.isdisjoint({"courses", "issuer"}):
        yield from _for_staff(actor)


def _to_sit(actor: Actor) -> Iterable[Waiting]:
    places = queries.own_places(actor)
    over = [e for e in places if e.session.ends_at <= clock.now() < gates.closes_at(e.session)]
    able = training.there_often_enough(over) if over else []
    sittings = queries.sittings_of(e.id for e in able) if able else {}
    for enrolment in able:
        done = sittings[enrolment.id]
        if done and done[-1].state is SittingState.OPEN and done[-1].is_in_time:
            yield Waiting(
                title=enrolment.session.called, ask=_("考试正在进行，到%(when)s为止。", when=gates.moment_words(done[-1].due_at)), what=_("考试"), area=AREA,
                endpoint="own_sitting.paper", values={"id": done[-1].id}, button=_("继续"), due_on=clock.day_of(done[-1].due_at),
            )  # fmt: skip
        elif gates.no_attempt_left(enrolment.session, done) is None:
            yield Waiting(
                title=enrolment.session.called, ask=_("请在期限内补考。") if done else _("培训结束了，请在期限内考试。"), what=_("考试"), area=AREA,
                endpoint="own_exams.place", values={"id": enrolment.id}, button=_("去考试"), due_on=gates.last_day(enrolment.session),
            )  # fmt: skip


def _to_mark(actor: Actor) -> Iterable[Waiting]:
    papers = queries.to_mark(actor, clock.today())
    for sitting in SITTING.turns_of(actor, papers):
        yield Waiting(
            title=sitting.called, ask=_ask(sitting), what=_("考试评阅"), area=AREA, endpoint="exam_marking.paper", values={"id": sitting.id},
            button=_("评阅"), due_on=_due(sitting),
        )  # fmt: skip


def _ask(sitting: Sitting) -> str:
    return _("请复核申诉。") if sitting.state is SittingState.APPEALED else _("请评阅书面题。")


def _due(sitting: Sitting) -> date:
    since = sitting.appealed_at or sitting.submitted_at or clock.now()
    return working_days.add(clock.day_of(since), int(dated.value("exams.mark_days"))).on


def _late(actor: Actor) -> Iterable[Waiting]:
    """Nobody has marked it in time: perhaps nobody can any more."""
    for sitting in queries.unmarked():
        if _due(sitting) < clock.today() and can(actor, P.LIST, sitting):
            yield Waiting(
                title=sitting.called, ask=_("评阅已经过期，请看有没有能评阅的师资。"), what=_("考试评阅"), area=AREA, endpoint="exam_sittings.show",
                values={"id": sitting.id}, button=_("查看"), due_on=_due(sitting),
            )  # fmt: skip


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    for question in QUESTION.turns_of(actor, queries.at_work() if can(actor, P.USE) else queries.in_doubt()):
        is_new = not question.doubts
        yield Waiting(
            title=_("考题：%(words)s", words=question.called), ask=_("请看过后启用。") if is_new else _("所引条款有了变动，请复核。"), what=_("考试题库"),
            area=AREA, endpoint="exam_bank.show", values={"id": question.id}, button=_("办理"),
        )  # fmt: skip
    if can(actor, P.WRITE):
        yield from _late(actor)
    for plan in PLAN.turns_of(actor, queries.plans_to_use() if can(actor, P.USE) else []):
        yield Waiting(
            title=plan.called, ask=_("请看过组卷方案后启用。"), what=_("考试"), area=AREA, endpoint="exam_plans.show",
            values={"id": plan.course_id}, button=_("办理"),
        )  # fmt: skip
