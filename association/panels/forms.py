"""Shapes of what may be typed about panels."""

from collections.abc import Iterable
from typing import Any

from wtforms import RadioField, SelectField, StringField, TextAreaField

from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.panels.matters import Matter
from association.ties.models import TieKind

LONG = 20_000


class TieForm(Form):
    kind = SelectField(_l("是什么关系"), [Required()], choices=[(kind.value, kind.label) for kind in TieKind])
    words = TextAreaField(
        _l("与谁、是什么关系"),
        [Required(), AtMost(1000)],
        description=_l("写对方的全称。不写健康和家庭细节；只有秘书处办理的人看得到。"),
    )


class OpinionForm(Form):
    """The choices are the business's own."""

    word = RadioField(_l("你的意见"), validate_choice=False)
    because = TextAreaField(_l("理由和建议"), [AtMost(LONG)])

    def __init__(self, matter: Matter, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # The deed asks for it: a draft may do without.
        self["word"].flags.required = True
        self["word"].choices = [(choice.word, choice.label) for choice in matter.votes.choices]
        reasoned = [str(choice.label) for choice in matter.votes.choices if choice.needs_reason]
        if reasoned:
            self["because"].description = _l("选择“%(choices)s”的须写明理由。", choices="、".join(reasoned))

    @property
    def given(self) -> dict[str, Any]:
        return {"word": self["word"].data or "", "because": self["because"].data or ""}


class NameForm(Form):
    person = SelectField(_l("谁"), [Required()], coerce=int)

    def __init__(self, people: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self["person"].choices = list(people)


class ReplaceForm(NameForm):
    reason = TextAreaField(
        _l("更换的理由"),
        [Required(), AtMost(1000)],
        description=_l("被更换的成员会看到。不写健康和家庭情况。"),
    )


class GuestForm(Form):
    name = StringField(_l("姓名"), [Required(), AtMost(100)])
    unit = StringField(_l("工作单位"), [Required(), AtMost(200)])


class ExtendForm(Form):
    due_on = DayField(_l("新的截止日"), [Required()], description=_l("这一天仍可提交意见。例如2026-12-31。"))
    reason = TextAreaField(_l("延长的理由"), [Required(), AtMost(1000)], description=_l("成员会看到。"))


class MinutesForm(Form):
    conclusion = RadioField(_l("评审组的结论"), [Required(_l("请选择结论。"))], validate_choice=False)
    text = TextAreaField(
        _l("纪要"), [Required(), AtMost(LONG)], render_kw={"rows": 12}, description=_l("讨论的主要问题、结论和理由；不同意见照实写。"),
    )  # fmt: skip

    def __init__(self, matter: Matter, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self["conclusion"].choices = [(choice.word, choice.label) for choice in matter.votes.choices]


class ConfirmForm(Form):
    agrees = RadioField(
        _l("这份纪要"), [Required(_l("请选择同意或不同意。"))], validate_choice=False,
        choices=[("yes", _l("如实，同意")), ("no", _l("有不实或遗漏，不同意"))],
    )  # fmt: skip
    note = TextAreaField(
        _l("说明"), [AtMost(4000)], description=_l("不同意的写明哪里不对，也可以写保留意见；与纪要一起留存。")
    )
