"""Shapes of what may be typed about complaints."""

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField

from association.kernel import dated
from association.kernel.attachments import EVIDENCE, SCANS, AttachmentField
from association.kernel.fields import DayField, EmailField, TicksField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.personal import INFORMANTS
from association.kernel.words import _l
from bulletins.complaints.models import Channel, ComplaintEvidence

_SOURCE = _l("从哪里、怎样得到的，什么时候截取或拍摄的。")


def _files(label: object = _l("证据")) -> AttachmentField:
    return AttachmentField(
        label, limits=EVIDENCE, multiple=True, sealed_for=INFORMANTS,
        description=_l("原件加密保存，不能修改和删除；办理的人看到的是清除了拍摄地点、设备和作者信息的副本。文件里写着、拍到你自己的，请先遮住。"),
    )  # fmt: skip


class ComplaintForm(Form):
    kind = SelectField(_l("类别"), [Required()])
    words = TextAreaField(_l("什么事"), [Required(), AtMost(5000)], description=_l("写清经过和根据。只有办理的人能看到。"))  # fmt: skip
    work = StringField(
        _l("作品名"), [AtMost(200)], description=_l("作品、账号、链接、具体位置，至少写一项。")
    )
    published_by = StringField(_l("平台和账号"), [AtMost(200)], description=_l("在哪个平台、小程序，哪个账号发布的。"))  # fmt: skip
    link = StringField(_l("链接"), [AtMost(500)])
    place = TextAreaField(
        _l("具体位置"), [AtMost(1000)], description=_l("第几集、几分几秒、哪一页；什么时候看到的。")
    )
    files = _files()
    source = TextAreaField(_l("证据的来源和时间"), [AtMost(1000)], description=_SOURCE)
    who = TextAreaField(
        _l("姓名和联系方式"), [AtMost(300)], description=_l("可以不留；留下便于核实，加密保存，查看须写明理由并留下记录。"),
    )  # fmt: skip
    email = EmailField(
        _l("有进展时写信告诉我的邮箱"), [AtMost(190)], description=_l("可以不留。信里不写是什么事、不写编号，只请你凭回执码查看；加密保存，按期限清除。"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind, kind) for kind in dated.value("complaints.kinds")]


class WrittenDownForm(ComplaintForm):
    channel = SelectField(
        _l("怎样收到的"), [Required()], choices=[(c.value, c.label) for c in Channel if c is not Channel.SITE],
    )  # fmt: skip
    authority = StringField(
        _l("转来的主管部门"), [AtMost(200)], description=_l("主管部门转来的才填，转办函作为证据附上。")
    )
    authority_number = StringField(_l("转办函的文号"), [AtMost(100)])


class FollowForm(Form):
    code = StringField(_l("回执码"), [Required(), AtMost(40)], description=_l("投诉举报时给出的，例如ABCD-EFGH-JKMN-PQRS。"))  # fmt: skip
    words = TextAreaField(_l("要补充或回答的"), [AtMost(3000)], description=_l("只看进度的不用填。"))
    files = _files(_l("补充的证据"))
    source = TextAreaField(_l("证据的来源和时间"), [AtMost(1000)], description=_SOURCE)
    no_letters = BooleanField(_l("不再写信告诉我"))


class EvidenceForm(Form):
    files = AttachmentField(
        _l("证据"), [Required(_l("请选择文件"))], limits=EVIDENCE, multiple=True, sealed_for=INFORMANTS,
        description=_l("原件加密保存，不能修改和删除。"),
    )  # fmt: skip
    source = TextAreaField(_l("证据的来源和时间"), [Required(), AtMost(1000)], description=_l("谁在什么时候、从哪里、怎样取得。"))  # fmt: skip


class ReplyForm(Form):
    words = TextAreaField(_l("问投诉人或告诉投诉人"), [Required(), AtMost(3000)], description=_l("凭回执码看到。"))  # fmt: skip


class ConcernForm(Form):
    code = StringField(_l("被反映单位的统一社会信用代码"), [Required(), AtMost(40)])


class JoinForm(Form):
    number = StringField(_l("主件的编号"), [Required(), AtMost(60)], description=_l("这一件合并到哪一件里办理。"))  # fmt: skip


class LookForm(Form):
    reason = TextAreaField(_l("为什么要看"), [Required(), AtMost(500)], description=_l("留在操作记录里；不写举报人的信息。"))  # fmt: skip


class TransferForm(Form):
    authority = StringField(_l("移送给哪个机关"), [Required(), AtMost(200)])
    basis = StringField(_l("移送的依据"), [Required(), AtMost(200)], description=_l("哪部法规的哪一条，或哪份职责规定。"))  # fmt: skip
    facts = TextAreaField(
        _l("移送的情况"), [Required(), AtMost(5000)], description=_l("印在移送函上。用自己的话写事实和线索，不写举报人，也不写能看出是谁举报的情节。"),
    )  # fmt: skip
    evidence = TicksField(
        _l("随附的证据副本"), coerce=int,
    )  # fmt: skip

    def offer(self, evidence: Sequence[ComplaintEvidence]) -> None:
        """Those that have a copy."""
        self.evidence.choices = [
            (one.id, f"{one.name} · {one.sha256[:12]}")
            for one in evidence
            if one.copy is not None and one.copy.sha256 is not None
        ]
        if not self.evidence.choices:
            del self.evidence


class SendForm(Form):
    way = StringField(_l("怎样送达"), [Required(), AtMost(200)], description=_l("例如：电子公文交换、专人送交。"))  # fmt: skip


class ReceiptForm(Form):
    number = StringField(_l("回执的文号或编号"), [Required(), AtMost(100)])
    on = DayField(_l("回执的日期"), [Required()])
    scan = AttachmentField(_l("回执的扫描件"), limits=SCANS)
