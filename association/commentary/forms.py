"""Shapes of what may be typed about commentary."""

from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField

from association.commentary.labels import LABELS
from association.commentary.models import CommentaryKind, FindingKind
from association.commentary.settings import said
from association.kernel.fields import DayField, MomentField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l


def _topics() -> list[tuple[str, str]]:
    return [(topic, topic) for topic in said("topics")]


class FactsForm(Form):
    """What stands around the text."""

    title = StringField(LABELS["title"], [Required(), AtMost(200)])
    topic = SelectField(LABELS["topic"], [Required()])
    work = StringField(
        LABELS["work"], [AtMost(200)], description=_l("作品阅评填写：已经公开播出的作品的片名。")
    )
    work_number = StringField(
        LABELS["work_number"], [AtMost(100)], description=_l("照片头或平台公示的写法填写，可不填。")
    )
    maker_code = StringField(
        LABELS["maker_code"],
        [AtMost(30)],
        description=_l("填了就在该单位的公开记录里列出这篇阅评，并须经法务审。"),
    )
    names_somebody = BooleanField(
        LABELS["names_somebody"], description=_l("点名的，复审之后由法务核对依据和个人信息，再终审。")
    )
    period_from = DayField(LABELS["period_from"], description=_l("综述填写，含当天，例如2026-07-01。"))
    period_to = DayField(LABELS["period_to"], description=_l("综述填写，含当天，例如2026-09-30。"))
    publish_at = MomentField(
        LABELS["publish_at"],
        description=_l("不填就在终审签发时发布；填了就在那时自动发布。例如2026-12-31T09:00。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic.choices = _topics()

    @property
    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.values.items() if name not in ("kind", "maker_code")}


class BeginForm(FactsForm):
    """With its kind, which never changes."""

    kind = SelectField(LABELS["kind"], [Required()], choices=[(k.value, k.label) for k in CommentaryKind])


class CommissionForm(Form):
    writer = SelectField(LABELS["writer"], [Required()], coerce=int)
    due_on = DayField(LABELS["due_on"], description=_l("可不填，例如2026-12-31。"))


class BylineForm(Form):
    shows_writer = BooleanField(LABELS["shows_writer"])


class FindingForm(Form):
    kind = SelectField(_l("哪一类"), [Required()], choices=[(k.value, k.label) for k in FindingKind])
    fact = TextAreaField(
        LABELS["fact"], [Required(), AtMost(2000)], description=_l("写看到的事实，例如第几集、什么情节。")
    )
    cause = TextAreaField(LABELS["cause"], [AtMost(2000)], description=_l("问题须填写。"))
    proposal = TextAreaField(LABELS["proposal"], [AtMost(2000)], description=_l("问题须填写。"))
    edition = SelectField(_l("依据哪份规范"), coerce=int, description=_l("可不选。"))
    path = StringField(
        _l("哪一条"), [AtMost(64)], description=_l("可写“第八条第二款”，也可写地址中的编号“8.2”。")
    )


class TakeForm(Form):
    kind = SelectField(_l("收入为"), [Required()], choices=[(k.value, k.label) for k in FindingKind])


class TrackForm(Form):
    work = StringField(LABELS["work"], [Required(), AtMost(200)])
    work_number = StringField(LABELS["work_number"], [AtMost(100)])
    maker = StringField(LABELS["maker"], [AtMost(200)])
    topic = SelectField(LABELS["topic"], [Required()])
    note = TextAreaField(LABELS["note"], [AtMost(2000)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic.choices = _topics()
