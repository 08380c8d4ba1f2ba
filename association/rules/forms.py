"""Shapes of what staff type about texts."""

from wtforms import BooleanField, FileField, SelectField, StringField, TextAreaField

from association.kernel.fields import DayField, TicksField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.rules import bound
from association.rules.models import ClauseFate, DocumentKind

_KINDS = [(kind.value, kind.label) for kind in DocumentKind]


class TextFileField(FileField):
    """A text file; what cannot be read of it the reader says better than a list of types."""

    is_file = True


class ImportForm(Form):
    """A file to read."""

    text = TextFileField(
        _l("文件"), [Required(_l("请选择文件"))], render_kw={"accept": ".md,.txt,.docx"},
        description=_l("法规、标准或公约的文本，.md、.txt或.docx，不超过10 MB。读入后是草稿，存疑之处逐行列出，由另一人核对后公开。"),
    )  # fmt: skip
    kind = SelectField(_l("类别"), choices=[("", _l("按标题判断")), *_KINDS])
    issuer = StringField(_l("发布机构"), [AtMost(200)], description=_l("文中写明了的不用填。"))
    source_url = StringField(_l("出处网址"), [AtMost(500)])
    is_summary = BooleanField(_l("这是本会自拟的摘要，不是原文"))


class CheckForm(Form):
    """When it is in force, and how we know."""

    kind = SelectField(_l("类别"), choices=_KINDS)
    issuer = StringField(_l("发布机构"), [AtMost(200)])
    binds = TicksField(
        _l("谁受约束"), choices=bound.choices,
        description=_l("按文中写明的主体勾选；没有写明的不勾。"),
    )  # fmt: skip
    effective_on = DayField(_l("施行日期"))
    ceased_on = DayField(_l("失效日期"), description=_l("从这一天起不再有效；还有效的不填。"))
    repealed = BooleanField(_l("已废止，没有新版"))
    source = TextAreaField(
        _l("核对的依据"), [Required(), AtMost(500)], description=_l("例如发布机构的网址、公报期号。")
    )
    note = TextAreaField(_l("读前须知"), [AtMost(2000)], description=_l("修改单、勘误等，显示在正文之前。"))


class CorrectForm(Form):
    """What became of clauses, said by people."""

    fate = SelectField(_l("变化"), choices=[(fate.value, fate.label) for fate in ClauseFate])
    old = StringField(
        _l("旧版条款"), [AtMost(200)], description=_l("条款的编号，例如12；几条之间用空格分开，没有就不填。")
    )
    new = StringField(
        _l("新版条款"), [AtMost(200)], description=_l("条款的编号，例如12；几条之间用空格分开，没有就不填。")
    )
    note = TextAreaField(
        _l("给读者的说明"), [AtMost(1000)], description=_l("用一两句话说明改了什么、对谁有影响。")
    )
