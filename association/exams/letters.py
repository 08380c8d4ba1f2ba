"""What is sent: when an exam may be sat and until when; that a paper was handed in; its result; to teachers that something waits. To markers no letter
says whose paper it is.
"""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.actors import actor_of
from association.accounts.models import Account, Role
from association.exams import gates, queries, tickets
from association.exams.models import Question, Sitting, SittingState
from association.exams.workflow import SITTING
from association.kernel import clock, dated, events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.training.models import Enrolment


def told(enrolment: Enrolment) -> None:
    """The session is over: who sits, how long, until when. An organisation gets the code to hand on."""
    _of_place(enrolment, "open")


def remind(enrolment: Enrolment) -> None:
    """The window closes soon."""
    _of_place(enrolment, "remind")


def _of_place(enrolment: Enrolment, template: str) -> None:
    plan = gates.plan_for(enrolment.session)
    if plan is None:
        return
    code = "" if enrolment.person_id is not None else tickets.code_of(enrolment)
    for account in _who_hears(enrolment):
        to_accounts.write_to(
            account, f"exams/{template}", about=enrolment, enrolment=enrolment, row=enrolment.session, plan=plan, code=code, name=enrolment.name,
            closes=gates.closes_at(enrolment.session).astimezone(clock.CHINA), mark=int(dated.value("exams.pass_mark")),
        )  # fmt: skip


def _who_hears(enrolment: Enrolment) -> list[Account]:
    candidate = queries.candidates_of([enrolment.id]).get(enrolment.id)
    person = enrolment.person_id or (candidate.person_id if candidate else None)
    if person is not None:
        return accounts.accounts_of([person])
    acting = organisations.acting_officers([enrolment.organisation_id or 0], Post.TRAINING, Post.CLERK)
    return accounts.accounts_of([o.person_id for o in acting if o.person_id])


def _tell(sitting: Sitting, template: str) -> None:
    for account in accounts.accounts_of([sitting.person_id]):
        to_accounts.write_to(
            account, f"exams/{template}", about=sitting, sitting=sitting, row=sitting.enrolment.session,
            appeal_until=gates.appeal_ends_on(sitting), again=gates.may_resit_at(sitting).astimezone(clock.CHINA),
        )  # fmt: skip


def _tell_teachers(sitting: Sitting) -> None:
    """Those who may mark it; nobody who has done so decides about an appeal."""
    people = [t.expert.person_id for t in sitting.plan.course.teachers if t.expert.person_id is not None]
    able = [a for a in accounts.accounts_of(people) if SITTING.turns_of(actor_of(a), [sitting])]
    for account in able:
        to_accounts.write_to(account, "exams/to_mark", about=sitting, sitting=sitting)
    if not able:
        to_accounts.write_to_role(Role.COURSES, "exams/no_marker", about=sitting, sitting=sitting)


def doubted(questions: list[Question]) -> None:
    """One letter, however many questions a new text touches."""
    to_accounts.write_to_role(Role.COURSES, "exams/doubted", about=questions[0], count=len(questions))


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not SITTING:
        return
    sitting: Sitting = taken.subject
    if taken.step.deed == "appeal":
        _tell(sitting, "appealed")
    elif sitting.state is SittingState.MARKING:
        _tell(sitting, "handed_in")
    else:
        _tell(sitting, "result")
    if sitting.state in (SittingState.MARKING, SittingState.APPEALED):
        _tell_teachers(sitting)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
