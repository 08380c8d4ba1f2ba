"""Shapes of what may be typed about figures."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import (
    BooleanField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)

from association.kernel.attachments import WORKBOOKS, AttachmentField
from association.kernel.fields import DayField, TicksField
from association.kernel.figures import plain_figures
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _, _l
from bulletins.figures.models import READ, WRITE
from bulletins.figures.settings import GREATEST

Row = Mapping[str, Any]


class CountField(IntegerField):
    """A count or nothing; full width and commas of thousands are read too. What is no count stays in the field as it was typed."""

    def process_formdata(self, valuelist: Any) -> None:
        written = plain_figures("".join(str(v) for v in valuelist))
        self.data: Any = None
        if written and not (written.isascii() and written.isdecimal() and int(written[:14]) <= GREATEST):
            raise ValueError(_("请填0到%(most)d的整数。", most=GREATEST))
        self.data = int(written) if written else None


class _UnlessCounted:
    """A count and “not counted” contradict each other."""

    def __init__(self, box: str) -> None:
        self.box = box

    def __call__(self, form: Form, field: CountField) -> None:
        if form[self.box].data and (field.data is not None or field.errors):
            raise ValidationError(_("填了数就不要再勾“未统计”。"))


class ReportForm(Form):
    """With a field and a box for each thing counted; see `form_for`."""

    because = TextAreaField(_l("更正的原因"), [AtMost(500)], description=_l("说明原来的数哪里不对。"))


def form_for(
    asked: Sequence[Row], answers: Mapping[str, int | None] | None, *, is_correction: bool
) -> ReportForm:
    """`answers` fill it when it is opened."""
    fields: dict[str, Any] = {}
    for n, row in enumerate(asked):
        label = _("%(label)s（%(unit)s）", label=row["label"], unit=row["unit"])
        fields[f"n{n}"] = CountField(label, [_UnlessCounted(f"u{n}")], description=row["definition"])
        fields[f"u{n}"] = BooleanField(_("未统计"))
    made = type("FiguresForm", (ReportForm,), fields)
    data = None if answers is None else _typed(asked, answers)
    form: ReportForm = made(data=data)
    if not is_correction:
        del form.because
    else:
        form.because.flags.required = True
    return form


def _typed(asked: Sequence[Row], answers: Mapping[str, int | None]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for n, row in enumerate(asked):
        if row["code"] in answers:
            data[f"n{n}"] = answers[row["code"]]
            data[f"u{n}"] = answers[row["code"]] is None
    return data


def answers_in(form: ReportForm, asked: Sequence[Row]) -> dict[str, int | None]:
    """What was answered; a blank field without a tick is no answer, and is not 0."""
    found: dict[str, int | None] = {}
    for n, row in enumerate(asked):
        if form[f"u{n}"].data:
            found[row["code"]] = None
        elif form[f"n{n}"].data is not None:
            found[row["code"]] = form[f"n{n}"].data
    return found


def rows_in(form: ReportForm, asked: Sequence[Row]) -> list[tuple[str, list[tuple[Any, Any]]]]:
    """Fields and boxes under their fault labels."""
    found: dict[str, list[tuple[Any, Any]]] = {}
    for n, row in enumerate(asked):
        found.setdefault(row["group"], []).append((form[f"n{n}"], form[f"u{n}"]))
    return list(found.items())


class UploadForm(Form):
    file = AttachmentField(_l("填好的表格（.xlsx）"), [Required()], limits=WORKBOOKS)
    because = TextAreaField(_l("更正的原因"), [AtMost(500)], description=_l("说明原来的数哪里不对。"))


class TokenForm(Form):
    name = StringField(
        _l("给谁用"), [Required(), AtMost(60)], description=_l("例如：数据平台。办理记录里会写这个名字。")
    )
    scopes = TicksField(
        _l("可以做什么"), [Required()], choices=[(WRITE, _l("报送（figures:write）")), (READ, _l("读取本单位的报送（figures:read）"))],
    )  # fmt: skip


class DraftForm(Form):
    because = TextAreaField(
        _l("修订的原因（将公开）"), [AtMost(300)], description=_l("不要写出单位的名称和数。")
    )


class FaultForm(Form):
    code = StringField(
        _l("代码"), [Required(), AtMost(40), Matches(lambda v: bool(re.fullmatch(r"[a-z][a-z0-9-]*", v)), _l("代码用小写字母、数字和短横线，以字母开头。"))],
        description=_l("表格和接口按代码认项目；同一代码的新一份接替旧的。"),
    )  # fmt: skip
    group = StringField(_l("问题类型"), [Required(), AtMost(40)])
    label = StringField(
        _l("统计什么"), [Required(), AtMost(40)], description=_l("例如：下架的短视频。不要设几项相加的总数。")
    )
    unit = StringField(_l("单位（量词）"), [Required(), AtMost(10)])
    definition = TextAreaField(
        _l("口径"), [Required(), AtMost(300)], description=_l("写清算什么、不算什么，怎样不重复。")
    )
    in_force_from = DayField(_l("从哪天起"), [Required()], description=_l("开始日期不早于这一天的各期采用。"))
    is_counted = SelectField(_l("统计还是停止"), choices=[("yes", _l("统计")), ("", _l("不再统计"))])
    basis = TextAreaField(_l("依据"), [Required(), AtMost(500)])

    @property
    def facts(self) -> dict[str, Any]:
        return self.values | {"is_counted": self.is_counted.data == "yes"}
