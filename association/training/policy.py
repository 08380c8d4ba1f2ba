"""Who may do what in training."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, or_

from association.kernel import walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role, signed_in
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.organisations.policy import KIND
from association.training.models import (
    Attendance,
    Course,
    CourseSession,
    CourseState,
    Enrolment,
    Movement,
    PeopleList,
    SessionState,
    Teacher,
)


class P(Permission):
    LIST = _l("查看培训日历")
    SEE_COURSE = _l("查看一门课程")
    SEE_SESSION = _l("查看一期培训")
    DRAFT = _l("起草课程，安排每期培训")
    ISSUE = _l("发布和撤回课程")
    LIST_ALL = _l("查看全部课程、各期和报名")
    SIGN_UP = _l("为自己报名培训")
    BOOK = _l("为本单位的人员报名培训")
    SEE_LIST = _l("查看本单位上传的人员名单")
    SEE = _l("查看一份报名")
    OWN = _l("办理自己的或本单位所报的报名")
    CONFIRM = _l("确认或不确认本单位人员的报名")
    SWAP = _l("在截止日以前更换本单位所报的人员")
    KEEP = _l("审核报名，确认到账")
    CHECK_IN = _l("用教室里的签到码签到")
    CERTIFY = _l("签发和撤销培训证书")
    ATTEND = _l("显示签到码，登记签到")


def is_in_public(_actor: Actor, subject: Any) -> bool:
    """A course that is published; a session of it that was announced."""
    if isinstance(subject, CourseSession):
        return subject.is_in_public
    return isinstance(subject, Course) and subject.state is not CourseState.DRAFT


def is_announced(_actor: Actor, subject: Any) -> bool:
    """A session that was announced and not cancelled."""
    return isinstance(subject, CourseSession) and subject.state is SessionState.PUBLISHED


def acts_for_it(actor: Actor, subject: Any) -> bool:
    """An officer in force of the verified organisation, the training contact included."""
    return isinstance(subject, Organisation) and subject.is_verified and subject.id in actor.ids(KIND, *POSTS)


POSTS = ("training", "clerk", "signer")


def handed_it_in(actor: Actor, subject: Any) -> bool:
    """An officer of the organisation that handed in a list."""
    return isinstance(subject, PeopleList) and acts_for_it(actor, subject.organisation)


def is_the_person(actor: Actor, subject: Any) -> bool:
    """Whoever signed up for themselves."""
    return (
        isinstance(subject, Enrolment)
        and actor.person_id is not None
        and subject.person_id == actor.person_id
    )


def is_employer(actor: Actor, subject: Any) -> bool:
    """An officer of the organisation that signed somebody up or is named as employer."""
    return isinstance(subject, Enrolment) and subject.organisation_id in actor.ids(KIND, *POSTS)


def may_revoke(actor: Actor, subject: Any) -> bool:
    """The issuer, of somebody who has a certificate."""
    return isinstance(subject, Enrolment) and subject.certificate_id is not None and "issuer" in actor.roles


def signed_them_up(actor: Actor, subject: Any) -> bool:
    """An officer of the organisation that signed somebody up."""
    return is_employer(actor, subject) and subject.is_by_organisation


def _things(enrolment: Enrolment) -> list[walls.Thing]:
    own: list[walls.Thing] = [("person", enrolment.person_id)] if enrolment.person_id else []
    return [*own, ("organisation", enrolment.organisation_id)] if enrolment.organisation_id else own


_of_person = walls.by_column("person", Enrolment.person_id)
_of_organisation = walls.by_column("organisation", Enrolment.organisation_id)


def _among(things: Collection[walls.Thing]) -> ColumnElement[bool]:
    return or_(_of_person(things), _of_organisation(things))


for _nobodys in (Course, CourseSession, Teacher):
    walls.concerns(_nobodys)
walls.concerns(Enrolment, of=_things, among=_among)
walls.concerns_with(Movement.enrolment)
walls.concerns_with(Attendance.enrolment)

STAFF = has_role("courses", "issuer", "auditor")
grant(P.LIST, anyone)
grant(P.SEE_COURSE, is_in_public, STAFF)
grant(P.SEE_SESSION, is_in_public, STAFF)
grant(P.DRAFT, has_role("courses"))
grant(P.ISSUE, has_role("issuer"))
grant(P.LIST_ALL, STAFF)
grant(P.SIGN_UP, signed_in)
grant(P.BOOK, acts_for_it)
grant(P.SEE_LIST, handed_it_in)
grant(P.SEE, is_the_person, is_employer, has_role("courses", "auditor"), may_revoke)
grant(P.OWN, is_the_person, signed_them_up)
grant(P.CONFIRM, is_employer)
grant(P.SWAP, signed_them_up)
grant(P.KEEP, has_role("courses"))
grant(P.CHECK_IN, is_announced)
grant(P.CERTIFY, has_role("issuer"))
grant(P.ATTEND, has_role("courses"))
