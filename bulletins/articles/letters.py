"""What is sent about articles: to the expert who is asked, to the desks, to the respondent, to whoever asked for a correction."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.kernel import events
from association.kernel import letters as kernel_letters
from association.kernel.db import session
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from bulletins.articles.effects import address
from bulletins.articles.models import ArticleRequest, CaseArticle
from bulletins.articles.workflow import ARTICLE, CORRECTION

RETURNED = ("return_first", "return_second", "return_third")
TO_RESPONDENT = {"third_review": "issued", "issue": "issued", "withdraw": "withdrawn", "annul": "annulled"}


def asked_to_teach(article: CaseArticle) -> None:
    if article.teacher is not None:
        to_accounts.write_to(article.teacher, "articles/teach", about=article, article=article)


def taught(article: CaseArticle) -> None:
    to_accounts.write_to_role(Role.EDITOR, "articles/taught", about=article, article=article)


def to_be_looked_at(article: CaseArticle) -> None:
    to_accounts.write_to_role(Role.EDITOR, "articles/followed", about=article, article=article)


def correction_asked(request: ArticleRequest) -> None:
    """To the desk without what it says: the file has that."""
    to_accounts.write_to_role(
        Role.EDITOR, "articles/asked", about=request.article, article=request.article, due_on=request.due_on
    )


def answered(request: ArticleRequest) -> None:
    said = {
        "article": request.article,
        "path": address(request.article),
        "answer": request.answer,
        "accepted": request.state.value == "accepted",
    }
    account = session.get(Account, request.account_id) if request.account_id is not None else None
    if account is not None:
        to_accounts.write_to(account, "articles/answer", about=request.article, **said)
    elif request.email:
        kernel_letters.send(
            "articles/answer", to_address=request.email, language=request.language, about=request.article, in_confidence=True, **said
        )  # fmt: skip


def _to_respondent(article: CaseArticle, template: str, reason: str) -> None:
    acting = organisations.acting_officers([article.case.organisation_id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account,
            f"articles/{template}",
            about=article,
            article=article,
            path=address(article),
            reason=reason,
        )


def _on_step(taken: StepTaken) -> None:
    deed = taken.step.deed
    if taken.workflow is ARTICLE:
        article: CaseArticle = taken.subject
        if deed in RETURNED:
            to_accounts.write_to_role(
                Role.EDITOR, "articles/returned", about=article, article=article, reason=taken.reason
            )
        elif deed in TO_RESPONDENT and article.slug is not None:
            _to_respondent(article, TO_RESPONDENT[deed], taken.reason)
    elif taken.workflow is CORRECTION and deed == "issue_correction":
        _to_respondent(taken.subject.article, "corrected", taken.subject.because)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
