"""Who keeps the model clauses. Reading them and checking a contract is everybody's: hosts have no account (docs/decisions)."""

from association.kernel.policy import Permission, grant, has_role
from association.kernel.words import _l


class P(Permission):
    SEE_CLAUSES = _l("查看示范条款的起草和核对")
    PROPOSE_CLAUSE = _l("提出示范条款")
    CONFIRM_CLAUSE = _l("确认、核对或撤下示范条款")


grant(P.SEE_CLAUSES, has_role("editor", "legal", "auditor"))
grant(P.PROPOSE_CLAUSE, has_role("editor"))
grant(P.CONFIRM_CLAUSE, has_role("legal"))
