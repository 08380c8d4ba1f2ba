"""Shapes of what may be typed about notes and interviews."""

from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField

from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import DayField, MomentField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.remedies.models import Source

LONGEST = 6_000


class NoteForm(Form):
    """A note: to whom and why, what is asked, by when."""

    code = StringField(_l("统一社会信用代码"), [Required(), AtMost(40)])
    source = SelectField(_l("来源"), [Required()])
    source_words = StringField(
        _l("来源的编号或说明"), [AtMost(150)], description=_l("来自咨询的，写咨询的编号，例如咨询〔2026〕3号；单位会看到。")
    )  # fmt: skip
    title = StringField(_l("标题"), [Required(), AtMost(120)])
    facts = TextAreaField(
        _l("了解到的情况"), [Required(), AtMost(LONGEST)], render_kw={"rows": 6}, description=_l("写事实，不写个人信息。")
    )  # fmt: skip
    asks = TextAreaField(
        _l("要求或建议"), [Required(), AtMost(LONGEST)], render_kw={"rows": 6}, description=_l("一行一件事。")
    )
    wants_report = BooleanField(_l("须报送材料，由另一人复查"), default=True)
    due_on = DayField(_l("期限"), [Required()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source.choices = [(source.value, source.label) for source in Source]

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        return typed | ({"source": Source(typed["source"])} if "source" in typed else {})


class TextForm(Form):
    """Words for a step; what they are is the page's to say."""

    text = TextAreaField(_l("说明"), [Required(), AtMost(LONGEST)], render_kw={"rows": 5})


class ReportForm(Form):
    """What was done, with evidence."""

    text = TextAreaField(
        _l("已经怎样办理"), [Required(), AtMost(LONGEST)], render_kw={"rows": 6}, description=_l("逐项对应所列各条；请不要写个人信息。")
    )  # fmt: skip
    files = AttachmentField(_l("证明材料"), limits=PAPERS, multiple=True)

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"files": self.files.data or []}


class UntilForm(Form):
    """A new day, with or without words."""

    until = DayField(_l("新的期限"), [Required()])
    text = TextAreaField(_l("说明"), [Required(), AtMost(2000)])


class InterviewForm(Form):
    """What is talked about, where and when."""

    code = StringField(_l("统一社会信用代码"), [Required(), AtMost(40)])
    subject = StringField(_l("事由"), [Required(), AtMost(120)])
    about = TextAreaField(_l("想了解什么、请准备什么"), [Required(), AtMost(LONGEST)], render_kw={"rows": 5})
    place = StringField(_l("地点或参加方式"), [Required(), AtMost(150)])
    meets_at = MomentField(_l("时间"), [Required()])


class MoveForm(Form):
    """Another time."""

    place = StringField(_l("地点或参加方式"), [Required(), AtMost(150)])
    meets_at = MomentField(_l("时间"), [Required()])


class MinutesForm(Form):
    """Who came and what was said."""

    attended = TextAreaField(
        _l("到场的人和身份"), [Required(), AtMost(1000)], description=_l("写姓名和职务即可。")
    )
    minutes = TextAreaField(_l("纪要"), [Required(), AtMost(LONGEST)], render_kw={"rows": 10})
