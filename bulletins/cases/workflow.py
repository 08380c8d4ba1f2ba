"""The procedure, as a table: 线索 → 初核 → 立案 → 调查 → 拟处理告知 → 陈述申辩(听证) → 审议 → 决定 → 送达. `apart_from` is the separation of duties."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.cases import effects, gates
from bulletins.cases.models import CaseState
from bulletins.cases.policy import P

S = CaseState
ASKED = frozenset({"open_case", "check", "notify", "submit"})
"""Deeds of those who investigate."""
BEFORE = (S.LEAD, S.CHECKING)
UNDECIDED = (S.INVESTIGATING, S.NOTIFIED, S.PLEADED)

CASE = Workflow(
    name="case_file",
    title=_l("案件的办理"),
    states=S,
    initial=S.LEAD,
    steps=[
        Step(deed="check", label=_l("开始初核"), from_=(S.LEAD,), to=S.CHECKING, needs=P.OPEN, is_primary=True, then=effects.checked),
        Step(
            deed="set_aside", label=_l("不予立案"), from_=BEFORE, to=S.NOT_PURSUED, needs=P.OPEN, reason=_l("不予立案的理由"), then=effects.ended,
            consequence=_l("到此结束，单位不会得知。以后有新的证据可以重新登记线索。"),
        ),
        Step(
            deed="file", label=_l("立案"), from_=(S.CHECKING,), to=S.INVESTIGATING, needs=P.FILE, apart_from=frozenset({"open_case", "check"}),
            reason=_l("立案的理由（单位会看到）"), is_primary=True, blocked=gates.not_to_be_filed, then=effects.filed,
            consequence=_l("单位会收到立案通知书，并可以查看所指的事实和可以给它看的证据。"),
        ),
        Step(
            deed="transfer", label=_l("移送主管部门"), from_=(S.LEAD, S.CHECKING, S.INVESTIGATING), to=S.TRANSFERRED, needs=P.FILE, own_page=True,
            apart_from=frozenset({"open_case", "check"}), then=effects.transferred,
        ),
        Step(
            deed="drop", label=_l("撤销案件"), from_=(S.INVESTIGATING,), to=S.DROPPED, needs=P.FILE, reason=_l("撤销的理由（单位会看到）"),
            then=effects.ended, is_dangerous=True,
        ),
        Step(
            deed="offer", label=_l("提出改正办法"), from_=UNDECIDED, to=None, needs=P.ANSWER, then=effects.offered,
            reason=_l("打算怎样改正、什么时候完成（协会会看到）"),
        ),
        Step(
            deed="resolve", label=_l("协商解决"), from_=UNDECIDED, to=S.RESOLVED, needs=P.INVESTIGATE, reason=_l("怎样解决的（单位会看到）"),
            blocked=gates.nothing_offered, then=effects.resolved, consequence=_l("接受单位提出的改正办法，不采取措施，案件到此结束。"),
        ),
        Step(
            deed="notify", label=_l("告知拟处理"), from_=(S.INVESTIGATING,), to=S.NOTIFIED, needs=P.INVESTIGATE, own_page=True, is_primary=True,
            apart_from=frozenset({"file"}), blocked=gates.not_to_be_notified, then=effects.notified,
        ),
        Step(
            deed="plead", label=_l("陈述申辩"), from_=(S.NOTIFIED,), to=S.PLEADED, needs=P.ANSWER, own_page=True, is_primary=True,
            blocked=gates.too_late_to_plead, then=effects.pleaded,
        ),
        Step(
            deed="set_hearing", label=_l("安排听证"), from_=(S.PLEADED,), to=S.HEARING, needs=P.CONVENE, own_page=True, is_primary=True,
            blocked=gates.no_hearing_asked, then=effects.hearing_set,
        ),
        Step(
            deed="excuse", label=_l("请求延期听证"), from_=(S.HEARING,), to=S.PLEADED, needs=P.ANSWER, reason=_l("不能到场的原因"),
            blocked=gates.not_to_be_excused, then=effects.excused,
        ),
        Step(
            deed="hear", label=_l("登记听证笔录"), from_=(S.HEARING,), to=S.PLEADED, needs=P.CONVENE, is_primary=True,
            reason=_l("听证笔录：谁到场、说了什么（单位会看到；没有到场的，写明视为放弃）"), blocked=gates.not_held_yet, then=effects.heard,
        ),
        Step(
            deed="submit", label=_l("提交审议"), from_=(S.NOTIFIED, S.PLEADED), to=S.DELIBERATING, needs=P.INVESTIGATE, is_primary=True,
            apart_from=frozenset({"file"}), blocked=gates.still_heard, then=effects.submitted,
        ),
        Step(deed="deliberate", label=_l("审议结束"), from_=(S.DELIBERATING,), to=S.DELIBERATED, needs=P.CONVENE, by_clock=True, then=effects.deliberated),
        Step(deed="reopen", label=_l("补充调查"), from_=(S.DELIBERATING,), to=S.INVESTIGATING, needs=P.CONVENE, by_clock=True, then=effects.reopened),
        Step(
            deed="draft", label=_l("拟写决定"), from_=(S.DELIBERATED,), to=S.DRAFTED, needs=P.DRAFT, own_page=True, is_primary=True,
            apart_from=ASKED, then=effects.drafted,
        ),
        Step(
            deed="return_draft", label=_l("退回重拟"), from_=(S.DRAFTED,), to=S.DELIBERATED, needs=P.ISSUE, reason=_l("退回的理由"),
            apart_from=ASKED | {"file", "draft"},
        ),
        Step(
            deed="issue", label=_l("签发决定"), from_=(S.DRAFTED,), to=S.ISSUED, needs=P.ISSUE, is_primary=True, apart_from=ASKED | {"file", "draft"},
            then=effects.issued, consequence=_l("决定书送达单位，只对会员和签署单位有效，不是行政处罚。"),
        ),
        Step(
            deed="confirm", label=_l("签收决定书"), from_=(S.ISSUED,), to=S.SERVED, needs=P.ANSWER, is_primary=True, then=effects.confirmed,
            consequence=_l("签收只表示收到，不表示同意。"),
        ),
        Step(deed="deem", label=_l("视为送达"), from_=(S.ISSUED,), to=S.SERVED, needs=P.OPEN, by_clock=True, then=effects.deemed),
        Step(
            deed="state", label=_l("附上声明"), from_=(S.SERVED,), to=None, needs=P.STATE, then=effects.stated,
            reason=_l("声明（500字以内）"), consequence=_l("案例公开的时候，声明一字不改地附在后面。不要写别人的个人信息。"),
        ),
    ],
)  # fmt: skip
