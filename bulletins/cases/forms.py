"""Shapes of what may be typed about cases."""

from collections.abc import Iterable

from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from association.consultations.naming import NamedClauseForm
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import CountField, DayField, TicksField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _, _l
from bulletins.cases.ladder import Rung
from bulletins.cases.models import CaseCharge, Channel, Paper, Source

LONGEST = 6_000


class OpenForm(Form):
    code = StringField(_l("统一社会信用代码"), [Required(), AtMost(40)])
    source = SelectField(_l("线索的来源"), [Required()], choices=[(s.value, s.label) for s in Source])
    title = StringField(
        _l("事由"), [Required(), AtMost(100)], description=_l("一句话说明是什么事，不写人名。")
    )
    fault = SelectField(_l("违规的种类"), [Required()])
    happened_on = DayField(_l("行为的日期"), [Required()], description=_l("条款按这一天施行的文本引用。"))
    lead = TextAreaField(
        _l("线索的内容"), [Required(), AtMost(LONGEST)], render_kw={"rows": 6},
        description=_l("只写事实。不写反映问题的人是谁，不写身份证号、电话、住址。"),
    )  # fmt: skip


class TakeUpForm(OpenForm):
    """From a complaint: its source is known."""

    source = None


class JoinForm(Form):
    number = StringField(_l("案件的编号"), [Required(), AtMost(60)])


class ChargeForm(NamedClauseForm):
    fact = TextAreaField(
        _l("所指的事实"),
        [Required(), AtMost(2000)],
        description=_l("单位立案以后会看到。只写事实，不作评价。"),
        render_kw={"rows": 5},
    )


class EvidenceForm(Form):
    title = StringField(_l("证据的名称"), [Required(), AtMost(100)])
    taken_on = DayField(_l("取得的日期"), [Required()])
    taken_from = StringField(
        _l("来源"),
        [Required(), AtMost(200)],
        description=_l("从哪里取得，例如平台页面的地址。不写反映问题的人。"),
    )
    is_shown = BooleanField(_l("立案以后给单位看"), default=True)
    file = AttachmentField(_l("文件"), [Required()], limits=PAPERS)


class OwnEvidenceForm(EvidenceForm):
    """The respondent's own piece is always shown to it."""

    is_shown = None


class TransferForm(Form):
    authority = StringField(_l("移送给哪个主管部门"), [Required(), AtMost(100)])
    reason = TextAreaField(_l("移送的理由"), [Required(), AtMost(LONGEST)], render_kw={"rows": 5})


class NotifyForm(Form):
    measure = RadioField(_l("拟采取的措施"), [Required()])
    months = CountField(_l("期限（月）"), empty=0, description=_l("没有期限的填0。"))
    circumstances = TicksField(_l("从轻、从重的情形"))
    grounds = TextAreaField(
        _l("事实、依据和理由"), [Required(), AtMost(LONGEST)], description=_l("单位会收到全文；决定不能重于这里告知的。"), render_kw={"rows": 8},
    )  # fmt: skip
    channel = SelectField(
        _l("另一种送达途径"), [Required()], choices=[(c.value, c.label) for c in Channel if c is not Channel.SITE],
        description=_l("站内信和邮件由平台发出；再用一种途径发出。"),
    )  # fmt: skip
    sent_on = DayField(_l("另一途径发出的日期"), [Required()])

    def offer(self, rungs: Iterable[Rung], circumstances: Iterable[str]) -> None:
        self.measure.choices = [(r.word, _measure(r)) for r in rungs]
        self.circumstances.choices = [(words, words) for words in circumstances]


def _measure(rung: Rung) -> str:
    months = _("%(a)d–%(b)d个月", a=rung.least, b=rung.most) if rung.most else _("无期限")
    return f"{rung.name}（{rung.severity}，{months}，{rung.publishing}）"


class PleadForm(Form):
    """One answer for each point, then whatever else; see `for_charges`."""

    text = TextAreaField(
        _l("陈述申辩"),
        [Required(), AtMost(LONGEST)],
        description=_l("送到办案的人和审议的人手里，不公开。"),
        render_kw={"rows": 7},
    )
    wants_hearing = BooleanField(_l("要求听证"))


def for_charges(charges: Iterable[CaseCharge]) -> type[PleadForm]:
    answers = {
        f"answer_{c.id}": TextAreaField(
            _l("对第%(n)d点的答复：%(words)s", n=c.number, words=c.words), [AtMost(2000)], description=c.fact
        )
        for c in charges
    }
    return type("PleadEachForm", (PleadForm,), answers)


class HearingForm(Form):
    on = DayField(_l("听证的日期"), [Required()])
    place = StringField(_l("地点或者线上的方式"), [Required(), AtMost(200)])
    hands = StringField(
        _l("主持人、成员和记录人"), [Required(), AtMost(200)], description=_l("单位有权知道由谁听证。")
    )


class ConveneForm(Form):
    people = TicksField(
        _l("审议的成员"), coerce=int, description=_l("成员先声明有无利害关系，再各自密封提交意见。")
    )
    due_on = DayField(_l("意见的截止日"), [Required()])


class DraftForm(Form):
    """A finding for each point, the measure, the reasons; see `to_draft`."""

    measure = SelectField(_l("措施"))
    months = CountField(_l("期限（月）"), empty=0, description=_l("没有期限的填0。"))
    reasons = TextAreaField(
        _l("决定的理由"), [Required(), AtMost(LONGEST)], description=_l("写清事实、证据、单位的意见为什么采纳或不采纳。"), render_kw={"rows": 8},
    )  # fmt: skip


def to_draft(charges: Iterable[CaseCharge]) -> type[DraftForm]:
    fields: dict[str, object] = {}
    for c in charges:
        fields[f"found_{c.id}"] = RadioField(
            _l("第%(n)d点是否成立：%(words)s", n=c.number, words=c.words), [Required()], choices=[("yes", _l("成立")), ("no", _l("不成立"))],
        )  # fmt: skip
        fields[f"finding_{c.id}"] = TextAreaField(
            _l("第%(n)d点的认定", n=c.number), [Required(), AtMost(2000)], description=c.fact
        )
    return type("DraftEachForm", (DraftForm,), fields)


class ServeForm(Form):
    paper = SelectField(
        _l("文书"),
        [Required()],
        choices=[(p.value, p.label) for p in Paper if p not in (Paper.TRANSFER, Paper.REPAIR)],
    )
    channel = SelectField(
        _l("途径"), [Required()], choices=[(c.value, c.label) for c in Channel if c is not Channel.SITE]
    )
    sent_on = DayField(_l("发出的日期"), [Required()])
    note = StringField(_l("单号或经手的情况"), [AtMost(100)])


class AppealForm(Form):
    grounds = TextAreaField(
        _l("申诉的理由"), [Required(), AtMost(LONGEST)], render_kw={"rows": 8},
        description=_l("写清对哪一点的认定、哪一项措施不服，为什么。送到复核的人手里，不公开。"),
    )  # fmt: skip


class RulingForm(Form):
    """By the panel's conclusion; measure and months only count where it is a change."""

    measure = SelectField(_l("变更为"))
    months = CountField(
        _l("期限（月）"), empty=0, description=_l("没有期限的填0。只有变更的时候才用这两项。")
    )
    reasons = TextAreaField(
        _l("申诉决定的理由"), [Required(), AtMost(LONGEST)], render_kw={"rows": 8},
        description=_l("逐条答复申诉的理由。单位会收到全文。"),
    )  # fmt: skip


class PublicityForm(Form):
    months = CountField(_l("公示的期限（月）"), empty=0)
    because = TextAreaField(
        _l("公示的依据"), [Required(), AtMost(1000)], render_kw={"rows": 3}, description=_l("为什么写明名称，依据什么。单位会看到。")
    )  # fmt: skip


class RepairForm(Form):
    grounds = TextAreaField(
        _l("改正的情况和承诺"), [Required(), AtMost(LONGEST)], render_kw={"rows": 7},
        description=_l("写清改正了什么、怎样保证不再发生。不用盖章的纸件。"),
    )  # fmt: skip
