"""Shapes of what may be typed about the incubation."""

import re
from typing import Any

from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import NumberRange

from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l
from mcn.incubation.models import Credit

MINORS = _l("未成年人填写。原件由家庭保存，不上传。")


def is_address(typed: str) -> bool:
    return re.fullmatch(r"https?://\S+", typed) is not None


class CallForm(Form):
    title = StringField(_l("标题"), [Required(), AtMost(200)])
    text = TextAreaField(
        _l("征集说明"), [Required(), AtMost(8000)], render_kw={"rows": 12}, description=_l("面向谁，提供什么，怎样选，多长时间。")
    )  # fmt: skip
    places = IntegerField(
        _l("名额"), [Required(), NumberRange(min=1, max=1000, message=_l("名额请填1到1000。"))]
    )
    closes_on = DayField(_l("申请的最后一天"), [Required()], description=_l("例如2026-12-31。"))


def _guardian() -> tuple[StringField, StringField, DayField]:
    """Who consents for a minor; the action asks for it where it must be there."""
    return (
        StringField(_l("监护人姓名"), [AtMost(100)], description=MINORS),
        StringField(_l("监护人同意书编号"), [AtMost(100)], description=MINORS),
        DayField(_l("监护人同意的日期"), description=MINORS),
    )


def guardian_facts(form: Form) -> dict[str, Any]:
    return {name: form[name].data for name in ("guardian", "consent_number", "consented_on")}


class ApplyForm(Form):
    born_on = DayField(
        _l("出生日期"), [Required()], description=_l("只用来看年龄；加密保存，只有办理的人能看到。")
    )
    plan = TextAreaField(
        _l("想做什么"), [Required(), AtMost(3000)], description=_l("作品的设想，希望得到什么帮助。")
    )
    experience = TextAreaField(_l("做过什么"), [AtMost(3000)], description=_l("不写家庭、健康和联系方式。"))
    guardian, consent_number, consented_on = _guardian()
    truth = BooleanField(_l("以上内容属实，我同意协会为选拔和孵化而使用"), [Matches(bool, _l("请确认。"))])

    @property
    def facts(self) -> dict[str, Any]:
        return {k: v for k, v in self.values.items() if k != "truth"}


class ExpertForm(Form):
    number = StringField(
        _l("专家编号"), [Required(), AtMost(64)], description=_l("在聘的专家；先写信请本人同意。")
    )


class NamedForm(Form):
    named = StringField(
        _l("姓名和职务"), [Required(), AtMost(200)], description=_l("已经当面同意的、专家库以外的人；只有本人和办理的人能看到。")
    )  # fmt: skip


class MilestoneForm(Form):
    title = StringField(_l("到时要做到什么"), [Required(), AtMost(200)])
    due_on = DayField(_l("到哪天"), [Required()])


class ReportForm(Form):
    report = TextAreaField(
        _l("进展"), [Required(), AtMost(3000)], description=_l("只有导师和办理的人能看到。")
    )


class WorkForm(Form):
    title = StringField(_l("作品名称"), [Required(), AtMost(80)], description=_l("不加书名号。"))
    text = TextAreaField(_l("介绍"), [Required(), AtMost(3000)], description=_l("将公开，不写个人信息。"))
    url = StringField(
        _l("在哪里能看到（网址）"), [AtMost(300), Matches(is_address, _l("网址请从http开始写全。"))]
    )
    code = StringField(
        _l("是哪家单位的作品（统一社会信用代码）"), [AtMost(30)], description=_l("有单位的请填写；没有单位的不能推荐到推优。")
    )  # fmt: skip
    credit = SelectField(_l("公开时怎样写作者"), [Required()], choices=[(c.value, c.label) for c in Credit])
    guardian, consent_number, consented_on = _guardian()
    consent = BooleanField(_l("我同意公开这件作品的介绍；我可以随时撤回"), [Matches(bool, _l("请确认。"))])
