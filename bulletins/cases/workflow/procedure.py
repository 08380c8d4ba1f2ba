"""The procedure, as a table: 线索 → 初核 → 立案 → 调查 → 拟处理告知 → 陈述申辩(听证) → 审议 → 决定 → 送达 → (申诉) → 执行 →
公示 → 期满/修复 → 归档. `apart_from` is the separation of duties."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.cases import gates
from bulletins.cases.effects import afterwards
from bulletins.cases.effects import procedure as effects
from bulletins.cases.models import CaseState
from bulletins.cases.policy import P

S = CaseState
ASKED = frozenset({"open_case", "check", "notify", "submit"})
"""Deeds of those who investigate."""
FIRST_HANDS = ASKED | {
    "allege",
    "add_evidence",
    "file",
    "draft",
    "return_draft",
    "issue",
    "set_hearing",
    "hear",
}
"""Deeds of all who worked on it before an appeal."""
IN_EFFECT = (S.EFFECTIVE, S.ARCHIVED)
OVER = (S.EFFECTIVE, S.ANNULLED, S.NOT_PURSUED, S.DROPPED, S.RESOLVED, S.TRANSFERRED)
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
            apart_from=frozenset({"open_case", "check"}), then=effects.transferred, is_dangerous=True,
            consequence=_l("移送是提供情况，不是处罚；是否处理由主管部门决定。"),
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
            deed="state", label=_l("附上声明"), from_=(S.SERVED, S.APPEALED, S.EFFECTIVE), to=None, needs=P.STATE, then=effects.stated,
            reason=_l("声明（500字以内）"), consequence=_l("案例公开的时候，声明一字不改地附在后面。不要写别人的个人信息。"),
        ),
        Step(
            deed="appeal", label=_l("申诉"), from_=(S.SERVED,), to=S.APPEALED, needs=P.STATE, own_page=True, blocked=gates.too_late_to_appeal,
            then=afterwards.appealed, consequence=_l("由没有办过这件案件的人另行复核，不会因为申诉加重。复核期间决定不生效。"),
        ),
        Step(deed="take_effect", label=_l("决定生效"), from_=(S.SERVED,), to=S.EFFECTIVE, needs=P.OPEN, by_clock=True, then=afterwards.took_effect),
        Step(deed="stand", label=_l("维持原决定，生效"), from_=(S.APPEALED,), to=S.EFFECTIVE, needs=P.OPEN, by_clock=True, then=afterwards.took_effect),
        Step(deed="change", label=_l("变更措施，生效"), from_=(S.APPEALED,), to=S.EFFECTIVE, needs=P.OPEN, by_clock=True, then=afterwards.changed),
        Step(deed="revoke", label=_l("经申诉撤销决定"), from_=(S.APPEALED,), to=S.ANNULLED, needs=P.OPEN, by_clock=True, then=afterwards.revoked),
        Step(
            deed="report", label=_l("报告执行情况"), from_=(S.EFFECTIVE,), to=None, needs=P.ANSWER, blocked=gates.nothing_to_carry_out,
            then=afterwards.reported, reason=_l("做了什么、改正了什么（协会会核对）"),
        ),
        Step(
            deed="carry_out", label=_l("登记执行完毕"), from_=(S.EFFECTIVE,), to=None, needs=P.OPEN, blocked=gates.nothing_to_carry_out,
            then=afterwards.carried_out, reason=_l("怎样核对的、改正了什么（单位会看到，案例公开时会引用，不写人名）"),
        ),
        Step(
            deed="publicise", label=_l("公示"), from_=(S.EFFECTIVE,), to=None, needs=P.ISSUE, own_page=True, apart_from=ASKED,
            blocked=gates.not_to_be_publicised, then=afterwards.publicised,
            consequence=_l("期限以内，案例可以写明单位的名称；期满、修复或者决定撤销，名称就撤下。"),
        ),
        Step(
            deed="end_publicity", label=_l("公示结束"), from_=IN_EFFECT, to=None, needs=P.OPEN, by_clock=True, then=afterwards.ended,
        ),
        Step(
            deed="seek_annulment", label=_l("提出撤销决定"), from_=IN_EFFECT, to=None, needs=P.SEEK_ANNULMENT, blocked=gates.not_to_be_sought,
            then=afterwards.sought, reason=_l("为什么应当撤销，例如据以认定的文书已被撤销"), consequence=_l("由签发的人在期限内决定。"),
        ),
        Step(
            deed="annul", label=_l("撤销决定"), from_=IN_EFFECT, to=S.ANNULLED, needs=P.ISSUE, apart_from=ASKED | {"seek_annulment"},
            blocked=gates.not_sought, then=afterwards.annulled, reason=_l("撤销的理由（单位会看到，公开的案例里会说明）"), is_dangerous=True,
            consequence=_l("措施的记录撤销，公示立即结束。"),
        ),
        Step(
            deed="keep", label=_l("不予撤销"), from_=IN_EFFECT, to=None, needs=P.ISSUE, apart_from=ASKED | {"seek_annulment"},
            blocked=gates.not_sought, then=afterwards.kept, reason=_l("不予撤销的理由（单位会看到）"),
        ),
        Step(
            deed="archive", label=_l("归档"), from_=OVER, to=S.ARCHIVED, needs=P.OPEN, blocked=gates.not_to_be_archived, then=afterwards.archived,
            consequence=_l("案卷到此为止，只供查阅。"),
        ),
    ],
)  # fmt: skip
