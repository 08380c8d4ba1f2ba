"""Three lives: of a round, of a nomination, of an objection. What a paper's issue does to a round the clock's steps do."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.commendations import effects
from bulletins.commendations.models import NominationState, ObjectionState, RoundState
from bulletins.commendations.policy import P

R, N, O = RoundState, NominationState, ObjectionState  # noqa: E741 - the tables read by them
PUT_FORWARD = frozenset({"nominate", "agree"})

ROUND = Workflow(
    name="commendation_round",
    title=_l("推优"),
    states=R,
    initial=R.PREPARED,
    public_text=effects.round_text,
    steps=[
        Step(
            deed="clear", label=_l("依据核对无误"), from_=(R.PREPARED,), to=R.CLEARED, needs=P.CLEAR, is_primary=True,
            apart_from=frozenset({"prepare_round", "draft_round"}), reason=_l("核对的意见"),
            consequence=_l("已核对依据有效、不是变相的评比达标表彰、不收费、没有商业合作；此后可以起草征集通知。"),
        ),
        Step(
            deed="return_basis", label=_l("退回修改"), from_=(R.CLEARED,), to=R.PREPARED, needs=P.CLEAR, reason=_l("退回的理由"),
        ),
        Step(deed="open", label=_l("开始征集"), from_=(R.CLEARED,), to=R.OPEN, needs=P.RUN, by_clock=True, then=effects.opened),
        Step(
            deed="close_call", label=_l("征集截止"), from_=(R.OPEN,), to=R.SELECTING, needs=P.RUN, by_clock=True,
            blocked=effects.still_nominating,
        ),
        Step(deed="lay_out", label=_l("开始公示"), from_=(R.SELECTING,), to=R.PUBLICITY, needs=P.RUN, by_clock=True, then=effects.laid_out),
        Step(
            deed="take_in", label=_l("公示撤回"), from_=(R.PUBLICITY, R.CLOSED), to=R.SELECTING, needs=P.RUN, by_clock=True,
            then=effects.not_laid_out,
        ),
        Step(
            deed="end_publicity", label=_l("公示期满"), from_=(R.PUBLICITY,), to=R.CLOSED, needs=P.RUN, by_clock=True,
            blocked=effects.still_laid_out,
        ),
        Step(deed="announce", label=_l("公布名单"), from_=(R.CLOSED,), to=R.ANNOUNCED, needs=P.RUN, by_clock=True, then=effects.announced),
        Step(
            deed="take_list_back", label=_l("名单撤回"), from_=(R.ANNOUNCED,), to=R.CLOSED, needs=P.RUN, by_clock=True,
            then=effects.not_announced,
        ),
        Step(
            deed="stop", label=_l("终止推优"), from_=(R.PREPARED, R.CLEARED, R.OPEN, R.SELECTING, R.PUBLICITY, R.CLOSED), to=R.STOPPED,
            needs=P.STOP, reason=_l("终止的理由（公开）"), is_dangerous=True, is_public_act=True, then=effects.stopped,
            consequence=_l("这次推优到此为止，提名一并结束，提名的和被提名的单位会收到通知；已发布的通知和公示请另行撤回。"),
        ),
        Step(
            deed="call_back", label=_l("征集通知撤回"), from_=(R.OPEN, R.SELECTING), to=R.STOPPED, needs=P.RUN, by_clock=True,
            is_public_act=True, then=effects.stopped,
        ),
    ],
)  # fmt: skip

NOMINATION = Workflow(
    name="nomination",
    title=_l("推优的提名"),
    states=N,
    initial=N.ASKED,
    public_text=effects.nomination_text,
    steps=[
        Step(
            deed="agree", label=_l("同意被提名"), from_=(N.ASKED,), to=N.SUBMITTED, needs=P.AGREE, is_primary=True, then=effects.agreed,
            blocked=effects.round_is_over, consequence=_l("同意公开单位名称、作品或做法的名称和提名理由；以后可以撤回。"),
        ),
        Step(
            deed="decline", label=_l("不同意被提名"), from_=(N.ASKED,), to=N.DECLINED, needs=P.AGREE, then=effects.closed,
            reason=_l("理由（提名的单位会收到）"), reason_required=False,
        ),
        Step(
            deed="lapse", label=_l("逾期没有答复"), from_=(N.ASKED,), to=N.WITHDRAWN, needs=P.RUN, by_clock=True, then=effects.closed,
        ),
        Step(
            deed="end_with_round", label=_l("随推优终止"), from_=(N.ASKED, N.SUBMITTED, N.ADMITTED, N.PROPOSED), to=N.WITHDRAWN, needs=P.RUN,
            by_clock=True, then=effects.closed,
        ),
        Step(
            deed="admit", label=_l("符合条件"), from_=(N.SUBMITTED,), to=N.ADMITTED, needs=P.CHECK, apart_from=PUT_FORWARD, is_primary=True,
            blocked=effects.not_fit, consequence=_l("已按今日的记录核对；公示和公布之前还会再核对。"),
        ),
        Step(
            deed="not_admit", label=_l("不符合条件"), from_=(N.SUBMITTED,), to=N.NOT_ADMITTED, needs=P.CHECK, apart_from=PUT_FORWARD,
            reason=_l("理由（双方单位会收到）"), then=effects.closed,
        ),
        Step(
            deed="propose", label=_l("列入拟推荐"), from_=(N.ADMITTED,), to=N.PROPOSED, needs=P.DECIDE, apart_from=PUT_FORWARD | {"admit"},
            is_primary=True, reason=_l("审议意见"), blocked=effects.not_decided_now,
        ),
        Step(
            deed="pass_over", label=_l("不列入"), from_=(N.ADMITTED,), to=N.PASSED_OVER, needs=P.DECIDE, apart_from=PUT_FORWARD | {"admit"},
            reason=_l("理由（双方单位会收到）"), blocked=effects.not_selecting, then=effects.closed,
        ),
        Step(
            deed="remove", label=_l("移出名单"), from_=(N.PROPOSED,), to=N.REMOVED, needs=P.REMOVE, apart_from=PUT_FORWARD | {"propose"},
            reason=_l("移出的理由（双方单位会收到）"), is_dangerous=True, then=effects.closed,
        ),
        Step(
            deed="take_back", label=_l("撤回提名"), from_=(N.ASKED, N.SUBMITTED, N.ADMITTED, N.PROPOSED), to=N.WITHDRAWN, needs=P.TAKE_BACK,
            reason=_l("理由"), reason_required=False, is_dangerous=True, blocked=effects.round_is_over, then=effects.closed,
            consequence=_l("撤回后不能恢复；征集期内可以重新提名。"),
        ),
        Step(
            deed="list", label=_l("公布推荐"), from_=(N.PROPOSED,), to=N.LISTED, needs=P.RUN, by_clock=True, is_public_act=True,
            then=effects.listed,
        ),
        Step(
            deed="unlist", label=_l("名单撤回"), from_=(N.LISTED,), to=N.PROPOSED, needs=P.RUN, by_clock=True, is_public_act=True,
            then=effects.unlisted,
        ),
        Step(
            deed="revoke", label=_l("撤销推荐"), from_=(N.LISTED,), to=N.REVOKED, needs=P.REVOKE,
            apart_from=PUT_FORWARD | {"admit", "propose"}, reason=_l("撤销的理由（公开）"), is_dangerous=True, is_public_act=True,
            then=effects.revoked,
            consequence=_l("单位的公开记录不再列出这项推荐，条目页注明已撤销和理由，双方单位会收到通知。"),
        ),
    ],
)  # fmt: skip

OBJECTION = Workflow(
    name="objection",
    title=_l("公示的异议"),
    states=O,
    initial=O.RECEIVED,
    steps=[
        Step(
            deed="uphold", label=_l("异议成立，移出名单"), from_=(O.RECEIVED,), to=O.UPHELD, needs=P.READ_OBJECTIONS, own_page=True,
            reason=_l("答复"), then=effects.answered,
        ),
        Step(
            deed="dismiss", label=_l("异议不成立"), from_=(O.RECEIVED,), to=O.DISMISSED, needs=P.READ_OBJECTIONS, own_page=True,
            reason=_l("答复"), then=effects.answered,
        ),
    ],
)  # fmt: skip
