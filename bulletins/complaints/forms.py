"""Shapes of what may be typed about complaints."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField

from association.kernel import dated
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from bulletins.complaints.models import Channel


class ComplaintForm(Form):
    kind = SelectField(_l("类别"), [Required()])
    words = TextAreaField(_l("什么事"), [Required(), AtMost(5000)], description=_l("写清经过和根据。只有办理的人能看到。"))  # fmt: skip
    place = TextAreaField(
        _l("在哪里看到的"), [Required(), AtMost(1000)], description=_l("作品名、账号、链接、第几集、几分几秒、什么时候。"),
    )  # fmt: skip
    who = TextAreaField(
        _l("姓名和联系方式"), [AtMost(300)], description=_l("可以不留；留下便于核实，加密保存，查看须写明理由并留下记录。"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind, kind) for kind in dated.value("complaints.kinds")]


class WrittenDownForm(ComplaintForm):
    channel = SelectField(
        _l("怎样收到的"), [Required()], choices=[(c.value, c.label) for c in Channel if c is not Channel.SITE],
    )  # fmt: skip


class FollowForm(Form):
    code = StringField(_l("回执码"), [Required(), AtMost(40)], description=_l("投诉举报时给出的，例如ABCD-EFGH-JKMN-PQRS。"))  # fmt: skip
    words = TextAreaField(_l("要补充或回答的"), [AtMost(3000)], description=_l("只看进度的不用填。"))


class ReplyForm(Form):
    words = TextAreaField(_l("问投诉人或告诉投诉人"), [Required(), AtMost(3000)], description=_l("凭回执码看到。"))  # fmt: skip


class ConcernForm(Form):
    code = StringField(_l("被反映单位的统一社会信用代码"), [Required(), AtMost(40)])


class LookForm(Form):
    reason = TextAreaField(_l("为什么要看举报人"), [Required(), AtMost(500)], description=_l("留在操作记录里；不写举报人的信息。"))  # fmt: skip
