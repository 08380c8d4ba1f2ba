"""What followers hear of articles: never a name."""

from association import following
from association.kernel.words import _l
from bulletins.articles.effects import address
from bulletins.articles.models import ArticleState
from bulletins.articles.workflow import ARTICLE, CORRECTION
from bulletins.cases.settings import lines


def init_app() -> None:
    following.kind("case_article", _l("典型案例"), "/cases/", topics=lambda: lines("faults"))
    following.tells(
        ARTICLE,
        following.Telling(
            kind="case_article", title_of=lambda a: a.title, url_of=address, keys_of=lambda a: [f"topic:{a.fault}"],
            shown=lambda a: a.state is not ArticleState.SCHEDULED and a.slug is not None,
            words={"third_review": _l("发布"), "issue": _l("发布"), "withdraw": _l("撤回"), "annul": _l("撤下")}, ends=frozenset({"withdraw", "annul"}),
        ),
    )  # fmt: skip
    following.tells(
        CORRECTION,
        following.Telling(
            kind="case_article", title_of=lambda c: c.article.title, url_of=lambda c: address(c.article), about=lambda c: c.article,
            keys_of=lambda c: [f"topic:{c.article.fault}"], words={"issue_correction": _l("更正")},
        ),
    )  # fmt: skip
