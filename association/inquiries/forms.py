"""Shapes of what may be typed about inquiries and measures."""

from collections.abc import Sequence

from wtforms import RadioField, TextAreaField

from association.inquiries.models import Tone
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.fields import TicksField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.rules.models import Clause

LONGEST = 6_000


class AskForm(Form):
    tone = RadioField(
        _l("方式"), [Required()], choices=[(t.value, t.label) for t in Tone], default=Tone.REMINDER.value
    )
    paths = TicksField(
        _l("涉及的条款"),
    )  # fmt: skip
    question = TextAreaField(
        _l("事由和要说明的事"), [Required(), AtMost(LONGEST)], description=_l("写事实和依据的条款，请对方说明什么；单位会收到全文。"),
        render_kw={"rows": 8},
    )  # fmt: skip

    def offer(self, clauses: Sequence[Clause]) -> None:
        """The numbered clauses of what was signed."""
        self.paths.choices = [(c.path, c.text[:40]) for c in clauses]


class AnswerForm(Form):
    """A reply, a plea, an objection, a report: words and papers."""

    text = TextAreaField(
        _l("内容"),
        [Required(), AtMost(LONGEST)],
        description=_l("只有你单位和办理的人能看到。"),
        render_kw={"rows": 8},
    )
    evidence = AttachmentField(_l("证明材料"), limits=PAPERS, multiple=True)


class ProposeForm(Form):
    grounds = TextAreaField(
        _l("事实、依据和理由"), [Required(), AtMost(LONGEST)], description=_l("单位会收到全文，可以陈述申辩；由另一人决定。"),
        render_kw={"rows": 8},
    )  # fmt: skip


class DecideForm(Form):
    reason = TextAreaField(
        _l("决定的理由（单位会看到）"), [Required(), AtMost(LONGEST)], render_kw={"rows": 6}
    )
    public_text = TextAreaField(
        _l("公示的文字"), [AtMost(2000)], render_kw={"rows": 5},
        description=_l("写哪一条没有做到、经过什么程序；不写人名、电话、证件号等个人信息。期满自动撤下。"),
    )  # fmt: skip
