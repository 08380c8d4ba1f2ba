"""Who may do what with yearly statements. That one was given is everybody's; what it says is the organisation's and staff's, unless it chose otherwise."""

from typing import Any

from association.fulfilment.models import Statement, StatementState
from association.kernel import walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import acts_for, signs_for

STAFF = ("registrar", "investigator", "panel", "appeals", "legal", "auditor")


class P(Permission):
    READ_LIST = _l("查看哪些单位报送了年度履约说明")
    READ_CONTENT = _l("查看一份履约说明的内容")
    SEE = _l("查看一份履约说明的全部材料和办理记录")
    LIST_ALL = _l("查看全部履约说明，包括没有报送的")
    DRAFT = _l("代表单位填报年度履约说明")
    CONFIRM = _l("以授权签署人身份确认履约说明")
    EXCUSE = _l("免予报送履约说明、恢复签署")


def is_open_to_all(_actor: Actor, subject: Any) -> bool:
    """Given, by an organisation that chose to show it."""
    return isinstance(subject, Statement) and subject.state is StatementState.GIVEN and subject.is_open


def is_of_the_organisation(actor: Actor, subject: Any) -> bool:
    """Clerk or signer in office of the organisation that states."""
    return isinstance(subject, Statement) and acts_for(actor, subject)


def is_its_signer(actor: Actor, subject: Any) -> bool:
    """Authorised signer in office of the organisation that states."""
    return isinstance(subject, Statement) and signs_for(actor, subject)


walls.concerns_with(Statement.signature)
grant(P.READ_LIST, anyone)
grant(P.READ_CONTENT, is_open_to_all, is_of_the_organisation, has_role(*STAFF))
grant(P.SEE, is_of_the_organisation, has_role(*STAFF))
grant(P.LIST_ALL, has_role(*STAFF))
grant(P.DRAFT, is_of_the_organisation)
grant(P.CONFIRM, is_its_signer)
grant(P.EXCUSE, has_role("registrar"))
