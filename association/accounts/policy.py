"""Who may do what with accounts and roles."""

from typing import Any

from association.accounts import queries
from association.kernel.policy import Actor, Permission, anyone, grant, has_role, signed_in
from association.kernel.words import _l


class P(Permission):
    ENTER = _l("注册、登录、重设密码")
    OWN = _l("管理自己的账户")
    LIST = _l("查看账户名单和角色")
    MANAGE = _l("邀请工作人员，停用和启用账户")
    FORGET = _l("清除一个人的个人信息")
    PROPOSE = _l("提议授予角色")
    WITHDRAW = _l("撤回自己的授权提议")
    CONFIRM = _l("确认或不予确认他人提议的授权")
    END_ROLE = _l("终止角色")


def _not_their_own(actor: Actor, subject: Any) -> bool:
    """An administrator, but not about themselves."""
    about = getattr(subject, "account_id", None) or getattr(subject, "id", None)
    return "admin" in actor.roles and (subject is None or about != actor.account_id)


def _proposed_it(actor: Actor, subject: Any) -> bool:
    """An administrator, of the proposals they made."""
    return "admin" in actor.roles and (subject is None or queries.proposer_of(subject) == actor.account_id)


grant(P.ENTER, anyone)
grant(P.OWN, signed_in)
grant(P.LIST, has_role("admin", "auditor"))
grant(P.MANAGE, _not_their_own)
grant(P.FORGET, _not_their_own)
grant(P.PROPOSE, _not_their_own)
grant(P.WITHDRAW, _proposed_it)
grant(P.CONFIRM, _not_their_own)
grant(P.END_ROLE, _not_their_own)
