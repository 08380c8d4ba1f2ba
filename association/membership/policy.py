"""Who may do what with memberships."""

from association.kernel.policy import Permission, anyone, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import acts_for, is_officer_of, signs_for


class P(Permission):
    LIST = _l("查看会员单位名单")
    READ = _l("查看会籍的办理记录")
    PREPARE = _l("填报入会申请")
    SIGN = _l("以授权签署人身份确认入会、退会")
    DECIDE = _l("登记入会审批结果、暂停、恢复和除名")


grant(P.LIST, anyone)
grant(P.READ, is_officer_of, has_role("registrar", "auditor"))
grant(P.PREPARE, acts_for)
grant(P.SIGN, signs_for)
grant(P.DECIDE, has_role("registrar"))
