"""Shapes of what may be typed about ties."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField

from association.kernel.fields import DayField, EmailField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.ties import things
from association.ties.models import TieKind

KINDS = [(kind.value, kind.label) for kind in TieKind]


class DeclareForm(Form):
    """One's own tie."""

    kind = SelectField(_l("关系"), [Required()], choices=KINDS)
    said = StringField(
        _l("对方"), [Required(), AtMost(200)],
        description=_l("单位或作品的名称。近亲属在某单位任职的，写单位，不写亲属的姓名。"),
    )  # fmt: skip
    code = StringField(
        _l("对方的统一社会信用代码"), [AtMost(30)], description=_l("对方是本站登记的单位时请填写，立即开始回避；不知道的不填，由秘书处认定。")
    )  # fmt: skip
    from_on = DayField(_l("开始日期"), description=_l("例如2024-03-01；不清楚可以不填。"))
    to_on = DayField(_l("结束日期"), description=_l("还没有结束的不填。结束后的若干年内仍须回避。"))
    note = TextAreaField(_l("说明"), [AtMost(1000)], description=_l("只有你本人、秘书处和监督员能看到。"))


class _WithThing(Form):
    """The other side, as staff name it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["to_kind"].choices = [(word, kind.label) for word, kind in things.kinds().items()]


_HINT = _l("单位填统一社会信用代码，个人填账户的邮箱。")


class EnterForm(_WithThing):
    """A tie the secretary enters."""

    email = EmailField(_l("谁（账户的邮箱）"), [Required()])
    kind = SelectField(_l("关系"), [Required()], choices=KINDS)
    to_kind = SelectField(_l("对方是"), [Required()])
    typed = StringField(_l("对方"), [Required(), AtMost(200)], description=_HINT)
    from_on = DayField(_l("开始日期"))
    to_on = DayField(_l("结束日期"), description=_l("还没有结束的不填。"))
    note = TextAreaField(_l("依据和说明"), [Required(), AtMost(1000)])


class RecogniseForm(_WithThing):
    """Who is meant."""

    to_kind = SelectField(_l("对方是"), [Required()])
    typed = StringField(_l("对方"), [Required(), AtMost(200)], description=_HINT)


class CloseForm(Form):
    to_on = DayField(
        _l("关系结束的日期"), [Required()], description=_l("例如2026-11-20。不早于登记的那一天。")
    )


class LiftForm(Form):
    """Why a wall shall be lifted, and until when."""

    reason = TextAreaField(
        _l("解除的理由"),
        [Required(), AtMost(1000)],
        description=_l("为什么非由此人办理不可；不写对方以外的人。"),
    )
    until = DayField(_l("最后一天"), [Required()], description=_l("过了这一天自动恢复回避。例如2026-12-31。"))
