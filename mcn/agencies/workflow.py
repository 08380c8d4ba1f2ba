"""Two lives: of an entry of the register, and of what an agency files."""

from association.kernel.lifecycles import ApplicationPermissions, application, with_rows
from association.kernel.words import _, _l
from association.kernel.workflow import Step, Workflow
from mcn.agencies import effects, registering
from mcn.agencies.models import AgencyState, Filing, FilingKind, FilingState
from mcn.agencies.policy import P

A, F = AgencyState, FilingState
_SAYS = _l("公开登记会写明这一状态和理由；登记及其状态都不构成行政许可或处罚。")

AGENCY = Workflow(
    name="agency",
    title=_l("机构登记"),
    states=A,
    initial=A.APPLYING,
    public_text=effects.public_text,
    steps=[
        # These follow from the decision about a filing (clockwork); own_page without a page: never a button.
        Step(
            deed="register", label=_l("登记"), from_=(A.APPLYING,), to=A.REGISTERED, needs=P.DECIDE, own_page=True,
            is_public_act=True, then=registering.registered,
        ),
        Step(deed="close", label=_l("申请结束"), from_=(A.APPLYING,), to=A.CLOSED, needs=P.READ_FILE, own_page=True),
        Step(
            deed="review", label=_l("年度复核完成"), from_=(A.REGISTERED, A.ABNORMAL, A.SUSPENDED), to=None, needs=P.DECIDE,
            own_page=True, is_public_act=True, then=registering.reviewed,
        ),
        Step(
            deed="flag", label=_l("标记信息异常"), from_=(A.REGISTERED,), to=A.ABNORMAL, needs=P.DECIDE,
            reason=_l("异常的理由（将公开，机构会收到信函）"), is_dangerous=True, is_public_act=True, then=registering.marked,
            consequence=_SAYS,
        ),
        Step(
            deed="clear", label=_l("解除信息异常"), from_=(A.ABNORMAL,), to=A.REGISTERED, needs=P.DECIDE,
            reason=_l("解除异常的理由"), is_public_act=True, then=registering.cleared,
        ),
        Step(
            deed="suspend", label=_l("暂停登记"), from_=(A.REGISTERED, A.ABNORMAL), to=A.SUSPENDED, needs=P.DECIDE,
            reason=_l("暂停的理由（将公开，机构会收到信函）"), is_dangerous=True, is_public_act=True, then=registering.marked,
            consequence=_SAYS,
        ),
        Step(
            deed="resume", label=_l("恢复登记"), from_=(A.SUSPENDED,), to=A.REGISTERED, needs=P.DECIDE,
            reason=_l("恢复登记的理由"), is_public_act=True, then=registering.cleared,
        ),
        Step(
            deed="strike", label=_l("注销登记"), from_=(A.REGISTERED, A.ABNORMAL, A.SUSPENDED), to=A.ENDED, needs=P.DECIDE,
            reason=_l("注销的理由（将公开，机构会收到信函）"), is_dangerous=True, is_public_act=True, then=registering.ended,
            consequence=_l("登记编号不再使用，公开记录保留并注明已注销，证书同时失效；以后可以重新申请。"),
        ),
        Step(
            deed="leave", label=_l("申请注销"), from_=(A.REGISTERED, A.ABNORMAL, A.SUSPENDED), to=A.ENDED, needs=P.SIGN,
            reason=_l("注销的说明（将公开）"), is_dangerous=True, is_public_act=True, then=registering.ended,
            consequence=_l("登记自愿：自今日起不再在册，公开记录保留并注明已注销，证书同时失效；以后可以重新申请。"),
        ),
        Step(
            deed="end", label=_l("随单位终止注销"), from_=(A.REGISTERED, A.ABNORMAL, A.SUSPENDED), to=A.ENDED, needs=P.DECIDE,
            by_clock=True, is_public_act=True, then=registering.ended,
        ),
    ],
)  # fmt: skip


def _only_roster(filing: Filing) -> object | None:
    return None if filing.kind is FilingKind.ROSTER else _("这件事须由授权签署人确认后提交。")


def _signed(filing: Filing) -> object | None:
    if filing.kind is FilingKind.ROSTER:
        return _("花名册由经办人直接提交。")
    return registering.not_ready(filing)


def _to_sign(filing: Filing) -> object | None:
    """A person in business alone is one person; an organisation is two."""
    return (
        _("经办人与签署人须为两人。") if not filing.agency.organisation.is_natural_person else _signed(filing)
    )


def _handed_in(filing: Filing) -> object | None:
    return _only_roster(filing) or registering.not_ready(filing)


_APPLICANT = frozenset({"begin", "finish", "hand_in", "sign", "sign_alone"})

FILING = Workflow(
    name="agency_filing",
    title=_l("机构填报的事项"),
    states=F,
    initial=F.DRAFT,
    steps=[
        Step(
            deed="finish", label=_l("填好了，请签署人确认"), from_=(F.DRAFT, F.RETURNED), to=F.PREPARED, needs=P.PREPARE,
            is_primary=True, blocked=_signed, consequence=_l("授权签署人会收到信函，核对后确认提交；确认之前还可以取回修改。"),
        ),
        Step(
            deed="hand_in", label=_l("提交核对"), from_=(F.DRAFT, F.RETURNED), to=F.SUBMITTED, needs=P.PREPARE,
            is_primary=True, blocked=_handed_in, then=registering.submitted,
            consequence=_l("秘书处整份核对：整份采用，或整份退回。"),
        ),
        Step(
            deed="reopen", label=_l("取回修改"), from_=(F.PREPARED,), to=F.DRAFT, needs=P.PREPARE,
        ),
        Step(
            deed="sign", label=_l("确认无误，提交核验"), from_=(F.PREPARED,), to=F.SUBMITTED, needs=P.SIGN,
            apart_from=frozenset({"begin", "finish"}), is_primary=True, blocked=_signed, then=registering.submitted,
            consequence=_l("你代表单位确认所填内容真实、完整。登记由机构自愿申请，不构成行政许可。"),
        ),
        Step(
            deed="sign_alone", label=_l("本人确认，提交核验"), from_=(F.PREPARED,), to=F.SUBMITTED, needs=P.SIGN,
            is_primary=True, blocked=_to_sign, then=registering.submitted,
            consequence=_l("你确认所填内容真实、完整。登记自愿申请，不构成行政许可。"),
        ),
        Step(
            deed="examine", label=_l("登记核验和面谈"), from_=(F.SUBMITTED,), to=F.EXAMINED, needs=P.EXAMINE, own_page=True,
            apart_from=_APPLICANT, is_primary=True, then=registering.examined,
        ),
        *with_rows(
            [
                row
                for row in application(
                    ApplicationPermissions(apply=P.PREPARE, decide=P.DECIDE), states=F, applicant=_APPLICANT,
                    approve=registering.approved,
                )
                if row.deed != "resubmit"
            ],
            approve={
                "label": _l("采用"), "from_": (F.SUBMITTED, F.EXAMINED), "apart_from": _APPLICANT | {"examine"},
                "blocked": registering.before_decision,
            },
            ask={"from_": (F.SUBMITTED, F.EXAMINED)},
            refuse={"label": _l("不予采用"), "from_": (F.SUBMITTED, F.EXAMINED, F.RETURNED)},
            withdraw={"label": _l("撤回"), "from_": (F.DRAFT, F.PREPARED, F.SUBMITTED, F.RETURNED)},
        ),
        Step(
            deed="lapse", label=_l("随登记注销作废"), from_=(F.DRAFT, F.PREPARED, F.SUBMITTED, F.EXAMINED, F.RETURNED),
            to=F.WITHDRAWN, needs=P.DECIDE, by_clock=True,
        ),
    ],
)  # fmt: skip
