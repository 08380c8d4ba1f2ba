"""Shapes of what may be typed about standards."""

from collections.abc import Sequence
from typing import Any

from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)

from association.kernel import dated
from association.kernel.fields import DayField, MomentField, TicksField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.organisations.models import Kind
from association.standards.labels import LABELS
from association.standards.models import ActKind, Finding, StandardKind, Vote

LONG = 20_000
A_DAY = _l("例如2026-12-31。")


class ProposalForm(Form):
    """建议书. The two selects are filled by the page: whose organisations, which standards."""

    organisation = SelectField(_l("以哪家单位提出"))
    proposed_by = StringField(
        LABELS["proposed_by"], [AtMost(200)], description=_l("建议从哪里来：单位或部门的名称。")
    )
    revises = SelectField(_l("制定还是修订"))
    kind = SelectField(
        LABELS["kind"], [Required()], choices=[(k.value, k.label) for k in StandardKind],
        description=_l("团体标准编全国统一的号；自律规则只约束会员和自愿承诺的单位。修订的随原标准。"),
    )  # fmt: skip
    title = StringField(LABELS["title"], [AtMost(200)], description=_l("修订的不用填。"))
    english_title = StringField(LABELS["english_title"], [AtMost(200)], description=_l("立项后用在网址里。"))
    why = TextAreaField(
        LABELS["why"], [Required(), AtMost(LONG)], description=_l("要解决什么问题，现有规定为什么不够。")
    )
    scope = TextAreaField(LABELS["scope"], [Required(), AtMost(4000)], description=_l("管什么事，谁用得上。"))
    basis = TextAreaField(
        LABELS["basis"], [AtMost(4000)], description=_l("有关的法律法规、国家标准、行业标准。")
    )


class FactsForm(Form):
    english_title = StringField(LABELS["english_title"], [AtMost(200)])
    scope = TextAreaField(LABELS["scope"], [AtMost(4000)])
    basis = TextAreaField(LABELS["basis"], [AtMost(4000)])
    in_charge = StringField(LABELS["in_charge"], [AtMost(200)])
    drafting_units = TextAreaField(LABELS["drafting_units"], [AtMost(4000)], description=_l("一行一个。"))
    drafters = TextAreaField(
        LABELS["drafters"], [AtMost(4000)], description=_l("一行一个；随标准公开，请先征得本人同意。")
    )
    ccs = StringField(LABELS["ccs"], [AtMost(40)], description=_l("例如A16。"))
    ics = StringField(LABELS["ics"], [AtMost(40)], description=_l("例如03.200。"))
    explanation = TextAreaField(
        LABELS["explanation"],
        [AtMost(LONG)],
        description=_l("任务来源、编制过程、主要内容的依据、重大分歧的处理。"),
    )


class LayOutForm(Form):
    title = StringField(_l("名称"), [Required(), AtMost(200)])
    opens_on = DayField(_l("开始的日子"), description=_l("不填就是今天。"))
    closes_on = DayField(_l("截止日"), [Required()], description=_l("这一天仍可提出意见。例如2026-12-31。"))
    note = TextAreaField(_l("说明（公开）"), [Required(), AtMost(2000)])


class SendForm(Form):
    votes_due_on = DayField(_l("投票截止日"), [Required()], description=A_DAY)


class ReviewerForm(Form):
    """An expert of the pool, or somebody from outside whose vote comes on paper."""

    account = SelectField(_l("专家库中的专家"), coerce=int)
    name = StringField(_l("姓名"), [AtMost(100)], description=_l("不在专家库中的填写；选了专家的不用填。"))
    unit = StringField(_l("工作单位"), [Required(), AtMost(200)])
    post = StringField(_l("职务或职称"), [Required(), AtMost(100)])
    is_senior = BooleanField(_l("具有高级职称"))


class VoteForm(Form):
    vote = RadioField(
        _l("你的意见"), [Required(_l("请选择同意、不同意或弃权"))], validate_choice=False, choices=[(v.value, v.label) for v in Vote],
        coerce=lambda raw: Vote(raw) if raw in {v.value for v in Vote} else None,
    )  # fmt: skip
    opinion = TextAreaField(
        _l("理由和修改建议"), [AtMost(LONG)], description=_l("不同意或弃权的须写明理由。")
    )


class MinutesForm(Form):
    held_on = DayField(_l("审查日期"), [Required()], description=A_DAY)
    minutes = TextAreaField(
        _l("审查纪要"),
        [Required(), AtMost(LONG)],
        description=_l("参加的单位和人员、讨论的主要问题、修改意见和结论。"),
    )


class ReasonForm(Form):
    reason = TextAreaField(_l("理由"), [Required(), AtMost(1000)])


class ApproveForm(Form):
    approved_by = SelectField(LABELS["approved_by"], [Required()])
    approved_on = DayField(LABELS["approved_on"], [Required()], description=A_DAY)
    effective_on = DayField(
        LABELS["effective_on"], [Required()], description=_l("不早于发布的日子。例如2026-12-31。")
    )
    binds = TicksField(
        LABELS["binds"], [Required(_l("请选择适用于哪些类别的单位"))], choices=[(k.value, k.label) for k in Kind],
        coerce=lambda raw: Kind(raw) if raw in {k.value for k in Kind} else None,
        description=_l("对其中的会员有约束力，其他单位可以自愿采用。"),
    )  # fmt: skip
    note = TextAreaField(LABELS["note"], [AtMost(2000)], description=_l("列在正文之前：谁应当特别留意什么。"))
    publish_at = MomentField(
        LABELS["publish_at"],
        description=_l("不填就在终审签发时发布；填了就在那时自动发布。例如2026-12-31T09:00。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.approved_by.choices = [(body, body) for body in dated.value("standards.bodies")]


class FindingForm(Form):
    finding = RadioField(
        _l("复审结论"), [Required(_l("请选择结论"))], validate_choice=False, choices=[(f.value, f.label) for f in Finding],
        coerce=lambda raw: Finding(raw) if raw in {f.value for f in Finding} else None,
    )  # fmt: skip
    because = TextAreaField(_l("理由"), [Required(), AtMost(4000)])
    ends_on = DayField(_l("自哪天起失效"), description=_l("废止或被代替的填写。"))
    replaced_by = StringField(
        _l("由哪一项标准代替"), [AtMost(200)], description=_l("被代替的填写编号和名称。")
    )


class ActForm(Form):
    kind = SelectField(
        _l("类别"), [Required()], choices=[(k.value, k.label) for k in ActKind],
        description=_l("修改单改变内容；勘误只更正印错的文字。"),
    )  # fmt: skip
    path = StringField(
        _l("哪一条"),
        [Required(), AtMost(64)],
        description=_l("可写“第八条第二款”，也可写地址中的编号“8.2”。"),
    )
    before = TextAreaField(
        _l("原文"), [Required(), AtMost(4000)], description=_l("照正文原样填写要改的文字。")
    )
    after = TextAreaField(_l("改后的文字"), [Required(), AtMost(4000)])
    because = TextAreaField(_l("理由"), [Required(), AtMost(4000)])
    effective_on = DayField(_l("自哪天起施行"), description=_l("不填就是签发的日子。"))


def choose(field: SelectField, pairs: Sequence[tuple[Any, Any]]) -> None:
    """Fill a select from what the page knows."""
    field.choices = list(pairs)
