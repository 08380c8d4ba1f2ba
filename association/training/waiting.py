"""What waits for whom: the office, whoever publishes, the person or the officers of their organisation."""

from collections.abc import Iterable

from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.training import queries
from association.training.models import LIVING, Enrolment, EnrolmentState
from association.training.policy import P
from association.training.workflow import COURSE

AREA = "training"
E = EnrolmentState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    yield from _own(actor)
    if not actor.roles.isdisjoint({"courses", "issuer"}):
        yield from _for_staff(actor)


def _waiting(enrolment: Enrolment, title: str, ask: str, button: str, due_on: object = None) -> Waiting:
    return Waiting(
        title=title, ask=ask, what=_("培训"), area=AREA, endpoint="own_training.show", values={"id": enrolment.id}, button=button,
        due_on=due_on,  # type: ignore[arg-type]
    )  # fmt: skip


def _own(actor: Actor) -> Iterable[Waiting]:
    asks = {
        E.OFFERED: (_("有名额递补，请在期限内答复。"), _("答复")),
        E.UNNAMED: (_("请填写参加的人员。"), _("填写")),
        E.RETURNED: (_("请补充资料后重新提交。"), _("去补充")),
        E.UNPAID: (_("请缴费并报送凭证。"), _("报送")),
    }
    for enrolment in queries.own(actor, *asks):
        if can(actor, P.OWN, enrolment):
            ask, button = asks[enrolment.state]
            yield _waiting(enrolment, _title(enrolment), ask, button, _due(enrolment))
    for enrolment in queries.own(actor, *LIVING):
        if enrolment.needs_employer and can(actor, P.CONFIRM, enrolment):
            yield _waiting(enrolment, _title(enrolment), _("请确认是不是本单位人员。"), _("确认"))


def _title(enrolment: Enrolment) -> str:
    return _("%(session)s：%(name)s", session=enrolment.session.called, name=enrolment.name)


def _due(enrolment: Enrolment) -> object:
    if enrolment.state is E.OFFERED and enrolment.offered_until is not None:
        return clock.day_of(enrolment.offered_until)
    return enrolment.session.swap_until if enrolment.state is E.UNNAMED else None


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    days = int(dated.value("training.check_days"))
    for enrolment in queries.in_state(E.CHECKING, E.REPORTED):
        if not can(actor, P.KEEP, enrolment) or enrolment.needs_employer:
            continue
        ask = _("请审核报名条件。") if enrolment.state is E.CHECKING else _("请核对到账。")
        due = working_days.add(clock.day_of(enrolment.made_at), days).on
        yield _waiting(enrolment, _title(enrolment), ask, _("办理"), due)
    if can(actor, P.CERTIFY):
        for row in queries.over_and_uncertified(clock.now()):
            if queries.entitled(row):
                yield Waiting(
                    title=row.called, ask=_("已经结束，请签发证书。"), what=_("培训"), area=AREA, endpoint="training_certifying.certify",
                    values={"id": row.id}, button=_("签发证书"),
                )  # fmt: skip
    if can(actor, P.ATTEND):
        for row in queries.begun_without_sheet(clock.now()):
            yield Waiting(
                title=row.called, ask=_("已经开班，请登记签到。"), what=_("培训"), area=AREA, endpoint="training_attendance.attendance",
                values={"id": row.id}, button=_("登记"), due_on=clock.day_of(row.ends_at),
            )  # fmt: skip
    for course in COURSE.turns_of(actor, queries.courses_to_publish()):
        yield Waiting(
            title=_("课程：%(title)s", title=course.title), ask=_("请看过后发布。"), what=_("培训"), area=AREA,
            endpoint="training_courses.show", values={"id": course.id}, button=_("办理"),
        )  # fmt: skip
