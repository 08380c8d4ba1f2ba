"""Shapes of what may be typed about exams."""

from collections.abc import Sequence
from typing import Any

from wtforms import (
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import NumberRange, Optional

from association.exams.models import Item, Question, QuestionKind
from association.exams.models.question import RIGHT, WRONG
from association.exams.workbook import LONGEST, options_in
from association.kernel import dated
from association.kernel.attachments import WORKBOOKS, AttachmentField
from association.kernel.fields import CountField, TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _, _l

LETTERS = tuple("ABCDEFGH")
PARTS = 8
"""Lines of a plan."""


def _between(least: int, most: int) -> NumberRange:
    return NumberRange(
        min=least, max=most, message=_l("请填%(least)d到%(most)d的整数。", least=least, most=most)
    )


def are_options(typed: str) -> bool:
    return not options_in(typed)[1]


class QuestionForm(Form):
    kind = SelectField(_l("题型"), [Required()], choices=[(k.value, k.label) for k in QuestionKind])
    topic = SelectField(_l("主题"), [Required()])
    words = TextAreaField(_l("题干"), [Required(), AtMost(LONGEST["words"])])
    options = TextAreaField(
        _l("选项"), [AtMost(LONGEST["options"]), Matches(are_options, _l("选项请一行一个，写成“A. 内容”，从A到H。"))],
        description=_l("只有选择题填；一行一个，写成“A. 内容”。每份试卷上的次序各不相同。"), render_kw={"rows": 5},
    )  # fmt: skip
    right = TicksField(
        _l("正确答案"),
        choices=[*((letter, letter) for letter in LETTERS), (RIGHT, _l("正确")), (WRONG, _l("错误"))],
        description=_l("选择题勾字母，判断题勾“正确”或“错误”，书面题不勾。"),
    )  # fmt: skip
    points = IntegerField(_l("分值"), [Required(), _between(1, 99)])
    explanation = TextAreaField(
        _l("答案说明或评分要点"), [AtMost(LONGEST["explanation"])], description=_l("本人看卷时会看到；书面题写评分要点。"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic.choices = [(word, word) for word in dated.value("exams.topics")]

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        has_options = typed["kind"] in (QuestionKind.SINGLE.value, QuestionKind.MULTIPLE.value)
        options = options_in(typed["options"] or "")[0] if has_options else []
        return typed | {"options": options, "right": typed["right"] or []}

    @staticmethod
    def shown(question: Question) -> dict[str, Any]:
        """The row as the form shows it."""
        lines = "\n".join(f"{option['key']}. {option['text']}" for option in question.options)
        names = ("topic", "words", "right", "points", "explanation")
        return {n: getattr(question, n) for n in names} | {"kind": question.kind.value, "options": lines}


class ListForm(Form):
    file = AttachmentField(_l("题目（.xlsx）"), [Required()], limits=WORKBOOKS)


class PlanForm(Form):
    """Lines of kind, topic and how many; a line without a number is none."""

    minutes = IntegerField(_l("考试时长（分钟）"), [Required(), _between(5, 480)])

    @property
    def lines(self) -> list[tuple[Any, Any, Any]]:
        return [(self[f"kind{n}"], self[f"topic{n}"], self[f"count{n}"]) for n in range(PARTS)]

    @property
    def values(self) -> dict[str, Any]:
        parts = [
            {"kind": kind.data, "topic": topic.data or "", "count": int(count.data)}
            for kind, topic, count in self.lines
            if count.data
        ]
        return {"minutes": self.minutes.data, "parts": parts}


def plan_form(parts: Sequence[Any], minutes: int) -> PlanForm:
    """The form with as many lines as a plan may have."""
    topics = [("", _("不限主题")), *((word, word) for word in dated.value("exams.topics"))]
    fields: dict[str, Any] = {}
    data: dict[str, Any] = {"minutes": minutes}
    for n in range(PARTS):
        fields[f"kind{n}"] = SelectField(_l("题型"), choices=[(k.value, k.label) for k in QuestionKind])
        fields[f"topic{n}"] = SelectField(_l("主题"), choices=topics)
        fields[f"count{n}"] = CountField(_l("道数"), empty=0)
        if n < len(parts):
            data |= {f"{name}{n}": parts[n][name] for name in ("kind", "topic", "count")}
    return type("LinedPlanForm", (PlanForm,), fields)(data=data)  # type: ignore[no-any-return]


class ClaimForm(Form):
    code = StringField(_l("准考码"), [Required(), AtMost(20)], description=_l("单位交给你的十位字母和数字。"))
    number = StringField(
        _l("身份证件号码"), [Required(), AtMost(40)], description=_l("与单位报名时填的一致；只用来核对。"), render_kw={"autocomplete": "off"},
    )  # fmt: skip


class PaperForm(Form):
    """One field for each question (q1, q2, …), and the number of the save the page was drawn with (v1, v2, …)."""

    positions: Sequence[int] = ()

    @property
    def sent(self) -> dict[int, tuple[dict[str, Any], int]]:
        found: dict[int, tuple[dict[str, Any], int]] = {}
        for n in self.positions:
            data, base = self[f"q{n}"].data, self[f"v{n}"].data or ""
            if isinstance(self[f"q{n}"], TextAreaField):
                said: dict[str, Any] = {"text": data or ""}
            else:
                said = {"keys": data if isinstance(data, list) else [data] if data else []}
            found[n] = (said, int(base) if base.isascii() and base.isdecimal() else 0)
        return found


def paper_form(items: Sequence[Item]) -> PaperForm:
    """Drawn with the answers that count."""
    fields: dict[str, Any] = {"positions": [item.position for item in items]}
    data: dict[str, Any] = {}
    for item in items:
        n = item.position
        fields[f"q{n}"], data[f"q{n}"] = _answer_field(item)
        fields[f"v{n}"], data[f"v{n}"] = HiddenField(), str(item.version)
    return type("DrawnPaperForm", (PaperForm,), fields)(data=data)  # type: ignore[no-any-return]


def _answer_field(item: Item) -> tuple[Any, Any]:
    label = _("第%(n)d题", n=item.position)
    if item.question.kind is QuestionKind.WRITTEN:
        return TextAreaField(label), item.said.get("text", "")
    keys = item.said.get("keys", [])
    if item.question.kind is QuestionKind.MULTIPLE:
        return TicksField(label, choices=item.choices, validate_choice=False), keys
    return RadioField(label, [Optional()], choices=item.choices, validate_choice=False), keys[0] if keys else None  # fmt: skip


class MarkForm(Form):
    """Points and a remark for each question that is looked at (p1, r1, …)."""

    marked: Sequence[Item] = ()

    @property
    def marks(self) -> dict[int, tuple[int, str]]:
        return {
            item.id: (int(self[f"p{item.position}"].data), self[f"r{item.position}"].data or "")
            for item in self.marked
            if self[f"p{item.position}"].data is not None
        }


def mark_form(items: Sequence[Item], *, reason: object | None = None) -> MarkForm:
    fields: dict[str, Any] = {"marked": items}
    data: dict[str, Any] = {}
    for item in items:
        n, most = item.position, item.question.points
        fields[f"p{n}"] = IntegerField(
            _("第%(n)d题得分（0–%(most)d）", n=n, most=most), [Required(), _between(0, most)]
        )
        fields[f"r{n}"] = TextAreaField(_("第%(n)d题评语", n=n), [AtMost(1000)], render_kw={"rows": 2})
        data |= {f"p{n}": item.points, f"r{n}": item.remark}
    if reason is not None:
        fields["reason"] = TextAreaField(reason, [Required(), AtMost(2000)])
    return type("DrawnMarkForm", (MarkForm,), fields)(data=data)  # type: ignore[no-any-return]
