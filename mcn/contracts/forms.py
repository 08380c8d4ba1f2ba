"""Shapes: a contract to be checked, and a wording staff propose."""

from collections.abc import Mapping
from typing import Any

from wtforms import FileField, IntegerField, StringField, TextAreaField
from wtforms.validators import NumberRange

from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l
from mcn.contracts.checking import NO, NOT_THIS, UNSURE, YES

ANSWERS: Mapping[str, object] = {
    YES: _l("写了"), NO: _l("没有写"), UNSURE: _l("写得不清楚"), NOT_THIS: _l("不适用"),
}  # fmt: skip


TAKEN = frozenset({"check", "list"})
"""Pages beside the clauses' own."""


class PaperField(FileField):
    """A contract's file; what cannot be read of it the reader says."""

    is_file = True


class CheckForm(Form):
    text = TextAreaField(
        _l("合同文字"), render_kw={"rows": 12, "lang": "zh-Hans"},
        description=_l("把合同全文粘贴在这里。可以先把姓名、证件号、电话、账号和金额换成“某某”，不影响自查。"),
    )  # fmt: skip
    paper = PaperField(
        _l("或者选一个文件"), render_kw={"accept": ".docx,.txt,.md"}, description=_l("读.docx、.txt、.md，不读图片和PDF。")
    )  # fmt: skip


def _is_word(text: str) -> bool:
    return text.isascii() and text.replace("-", "").isalnum() and text == text.lower() and text not in TAKEN


class ClauseForm(Form):
    topic = StringField(
        _l("条目代号"), [Required(), AtMost(40), Matches(_is_word, _l("只用小写字母、数字和连字符，例如penalty"))],
        description=_l("同一代号的是同一条，后起用的代替先前的。"),
    )  # fmt: skip
    position = IntegerField(_l("排在第几"), [Required(), NumberRange(1, 999)])
    title = StringField(_l("条名"), [Required(), AtMost(60)])
    question = StringField(_l("自查时怎样问"), [Required(), AtMost(150)])
    applies = StringField(
        _l("什么情形下才适用"), [AtMost(100)], description=_l("例如“有不满18周岁的主播”；都适用的不填。")
    )
    text = TextAreaField(
        _l("条款"), [Required(), AtMost(3000)], description=_l("不写价格、分成比例和金额，留空由双方商定。")
    )
    text_en = TextAreaField(_l("条款的英文读本"), [AtMost(6000)])
    why = TextAreaField(_l("为什么要有这一条"), [Required(), AtMost(1000)])
    cues = TextAreaField(
        _l("说明合同写到了这一条的字样"), [Required(), AtMost(1000)],
        description=_l("每行一个字样。*代表最多六个任意字，#代表数字，@代表字母；繁体、全角不必另列。"),
    )  # fmt: skip
    also = TextAreaField(
        _l("还应当有的字样"), [AtMost(1000)], description=_l("写到了这一条却没有这些字样，就提醒再看。")
    )
    also_why = TextAreaField(_l("没有时怎样提醒"), [AtMost(500)])
    doubtful = TextAreaField(_l("需要再看的字样"), [AtMost(1000)])
    doubtful_why = TextAreaField(_l("出现时怎样提醒"), [AtMost(500)])
    basis = TextAreaField(_l("依据"), [Required(), AtMost(1000)])
    in_force_from = DayField(_l("从哪天起用"), [Required()])

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        lists = {
            name: [line.strip() for line in (typed[name] or "").splitlines() if line.strip()]
            for name in ("cues", "also", "doubtful")
        }
        return typed | lists
