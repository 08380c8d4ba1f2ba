"""Who may do what with texts of rules. What is published everybody reads."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.rules.models import EditionState


class P(Permission):
    """Rules: their texts, their dates and what became of their clauses."""

    SEE = _l("查看规范文本")
    IMPORT = _l("导入规范文本")
    CHECK = _l("登记文本的效力和出处")
    MAP = _l("确认条款在两版之间的对应")
    PUBLISH = _l("公开或撤下导入的文本")


def is_published(_actor: Actor, subject: Any) -> bool:
    """Everybody reads what is published; a withdrawn text keeps its address and says why."""
    return subject is not None and subject.state in (EditionState.PUBLISHED, EditionState.WITHDRAWN)


grant(P.SEE, is_published, has_role("editor", "reviewer", "issuer", "legal", "auditor"))
grant(P.IMPORT, has_role("editor"))
grant(P.CHECK, has_role("editor", "legal"))
grant(P.MAP, has_role("editor"))
grant(P.PUBLISH, has_role("reviewer"))
