"""The shape of a period of the rule, as staff type it."""

from typing import Any

from wtforms import BooleanField, IntegerField, TextAreaField
from wtforms.validators import Optional

from association.kernel.fields import DayField, TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l
from association.works.models import Making, Trigger
from association.works.models.rule import deadline


class AmountField(IntegerField):
    """万元, whole; left empty it is None."""

    data: Any

    def process_formdata(self, valuelist: Any) -> None:
        raw = "".join(valuelist).strip()
        self.data = None
        if not raw:
            return
        if not (raw.isascii() and raw.isdecimal() and len(raw) <= 7 and int(raw) > 0):
            raise ValueError(_l("请填大于0的整数，单位是万元"))
        self.data = int(raw)


def _are_deadlines(text: str) -> bool:
    try:
        return all(deadline(line) for line in text.splitlines() if line.strip())
    except ValueError:
        return False


class RuleForm(Form):
    in_force_from = DayField(
        _l("从哪天起用"), [Required()], description=_l("可以早于今天：有的通知公开得晚。")
    )
    makings = TicksField(
        _l("适用的制作方式"), [Required(_l("请至少选一种制作方式"))],
        choices=[(making.value, making.label) for making in Making],
    )  # fmt: skip
    key_from = AmountField(
        _l("重点的起点（万元，含）"), [Optional()], description=_l("这一时期不看投资额的不填。")
    )
    ordinary_from = AmountField(
        _l("普通的起点（万元，含）"), [Optional()], description=_l("没有普通这一类的不填。")
    )
    subjects = TextAreaField(
        _l("特殊题材"), [AtMost(1000)], description=_l("每行一种；属于其中一种的，不论投资额都是重点。")
    )
    triggers = TicksField(
        _l("不论投资额都列为重点的情形"), choices=[(trigger.value, trigger.label) for trigger in Trigger]
    )
    handled_key = TextAreaField(_l("重点由谁办"), [Required(), AtMost(500)])
    handled_ordinary = TextAreaField(_l("普通由谁办"), [AtMost(500)])
    handled_other = TextAreaField(_l("其他由谁办"), [Required(), AtMost(500)])
    numbers = TextAreaField(
        _l("有哪些证号、备案号"),
        [AtMost(2000)],
        description=_l("每行一种；没有与原文核对的，以“待核：”开头。"),
    )
    deadlines = TextAreaField(
        _l("规则里的日期"), [AtMost(2000), Matches(_are_deadlines, _l("每行先写日期再写内容，例如“2024-06-01 起，……”"))],
        description=_l("每行一个，例如“2024-06-01 起，……”。"),
    )  # fmt: skip
    doubts = TextAreaField(_l("没有弄清的地方"), [AtMost(2000)], description=_l("每行一点，会显示给查的人。"))
    basis = TextAreaField(_l("依据"), [Required(), AtMost(2000)])
    number_to_verify = BooleanField(_l("依据的文号还没有与原文核对"))

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        lines = (typed["subjects"] or "").splitlines()
        return typed | {"subjects": [line.strip() for line in lines if line.strip()]}
