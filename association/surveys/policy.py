"""Who may answer, and who reads what was said. Nobody reads who said it."""

from typing import Any

from association.kernel import clock, walls
from association.kernel.policy import Actor, Permission, grant, has_role, signed_in
from association.kernel.words import _l
from association.surveys.models import Answer, Participation, Survey


class P(Permission):
    ANSWER = _l("填写参加过的培训的反馈")
    LIST_ALL = _l("查看各期培训的反馈")
    SEE = _l("反馈结束后查看一期培训的反馈结果")
    EXPORT = _l("下载一期培训的反馈结果")


def teaches_it(actor: Actor, subject: Any) -> bool:
    """An expert in office who teaches the course."""
    if not isinstance(subject, Survey):
        return False
    today = clock.today()
    teachers = (teacher.expert for teacher in subject.session.course.teachers)
    return actor.person_id is not None and any(
        e.person_id == actor.person_id and e.serves_on(today) for e in teachers
    )


walls.concerns(Survey)
walls.concerns(Answer)
walls.concerns_with(Participation.enrolment)

grant(P.ANSWER, signed_in)
grant(P.LIST_ALL, has_role("courses"))
grant(P.SEE, has_role("courses"), teaches_it)
grant(P.EXPORT, has_role("courses"))
