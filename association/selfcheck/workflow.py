"""Three lives: of a questionnaire's version, of an organisation's self-check, of a round."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.selfcheck.effects import checks, rounds, versions
from association.selfcheck.models import CheckState, RoundState, VersionState
from association.selfcheck.policy import P

V, C, R = VersionState, CheckState, RoundState
BACK = _l("退回的理由")

VERSION = Workflow(
    name="questionnaire_version",
    title=_l("自查问卷的版本"),
    states=V,
    initial=V.DRAFT,
    public_text=versions.public_text,
    steps=[
        Step(
            deed="submit", label=_l("送另一人发布"), from_=(V.DRAFT,), to=V.PROPOSED, needs=P.DRAFT, is_primary=True,
            blocked=versions.missing,
        ),
        Step(
            deed="publish", label=_l("发布"), from_=(V.PROPOSED,), to=V.PUBLISHED, needs=P.PUBLISH, is_primary=True, is_public_act=True,
            apart_from=frozenset({"draft", "submit"}), blocked=versions.missing, then=versions.published,
            consequence=_l("发布后不能再改，只能另起新版本。以前的版本随即停止使用，正在填写的仍按原版本填完。"),
        ),
        Step(deed="return", label=_l("退回修改"), from_=(V.PROPOSED,), to=V.DRAFT, needs=P.PUBLISH, reason=BACK),
        Step(
            deed="drop", label=_l("作废草稿"), from_=(V.DRAFT,), to=V.DROPPED, needs=P.DRAFT, reason=_l("作废的理由"), is_dangerous=True,
            consequence=_l("作废后不能恢复，只能另起一稿。"),
        ),
        Step(
            deed="retire", label=_l("停用"), from_=(V.PUBLISHED,), to=V.RETIRED, needs=P.PUBLISH, reason=_l("停用的理由（公开）"),
            is_dangerous=True, is_public_act=True, then=versions.retired,
            consequence=_l("停用后不能再用它开始自查；原来的地址和单位已有的自查都保留。"),
        ),
    ],
)  # fmt: skip

SELF_CHECK = Workflow(
    name="self_check",
    title=_l("单位的自查"),
    states=C,
    initial=C.OPEN,
    steps=[
        Step(
            deed="finish", label=_l("完成自查"), from_=(C.OPEN,), to=C.FINISHED, needs=P.FILL, is_primary=True,
            blocked=checks.unanswered, then=checks.finished,
            consequence=_l("完成后列出缺项，由你单位自己安排整改。回答只有你单位的经办人和授权签署人能看到；参加专项自查的，协会只知道你单位在哪一天完成。"),
        ),
        Step(
            deed="reopen", label=_l("重新填写"), from_=(C.FINISHED,), to=C.OPEN, needs=P.FILL, blocked=checks.not_to_be_reopened,
            then=checks.reopened, consequence=_l("回答都保留，改完后再次完成。参加专项自查的，在再次完成之前算作没有完成。"),
        ),
        Step(
            deed="share", label=_l("共享给协会"), from_=(C.FINISHED,), to=None, needs=P.SHARE, blocked=checks.is_shared, then=checks.shared,
            consequence=_l("协会的单位登记人员和监督员可以看到全部回答、证明材料和整改情况，其他单位和公众看不到。可以随时收回。"),
        ),
        Step(
            deed="unshare", label=_l("收回共享"), from_=(C.FINISHED,), to=None, needs=P.FILL, blocked=checks.is_not_shared,
            then=checks.unshared, consequence=_l("收回后协会不能再看；以前看过的，不能当作没有看过。"),
        ),
        Step(
            deed="drop", label=_l("放弃这次自查"), from_=(C.OPEN,), to=C.DROPPED, needs=P.FILL, then=checks.dropped, is_dangerous=True,
            consequence=_l("这次的回答和证明材料随即删除，不能恢复。"),
        ),
    ],
)  # fmt: skip

ROUND = Workflow(
    name="self_check_round",
    title=_l("专项自查"),
    states=R,
    initial=R.DRAFT,
    public_text=rounds.public_text,
    steps=[
        Step(
            deed="submit", label=_l("送另一人发起"), from_=(R.DRAFT,), to=R.PROPOSED, needs=P.DRAFT_ROUND, is_primary=True,
            blocked=rounds.missing,
        ),
        Step(
            deed="open", label=_l("发起"), from_=(R.PROPOSED,), to=R.OPEN, needs=P.OPEN_ROUND, is_primary=True,
            apart_from=frozenset({"draft", "submit"}), blocked=rounds.missing, then=rounds.opened,
            consequence=_l("发起后内容不能再改，随即写信给应参加单位的经办人。"),
        ),
        Step(deed="return", label=_l("退回修改"), from_=(R.PROPOSED,), to=R.DRAFT, needs=P.OPEN_ROUND, reason=BACK),
        Step(
            deed="drop", label=_l("作废草稿"), from_=(R.DRAFT,), to=R.DROPPED, needs=P.DRAFT_ROUND, reason=_l("作废的理由"),
            is_dangerous=True, consequence=_l("作废后不能恢复，只能另起一稿。"),
        ),
        Step(
            deed="close", label=_l("结束"), from_=(R.OPEN,), to=R.CLOSED, needs=P.OPEN_ROUND, is_primary=True,
            reason=_l("结束的说明（参加的单位会收到）"), then=rounds.closed, consequence=_l("结束后不能再为这一轮开始自查。"),
        ),
        Step(
            deed="publish", label=_l("公布结果"), from_=(R.CLOSED,), to=R.PUBLISHED, needs=P.PUBLISH_ROUND, is_primary=True,
            is_public_act=True, then=rounds.published,
            consequence=_l("公布主题、范围、起止日期、说明和汇总数字；家数太少的不给数字，也不列出任何单位。"),
        ),
        Step(
            deed="take_back", label=_l("撤下结果"), from_=(R.PUBLISHED,), to=R.CLOSED, needs=P.PUBLISH_ROUND,
            reason=_l("撤下结果的理由"), is_dangerous=True, is_public_act=True, then=rounds.taken_back,
        ),
    ],
)  # fmt: skip
