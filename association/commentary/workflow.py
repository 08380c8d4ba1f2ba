"""The lives of a commentary and of a tracked work."""

from association.commentary import effects
from association.commentary.models import CommentaryState, TrackedState
from association.commentary.policy import P
from association.kernel import clock
from association.kernel.lifecycles import PublishingPermissions, publishing, with_rows
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow

S, T = CommentaryState, TrackedState
BEFORE = frozenset({"draft", "submit", "first_review", "second_review"})

COMMENTARY = Workflow(
    name="commentary",
    title=_l("阅评"),
    states=S,
    initial=S.DRAFT,
    public_text=effects.public_text,
    steps=[
        *with_rows(
            publishing(
                PublishingPermissions(draft=P.WRITE, first=P.FIRST, second=P.SECOND, third=P.THIRD, withdraw=P.WITHDRAW),
                issue=effects.issued, withdraw=effects.withdrawn, states=S,
            ),
            submit={"label": _l("交稿，送初审"), "blocked": effects.not_ready},
            first_review={"blocked": effects.not_ready},
            second_review={"apart_from": BEFORE - {"second_review"}, "then": effects.to_the_legal_office_first},
            third_review={"apart_from": BEFORE | {"legal_review"}, "blocked": effects.not_ready},
            drop={"needs": P.COMMISSION, "label": _l("作废")},
            withdraw={"consequence": _l("撤回后原址显示“已撤回”和理由，并从列表、检索和订阅中移出。")},
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


def _ended(work: object, *, actor: object, reason: str) -> None:  # noqa: ARG001
    work.until_on, work.ended_because = clock.today(), reason  # type: ignore[attr-defined]


TRACKED = Workflow(
    name="commentary_tracked_work",
    title=_l("重点目录中的作品"),
    states=T,
    initial=T.TRACKED,
    steps=[
        Step(
            deed="end", label=_l("结束跟踪"), from_=(T.TRACKED,), to=T.ENDED, needs=P.TRACK, reason=_l("结束跟踪的理由"), then=_ended,
        ),
    ],
)  # fmt: skip
