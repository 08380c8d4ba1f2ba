"""Shapes of what may be typed about experts."""

from typing import Any

from wtforms import (
    BooleanField,
    SelectField,
    StringField,
    TextAreaField,
)

from association.experts.models import ConsentKind
from association.kernel import dated
from association.kernel.fields import DayField, EmailField, TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l


class DataForm(Form):
    """What somebody says of themselves."""

    employer = StringField(
        _l("工作单位"), [AtMost(200)], description=_l("写全称。单位在本站有登记的，从现在起回避涉及它的事。")
    )
    employer_code = StringField(
        _l("工作单位的统一社会信用代码"), [AtMost(30)], description=_l("知道的请填写。")
    )
    title = StringField(_l("职务、职称"), [Required(), AtMost(200)])
    level = SelectField(_l("职称级别"), [Required()])
    field_names = TicksField(
        _l("专业领域"), [Required(_l("请至少选择一个专业领域。"))],
    )  # fmt: skip
    load_limit = SelectField(_l("同时最多承担几件"), [Required()], coerce=int)
    profile = TextAreaField(
        _l("简介"),
        [Required(), AtMost(2000)],
        description=_l("从事过的工作和研究；不写家庭、健康和联系方式。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["level"].choices = [(level, level) for level in dated.value("experts.levels")]
        self["load_limit"].choices = [(n, str(n)) for n in range(1, int(dated.value("experts.load")) + 1)]
        self["field_names"].choices = [(f, f) for f in dated.value("experts.fields")]


class RecommendForm(Form):
    organisation = SelectField(_l("代表哪家单位推荐"), [Required()], coerce=int)
    name = StringField(_l("被推荐人的姓名"), [Required(), AtMost(100)])
    email = EmailField(
        _l("被推荐人的邮箱"), [Required()], description=_l("先请本人同意；不同意的，填写的内容随即删除。")
    )
    employer = StringField(_l("工作单位"), [AtMost(200)])
    title = StringField(_l("职务、职称"), [AtMost(200)])
    because = TextAreaField(_l("推荐的理由"), [Required(), AtMost(2000)])


class ConsentForm(Form):
    """One tick for each thing the public may see; none is needed to be an expert."""

    kinds = TicksField(
        _l("我同意"), choices=[(kind.value, kind.label) for kind in ConsentKind], description=_l("都可以不选，也可以随时撤回；不同意的，公众只看到姓氏、专业领域和聘期。"),
    )  # fmt: skip


class AbsenceForm(Form):
    from_on = DayField(_l("从哪天起"), [Required()], description=_l("例如2026-12-01。不必写原因。"))
    to_on = DayField(_l("到哪天止"), [Required()])


class ObjectForm(Form):
    text = TextAreaField(
        _l("异议和依据"), [Required(), AtMost(4000)], description=_l("写事实和依据。你的身份不公开，办理的人也看不到；答复只写信给你。")
    )  # fmt: skip


class AppointForm(Form):
    from_on = DayField(_l("聘期从哪天起"), [Required()])
    to_on = DayField(_l("聘期的最后一天"), [Required()])


class RenewForm(Form):
    to_on = DayField(_l("续聘到哪天"), [Required()])


class CallForm(Form):
    title = StringField(_l("标题"), [Required(), AtMost(200)])
    text = TextAreaField(
        _l("征集说明"),
        [Required(), AtMost(8000)],
        render_kw={"rows": 12},
        description=_l("条件、领域、工作内容、报酬和程序。"),
    )
    closes_on = DayField(_l("应征的最后一天"), [Required()], description=_l("例如2026-12-31。"))


class ApplyForm(DataForm):
    truth = BooleanField(_l("以上内容属实，我同意协会为审核而使用"), [Matches(bool, _l("请确认。"))])
