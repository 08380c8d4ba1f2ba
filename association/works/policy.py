"""Who keeps the rules the hints rest on. Asking for a hint is everybody's."""

from association.kernel.policy import Permission, grant, has_role
from association.kernel.words import _l


class P(Permission):
    SEE_RULES = _l("查看分类规则的起草和核对")
    PROPOSE_RULE = _l("提出一个时期的分类规则")
    CONFIRM_RULE = _l("确认、核对或撤下一个时期的分类规则")


grant(P.SEE_RULES, has_role("editor", "reviewer", "legal", "auditor"))
grant(P.PROPOSE_RULE, has_role("editor"))
grant(P.CONFIRM_RULE, has_role("reviewer", "legal"))
