"""Shapes of what may be typed about warnings."""

from typing import Any

from wtforms import BooleanField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.widgets import CheckboxInput, ListWidget

from association.kernel import dated
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import DayField, MomentField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.organisations import queries as organisations
from bulletins.warnings.models import Level

LONGEST = 6_000
DAYS = (1, 2, 3, 5, 10, 20)


def _lines(raw: str | None) -> list[str]:
    return [line.strip() for line in (raw or "").splitlines() if line.strip()]


def _levels() -> list[tuple[str, object]]:
    return [(level.value, level.label) for level in Level]


class WarningForm(Form):
    """The questions a reader asks, in the reader's order."""

    title = StringField(_l("标题"), [Required(), AtMost(120)], description=_l("一句话说清风险是什么。"))
    level = SelectField(_l("级别"), [Required()])
    topic = SelectField(_l("主题"), [Required()])
    happens = TextAreaField(
        _l("发生了什么"), [Required(), AtMost(LONGEST)], description=_l("分段写；不写个人信息。")
    )
    todo = TextAreaField(_l("请怎么做"), [Required(), AtMost(LONGEST)], description=_l("一行一件事。"))
    act_by = DayField(_l("最迟何时做到"), description=_l("不填就是尽快。例如2026-12-01。"))
    valid_from = DayField(_l("生效日"), description=_l("不填就是发布之日。"))
    valid_to = DayField(_l("有效期至"), [Required()], description=_l("这一天过后自动到期；可以提前解除。"))
    kinds = SelectMultipleField(
        _l("适用的单位类别"),
        description=_l("不勾选就是全部类别。"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    provinces = SelectMultipleField(
        _l("适用的所在地"),
        description=_l("不勾选就是全部地方。"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    named = TextAreaField(
        _l("另外点名通知的单位"),
        [AtMost(4000)],
        description=_l("每行一个统一社会信用代码；不论类别和所在地都通知，名单不公开。"),
    )
    only_named = BooleanField(_l("只通知点名的单位"))
    contents = TextAreaField(_l("涉及的内容类型"), [AtMost(1000)], description=_l("每行一种，例如微短剧。"))
    platforms = TextAreaField(
        _l("涉及的平台或场景"), [AtMost(1000)], description=_l("每行一种，例如小程序。")
    )
    must_read = BooleanField(_l("必读：适用单位须确认已阅知"))
    confirm_days = SelectField(_l("几个工作日内确认"), coerce=int, choices=[(n, str(n)) for n in DAYS])
    wants_statement = BooleanField(_l("确认后还须报送处置说明"))
    publish_at = MomentField(_l("定时发布"), description=_l("不填就是终审签发后立即发布。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.level.choices = _levels()
        self.topic.choices = [(topic, topic) for topic in dated.value("warnings.topics")]
        self.kinds.choices = organisations.kind_pairs()
        self.provinces.choices = organisations.province_pairs()

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        return (
            typed
            | {name: _lines(typed[name]) for name in ("named", "contents", "platforms")}
            | {"level": Level(typed["level"])}
        )


class ClauseForm(Form):
    """A clause a warning rests on."""

    edition = SelectField(_l("哪份文本"), [Required()], coerce=int)
    path = StringField(
        _l("哪一条"),
        [Required(), AtMost(64)],
        description=_l("可写“第八条第二款”，也可写地址中的编号“8.2”。"),
    )


class ReduceForm(Form):
    """The risk is less than it was."""

    level = SelectField(_l("现在的级别"), [Required()])
    reason = TextAreaField(_l("情况说明（公开）"), [Required(), AtMost(2000)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.level.choices = _levels()

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"level": Level(self.level.data)}


class ReportForm(Form):
    """What was done, with evidence."""

    statement = TextAreaField(_l("已经怎样处置"), [Required(), AtMost(LONGEST)])
    evidence = AttachmentField(_l("证明材料"), limits=PAPERS, multiple=True)
