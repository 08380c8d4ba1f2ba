"""Shapes of what may be typed about motions and ballots."""

from wtforms import (
    BooleanField,
    HiddenField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)

from association.amendments.labels import LABELS
from association.amendments.models import Choice
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l


class ProposeForm(Form):
    reason = TextAreaField(
        LABELS["reason"], [Required(), AtMost(2000)], description=_l("公开。请写明哪一条、为什么要改。")
    )
    wording = TextAreaField(
        LABELS["wording"], [Required(), AtMost(10000)], description=_l("公开。逐条写出改后的文字，例如“第三条改为：……”。"),
        render_kw={"rows": 8},
    )  # fmt: skip


class MoveForm(ProposeForm):
    organisation = SelectField(_l("代表哪家单位"), [Required()], coerce=int)


class SupportForm(Form):
    organisation = SelectField(_l("代表哪家单位"), [Required()], coerce=int)


class PutToVoteForm(Form):
    note = TextAreaField(
        LABELS["note"], [AtMost(4000)], description=_l("公开，和文本一起显示：改了什么，意见怎样处理。")
    )


class VoteForm(Form):
    """At the end of the text."""

    seen = HiddenField()
    casts = HiddenField()
    choice = RadioField(
        LABELS["choice"], [Required(_l("请选择同意、不同意或弃权"))], validate_choice=False, choices=[(c.value, c.label) for c in Choice],
        coerce=lambda raw: Choice(raw) if raw in {c.value for c in Choice} else None,
    )  # fmt: skip
    opinion = TextAreaField(
        LABELS["opinion"], [AtMost(1000)], description=_l("截止后协会可以看到，用来改进文本；不公开。")
    )
    agree = BooleanField(_l("我代表单位投票"), [Matches(bool, _l("请先勾选同意"))])
    password = PasswordField(
        _l("账户密码"), [Required(), AtMost(200)], description=_l("再次输入，用以确认是你本人。"),
        render_kw={"autocomplete": "current-password"},
    )  # fmt: skip
    code = StringField(
        _l("动态验证码"), [Required(), AtMost(20)], description=_l("验证器中的六位数字，或一个备用码。"),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )  # fmt: skip

    @property
    def drawn_after(self) -> int:
        """How often the seat had voted when the page was drawn."""
        drawn = str(self.casts.data or "")
        return int(drawn) if drawn.isascii() and drawn.isdecimal() and len(drawn) < 7 else -1
