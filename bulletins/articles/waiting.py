"""What waits: for staff the next review, what was added in a case, a correction or a request; for an expert the lesson."""

from collections.abc import Iterable
from datetime import date

from association.kernel import clock, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from bulletins.articles import queries
from bulletins.articles.models import ArticleState, CaseArticle
from bulletins.articles.policy import P
from bulletins.articles.settings import how_many
from bulletins.articles.workflow import ARTICLE, CORRECTION

AREA = "articles"
ASKS = {
    ArticleState.DRAFT: lambda: _("请写好各部分、约请专家写以案说法，然后送初审。"),
    ArticleState.FIRST: lambda: _("请初审。"),
    ArticleState.SECOND: lambda: _("请复审。"),
    ArticleState.THIRD: lambda: _("请终审签发。"),
}


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.READ_FILE):
        yield from _for_staff(actor)
    if "expert" in actor.roles:
        for article in queries.lessons_of(actor.account_id or 0):
            if can(actor, P.TEACH, article):
                yield _item(
                    article,
                    _("请为这件案例写以案说法。"),
                    _("撰写"),
                    "article_lessons.show",
                    article.lesson_by,
                )


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    for article in ARTICLE.turns_of(actor, queries.at_work()):
        due = None
        if article.state is not ArticleState.DRAFT:
            due = working_days.add(clock.day_of(article.made_at), how_many("review_days")).on
        yield _item(article, ASKS[article.state](), _("办理"), "article_desk.show", due)
    if can(actor, P.CORRECT):
        for article in queries.to_look_at():
            if can(actor, P.CORRECT, article):
                ask = (
                    _("决定变更了，请更正案例。")
                    if article.due == "decision"
                    else _("案件有新的内容，请核对后补记。")
                )
                yield _item(article, ask, _("办理"), "article_desk.show", None)
    for correction in CORRECTION.turns_of(actor, queries.corrections_waiting()):
        yield _item(correction.article, _("请签发更正。"), _("办理"), "article_desk.show", None)
    if can(actor, P.ANSWER):
        for request in queries.requests_at_work():
            if can(actor, P.ANSWER, request):
                yield _item(
                    request.article,
                    _("有人请求更正，请答复。"),
                    _("答复"),
                    "article_desk.show",
                    request.due_on,
                )


def _item(article: CaseArticle, ask: str, button: str, endpoint: str, due_on: date | None) -> Waiting:
    return Waiting(
        title=_("典型案例：%(title)s", title=article.title), ask=ask, what=_("典型案例"), area=AREA, endpoint=endpoint, values={"id": article.id},
        button=button, due_on=due_on,
    )  # fmt: skip
