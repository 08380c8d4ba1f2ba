"""Shapes of what may be typed about courses required."""

from typing import Any

from wtforms import BooleanField, SelectField, StringField

from association.kernel.fields import CountField, DayField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.training.models import Course


class RequireForm(Form):
    course = SelectField(_l("课程"), [Required()])
    people = CountField(_l("多少人"), [Required()])
    whose = StringField(
        _l("哪些人"),
        [Required(), AtMost(100)],
        description=_l("用岗位或职责说明，不写姓名，例如：上线前核对素材的人员。"),
    )
    due_on = DayField(_l("最迟哪天取得证书"), [Required()], description=_l("例如2027-03-31。"))
    counts_earlier = BooleanField(_l("提出要求以前取得、现在还有效的证书也算"))

    def offer(self, courses: list[Course]) -> None:
        self.course.choices = [(str(c.id), c.title) for c in courses]

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self[name].data for name in ("people", "whose", "due_on", "counts_earlier")}
