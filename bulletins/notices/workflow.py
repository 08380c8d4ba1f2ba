"""The lives of a notice and of a correction."""

from association.kernel.lifecycles import PublishingPermissions, publishing, with_rows
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.notices import effects
from bulletins.notices.models import CorrectionState, NoticeState
from bulletins.notices.policy import P

S, C = NoticeState, CorrectionState
BEFORE = frozenset({"draft", "submit", "first_review", "second_review"})

NOTICE = Workflow(
    name="notice",
    title=_l("通报和公告"),
    states=S,
    initial=S.DRAFT,
    public_text=effects.public_text,
    steps=[
        *with_rows(
            publishing(
                PublishingPermissions(draft=P.DRAFT, first=P.FIRST, second=P.SECOND, third=P.THIRD, withdraw=P.WITHDRAW),
                issue=effects.issued, withdraw=effects.withdrawn, states=S,
            ),
            submit={"blocked": effects.not_ready},
            second_review={"then": effects.to_the_legal_office_first},
            third_review={"apart_from": BEFORE | {"legal_review"}, "blocked": effects.not_ready},
        ),
        Step(
            deed="legal_review", label=_l("法务审通过"), from_=(S.LEGAL,), to=S.THIRD, needs=P.LEGAL, apart_from=BEFORE,
            is_primary=True, consequence=_l("已核对涉及的人和单位：有依据、必要、不公开不该公开的个人信息。"),
        ),
        Step(
            deed="return_legal", label=_l("退回修改"), from_=(S.LEGAL,), to=S.DRAFT, needs=P.LEGAL, reason=_l("退回的理由"),
        ),
    ],
)  # fmt: skip

CORRECTION = Workflow(
    name="notice_correction",
    title=_l("通报的更正"),
    states=C,
    initial=C.PROPOSED,
    public_text=effects.correction_text,
    steps=[
        Step(
            deed="issue", label=_l("签发更正"), from_=(C.PROPOSED,), to=C.ISSUED, needs=P.ISSUE_CORRECTION, is_primary=True,
            apart_from=frozenset({"propose_correction"}), is_public_act=True, blocked=effects.not_public, then=effects.corrected,
            consequence=_l("更正列在正文之前，注明日期和理由；正文的文字不动，收到过的人会得到通知。"),
        ),
        Step(
            deed="drop", label=_l("作废"), from_=(C.PROPOSED,), to=C.DROPPED, needs=P.CORRECT, reason=_l("作废的理由"),
            is_dangerous=True, consequence=_l("作废后不能恢复，可以另提一份。"),
        ),
    ],
)  # fmt: skip
