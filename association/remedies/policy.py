"""Who may do what with guidance notes and interviews: the organisation's own officers, and staff on duty. The auditor reads."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.remedies.models import GuidanceNote, Interview, NoteReport

ON_DUTY = ("editor", "registrar", "legal", "reviewer")
READS = (*ON_DUTY, "auditor")


class P(Permission):
    SEE = _l("查看发给一家单位的指导意见、整改和约谈")
    READ_DESK = _l("查看全部指导意见、整改和约谈")
    WRITE = _l("起草指导意见、登记所依条款")
    ISSUE = _l("签发和撤回指导意见")
    RECHECK = _l("复查整改、同意延期")
    INTERVIEW = _l("安排约谈、登记到场和纪要")
    ANSWER = _l("代表单位签收指导意见、报送计划和整改材料")
    MEET = _l("代表单位确认约谈的时间和纪要")


def _note(subject: Any) -> Any:
    return subject.note if isinstance(subject, NoteReport) else subject


def answers_for(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the organisation it is for, once it is issued."""
    note = _note(subject)
    if isinstance(note, GuidanceNote) and not note.is_out:
        return False
    known = isinstance(note, GuidanceNote | Interview)
    return known and note.organisation_id in actor.ids("organisation", "clerk", "signer")


grant(P.SEE, answers_for, has_role(*READS))
grant(P.READ_DESK, has_role(*READS))
grant(P.WRITE, has_role("editor", "registrar", "legal"))
grant(P.ISSUE, has_role("legal", "reviewer"))
grant(P.RECHECK, has_role(*ON_DUTY))
grant(P.INTERVIEW, has_role("editor", "registrar", "legal"))
grant(P.ANSWER, answers_for)
grant(P.MEET, answers_for)
