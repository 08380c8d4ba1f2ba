"""Articles through the real actions, each by the hand it needs."""

from association.accounts.models import Account
from association.kernel.db import session
from association.kernel.transactions import writing
from bulletins.articles import actions
from bulletins.articles.models import CaseArticle
from bulletins.articles.workflow import ARTICLE, CORRECTION
from tests import cast, stages
from tests.bulletins.cases import after
from tests.bulletins.cases import filed as way

PARTS = {
    "title": "推广素材与正片不一致", "lede": "两条推广素材的情节正片里没有。本会给予警示。", "happened": "当事单位投放的两条推广素材里，情节正片里没有。",
    "said": "当事单位认为素材由代理商剪辑，已经下架。", "decided": "素材足以使观众误认，事实清楚；已经下架，从轻。", "questions": "素材的每个情节都在正片里吗？\n首次投放以前有没有核对记录？",
}  # fmt: skip
LESSON = "素材可以剪辑，不可以另编。\n首次投放以前逐条核对，并留下记录。"


def article(firm: cast.Firm) -> CaseArticle:
    session.expire_all()
    found = session.query(CaseArticle).filter_by(case_id=way.case(firm).id).one_or_none()
    if found is None:
        raise LookupError(firm.id)
    return found


def expert(number: int = 1) -> Account:
    return cast.somebody("expert", email=f"expert{number}@people.example", name="祝样例")


def begun(firm: cast.Firm, role: str = "editor") -> CaseArticle:
    who = way.staff(role)
    with writing():
        actions.begin(way.case(firm), title=PARTS["title"], actor=who)
    return article(firm)


def changed(firm: cast.Firm, role: str = "editor", **parts: str) -> None:
    who = way.staff(role)
    with writing():
        actions.change(article(firm), questionnaire=None, actor=who, **(PARTS | parts))


def taught(firm: cast.Firm, lesson: str = LESSON) -> None:
    who, teacher = way.staff("editor"), expert()
    with writing():
        actions.ask_teacher(article(firm), teacher=teacher, due_on=None, actor=who)
    by = cast.actor(teacher)
    with writing():
        actions.teach(article(firm), lesson=lesson, shows_teacher=True, actor=by)


def took(deed: str, firm: cast.Firm, role: str, reason: str = "理由") -> None:
    who = way.staff(role)
    with writing():
        ARTICLE.take(deed, article(firm), actor=who, reason=reason)


def written(firm: cast.Firm, **parts: str) -> None:
    begun(firm)
    changed(firm, **parts)
    taught(firm)


def reviewed(firm: cast.Firm) -> None:
    for deed, role in (("submit", "editor"), ("first_review", "editor"), ("second_review", "reviewer")):
        took(deed, firm, role)


def issued(firm: cast.Firm, **parts: str) -> CaseArticle:
    """Of a case that is in effect."""
    written(firm, **parts)
    reviewed(firm)
    took("third_review", firm, "issuer")
    return article(firm)


def page_of(firm: cast.Firm) -> str:
    return f"/cases/{article(firm).slug}/"


def corrected(firm: cast.Firm, *, field: str, before: str, to: str) -> None:
    who = way.staff("editor")
    with writing():
        actions.propose_correction(
            article(firm), field=field, before=before, after=to, because="核对投放记录后更正。", actor=who
        )
    issuer = way.staff("issuer")
    with writing():
        CORRECTION.take("issue_correction", article(firm).corrections[-1], actor=issuer)


def in_effect(firm: cast.Firm) -> None:
    after.in_effect(firm)


stages.remember(__name__)
