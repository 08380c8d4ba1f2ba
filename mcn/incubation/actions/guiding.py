"""Mentors and milestones."""

from datetime import date

from association.experts import queries as experts
from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require, walls_of
from association.kernel.walls import Thing
from association.kernel.words import _, _l
from mcn.incubation import letters, queries
from mcn.incubation.models import Mentor, MentorState, Milestone, Talent, TalentState
from mcn.incubation.policy import P
from mcn.incubation.workflow import MILESTONE

LIVING = (MentorState.ASKED, MentorState.ACTIVE)


def _check(talent: Talent, actor: Actor) -> None:
    lock(talent)
    require(actor, P.KEEP, talent)
    if talent.state is not TalentState.SELECTED:
        raise Refused(_("只有已入选、还在孵化的人可以安排导师和节点。"))


def ask_expert(talent: Talent, *, number: str, actor: Actor) -> Mentor:
    """An expert in office; refused for one who has a tie to the person or to an organisation whose work it is. Why is not said: ties are the expert's."""
    _check(talent, actor)
    expert = session.scalars(experts.by_number(number.strip())).one_or_none()
    if expert is None or expert.person_id is None or not expert.serves_on(clock.today()):
        raise Refused(_("没有这个编号的在聘专家。"), field="number")
    if any(m.expert_id == expert.id and m.state in LIVING for m in talent.mentors):
        raise Refused(_("已经请过这位专家。"), field="number")
    if not walls_of(expert.person_id, clock.today()).isdisjoint(_things(talent)):
        raise Refused(_("这位专家须回避，不能担任导师。"), field="number")
    mentor = Mentor(talent=talent, talent_id=talent.id, expert=expert, expert_id=expert.id)
    session.add(mentor)
    session.flush()
    audit.record("ask_mentor", mentor, actor=actor, talent=talent.id, expert=expert.id)
    letters.asked(mentor)
    return mentor


def _things(talent: Talent) -> set[Thing]:
    works = queries.works_of(talent)
    return {("person", talent.person_id)} | {
        ("organisation", w.organisation_id) for w in works if w.organisation_id
    }


def name_mentor(talent: Talent, *, named: str, actor: Actor) -> Mentor:
    """Somebody who is no expert of the pool and has agreed outside; named to the young person and the office alone."""
    _check(talent, actor)
    mentor = Mentor(talent=talent, talent_id=talent.id, named=named, state=MentorState.ACTIVE)
    session.add(mentor)
    session.flush()
    audit.record("name_mentor", mentor, actor=actor, talent=talent.id)
    letters.to_person(talent, what=talent.call.title, word=_l("安排了导师"), reason="")
    return mentor


def set_milestone(talent: Talent, *, title: str, due_on: date, actor: Actor) -> Milestone:
    """Something to be reached by a day."""
    _check(talent, actor)
    if due_on < clock.today():
        raise Refused(_("日期不能在今天之前。"), field="due_on")
    milestone = Milestone(talent=talent, talent_id=talent.id, title=title, due_on=due_on)
    session.add(milestone)
    session.flush()
    audit.record(
        "set_milestone", milestone, actor=actor, talent=talent.id, title=title, due_on=due_on.isoformat()
    )
    letters.milestone(milestone)
    return milestone


def report(milestone: Milestone, *, report: str, actor: Actor) -> None:
    """In short, how far it is."""
    MILESTONE.take("report", milestone, actor=actor, report=report)
