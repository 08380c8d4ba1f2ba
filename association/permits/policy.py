"""Who may do what with permits."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import acts_for, is_officer_of, prepares_application


class P(Permission):
    REPORT = _l("填报本单位的许可证")
    READ_SCAN = _l("查看许可证扫描件")
    CHECK = _l("核对许可证")


def _for_its_organisation(actor: Actor, subject: Any) -> bool:
    """Officers, and whoever is applying for the organisation."""
    return acts_for(actor, subject) or prepares_application(actor, subject)


grant(P.REPORT, _for_its_organisation)
grant(P.READ_SCAN, is_officer_of, has_role("registrar", "auditor"))
grant(P.CHECK, has_role("registrar"))
