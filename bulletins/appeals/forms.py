"""Shapes of what may be typed about appeals."""

from wtforms import HiddenField, SelectField, StringField, TextAreaField

from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l


class FactsForm(Form):
    occasion = TextAreaField(
        _l("缘由"),
        [Required(), AtMost(2000)],
        description=_l("为什么倡议，写一两段；印在各条之前。各条在“起草正文”里写。"),
    )
    closes_on = DayField(_l("加入的截止日期"), description=_l("不填就一直可以加入，例如2026-12-31。"))


class AskForm(Form):
    code = StringField(
        _l("统一社会信用代码"),
        [Required(), AtMost(30)],
        description=_l("已核验的单位；它的授权签署人会收到邀请。"),
    )


class AgreeForm(Form):
    seen = HiddenField()


class JoinForm(Form):
    organisation = SelectField(_l("代表哪家单位"), [Required()], coerce=int)
    text_hash = HiddenField()
