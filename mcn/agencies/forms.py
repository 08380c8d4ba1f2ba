"""Shapes of what may be typed. The forms of sections are made from the table of sections; nothing in them is required, so that a half-filled one
can be kept – what is lacking is said on the list of sections."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wtforms import Field as Typed
from wtforms import RadioField, SelectField, StringField, TextAreaField

from association.kernel import clock
from association.kernel.asking import AskForm, ask_form
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import DayField, EmailField, TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _, _l
from mcn.agencies import sections
from mcn.agencies.checks import Finding, sentence
from mcn.agencies.sections import Facts, Field, Section

LARGEST = 1_000_000


class CountField(StringField):
    """A whole number from 0; left empty it is None."""

    data: Any

    def process_formdata(self, valuelist: Any) -> None:
        written = str(valuelist[0] if valuelist else "").strip().replace(",", "").replace("，", "")
        self.data = None
        if not written:
            return
        if not (written.isascii() and written.isdecimal() and len(written) < 8 and int(written) <= LARGEST):
            self.data = written
            raise ValueError(_("请填0到%(most)d之间的整数", most=LARGEST))
        self.data = int(written)

    def _value(self) -> str:
        return str(self.data) if self.data is not None else ""


def is_phone(text: str) -> bool:
    digits = [c for c in text if c not in " -+()（）"]
    return 7 <= len(digits) <= 15 and all(c.isascii() and c.isdecimal() for c in digits)


def is_address(text: str) -> bool:
    return text.startswith(("http://", "https://")) and "." in text and not any(c.isspace() for c in text)


def _field(asked: Field) -> Any:
    """The WTForms field of one thing asked."""
    said: dict[str, Any] = {"description": asked.hint}
    bounds = [AtMost(asked.at_most)]
    match asked.kind:
        case "prose":
            return TextAreaField(asked.label, bounds, **said)
        case "day":
            return DayField(asked.label, **said)
        case "count":
            return CountField(asked.label, filters=[], **said)
        case "choice":
            return SelectField(asked.label, **said)
        case "choices":
            return TicksField(
                asked.label,
                **said,
            )
        case "yesno":
            pairs = [(sections.YES, _l("是")), (sections.NO, _l("否"))]
            return RadioField(asked.label, choices=pairs, validate_choice=False, **said)
        case "phone":
            return StringField(asked.label, [*bounds, Matches(is_phone, _l("电话应为7到15位数字"))], **said)
        case "email":
            return EmailField(asked.label, **said)
        case "address":
            wrong = _l("网址请写完整，以http://或https://开头")
            return StringField(asked.label, [*bounds, Matches(is_address, wrong)], **said)
    return StringField(asked.label, bounds, **said)


class SectionForm(Form):
    """One section, or one row of a list."""

    section: Section

    @property
    def facts(self) -> dict[str, Any]:
        """What was typed, as JSON keeps it; empty things are left out."""
        typed = {f.name: self[f.name].data for f in self.section.fields}
        plain = {n: v.isoformat() if isinstance(v, date) else v for n, v in typed.items()}
        return {n: v for n, v in plain.items() if v not in (None, "", [])}


def form_of(section: Section, facts: Facts | None = None) -> SectionForm:
    """The section's form, filled with what is known. `paper` is asked for where a row may have a file."""
    fields: dict[str, Any] = {f.name: _field(f) for f in section.fields}
    if section.name == "systems":
        fields["paper"] = AttachmentField(
            _l("文件"),
            limits=PAPERS,
            description=_l("只有本单位和秘书处能看到；公开页只列名称、日期和网址。"),
        )
    made = type("SectionForm", (SectionForm,), {"section": section, **fields})
    known = {f.name: _typed(f, (facts or {}).get(f.name)) for f in section.fields}
    form: SectionForm = made(data=known)
    for f in section.fields:
        _offer(f, form[f.name])
        # Not required to be kept, and yet not optional.
        form[f.name].flags.required = f.is_needed
    return form


def _typed(asked: Field, value: Any) -> Any:
    return date.fromisoformat(value) if asked.kind == "day" and value else value


def _offer(asked: Field, typed: Typed) -> None:
    if asked.kind in ("choice", "choices"):
        empty = [("", _("请选择"))] if asked.kind == "choice" else []
        typed.choices = [*empty, *asked.pairs()]


class BecauseForm(Form):
    """Why something is changed."""

    because = TextAreaField(
        _l("变更的原因"), [Required(), AtMost(1000)], description=_l("例如：内容管理负责人更换。")
    )


class ExamineForm(Form):
    """The interview, and an answer to each question of the checks (fields `answer_<code>`)."""

    asked: Mapping[str, str] = {}

    interviewed_on = DayField(
        _l("面谈或核实的日期"),
        [Required(), Matches(lambda d: d <= clock.today(), _l("面谈的日期不能在今天之后"))],
    )
    interview = TextAreaField(
        _l("面谈记录"), [Required(), AtMost(4000)],
        description=_l("与谁、谈了什么、看了哪些材料；加密保存，只有登记员能看到。"),
    )  # fmt: skip

    @property
    def answers(self) -> dict[str, str]:
        return {code: self[f"answer_{code}"].data for code in self.asked}


def examine_form(findings: list[Finding], told: Facts) -> ExamineForm:
    """With one field for each finding that asks."""
    asked = {finding["code"]: sentence(finding) for finding in findings}
    fields = {
        f"answer_{code}": TextAreaField(
            _("核实的结果：%(what)s", what=words),
            [Required(_l("请写明核实的结果")), AtMost(1000)],
        )
        for code, words in asked.items()
    }
    made = type("ExamineForm", (ExamineForm,), {"asked": asked, **fields})
    known = {f"answer_{code}": told.get(code, "") for code in asked}
    form: ExamineForm = made(data=known)
    return form


def asking_form(names: list[str]) -> AskForm:
    """Please change these, of these sections."""
    form: AskForm = ask_form(sections.asked_labels(names))()
    return form


class AccountForm(Form):
    """Who manages this account?"""

    platform = StringField(_l("平台"), [Required(), AtMost(60)])
    account = StringField(
        _l("账号"), [Required(), AtMost(100)], description=_l("照平台显示的完整账号名填写，不支持模糊查询。")
    )
