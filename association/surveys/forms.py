"""Shapes of what may be typed about a session: drawn from the questions as they were frozen."""

from typing import Any

from wtforms import RadioField, StringField, TextAreaField

from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.surveys.models import Survey
from association.surveys.settings import CHOICE

LONGEST = 1000


class AnswerForm(Form):
    codes: tuple[str, ...] = ()

    @property
    def said(self) -> dict[str, str]:
        return {code: self[f"answer{n}"].data or "" for n, code in enumerate(self.codes)}

    @property
    def typed_number(self) -> str:
        return str(self["number"].data or "") if "number" in self._fields else ""


def answer_form(survey: Survey, *, asks_number: bool) -> AnswerForm:
    fields: dict[str, Any] = {"codes": tuple(question["code"] for question in survey.questions)}
    for n, question in enumerate(survey.questions):
        if question["kind"] == CHOICE:
            pairs = [(word, word) for word in survey.words]
            fields[f"answer{n}"] = RadioField(question["text"], [Required()], choices=pairs)
        else:
            fields[f"answer{n}"] = TextAreaField(
                question["text"], [AtMost(LONGEST)],
                description=_l("协会和授课老师会读到，请不要写人的姓名或能看出是谁的内容。"),
            )  # fmt: skip
    if asks_number:
        fields["number"] = StringField(
            _l("身份证件号码"), [Required(), AtMost(40)], description=_l("与报名时填的一致；只用来核对你到过场，不与回答一起保存。"),
            render_kw={"autocomplete": "off"},
        )  # fmt: skip
    return type("DrawnAnswerForm", (AnswerForm,), fields)()  # type: ignore[no-any-return]
