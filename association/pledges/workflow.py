"""Two lives: of a version, and of a signature."""

from association.kernel.lifecycles import PublishingPermissions, publishing, with_rows
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.pledges import effects, gates, keeping, signing
from association.pledges.models import SignatureState, VersionState
from association.pledges.policy import P

V, S = VersionState, SignatureState
WROTE = frozenset({"draft", "lay_out", "begin_pledge"})
BEFORE = frozenset({"draft", "submit", "first_review", "second_review"})

_PUBLISHING = with_rows(
    publishing(
        PublishingPermissions(draft=P.DRAFT, first=P.FIRST, second=P.SECOND, third=P.THIRD, withdraw=P.WITHDRAW),
        issue=effects.issued, withdraw=effects.withdrawn, states=V,
    ),
    second_review={"then": effects.to_the_legal_office_first},
    third_review={
        "blocked": gates.first, "apart_from": BEFORE | {"legal_review"},
        "consequence": _l("签发后公开，自施行日期起可以签署；签过前一版的单位有规定的天数重新签署。"),
    },
    withdraw={"blocked": effects.without_signatures},
)  # fmt: skip

VERSION = Workflow(
    name="pledge_version",
    title=_l("公约的一版"),
    states=V,
    initial=V.DRAFTING,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="lay_out", label=_l("公开征求意见"), from_=(V.DRAFTING,), to=V.CONSULTING, needs=P.DRAFT, own_page=True,
            blocked=gates.first, is_primary=True, is_public_act=True, then=effects.laid_out,
        ),
        Step(deed="hear", label=_l("征求意见截止"), from_=(V.CONSULTING,), to=V.ANSWERING, needs=P.DRAFT, by_clock=True),
        Step(
            deed="reopen", label=_l("征求意见撤回，继续起草"), from_=(V.CONSULTING, V.ANSWERING), to=V.DRAFTING, needs=P.DRAFT,
            by_clock=True,
        ),
        Step(
            deed="redraft", label=_l("重新起草"), from_=(V.ANSWERING, V.VOTED), to=V.DRAFTING, needs=P.DRAFT,
            reason=_l("重新起草的理由（公开）"), blocked=effects.before_answers, is_public_act=True, then=effects.redrafted,
            consequence=_l("改动较大时用：改好后须再次公开征求意见；已经表决的，须重新表决。"),
        ),
        Step(
            deed="put_to_vote", label=_l("交签署单位表决"), from_=(V.ANSWERING,), to=V.VOTING, needs=P.DRAFT, own_page=True,
            is_primary=True, blocked=gates.vote_first, is_public_act=True,
        ),
        Step(
            deed="carry", label=_l("签署单位表决通过"), from_=(V.VOTING,), to=V.VOTED, needs=P.DRAFT, by_clock=True, is_public_act=True,
            then=effects.carried,
        ),
        Step(
            deed="fail", label=_l("签署单位表决未通过"), from_=(V.VOTING,), to=V.ANSWERING, needs=P.DRAFT, by_clock=True,
            is_public_act=True,
        ),
        Step(deed="stop_vote", label=_l("表决撤回"), from_=(V.VOTING,), to=V.ANSWERING, needs=P.DRAFT, by_clock=True),
        Step(
            deed="adopt", label=_l("登记通过"), from_=(V.ANSWERING, V.VOTED), to=V.DRAFT, needs=P.ADOPT, own_page=True, apart_from=WROTE,
            is_primary=True, blocked=gates.first, is_public_act=True, then=effects.adopted,
        ),
        Step(
            deed="unadopt", label=_l("撤回通过的登记"), from_=(V.DRAFT,), to=V.ANSWERING, needs=P.ADOPT, reason=_l("撤回登记的理由"),
            then=effects.adoption_taken_back, consequence=_l("正文可以再作编辑性改动，随后须重新登记。"),
        ),
        *[step for step in _PUBLISHING if step.deed != "drop"],
        Step(
            deed="legal_review", label=_l("法务审通过"), from_=(V.LEGAL,), to=V.THIRD, needs=P.LEGAL, apart_from=BEFORE, is_primary=True,
            reason=_l("法务意见：这些条款为什么不构成价格、划分市场或联合抵制的约定"), then=effects.cleared,
            consequence=_l("意见与公约一起存档；终审时可以看到。"),
        ),
        Step(deed="return_legal", label=_l("退回修改"), from_=(V.LEGAL,), to=V.DRAFT, needs=P.LEGAL, reason=_l("退回的理由")),
        Step(
            deed="repeal", label=_l("登记废止"), from_=(V.PUBLISHED,), to=V.REPEALED, needs=P.REPEAL, own_page=True,
            reason=_l("废止的依据（决定机构、日期、理由）"), is_dangerous=True, is_public_act=True, then=effects.repealed,
        ),
        Step(
            deed="terminate", label=_l("终止起草"), from_=(V.DRAFTING, V.CONSULTING, V.ANSWERING, V.VOTED, V.DRAFT), to=V.TERMINATED, needs=P.ADOPT,
            reason=_l("终止的理由（公开）"), is_dangerous=True, is_public_act=True, then=effects.ended,
            consequence=_l("这一版到此结束；正在征求意见的一并撤回，提过意见的人会收到信函。"),
        ),
    ],
)  # fmt: skip

SIGNATURE = Workflow(
    name="pledge_signature",
    title=_l("公约的签署"),
    states=S,
    initial=S.PREPARED,
    public_text=signing.public_text,
    steps=[
        Step(
            deed="sign", label=_l("阅读全文并签署"), from_=(S.PREPARED,), to=S.SIGNED, needs=P.SIGN, own_page=True, is_primary=True,
            apart_from=frozenset({"prepare_signature"}), blocked=signing.same_text, then=signing.signed,
        ),
        Step(
            deed="cancel", label=_l("取消这次签署"), from_=(S.PREPARED,), to=S.CANCELLED, needs=P.CANCEL, is_dangerous=True,
            consequence=_l("填报作废，没有签署；需要时可以重新填报。"),
        ),
        Step(
            deed="confirm", label=_l("确认签署"), from_=(S.SIGNED,), to=S.IN_FORCE, needs=P.CONFIRM, own_page=True, is_primary=True,
            apart_from=frozenset({"prepare_signature", "prepare_signature_alone", "sign"}), is_public_act=True, blocked=signing.newer,
            then=signing.confirmed,
        ),
        Step(
            deed="decline", label=_l("不予确认"), from_=(S.SIGNED,), to=S.DECLINED, needs=P.CONFIRM, is_dangerous=True,
            apart_from=frozenset({"prepare_signature", "prepare_signature_alone", "sign"}), reason=_l("不予确认的理由（单位会收到）"),
            consequence=_l("这次签署到此结束，不列入名单；单位可以重新填报。"),
        ),
        Step(
            deed="leave", label=_l("退出公约"), from_=(S.IN_FORCE,), to=S.LEFT, needs=P.LEAVE, own_page=True, is_dangerous=True,
            reason=_l("说明（公开）"), reason_required=False, is_public_act=True, then=signing.left,
        ),
        Step(
            deed="not_renew", label=_l("逾期未重签"), from_=(S.IN_FORCE,), to=S.NOT_RENEWED, needs=P.CONFIRM, by_clock=True,
            is_public_act=True, then=signing.not_renewed,
        ),
        Step(
            deed="fall_overdue", label=_l("履约说明逾期未报"), from_=(S.IN_FORCE,), to=None, needs=P.CONFIRM, by_clock=True, is_public_act=True,
            then=keeping.fell_overdue,
        ),
        Step(
            deed="catch_up", label=_l("逾期恢复"), from_=(S.IN_FORCE,), to=None, needs=P.CONFIRM, by_clock=True, reason=_l("恢复签署的理由"),
            is_public_act=True, then=keeping.caught_up,
        ),
        Step(
            deed="lapse", label=_l("失效"), from_=(S.IN_FORCE,), to=S.LAPSED, needs=P.CONFIRM, by_clock=True, is_public_act=True,
            then=keeping.lapsed,
        ),
        Step(
            deed="restore", label=_l("恢复签署"), from_=(S.LAPSED,), to=S.IN_FORCE, needs=P.CONFIRM, by_clock=True, reason=_l("恢复签署的理由"),
            blocked=keeping.not_restorable, is_public_act=True, then=keeping.restored,
        ),
        Step(
            deed="publicise", label=_l("公示"), from_=(S.IN_FORCE,), to=None, needs=P.CONFIRM, by_clock=True, is_public_act=True,
            then=keeping.publicised,
        ),
        Step(
            deed="end_publicity", label=_l("公示结束"), from_=(S.IN_FORCE,), to=None, needs=P.CONFIRM, by_clock=True, is_public_act=True,
            then=keeping.publicity_over,
        ),
        Step(
            deed="remove", label=_l("移出"), from_=(S.IN_FORCE,), to=S.REMOVED, needs=P.CONFIRM, by_clock=True, is_public_act=True,
            then=keeping.removed,
        ),
        Step(
            deed="end", label=_l("单位终止"), from_=(S.IN_FORCE,), to=S.ENDED, needs=P.CONFIRM, by_clock=True, is_public_act=True,
            then=signing.organisation_ended,
        ),
        Step(
            deed="close", label=_l("公约废止"), from_=(S.IN_FORCE,), to=S.CLOSED, needs=P.CONFIRM, by_clock=True, is_public_act=True,
            then=signing.pledge_closed,
        ),
        Step(
            deed="drop", label=_l("作废"), from_=(S.PREPARED, S.SIGNED), to=S.CANCELLED, needs=P.CONFIRM, by_clock=True,
        ),
    ],
)  # fmt: skip
