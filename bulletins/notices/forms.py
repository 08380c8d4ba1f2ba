"""Shapes of what may be typed about notices."""

from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField

from association.kernel import dated
from association.kernel.fields import DayField, MomentField, TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l
from association.organisations.models import Kind
from bulletins.notices import companions
from bulletins.notices.labels import LABELS


def is_address(typed: str) -> bool:
    return typed.startswith(("https://", "http://")) and " " not in typed and "." in typed


class FactsForm(Form):
    """What stands around the text."""

    title = StringField(LABELS["title"], [Required(), AtMost(200)])
    topic = SelectField(LABELS["topic"], [Required()])
    addressee = StringField(
        LABELS["addressee"], [AtMost(200)], description=_l("例如“各会员单位：”。公告可不填。")
    )
    audience = TicksField(
        LABELS["audience"], choices=[(k.value, k.label) for k in Kind], description=_l("发布时写信给这些类别的已核验单位的经办人和签署人；一个都不选就是全部。"),
    )  # fmt: skip
    names_somebody = BooleanField(
        LABELS["names_somebody"], description=_l("点名的，复审之后由法务核对依据和个人信息，再终审。")
    )
    publish_at = MomentField(
        LABELS["publish_at"],
        description=_l("不填就在终审签发时发布；填了就在那时自动发布。例如2026-12-31T09:00。"),
    )
    source_issuer = StringField(LABELS["source_issuer"], [AtMost(200)], description=_l("转发的填写。"))
    source_number = StringField(
        LABELS["source_number"], [AtMost(100)], description=_l("转发的填写，例如样例发〔2026〕1号。")
    )
    source_url = StringField(
        LABELS["source_url"],
        [AtMost(500), Matches(is_address, _l("网址请以https://开头"))],
        description=_l("转发的填写。"),
    )
    source_on = DayField(LABELS["source_on"], description=_l("转发的填写，例如2026-11-23。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic.choices = [(topic, topic) for topic in dated.value("notices.topics")]

    @property
    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.values.items() if name != "kind"}


class BeginForm(FactsForm):
    """With its kind, which never changes."""

    kind = SelectField(LABELS["kind"], [Required()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind.value, kind.label) for kind in companions.begun_here()]


class CorrectionForm(Form):
    before = TextAreaField(
        _l("原文"), [Required(), AtMost(4000)], description=_l("照正文原样填写要改的文字。")
    )
    after = TextAreaField(_l("改后的文字"), [Required(), AtMost(4000)])
    because = TextAreaField(_l("理由（公开）"), [Required(), AtMost(2000)])
