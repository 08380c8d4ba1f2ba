"""An article follows its case: within the transaction in which something happens there. The name needs nobody's hand: it is looked up in the case
each time (`naming`), so that it shows while the publicity runs and on no other day."""

from association.kernel import events
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.workflow import StepTaken
from bulletins.articles import effects, letters, queries, scanning
from bulletins.articles.models import ArticleState, CaseArticle
from bulletins.articles.workflow import ARTICLE
from bulletins.cases.events import CaseAnnulled, DecisionChanged
from bulletins.cases.models import CaseFile
from bulletins.cases.workflow import CASE

DECISION, ADDED = "decision", "added"
"""Words of `CaseArticle.due`: the decision was changed; something was added that tells of people."""
TAKEN_OVER = {"state": ("statement", "statement"), "carry_out": ("put_right", "carried_out")}
"""Deed → column of the article, column of the case."""


def _on_annulled(event: CaseAnnulled) -> None:
    article = queries.for_case(event.case)
    if article is None:
        return
    if article.state is ArticleState.PUBLISHED:
        ARTICLE.take("annul", article, actor=SYSTEM, reason=event.because)
    elif article.is_open:
        ARTICLE.take("fall", article, actor=SYSTEM)


def _on_changed(event: DecisionChanged) -> None:
    article = queries.for_case(event.case)
    if article is not None and article.state is ArticleState.PUBLISHED:
        effects.sort_in(article)
        _to_the_desk(article, DECISION)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is CASE and taken.step.deed in TAKEN_OVER:
        _added(taken.subject, *TAKEN_OVER[taken.step.deed])


def _added(case: CaseFile, ours: str, theirs: str) -> None:
    """Shown at once where the scanner finds nothing in it, else it waits at the desk."""
    article = queries.for_case(case)
    if article is None or article.state not in (ArticleState.DRAFT, ArticleState.PUBLISHED):
        return
    words = getattr(case, theirs)
    if article.state is ArticleState.DRAFT:
        setattr(article, ours, words)
    elif scanning.of_text(case, words):
        _to_the_desk(article, ADDED)
    else:
        setattr(article, ours, words)
        session.flush()
        effects.show(article)


def _to_the_desk(article: CaseArticle, word: str) -> None:
    article.due = word
    letters.to_be_looked_at(article)


def init_app() -> None:
    events.subscribe(CaseAnnulled, _on_annulled)
    events.subscribe(DecisionChanged, _on_changed)
    events.subscribe(StepTaken, _on_step)
