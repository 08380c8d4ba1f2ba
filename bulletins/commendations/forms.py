"""Shapes of what may be typed about commendations."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField

from association.kernel import dated
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from bulletins.commendations.models import Subject


class RoundForm(Form):
    title = StringField(_l("名称"), [Required(), AtMost(120)], description=_l("例如“2026年网络微短剧推荐作品”。不用“全国”“中国”字样。"))  # fmt: skip
    purpose = TextAreaField(_l("为什么推荐，推荐什么"), [Required(), AtMost(2000)], description=_l("写一两段，印在征集通知的开头。"))  # fmt: skip
    basis_kind = SelectField(_l("依据的种类"), [Required()])
    basis = TextAreaField(_l("依据"), [Required(), AtMost(500)], description=_l("写明批准文号，或会议和日期；由法务核对，公开。"))  # fmt: skip
    nominate_by = DayField(_l("提名截止日"), [Required()], description=_l("例如2026-12-31。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.basis_kind.choices = [(kind, kind) for kind in dated.value("commendations.basis_kinds")]


class NominationForm(Form):
    code = StringField(
        _l("这是哪家单位的（统一社会信用代码）"), [Required(), AtMost(30)], description=_l("本单位的填本单位的代码；别的单位的，须经其授权签署人同意。"),
    )  # fmt: skip
    subject = SelectField(_l("作品还是做法"), [Required()], choices=[(s.value, s.label) for s in Subject])
    called = StringField(_l("作品或做法的名称"), [Required(), AtMost(80)], description=_l("不加书名号。"))
    grounds = TextAreaField(
        _l("提名理由"), [Required(), AtMost(3000)], description=_l("写事实：好在哪里，有什么可以借鉴。公示时公开，不写个人信息。"),
    )  # fmt: skip
    evidence = AttachmentField(_l("证明材料"), limits=PAPERS, multiple=True)


class OwnNominationForm(NominationForm):
    organisation = SelectField(_l("以哪家单位的名义提名"), [Required()], coerce=int)


class ObjectionForm(Form):
    words = TextAreaField(
        _l("异议"), [Required(), AtMost(5000)], description=_l("写清事实和根据。只有答复异议的法务人员能看到。"),
    )  # fmt: skip
    who = TextAreaField(
        _l("姓名和联系方式"), [AtMost(300)], description=_l("可以不留；留下便于核实，不公开，查看须写明理由并留下记录。"),
    )  # fmt: skip


class ReceiptForm(Form):
    code = StringField(_l("回执码"), [Required(), AtMost(40)], description=_l("提出异议时给出的，例如ABCD-EFGH-JKMN-PQRS。"))  # fmt: skip


class AnswerForm(Form):
    reason = TextAreaField(
        _l("答复"), [Required(), AtMost(3000)], description=_l("提出人凭回执码看到；不写提出人的任何信息。")
    )


class LookForm(Form):
    reason = TextAreaField(_l("为什么要看提出人"), [Required(), AtMost(500)], description=_l("留在操作记录里。"))  # fmt: skip
