"""Three lives: of a project, of a re-examination, of an act on a published text."""

from typing import Any

from association.kernel.lifecycles import PublishingPermissions, publishing, with_rows
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.standards import acting, effects, examining, gates
from association.standards.models import (
    BEFORE_APPROVAL,
    ActState,
    ExaminationState,
    ProjectState,
)
from association.standards.policy import P

S, E, A = ProjectState, ExaminationState, ActState
WROTE = frozenset({"draft", "lay_out", "change_facts"})


def _missing(project: Any) -> object | None:
    return gates.first(project)


_PUBLISHING = with_rows(
    publishing(
        PublishingPermissions(draft=P.DRAFT, first=P.FIRST, second=P.SECOND, third=P.THIRD, withdraw=P.WITHDRAW),
        issue=effects.issued,
        withdraw=effects.withdrawn,
        states=S,
    ),
    submit={"blocked": _missing},
    third_review={"blocked": _missing, "consequence": _l("签发后公开发布，按登记的日期实施，旧版自实施之日起被代替。")},
)  # fmt: skip

PROJECT = Workflow(
    name="standard_project",
    title=_l("标准制修订项目"),
    states=S,
    initial=S.PROPOSED,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="accept", label=_l("同意立项"), from_=(S.PROPOSED,), to=S.DRAFTING, needs=P.DECIDE, is_primary=True,
            apart_from=frozenset({"propose"}), reason=_l("立项意见"), reason_required=False, is_public_act=True,
            then=effects.accepted, consequence=_l("编立项号，公开列入制修订计划，转入起草。"),
        ),
        Step(
            deed="refuse", label=_l("不予立项"), from_=(S.PROPOSED,), to=S.REFUSED, needs=P.DECIDE, is_dangerous=True,
            apart_from=frozenset({"propose"}), reason=_l("不予立项的理由（提出人会收到）"), then=effects.refused,
            consequence=_l("建议到此结束，提出人会收到理由，可以修改后重新提出。"),
        ),
        Step(
            deed="take_back", label=_l("撤回建议"), from_=(S.PROPOSED,), to=S.DROPPED, needs=P.TAKE_BACK, is_dangerous=True,
            then=effects.refused, consequence=_l("建议到此结束，需要时可以重新提出。"),
        ),
        Step(
            deed="lay_out", label=_l("公开征求意见"), from_=(S.DRAFTING,), to=S.CONSULTING, needs=P.DRAFT, own_page=True,
            blocked=_missing, is_primary=True, is_public_act=True, then=effects.laid_out,
        ),
        Step(
            deed="hear", label=_l("征求意见截止"), from_=(S.CONSULTING,), to=S.ANSWERING, needs=P.DRAFT, by_clock=True,
        ),
        Step(
            deed="reopen", label=_l("征求意见撤回，继续起草"), from_=(S.CONSULTING, S.ANSWERING), to=S.DRAFTING, needs=P.DRAFT,
            by_clock=True,
        ),
        Step(
            deed="redraft", label=_l("重新起草"), from_=(S.ANSWERING,), to=S.DRAFTING, needs=P.DRAFT,
            reason=_l("重新起草的理由（公开）"), blocked=effects.before_answers, is_public_act=True,
            consequence=_l("改动较大时用：改好后须再次公开征求意见。"),
        ),
        Step(
            deed="send", label=_l("送审"), from_=(S.ANSWERING,), to=S.BALLOT, needs=P.DRAFT, own_page=True, is_primary=True,
            blocked=_missing, then=effects.sent,
        ),
        Step(
            deed="pass", label=_l("审查通过"), from_=(S.BALLOT,), to=S.APPROVAL, needs=P.BALLOT, is_primary=True,
            blocked=effects.last_review_passed, is_public_act=True, consequence=_l("转入批准编号；正文只能作编辑性改动。"),
        ),
        Step(
            deed="fail", label=_l("审查不通过，退回起草"), from_=(S.BALLOT,), to=S.DRAFTING, needs=P.BALLOT,
            blocked=effects.last_review_failed, is_public_act=True, then=effects.failed,
            consequence=_l("退回起草，改好后再次征求意见、送审。"),
        ),
        Step(
            deed="approve", label=_l("登记批准、编号"), from_=(S.APPROVAL,), to=S.DRAFT, needs=P.APPROVE, own_page=True,
            apart_from=WROTE, is_primary=True, blocked=_missing, is_public_act=True, then=effects.approved,
        ),
        Step(
            deed="unapprove", label=_l("撤回批准"), from_=(S.DRAFT,), to=S.APPROVAL, needs=P.APPROVE,
            reason=_l("撤回批准的理由"), then=effects.approval_taken_back,
            consequence=_l("正文可以再作编辑性改动，随后须重新登记批准；编号保留。"),
        ),
        *[step for step in _PUBLISHING if step.deed != "drop"],
        Step(
            deed="terminate", label=_l("终止项目"), from_=(*BEFORE_APPROVAL[1:], S.DRAFT), to=S.TERMINATED, needs=P.DECIDE,
            reason=_l("终止的理由（公开）"), is_dangerous=True, is_public_act=True, then=effects.ended,
            consequence=_l("项目到此结束，公开页写明理由；正在征求意见的一并撤回，提过意见的人会收到信函。"),
        ),
    ],
)  # fmt: skip

EXAMINATION = Workflow(
    name="standard_examination",
    title=_l("标准复审"),
    states=E,
    initial=E.OPEN,
    public_text=examining.public_text,
    steps=[
        Step(
            deed="find", label=_l("提出复审结论"), from_=(E.OPEN,), to=E.FOUND, needs=P.EXAMINE, own_page=True,
            is_primary=True, then=examining.found,
        ),
        Step(
            deed="decide", label=_l("审定复审结论"), from_=(E.FOUND,), to=E.DECIDED, needs=P.DECIDE_EXAMINATION,
            apart_from=frozenset({"find"}), is_primary=True, is_public_act=True, then=examining.decided,
            consequence=_l("结论公开：继续有效的顺延复审期限，修订的立项，废止和被代替的自登记之日起失效。"),
        ),
        Step(
            deed="return", label=_l("退回重提"), from_=(E.FOUND,), to=E.OPEN, needs=P.DECIDE_EXAMINATION,
            reason=_l("退回的理由"), then=examining.returned,
        ),
    ],
)  # fmt: skip

ACT = Workflow(
    name="standard_act",
    title=_l("修改单和勘误"),
    states=A,
    initial=A.DRAFT,
    public_text=acting.public_text,
    steps=[
        Step(
            deed="check", label=_l("审核通过"), from_=(A.DRAFT,), to=A.CHECKED, needs=P.CHECK_ACT, is_primary=True,
            apart_from=frozenset({"write_act"}),
        ),
        Step(
            deed="issue", label=_l("签发"), from_=(A.CHECKED,), to=A.ISSUED, needs=P.ISSUE_ACT, is_primary=True,
            apart_from=frozenset({"write_act", "check"}), is_public_act=True, then=acting.issued,
            consequence=_l("公开后列在正文之前，所改的条款页上也会注明；正文的文字不动。"),
        ),
        Step(
            deed="return", label=_l("退回修改"), from_=(A.CHECKED,), to=A.DRAFT, needs=P.ISSUE_ACT, reason=_l("退回的理由"),
        ),
        Step(
            deed="drop", label=_l("作废"), from_=(A.DRAFT,), to=A.DROPPED, needs=P.WRITE_ACT, reason=_l("作废的理由"),
            is_dangerous=True, consequence=_l("作废后不能恢复，可以另拟一份。"),
        ),
    ],
)  # fmt: skip
