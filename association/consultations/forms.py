"""Shapes of what may be typed about consultations."""

from typing import Any

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from association.consultations.labels import LABELS
from association.consultations.models import Comment, Outcome
from association.kernel.fields import DayField, EmailField, TicksField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.policy import Actor
from association.kernel.words import _, _l

LONGEST = 4_000
"""Characters of a comment, of a proposed wording, of a reason."""


class CommentForm(Form):
    """A comment. The wording comes filled with the clause's own, so that what is changed can be shown."""

    body = TextAreaField(
        LABELS["body"], [AtMost(LONGEST)], description=_l("与建议的文字至少写一项。请不要写手机号、身份证号等个人信息；意见经查看后公开。"),
    )  # fmt: skip
    proposed = TextAreaField(
        LABELS["proposed"], [AtMost(LONGEST * 2)], description=_l("直接在原文上改；公开时逐字标出改动。不改就留原样。"),
    )  # fmt: skip
    reason = TextAreaField(LABELS["reason"], [AtMost(LONGEST)])


class AccountCommentForm(CommentForm):
    """Of somebody signed in: for themselves, or for an organisation they act for."""

    organisation_id = SelectField(_l("以谁的名义"), coerce=lambda raw: int(raw) if raw else None)
    wants_no_name = BooleanField(_l("公开时不显示提出人"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = {r.id: r.label.rpartition(" ")[0] or r.label for r in actor.relations if _speaks(r)}
        self.organisation_id.choices = [
            ("", _("我本人")),
            *((str(id_), name) for id_, name in offices.items()),
        ]


def _speaks(relation: Any) -> bool:
    return relation.kind == "organisation" and relation.word in ("clerk", "signer")


class VisitorCommentForm(CommentForm):
    """Of somebody who is not signed in."""

    name = StringField(
        _l("姓名"), [Required(), AtMost(60)], description=_l("公开时只显示姓氏，例如“王某某”。")
    )
    email = EmailField(
        _l("邮箱"), [Required()], description=_l("我们发一封信确认邮箱是你的，确认后意见才算提出；答复也寄到这里。邮箱不公开。"),
    )  # fmt: skip
    wants_no_name = BooleanField(_l("公开时不显示提出人"))


class ProofForm(Form):
    """Which of the waiting comments are one's own."""

    chosen = TicksField(
        _l("你提出的意见"), [Required(_l("请勾选你提出的意见"))], coerce=int, description=_l("没有勾选的会被删除。"),
    )  # fmt: skip

    def offer(self, comments: list[Comment]) -> None:
        """All ticked at first."""
        self.chosen.choices = [
            (c.id, _("%(title)s，%(place)s", title=c.consultation.title, place=c.place)) for c in comments
        ]
        if not self.is_submitted():
            self.chosen.data = [c.id for c in comments]


class OpenForm(Form):
    """What is laid out, until when, and what readers should know."""

    title = StringField(_l("名称"), [Required(), AtMost(200)])
    opens_on = DayField(_l("开始的日子"), description=_l("不填就是今天。"))
    closes_on = DayField(_l("截止日"), [Required()], description=_l("这一天仍可提出意见。例如2026-12-31。"))
    note = TextAreaField(_l("说明（公开）"), [Required(), AtMost(2000)])


class ExtendForm(Form):
    """A later last day."""

    closes_on = DayField(
        _l("新的截止日"), [Required()], description=_l("这一天仍可提出意见。例如2026-12-31。")
    )
    reason = TextAreaField(_l("延长的理由（公开）"), [Required(), AtMost(1000)])


class AnswerForm(Form):
    """What becomes of a comment, and why."""

    outcome = RadioField(
        LABELS["outcome"], [Required(_l("请选择处理意见"))], validate_choice=False, choices=[(o.value, o.label) for o in Outcome],
        coerce=lambda raw: Outcome(raw) if raw in {o.value for o in Outcome} else None,
    )  # fmt: skip
    because = TextAreaField(
        LABELS["answer"], [Required(), AtMost(LONGEST)], description=_l("公布后公开，并写信告知提出人。")
    )


class ManyForm(Form):
    """Chosen comments and what shall be done with all of them; the list is drawn by the page."""

    chosen = TicksField(_l("意见"), coerce=int, validate_choice=False)
    outcome = SelectField(
        LABELS["outcome"], choices=[("", _l("请选择")), *((o.value, o.label) for o in Outcome)]
    )
    because = TextAreaField(LABELS["answer"], [AtMost(LONGEST)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Of one of the two buttons only, so no validator says it; an answer wants both.
        self.outcome.flags.required = self.because.flags.required = True


class ReassignForm(Form):
    """The clause a comment is really about."""

    path = SelectField(_l("改归哪一条"))
