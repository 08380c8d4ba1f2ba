"""Shapes of what may be typed about accounts. Passwords are never drawn again."""

from typing import Any

from flask_babel import LazyString
from wtforms import PasswordField, SelectField, StringField, TextAreaField

from association.accounts import passwords
from association.accounts.models import Role
from association.kernel.fields import DayField, EmailField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _, _l

LANGUAGES = [("zh", "中文"), ("en", "English")]


# Asked when it is shown: the number is a dated setting.
_HOW_LONG = LazyString(lambda: _("至少%(n)d个字符，一句好记的话就很好。", n=passwords.shortest()))


def _is_phone(text: str) -> bool:
    digits = [c for c in text if c not in " -+()（）"]
    return 7 <= len(digits) <= 15 and all(c.isascii() and c.isdecimal() for c in digits)


class LoginForm(Form):
    email = StringField(
        _l("登录邮箱"),
        [Required(), AtMost(200)],
        render_kw={"autocomplete": "username", "inputmode": "email"},
    )
    password = PasswordField(_l("密码"), [Required()], render_kw={"autocomplete": "current-password"})


class CodeForm(Form):
    code = StringField(
        _l("验证码"), [Required(), AtMost(40)], description=_l("验证器中的六位数字，或一个恢复码。"),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )  # fmt: skip


class RegisterForm(Form):
    name = StringField(_l("姓名"), [Required(), AtMost(100)], render_kw={"autocomplete": "name"})
    email = EmailField(
        _l("邮箱"), [Required()], description=_l("用来登录和收信；我们会发一封信，请点信中的链接证实邮箱是你的。"),
        render_kw={"autocomplete": "email"},
    )  # fmt: skip
    password = PasswordField(
        _l("密码"), [Required()], description=_HOW_LONG, render_kw={"autocomplete": "new-password"}
    )
    language = SelectField(_l("信函的语言"), choices=LANGUAGES)


class EmailForm(Form):
    email = EmailField(_l("登录邮箱"), [Required()], render_kw={"autocomplete": "email"})


class NewPasswordForm(Form):
    password = PasswordField(
        _l("新密码"), [Required()], description=_HOW_LONG, render_kw={"autocomplete": "new-password"}
    )


class ChangePasswordForm(NewPasswordForm):
    current = PasswordField(_l("现在的密码"), [Required()], render_kw={"autocomplete": "current-password"})


class ChangeEmailForm(Form):
    email = EmailField(_l("新邮箱"), [Required()])
    current = PasswordField(_l("现在的密码"), [Required()], render_kw={"autocomplete": "current-password"})


class EnrolForm(Form):
    """`current` is asked only where another app is replaced."""

    code = StringField(
        _l("验证码"), [Required(), AtMost(40)], description=_l("扫描后，输入验证器显示的六位数字。"),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )  # fmt: skip
    current = PasswordField(_l("现在的密码"), [Required()], render_kw={"autocomplete": "current-password"})


class ConfirmPasswordForm(Form):
    current = PasswordField(_l("现在的密码"), [Required()], render_kw={"autocomplete": "current-password"})


class ProfileForm(Form):
    name = StringField(_l("姓名"), [Required(), AtMost(100)])
    phone = StringField(
        _l("手机"),
        [AtMost(30), Matches(_is_phone, _l("电话应为7到15位数字"))],
        description=_l("加密保存，只用于紧急联系。"),
    )
    language = SelectField(_l("信函的语言"), choices=LANGUAGES)


class CapacityForm(Form):
    capacity = SelectField(_l("以哪个身份办理"))


_ROLES: list[Any] = [(role.value, role.label) for role in Role]


class InviteForm(Form):
    name = StringField(_l("姓名"), [Required(), AtMost(100)])
    email = EmailField(_l("邮箱"), [Required()])
    role = SelectField(_l("角色"), choices=_ROLES)
    ends_on = DayField(_l("截止日期"), description=_l("不填表示没有期限。"))
    language = SelectField(_l("信函的语言"), choices=LANGUAGES)


class ProposeForm(Form):
    role = SelectField(_l("角色"), choices=_ROLES)
    ends_on = DayField(_l("截止日期"), description=_l("不填表示没有期限。"))


class BecauseForm(Form):
    because = TextAreaField(
        _l("理由"),
        [Required(), AtMost(1000)],
        description=_l("会长期留在记录里，请不要写姓名、电话等个人信息。"),
    )
