"""Shapes of what may be typed about pledges."""

from datetime import date
from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    PasswordField,
    SelectField,
    StringField,
    TextAreaField,
)

from association.kernel import dated
from association.kernel.fields import DayField, MomentField, TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l
from association.organisations.models import Kind
from association.pledges.labels import LABELS


class SignatoriesForm(Form):
    """Who may sign."""

    kinds = TicksField(
        LABELS["kinds"], choices=[(k.value, k.label) for k in Kind], description=_l("一个都不选，就是全部已核验的单位。"),
    )  # fmt: skip
    by_invitation = BooleanField(LABELS["by_invitation"])

    @property
    def signatories(self) -> dict[str, Any]:
        return {
            "kinds": [Kind(value) for value in self.kinds.data or []],
            "by_invitation": bool(self.by_invitation.data),
        }


class BeginForm(SignatoriesForm):
    title = StringField(
        LABELS["title"], [Required(), AtMost(120)], description=_l("例如“样例短剧制作自律公约”。")
    )
    code = StringField(
        LABELS["code"],
        [Required(), AtMost(12)],
        description=_l("2到12个字母或数字，用在证书号里，例如DJ；以后不能改。"),
    )


class LayOutForm(Form):
    title = StringField(_l("标题"), [Required(), AtMost(200)])
    opens_on = DayField(_l("开始的日子"), description=_l("不填就从今天开始，例如2026-11-23。"))
    closes_on = DayField(_l("截止日期"), [Required()], description=_l("含当天，例如2026-12-31。"))
    note = TextAreaField(_l("说明"), [AtMost(4000)])


class AdoptForm(Form):
    adopted_by = SelectField(LABELS["adopted_by"], [Required()])
    adopted_on = DayField(LABELS["adopted_on"], [Required()], description=_l("会议的日子，例如2026-11-23。"))
    effective_on = DayField(
        LABELS["effective_on"], [Required()], description=_l("自这一天起可以签署，例如2026-12-01。")
    )
    trial_until = DayField(LABELS["trial_until"], description=_l("试行的填最后一天；正式施行的不填。"))
    note = TextAreaField(LABELS["note"], [AtMost(2000)])
    publish_at = MomentField(
        _l("发布时间"), description=_l("不填就在终审签发时发布；填了就在那时自动发布。例如2026-12-31T09:00。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adopted_by.choices = [(body, body) for body in dated.value("pledges.bodies")]

    def is_voted(self, on: date) -> None:
        """Those who have signed have decided already: by whom and when is known."""
        words = dated.value("pledges.by_vote")
        self.adopted_by.choices, self.adopted_by.data = [(words, words)], words
        self.adopted_on.data, self.adopted_on.render_kw = on, {"readonly": True}


class RepealForm(Form):
    on = DayField(_l("自哪一天起废止"), [Required()], description=_l("例如2026-12-31。"))
    reason = TextAreaField(_l("废止的依据（决定机构、日期、理由）"), [Required(), AtMost(2000)])


class InviteForm(Form):
    code = StringField(
        _l("统一社会信用代码"),
        [Required(), AtMost(30)],
        description=_l("已核验的单位；它的经办人和签署人会收到信函。"),
    )


class PrepareForm(Form):
    organisation = SelectField(_l("代表哪家单位"), [Required()], coerce=int)


class SignForm(Form):
    """At the end of the text."""

    seen = HiddenField()
    agree = BooleanField(_l("我同意以上各项，代表单位签署"), [Matches(bool, _l("请先勾选同意"))])
    password = PasswordField(
        _l("账户密码"), [Required(), AtMost(200)], description=_l("再次输入，用以确认是你本人。"),
        render_kw={"autocomplete": "current-password"},
    )  # fmt: skip
    code = StringField(
        _l("动态验证码"), [Required(), AtMost(20)], description=_l("验证器中的六位数字，或一个备用码。"),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )  # fmt: skip


class ConfirmForm(Form):
    batch = StringField(LABELS["batch"], [AtMost(40)], description=_l("集体签署时填写，例如“第一批”。"))


class LeaveForm(Form):
    on = DayField(_l("自哪一天起退出"), description=_l("不填就从今天起，例如2026-12-31。"))
    reason = TextAreaField(_l("说明（公开）"), [AtMost(500)])
