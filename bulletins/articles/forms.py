"""Shapes of what may be typed about articles."""

from typing import Any

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _, _l
from bulletins.articles.labels import LABELS, TEXTS
from bulletins.articles.models import CaseArticle

LONGEST = 6_000
NO_NAMES = _l("写“当事单位”，不写单位的名称，也不写人名、证件号、电话、住址、账号。")


class BeginForm(Form):
    title = StringField(
        LABELS["title"], [Required(), AtMost(100)], description=_l("说是什么事，不写是哪一家。")
    )


class PartsForm(BeginForm):
    """In the order of telling. What the case file says itself – clauses, measures, putting right – is not typed again."""

    lede = TextAreaField(
        LABELS["lede"],
        [AtMost(500)],
        render_kw={"rows": 3},
        description=_l("两三句话：什么事，怎样决定，后来怎样。"),
    )
    happened = TextAreaField(
        LABELS["happened"], [AtMost(LONGEST)], render_kw={"rows": 8}, description=NO_NAMES
    )
    said = TextAreaField(
        LABELS["said"], [AtMost(LONGEST)], render_kw={"rows": 5}, description=_l("公允地转述当事单位的意见。它自己的声明另外原样附上。")
    )  # fmt: skip
    decided = TextAreaField(
        LABELS["decided"], [AtMost(LONGEST)], render_kw={"rows": 8}, description=_l("认定了什么、为什么，意见为什么采纳或者不采纳。")
    )  # fmt: skip
    questions = TextAreaField(
        LABELS["questions"],
        [AtMost(2000)],
        render_kw={"rows": 4},
        description=_l("每行一问，让读者对照自己的做法。"),
    )
    questionnaire = SelectField(
        LABELS["questionnaire"], coerce=int, description=_l("有合适的就选，没有就不选。")
    )

    @property
    def parts(self) -> dict[str, Any]:
        return {name: value for name, value in self.values.items() if name != "questionnaire"}


class TeacherForm(Form):
    teacher = SelectField(LABELS["teacher"], [Required()], coerce=int)
    due_on = DayField(_l("交稿期限"), description=_l("不填就按设置的期限。"))


class LessonForm(Form):
    lesson = TextAreaField(
        LABELS["lesson"], [Required(), AtMost(LONGEST)], render_kw={"rows": 8},
        description=_l("每行一点，写给同行：怎样做就不会这样。不写单位和人的名称。"),
    )  # fmt: skip
    shows_teacher = BooleanField(_l("发布时署我的姓名"), description=_l("不勾选的，只写“本会专家”。"))


class PassForm(Form):
    because = TextAreaField(
        _l("可以保留的理由"),
        [Required(), AtMost(500)],
        render_kw={"rows": 3},
        description=_l("例如：是剧中的角色，不是真人。"),
    )


class CorrectionForm(Form):
    field = SelectField(_l("哪一部分"), [Required()])
    before = TextAreaField(
        _l("原文"),
        [Required(), AtMost(2000)],
        description=_l("照正文原样填写要改的文字。"),
        render_kw={"rows": 3},
    )
    after = TextAreaField(_l("改后的文字"), [Required(), AtMost(2000)], render_kw={"rows": 3})
    because = TextAreaField(_l("理由（公开）"), [Required(), AtMost(1000)], render_kw={"rows": 3})

    def offer(self, article: CaseArticle) -> None:
        self.field.choices = [(name, label) for name, label in TEXTS.items() if getattr(article, name)]


class FollowForm(Form):
    statement = TextAreaField(
        TEXTS["statement"],
        [AtMost(LONGEST)],
        render_kw={"rows": 6},
        description=_l("照案卷原样，只遮住别人的个人信息。"),
    )
    put_right = TextAreaField(TEXTS["put_right"], [AtMost(LONGEST)], render_kw={"rows": 6})


class AskForm(Form):
    what = TextAreaField(
        _l("哪一处不对，应当怎样"), [Required(), AtMost(2000)], render_kw={"rows": 6}, description=_l("只有办理的人看到。能说明的材料，答复时会请你提供。")
    )  # fmt: skip
    who = StringField(
        _l("你是谁（可不填）"), [AtMost(100)], description=_l("例如：案例里的当事单位、作品的权利人、读者。")
    )
    email = StringField(
        _l("答复送到哪个邮箱"),
        [AtMost(200)],
        description=_l("登录后提出的，答复送到你的账户，可不填。答复以后按期删去。"),
    )


class AnswerForm(Form):
    accepted = RadioField(_l("结论"), [Required()], choices=[("yes", _l("将更正")), ("no", _l("不更正"))])
    words = TextAreaField(
        _l("答复"), [Required(), AtMost(2000)], render_kw={"rows": 5}, description=_l("提出的人会收到全文。")
    )


def no_questionnaire() -> tuple[int, str]:
    return 0, _("不对应")
