"""Before a deed that binds somebody, the person at the keyboard says once more who they are: with password and second factor."""

from wtforms import Field

from association.accounts import actions, signed_in
from association.kernel.site import is_demo
from association.kernel.words import _


def has_second_factor() -> bool:
    """Whether the person at the keyboard has switched on one-time codes."""
    return bool(signed_in.current().account.has_second_factor)


def asks_for_code() -> bool:
    """Whether a one-time code is asked for. On the demo site somebody without a second factor confirms by password alone, and `method` says so."""
    return has_second_factor() or not is_demo()


def method() -> str:
    """By what the person at the keyboard confirms: `password_totp`, or `password`."""
    return "password_totp" if asks_for_code() else "password"


def is_really_them(*, password: Field, code: Field) -> bool:
    """Whether both are right. What is wrong is said at its field, and counted – so the form counts as accepted and the view draws it again (422)."""
    account = signed_in.current().account
    if asks_for_code() and not has_second_factor():
        code.errors = [_("请先在“我的账户”启用动态验证码，再签署。")]
        return False
    if not actions.knows_password(account, password.data or "", machine=signed_in.machine()):
        password.errors = [_("密码不对，或因多次失败暂停。")]
        return False
    if asks_for_code() and not actions.knows_code(account, code.data or "", machine=signed_in.machine()):
        code.errors = [_("验证码不对、已经用过，或因多次失败暂停。请等下一个验证码再试。")]
        return False
    return True
