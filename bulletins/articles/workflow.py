"""The lives of an article, of its corrections and of what people ask."""

from association.kernel.lifecycles import PublishingPermissions, publishing, with_rows
from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from bulletins.articles import effects
from bulletins.articles.models import ArticleState, CorrectionState
from bulletins.articles.models.article import WRITING
from bulletins.articles.policy import P

S, C = ArticleState, CorrectionState

ARTICLE = Workflow(
    name="case_article",
    title=_l("典型案例"),
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
            first_review={"blocked": effects.not_ready},
            third_review={"blocked": effects.not_ready, "consequence": _l("签发后公开。单位的名称只在案件公示的期限以内显示，期满、修复或者撤销，名称自动撤下。")},
            withdraw={"consequence": _l("撤回后原址只说明已撤回和理由，并从列表、检索和订阅中移出。")},
        ),
        Step(
            deed="annul", label=_l("决定撤销，案例撤下"), from_=(S.PUBLISHED,), to=S.ANNULLED, needs=P.WITHDRAW, by_clock=True, is_public_act=True,
            then=effects.annulled, reason=_l("决定撤销的理由"),
        ),
        Step(
            deed="fall", label=_l("决定撤销，不再撰写"), from_=WRITING, to=S.DROPPED, needs=P.WITHDRAW, by_clock=True, then=effects.let_fall,
        ),
    ],
)  # fmt: skip

CORRECTION = Workflow(
    name="case_article_correction",
    title=_l("典型案例的更正"),
    states=C,
    initial=C.PROPOSED,
    public_text=effects.correction_text,
    apart_with=lambda correction: correction.article,
    steps=[
        Step(
            deed="issue_correction", label=_l("签发更正"), from_=(C.PROPOSED,), to=C.ISSUED, needs=P.ISSUE_CORRECTION, is_primary=True,
            apart_from=frozenset({"propose_article_correction"}), is_public_act=True, blocked=effects.not_public, then=effects.corrected,
            consequence=_l("正文照此改正，更正作为一条有日期的记录列在案例后面。"),
        ),
        Step(
            deed="drop", label=_l("作废"), from_=(C.PROPOSED,), to=C.DROPPED, needs=P.CORRECT, reason=_l("作废的理由"),
            is_dangerous=True, consequence=_l("作废后不能恢复，可以另提一份。"),
        ),
    ],
)  # fmt: skip
