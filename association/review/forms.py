"""Shapes of what may be typed about reviews."""

from collections.abc import Iterable, Mapping
from typing import Any

from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import NumberRange, Optional

from association.kernel import dated
from association.kernel.fields import TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l
from association.review.labels import LABELS
from association.review.models import Conclusion, Gate, Genre, Mark, Outcome, Reply, ReviewPoint, Severity
from association.review.opinions import Paper, seconds_of

LONGEST = 2_000
NOTE = 500
TIMECODE = _l("时间码请写成3:10或者1:03:10。")


def _pairs(kind: Any) -> list[tuple[str, object]]:
    return [(member.value, member.label) for member in kind]


class SubmitForm(Form):
    work = SelectField(
        LABELS["work"],
        [Required()],
        coerce=int,
        description=_l("列出已在“作品”里登记完、现在没有在评议的作品。"),
    )
    genre = SelectField(LABELS["genre"], [Required()], choices=_pairs(Genre))
    wish = TextAreaField(LABELS["wish"], [AtMost(LONGEST)], description=_l("例如“第二集法庭的戏是否准确”。"))


class ResubmitForm(Form):
    wish = TextAreaField(LABELS["wish"], [AtMost(LONGEST)])


class AcceptForm(Form):
    genre = SelectField(
        LABELS["genre"], [Required()], choices=_pairs(Genre), description=_l("按体裁定几位专家。")
    )
    wants = TicksField(
        LABELS["wants"], description=_l("建议人选时先看懂这些领域的专家。"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wants.choices = [(word, word) for word in dated.value("experts.fields")]


class AssignForm(Form):
    people = TicksField(_l("专家"), coerce=int)
    reason = TextAreaField(_l("理由"), [AtMost(NOTE)], description=_l("与建议的人选不同的，请写明。"))


class AnswerPointForm(Form):
    reply = RadioField(LABELS["reply"], [Required()], choices=_pairs(Reply))
    answer = TextAreaField(
        LABELS["answer"],
        [AtMost(LONGEST)],
        description=_l("改了什么、在哪里；没有全部修改的，请写明为什么。"),
    )


class AnswerForm(Form):
    with_version = BooleanField(
        _l("同时提交新版本"), description=_l("新版本先在“作品”里建好、上传。还有评议轮次的，专家据此复核。")
    )


class PointForm(Form):
    """A point of the report."""

    gate = SelectField(LABELS["gate"], [Required()], choices=_pairs(Gate))
    severity = SelectField(LABELS["severity"], [Required()], choices=_pairs(Severity))
    fact = TextAreaField(LABELS["fact"], [Required(), AtMost(LONGEST)])
    cause = TextAreaField(LABELS["cause"], [Required(), AtMost(LONGEST)])
    proposal = TextAreaField(LABELS["proposal"], [Required(), AtMost(LONGEST)])

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"gate": Gate(self.gate.data), "severity": Severity(self.severity.data)}


class ReportForm(Form):
    conclusion = SelectField(LABELS["conclusion"], [Required()], choices=_pairs(Conclusion))
    summary = TextAreaField(
        LABELS["summary"],
        [Required(), AtMost(LONGEST)],
        description=_l("写给单位看：用平常的话，不出现专家姓名。"),
    )
    merits = TextAreaField(LABELS["merits"], [AtMost(LONGEST)])


class LeaveOutForm(Form):
    because = TextAreaField(_l("为什么不写入报告（评审组会看到）"), [Required(), AtMost(NOTE)])


class NotedForm(Form):
    """A finding; it may be saved half written."""

    gate = SelectField(LABELS["gate"], choices=[("", _l("还没有选")), *_pairs(Gate)])
    severity = SelectField(LABELS["severity"], choices=[("", _l("还没有选")), *_pairs(Severity)])
    file = SelectField(_l("哪份材料"), coerce=int)
    at = StringField(
        _l("时间码"),
        [AtMost(12), Matches(lambda typed: seconds_of(typed) is not None, TIMECODE)],
        description=TIMECODE,
    )
    page = IntegerField(_l("页码"), [Optional(), NumberRange(1, 9_999)])
    fact = TextAreaField(LABELS["fact"], [AtMost(LONGEST)], description=_l("写看到、听到的事实。"))
    cause = TextAreaField(LABELS["cause"], [AtMost(LONGEST)])
    proposal = TextAreaField(LABELS["proposal"], [AtMost(LONGEST)])
    edition = SelectField(_l("依据哪份规范"), coerce=int, description=_l("可不选。"))
    path = StringField(
        _l("哪一条"), [AtMost(64)], description=_l("可写“第八条第二款”，也可写地址中的编号“8.2”。")
    )


class QuickForm(Form):
    """A finding dropped while watching."""

    at = StringField(
        _l("时间码"), [AtMost(12), Matches(lambda typed: seconds_of(typed) is not None, TIMECODE)]
    )
    fact = StringField(_l("记几个字，以后再写全"), [AtMost(NOTE)])


class PageNoteForm(Form):
    """A finding dropped while reading."""

    page = IntegerField(_l("页码"), [Required(), NumberRange(1, 9_999, message=_l("页码请填1到9999。"))])
    fact = StringField(_l("记几个字，以后再写全"), [AtMost(NOTE)])


class OpinionForm(Form):
    """All of an opinion but its findings. Rows for the gates are `gate_<word>` and `note_<word>`, for earlier points `check_<id>`."""

    merits = TextAreaField(LABELS["merits"], [AtMost(LONGEST)])
    summary = TextAreaField(LABELS["summary"], [AtMost(LONGEST)])
    word = RadioField(LABELS["conclusion"], choices=_pairs(Conclusion), validate_choice=False)


def opinion_form(paper: Paper, word: str, summary: str, points: Iterable[ReviewPoint]) -> OpinionForm:
    """The form with a row for each gate and each earlier point, filled with what was saved."""
    points = list(points)
    rows: dict[str, Any] = {}
    data: dict[str, Any] = {"merits": paper.merits, "summary": summary, "word": word}
    for gate in Gate:
        rows[f"gate_{gate.value}"] = RadioField(gate.label, choices=_pairs(Mark), validate_choice=False)
        rows[f"note_{gate.value}"] = StringField(_l("说明"), [AtMost(NOTE)])
        data[f"gate_{gate.value}"], data[f"note_{gate.value}"] = paper.gates.get(gate.value, ("", ""))
    for point in points:
        rows[f"check_{point.id}"] = RadioField(_l("复核结果"), choices=_pairs(Outcome), validate_choice=False)
        data[f"check_{point.id}"] = paper.checks.get(point.id, "")
    made: OpinionForm = type("OpinionForm", (OpinionForm,), rows)(data=data)
    return made


def said_in(form: OpinionForm, points: Iterable[ReviewPoint]) -> Mapping[str, Any]:
    """What `actions.save` takes; marks and outcomes nobody offers are left out."""
    marks, outcomes, words = ({m.value for m in kind} for kind in (Mark, Outcome, Conclusion))
    gates = {}
    for gate in Gate:
        mark, note = form[f"gate_{gate.value}"].data, form[f"note_{gate.value}"].data
        gates[gate.value] = (mark if mark in marks else "", note or "")
    checks = {p.id: form[f"check_{p.id}"].data for p in points if form[f"check_{p.id}"].data in outcomes}
    word = form.word.data if form.word.data in words else ""
    return {
        "gates": gates,
        "checks": checks,
        "word": word,
        "merits": form.merits.data or "",
        "summary": form.summary.data or "",
    }


def earlier_form(points: Iterable[ReviewPoint], seen: Mapping[int, str]) -> Form:
    """For each earlier point its outcome; `seen` is what the panel says most."""
    rows = {
        f"check_{p.id}": RadioField(_l("复核结果"), [Required()], choices=_pairs(Outcome), default=p.outcome.value if p.outcome else seen.get(p.id))
        for p in points
    }  # fmt: skip
    made: Form = type("EarlierForm", (Form,), rows)()
    return made
