"""Two lives: of a private question, and of a public answer."""

from association.guidance import effects
from association.guidance.models import PublicState, QuestionState
from association.guidance.policy import P
from association.kernel.lifecycles import PublishingPermissions, publishing, with_rows
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow

Q, S = QuestionState, PublicState
ASKED = frozenset({"ask", "reply", "further"})
"""Deeds of the asking side: whoever did one does not answer their own question."""

QUESTION = Workflow(
    name="guidance_question",
    title=_l("业务咨询"),
    states=Q,
    initial=Q.ASKED,
    steps=[
        Step(
            deed="answer", label=_l("起草答复"), from_=(Q.ASKED,), to=None, needs=P.ANSWER, own_page=True, apart_from=ASKED,
        ),
        Step(
            deed="propose", label=_l("送审核"), from_=(Q.ASKED,), to=Q.PROPOSED, needs=P.ANSWER, apart_from=ASKED, is_primary=True,
            blocked=effects.not_ready, consequence=_l("由另一人审核；通过后提问方才看到答复。"),
        ),
        Step(
            deed="approve", label=_l("审核通过并答复"), from_=(Q.PROPOSED,), to=Q.ANSWERED, needs=P.APPROVE,
            apart_from=ASKED | {"answer", "propose"}, is_primary=True, then=effects.answered,
            consequence=_l("答复随即交给提问方，注明没有约束力，不构成许可或者批准。文字不能再改。"),
        ),
        Step(
            deed="return_answer", label=_l("退回修改"), from_=(Q.PROPOSED,), to=Q.ASKED, needs=P.APPROVE, own_page=True,
        ),
        Step(
            deed="ask_back", label=_l("请提问方补充"), from_=(Q.ASKED,), to=Q.ASKED_BACK, needs=P.ANSWER, own_page=True,
            apart_from=ASKED, then=effects.moved,
        ),
        Step(
            deed="assign", label=_l("指定办理人"), from_=(Q.ASKED, Q.ASKED_BACK, Q.PROPOSED), to=None, needs=P.ANSWER, own_page=True,
            then=effects.assigned,
        ),
        Step(
            deed="reply", label=_l("补充说明"), from_=(Q.ASKED, Q.ASKED_BACK), to=Q.ASKED, needs=P.TAKE_PART, own_page=True,
            is_primary=True, then=effects.to_staff,
        ),
        Step(
            deed="rate", label=_l("这个答复有没有帮助"), from_=(Q.ANSWERED, Q.CLOSED), to=None, needs=P.TAKE_PART, own_page=True,
        ),
        Step(
            deed="further", label=_l("追问"), from_=(Q.ANSWERED, Q.CLOSED), to=Q.ASKED, needs=P.TAKE_PART, own_page=True,
            then=effects.to_staff,
        ),
        Step(
            deed="close", label=_l("结束咨询"), from_=(Q.ANSWERED,), to=Q.CLOSED, needs=P.TAKE_PART, then=effects.moved,
            consequence=_l("结束后仍可以查看答复，也可以追问。"),
        ),
        Step(
            deed="withdraw", label=_l("撤回咨询"), from_=(Q.ASKED, Q.ASKED_BACK, Q.PROPOSED), to=Q.WITHDRAWN, needs=P.TAKE_PART,
            is_dangerous=True, then=effects.moved, consequence=_l("秘书处不再答复；需要时可以另提一件。"),
        ),
        Step(
            deed="lapse", label=_l("久无回音，自动结束"), from_=(Q.ANSWERED, Q.ASKED_BACK), to=Q.CLOSED, needs=P.TAKE_PART,
            by_clock=True, blocked=effects.still_new, then=effects.moved,
        ),
    ],
)  # fmt: skip

PUBLIC_ANSWER = Workflow(
    name="public_answer",
    title=_l("公开指导"),
    states=S,
    initial=S.DRAFT,
    public_text=effects.public_text,
    steps=[
        *with_rows(
            publishing(
                PublishingPermissions(draft=P.DRAFT, first=P.FIRST, second=P.SECOND, third=P.THIRD, withdraw=P.WITHDRAW),
                issue=effects.issued, withdraw=effects.withdrawn, states=S,
            ),
            submit={"blocked": effects.missing},
            first_review={"blocked": effects.missing},
            second_review={"blocked": effects.missing},
            third_review={"blocked": effects.missing},
        ),
        Step(
            deed="doubt", label=_l("所引条款变动，待复核"), from_=(S.PUBLISHED,), to=None, needs=P.RECHECK, by_clock=True,
            is_public_act=True, then=effects.doubted,
        ),
        Step(
            deed="clear", label=_l("变动已撤回"), from_=(S.PUBLISHED,), to=None, needs=P.RECHECK, by_clock=True, is_public_act=True,
            blocked=effects.without_doubt, then=effects.cleared,
        ),
        Step(
            deed="hold", label=_l("复核：仍然适用"), from_=(S.PUBLISHED,), to=None, needs=P.RECHECK, is_primary=True, is_public_act=True,
            reason=_l("复核的说明（将公开）"), blocked=effects.without_doubt, then=effects.held,
            consequence=_l("已对照变动后的条款，答复的意思不受影响。公开页去掉“待复核”，注明复核的日期和说明。"),
        ),
    ],
)  # fmt: skip
