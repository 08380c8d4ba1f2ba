"""Shapes of what may be typed about warnings."""

from typing import Any

from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField

from association.kernel import dated
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import DayField, MomentField, TicksField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.organisations import queries as organisations
from bulletins.warnings.labels import FACTS
from bulletins.warnings.models import Level

LONGEST = 6_000
DAYS = (1, 2, 3, 5, 10, 20)


def _lines(raw: str | None) -> list[str]:
    return [line.strip() for line in (raw or "").splitlines() if line.strip()]


def _levels() -> list[tuple[str, object]]:
    return [(level.value, level.label) for level in Level]


class WarningForm(Form):
    """The questions a reader asks, in the reader's order."""

    title = StringField(FACTS["title"], [Required(), AtMost(120)], description=_l("一句话说清风险是什么。"))
    level = SelectField(FACTS["level"], [Required()])
    topic = SelectField(FACTS["topic"], [Required()])
    happens = TextAreaField(
        FACTS["happens"], [Required(), AtMost(LONGEST)], description=_l("分段写；不写个人信息。")
    )
    todo = TextAreaField(FACTS["todo"], [Required(), AtMost(LONGEST)], description=_l("一行一件事。"))
    act_by = DayField(FACTS["act_by"], description=_l("不填就是尽快。例如2026-12-01。"))
    valid_from = DayField(FACTS["valid_from"], description=_l("不填就是发布之日。"))
    valid_to = DayField(FACTS["valid_to"], [Required()], description=_l("这一天过后自动到期；可以提前解除。"))
    kinds = TicksField(
        FACTS["kinds"],
        description=_l("不勾选就是全部类别。"),
    )
    provinces = TicksField(
        FACTS["provinces"],
        description=_l("不勾选就是全部地方。"),
    )
    named = TextAreaField(
        FACTS["named"],
        [AtMost(4000)],
        description=_l("每行一个统一社会信用代码；不论类别和所在地都通知，名单不公开。"),
    )
    only_named = BooleanField(FACTS["only_named"])
    contents = TextAreaField(FACTS["contents"], [AtMost(1000)], description=_l("每行一种，例如微短剧。"))
    platforms = TextAreaField(FACTS["platforms"], [AtMost(1000)], description=_l("每行一种，例如小程序。"))
    must_read = BooleanField(FACTS["must_read"])
    confirm_days = SelectField(FACTS["confirm_days"], coerce=int, choices=[(n, str(n)) for n in DAYS])
    wants_statement = BooleanField(FACTS["wants_statement"])
    publish_at = MomentField(FACTS["publish_at"], description=_l("不填就是终审签发后立即发布。"))

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


class EditForm(WarningForm):
    """Over which version it is written."""

    base = HiddenField()

    @property
    def over(self) -> int:
        """A forged number is over nothing."""
        typed = self.base.data or ""
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0

    @property
    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.values.items() if name != "base"}


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
