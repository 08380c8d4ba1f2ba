"""Shapes of what may be typed about self-checks."""

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import IntegerField
from wtforms.widgets import HiddenInput

from association.kernel import dated
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import DayField, TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l
from association.organisations import queries as organisations
from association.organisations.models import Kind
from association.selfcheck.models import QuestionnaireVersion, Value

LONGEST = 4_000
ORDINARY = 200
CHOOSE = _l("请选择是、否或不适用")


class FoundForm(Form):
    """A questionnaire that was not there."""

    title = StringField(_l("名称"), [Required(), AtMost(80)])
    kind = SelectField(_l("适用的单位类别"), [Required()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = organisations.kind_pairs()

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"kind": Kind(self.kind.data)}


class NoteForm(Form):
    """What is new in a version."""

    note = TextAreaField(
        _l("本版说明（公开）"), [AtMost(1000)], description=_l("与上一版有什么不同，为什么。")
    )


class QuestionForm(Form):
    """One question with what it rests on."""

    group = StringField(_l("所属部分"), [Required(), AtMost(60)])
    words = TextAreaField(
        _l("题目"),
        [Required(), AtMost(500)],
        description=_l("写成答“是”就符合要求的问法，例如“是否……并留有记录？”"),
    )
    explanation = TextAreaField(_l("怎样理解"), [AtMost(LONGEST)])
    evidence = TextAreaField(
        _l("什么可以证明"), [AtMost(2000)], description=_l("一行一件。不要求上传个人信息。")
    )
    example = TextAreaField(
        _l("例子"), [AtMost(2000)], description=_l("什么情形算缺项；不写真实的单位、人和作品。")
    )
    basis = StringField(_l("依据的文件名称"), [Required(), AtMost(ORDINARY)], description=_l("不带书名号。"))
    number = StringField(_l("文号或标准号"), [AtMost(100)])
    clause = StringField(
        _l("条款"),
        [AtMost(100)],
        description=_l("照引用的写法，例如“第二条”或“三（二）5”；没有与正式文本核对过的，请留空。"),
    )
    issued_on = DayField(_l("文件的日期"))
    is_draft = BooleanField(_l("依据的是征求意见稿"))
    checked_by = StringField(_l("核对人"), [AtMost(60)], description=_l("与正式文本核对过的才填。"))
    checked_on = DayField(_l("核对日期"))


class AnswerForm(Form):
    """One answer. `seen` is the revision the page was drawn with."""

    value = RadioField(
        _l("回答"), [Required(CHOOSE), Matches(lambda v: v in {value.value for value in Value}, CHOOSE)], validate_choice=False,
        choices=[(value.value, value.label) for value in Value],
    )  # fmt: skip
    note = TextAreaField(
        _l("说明"),
        [AtMost(LONGEST)],
        description=_l("怎样证明，或者缺什么；答“不适用”的必须写原因。请不要写身份证号、电话等个人信息。"),
    )
    evidence = AttachmentField(_l("证明材料"), limits=PAPERS, multiple=True)
    owner = StringField(
        _l("整改负责人"), [AtMost(60)], description=_l("答“否”的可以填；本单位在任人员可从列表中选。")
    )
    due_on = DayField(_l("整改期限"), description=_l("到期前写信提醒经办人和授权签署人。"))
    seen = IntegerField(widget=HiddenInput(), default=0)

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        return typed | {"value": Value(typed["value"]), "seen": typed["seen"] or 0}


class PlanForm(Form):
    """Who puts a gap right, by when, whether it is done."""

    owner = StringField(_l("整改负责人"), [AtMost(60)], description=_l("本单位在任人员可从列表中选。"))
    due_on = DayField(_l("整改期限"), description=_l("到期前写信提醒经办人和授权签署人。"))
    is_done = BooleanField(_l("已经整改"))
    done_note = TextAreaField(_l("怎样整改的"), [AtMost(LONGEST)])
    evidence = AttachmentField(_l("整改的证明材料"), limits=PAPERS, multiple=True)


class RoundForm(Form):
    """Which questions, who must, by when."""

    title = StringField(_l("名称"), [Required(), AtMost(120)])
    topic = SelectField(_l("主题"), [Required()])
    purpose = TextAreaField(
        _l("为什么、查什么"),
        [Required(), AtMost(LONGEST)],
        description=_l("应参加的单位会看到；公布结果时公开。"),
    )
    version = SelectField(_l("问卷"), [Required()], coerce=int)
    keys = TicksField(
        _l("只问其中这些题"), description=_l("不勾选就是整份问卷。要选题的，先存草稿，再回来勾选。")
    )
    due_on = DayField(_l("截止日"), [Required()])
    kinds = TicksField(_l("应参加的单位类别"), description=_l("不勾选就是全部类别。"))
    provinces = TicksField(_l("应参加单位的所在地"), description=_l("不勾选就是全部地方。"))
    named = TextAreaField(
        _l("另外点名的单位"),
        [AtMost(4000)],
        description=_l("每行一个统一社会信用代码；不论类别和所在地都应参加，名单不公开。"),
    )
    only_named = BooleanField(_l("只限点名的单位"))

    def __init__(
        self,
        *args: Any,
        usable: Sequence[QuestionnaireVersion],
        chosen: QuestionnaireVersion | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.usable = {v.id: v for v in usable}
        self.topic.choices = [(topic, topic) for topic in dated.value("selfcheck.topics")]
        self.version.choices = [(v.id, v.title) for v in usable]
        self.kinds.choices, self.provinces.choices = (
            organisations.kind_pairs(),
            organisations.province_pairs(),
        )
        of = self.usable.get(self.version.data) or chosen
        self.keys.choices = (
            [(q.key, q.words) for q in of.questions] if of is not None and chosen is not None else []
        )
        if chosen is None:
            del self.keys

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        named = [line.strip() for line in (typed["named"] or "").splitlines() if line.strip()]
        return typed | {"named": named, "version": self.usable[typed["version"]]}
