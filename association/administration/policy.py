"""Who may look after the site itself. The auditor reads all of it and changes nothing."""

from association.kernel.policy import Permission, grant, has_role
from association.kernel.words import _l


class P(Permission):
    OVERSEE = _l("查看系统管理：设置、工作日历、后台任务和校验状态")
    CHANGE_SETTINGS = _l("从某日起更改设置")
    CORRECT_CALENDAR = _l("更正工作日历")
    TRY_AGAIN = _l("重新发送信件、重新执行任务")
    READ_TRAIL = _l("查看操作记录")
    MASK = _l("依法屏蔽公开日志里一条记录的内容")
    SEE_PERSONAL = _l("在操作记录里查看尚未删除的个人信息")


grant(P.OVERSEE, has_role("admin", "auditor"))
grant(P.CHANGE_SETTINGS, has_role("admin"))
grant(P.CORRECT_CALENDAR, has_role("admin"))
grant(P.TRY_AGAIN, has_role("admin"))
grant(P.READ_TRAIL, has_role("admin", "auditor"))
grant(P.MASK, has_role("legal"))
grant(P.SEE_PERSONAL, has_role("auditor"))
