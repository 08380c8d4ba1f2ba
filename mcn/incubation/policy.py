"""Who may do what in the incubation. Who examines an application does not decide it; who a guardian is, only the office that keeps it sees."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from association.kernel import walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role, signed_in
from association.kernel.words import _l
from mcn.incubation.models import (
    CallState,
    IncubatedWork,
    IncubationCall,
    Mentor,
    MentorState,
    Milestone,
    Talent,
)


class P(Permission):
    LIST = _l("查看青年人才孵化的征集和作品")
    SEE_CALL = _l("查看一次孵化征集")
    DRAFT = _l("起草和撤回孵化征集")
    ISSUE = _l("发布孵化征集")
    APPLY = _l("申请参加孵化")
    OWN = _l("管理自己的孵化申请、报告和作品")
    SEE = _l("查看一个人在孵化中的申请、节点和导师")
    REVEAL = _l("看到申请人的出生日期和监护人的同意")
    LIST_ALL = _l("查看全部孵化申请")
    KEEP = _l("审核孵化申请，安排导师和节点")
    DECIDE = _l("决定谁入选孵化")
    ANSWER = _l("答复担任导师的邀请")
    GUIDE = _l("回应节点报告")
    SEE_WORK = _l("查看一件孵化作品")
    SHOW = _l("决定展示和撤下孵化作品")


def _talent_of(subject: Any) -> Talent | None:
    if isinstance(subject, Talent):
        return subject
    return subject.talent if isinstance(subject, Mentor | Milestone | IncubatedWork) else None


def is_in_public(_actor: Actor, subject: Any) -> bool:
    """A call that was published; a work while it is shown."""
    if isinstance(subject, IncubationCall):
        return subject.state is not CallState.DRAFT
    return isinstance(subject, IncubatedWork) and subject.is_shown


def is_the_person(actor: Actor, subject: Any) -> bool:
    """The young person themselves."""
    talent = _talent_of(subject)
    return talent is not None and actor.person_id is not None and talent.person_id == actor.person_id


def _guides(actor: Actor, mentor: Mentor, *states: MentorState) -> bool:
    return (
        mentor.state in states
        and mentor.expert is not None
        and actor.person_id is not None
        and mentor.expert.person_id == actor.person_id
    )


def is_mentor(actor: Actor, subject: Any) -> bool:
    """Guides them now, and has no tie to them."""
    talent = _talent_of(subject)
    return (
        talent is not None
        and not walls.is_behind(actor.walls, talent)
        and any(_guides(actor, m, MentorState.ACTIVE) for m in talent.mentors)
    )


def is_asked(actor: Actor, subject: Any) -> bool:
    """The expert who is asked to guide, or guides, and has no tie to the person."""
    talent = _talent_of(subject)
    if talent is None or walls.is_behind(actor.walls, talent):
        return False
    mentors = [subject] if isinstance(subject, Mentor) else talent.mentors if subject is talent else []
    return any(_guides(actor, m, MentorState.ASKED, MentorState.ACTIVE) for m in mentors)


def _things(work: IncubatedWork) -> list[walls.Thing]:
    own: list[walls.Thing] = [("person", work.talent.person_id)]
    return own if work.organisation_id is None else [*own, ("organisation", work.organisation_id)]


_of_person = walls.by_column("person", Talent.person_id)
_of_organisation = walls.by_column("organisation", IncubatedWork.organisation_id)


def _works_among(things: Collection[walls.Thing]) -> ColumnElement[bool]:
    return or_(
        IncubatedWork.talent_id.in_(select(Talent.id).where(_of_person(things))), _of_organisation(things)
    )


walls.concerns(IncubationCall)
walls.concerns(Talent, of=lambda t: [("person", t.person_id)], among=_of_person)
walls.concerns_with(Mentor.talent)
walls.concerns_with(Milestone.talent)
walls.concerns(IncubatedWork, of=_things, among=_works_among)

STAFF = has_role("courses", "issuer", "auditor")
grant(P.LIST, anyone)
grant(P.SEE_CALL, is_in_public, STAFF)
grant(P.DRAFT, has_role("courses"))
grant(P.ISSUE, has_role("issuer"))
grant(P.APPLY, signed_in)
grant(P.OWN, is_the_person)
grant(P.SEE, is_the_person, is_mentor, is_asked, STAFF)
grant(P.REVEAL, is_the_person, has_role("courses"))
grant(P.LIST_ALL, STAFF)
grant(P.KEEP, has_role("courses"))
grant(P.DECIDE, has_role("issuer"))
grant(P.ANSWER, is_asked)
grant(P.GUIDE, is_mentor, has_role("courses"))
grant(P.SEE_WORK, is_in_public, is_the_person, STAFF)
grant(P.SHOW, has_role("issuer"))
