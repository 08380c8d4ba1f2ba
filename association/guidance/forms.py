"""Shapes of what may be typed about questions and answers."""

from typing import Any

from wtforms import RadioField, SelectField, StringField, TextAreaField

from association.guidance.models import WorkClass
from association.kernel import dated
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import DayField, MomentField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l

LONGEST = 6_000


def _lines(raw: str | None) -> list[str]:
    return [line.strip() for line in (raw or "").splitlines() if line.strip()]


def _topics() -> list[tuple[str, object]]:
    return [(topic, topic) for topic in dated.value("guidance.topics")]


class AskForm(Form):
    """A question, with the facts that usually decide the answer."""

    organisation_id = SelectField(_l("以谁的名义"), [Required()], coerce=int)
    topic = SelectField(_l("主题"), [Required()])
    title = StringField(_l("一句话说明问题"), [Required(), AtMost(120)])
    text = TextAreaField(
        _l("情况和问题"), [Required(), AtMost(LONGEST)], render_kw={"rows": 8},
        description=_l("写明做什么、怎么做、拿不准的是哪一点。请不要写身份证号、手机号等个人信息。"),
    )  # fmt: skip
    works = TextAreaField(_l("涉及的作品"), [AtMost(1000)], description=_l("每行一部。公开答复时会隐去。"))
    accounts = TextAreaField(_l("涉及的账号"), [AtMost(1000)], description=_l("每行一个。公开答复时会隐去。"))
    work_class = SelectField(_l("你认为是哪一类"))
    happens_on = DayField(
        _l("关键日期"), description=_l("例如备案、上线的日子；适用哪一版规定往往取决于它。")
    )
    files = AttachmentField(_l("附件"), limits=PAPERS, multiple=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic.choices = _topics()
        self.work_class.choices = [("", _l("不涉及作品")), *((c.value, c.label) for c in WorkClass)]

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        return typed | {
            "organisation_id": typed["organisation_id"] or None, "works": _lines(typed["works"]), "accounts": _lines(typed["accounts"]),
            "work_class": WorkClass(typed["work_class"]) if typed["work_class"] else None, "files": typed["files"] or [],
        }  # fmt: skip


class SayForm(Form):
    """Words and files of either side."""

    text = TextAreaField(_l("内容"), [Required(), AtMost(LONGEST)], render_kw={"rows": 6})
    files = AttachmentField(_l("附件"), limits=PAPERS, multiple=True)

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"files": self.files.data or []}


class ReturnForm(Form):
    """Why a drafted answer goes back; staff read it, the asker does not."""

    text = TextAreaField(_l("退回的理由（提问方看不到）"), [Required(), AtMost(2000)])


class RateForm(Form):
    """Whether the answer helped."""

    helped = RadioField(
        _l("这个答复有没有帮助"),
        [Required(_l("请选择一项"))],
        choices=[("yes", _l("有帮助")), ("no", _l("没有帮助"))],
    )
    note = TextAreaField(_l("想说的话"), [AtMost(1000)], description=_l("只有秘书处看到。"))

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"helped": self.helped.data == "yes"}


class AssignForm(Form):
    """Who takes it."""

    to = SelectField(_l("办理人"), [Required()], coerce=int)


class AnswerForm(Form):
    """A draft of an answer."""

    text = TextAreaField(
        _l("答复"), [Required(), AtMost(LONGEST)], render_kw={"rows": 10},
        description=_l("先写结论，再写理由。答复只供参考，不要写成许可或者批准。"),
    )  # fmt: skip
    basis_on = DayField(_l("依据截至"), [Required()], description=_l("按哪一天有效的规定答复。"))
    basis_note = TextAreaField(
        _l("其他依据"), [AtMost(1000)], description=_l("条款在下一步登记；没有条款的在这里写明。")
    )


class PublicForm(Form):
    """A public answer, in words of its own."""

    topic = SelectField(_l("主题"), [Required()])
    title = StringField(_l("问题（一句话）"), [Required(), AtMost(120)])
    asks = TextAreaField(
        _l("情况"), [Required(), AtMost(LONGEST)], render_kw={"rows": 6},
        description=_l("改写成一般情况，不写单位、作品、账号和人名。"),
    )  # fmt: skip
    answers = TextAreaField(_l("答复"), [Required(), AtMost(LONGEST)], render_kw={"rows": 10})
    basis_on = DayField(_l("依据截至"), [Required()])
    basis_note = TextAreaField(_l("其他依据"), [AtMost(1000)])
    publish_at = MomentField(_l("定时公开"), description=_l("不填就是终审签发后立即公开。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic.choices = _topics()
