"""Pages of accounts: entering, one's own account, staff's."""

from flask import Flask

from association.accounts.models import RoleGrant
from association.accounts.policy import P
from association.accounts.views import entering, own, staff
from association.accounts.workflow import ROLE_GRANT
from association.kernel import history, steps
from association.kernel.words import _l

# One's own pages hang on the blueprint of `entering`; importing them is what puts them there.
_OWN = own

history.describe(
    register=_l("注册"), sign_in=_l("登录"), sign_out=_l("退出"), reset_password=_l("重设密码"),
    change_password=_l("修改密码"), change_email=_l("更换邮箱"), ask_email=_l("申请更换邮箱"), edit_account=_l("修改账户"),
    edit_person=_l("修改个人资料"), enrol_second_factor=_l("启用第二重验证"), new_recovery_codes=_l("更换恢复码"),
    end_session=_l("结束一处登录"), sign_out_everywhere=_l("全部退出"), create_account=_l("建立账户"),
    make_administrator=_l("以命令设为管理员"), propose=_l("提议授予角色"), accept_invitation=_l("接受邀请并设密码"),
    invite=_l("邀请"), disable=_l("停用账户"), enable=_l("启用账户"), reset_second_factor=_l("重置第二重验证"), forget_person=_l("清除个人信息"),
    change_setting=_l("修改设置"),
)  # fmt: skip


steps.add_steps(
    staff.bp, RoleGrant, ROLE_GRANT, see=P.LIST, page_of=lambda g: staff.address(g.account_id),
    title_of=lambda g: f"{g.account.name} {g.role.label}",
)  # fmt: skip


def init_app(app: Flask) -> None:
    app.register_blueprint(entering.bp)
    app.register_blueprint(staff.bp)
