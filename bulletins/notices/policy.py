"""Who may do what with notices. What is issued everybody reads; what was withdrawn keeps its address, which says why."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from bulletins.notices.models import Notice, NoticeState


class P(Permission):
    READ = _l("查看通报和公告")
    READ_FILE = _l("查看通报的全部办理材料")
    DRAFT = _l("起草通报、登记事实和引用的条款")
    FIRST = _l("通报三审之初审")
    SECOND = _l("通报三审之复审")
    LEGAL = _l("审核通报中涉及的人和单位")
    THIRD = _l("通报三审之终审签发")
    WITHDRAW = _l("撤回已发布的通报")
    CORRECT = _l("提出通报的更正")
    ISSUE_CORRECTION = _l("签发通报的更正")


def is_public(_actor: Actor, subject: Any) -> bool:
    """Issued, or withdrawn after it was."""
    return isinstance(subject, Notice) and subject.state in (NoticeState.PUBLISHED, NoticeState.WITHDRAWN)


STAFF = ("editor", "reviewer", "issuer", "legal", "auditor")

grant(P.READ, is_public, has_role(*STAFF))
grant(P.READ_FILE, has_role(*STAFF))
grant(P.DRAFT, has_role("editor"))
grant(P.FIRST, has_role("editor"))
grant(P.SECOND, has_role("reviewer"))
grant(P.LEGAL, has_role("legal"))
grant(P.THIRD, has_role("issuer"))
grant(P.WITHDRAW, has_role("issuer"))
grant(P.CORRECT, has_role("editor"))
grant(P.ISSUE_CORRECTION, has_role("issuer"))
