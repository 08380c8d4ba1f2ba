"""What the steps of articles do beyond moving a state."""

# ruff: noqa: ARG001 - every effect of a table is called with the same words

import hashlib

from sqlalchemy import select

from association.kernel import clock, documents, numbering
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.rules import actions as rules
from bulletins.articles import naming, scanning
from bulletins.articles.labels import TEXTS
from bulletins.articles.models import (
    ArticleClause,
    ArticleCorrection,
    ArticleState,
    CaseArticle,
    SpokenClause,
)
from bulletins.articles.settings import said
from bulletins.cases.effects.papers import in_words
from bulletins.cases.queries import public

documents.issued("case_article")

ASKED_FOR = ("lede", "happened", "said", "decided", "lesson", "questions")
SERIES = "case_article"
NO_MEASURE = "none"
"""Word of the filter for what ended without a measure."""


def address(article: CaseArticle) -> str:
    return f"/cases/{article.slug}/"


def public_text(article: CaseArticle) -> str:
    """What the public log commits to: no name."""
    return f"{article.number}:{article.title}:{article.state.value}:{article.text_hash}"


def not_ready(article: CaseArticle) -> object | None:
    """While a part is missing, the case may not be told, or a place the scanner found is open."""
    if not public.is_tellable(article.case):
        return _("这件案件的决定没有生效或者已经撤销，不能公开。")
    missing = [str(TEXTS[name]) for name in ASKED_FOR if not getattr(article, name).strip()]
    if missing:
        return _("还缺：%(parts)s。", parts=_("、").join(missing))
    return scanning.sentence(article)


def issued(article: CaseArticle, *, actor: Actor, reason: str) -> None:
    """Numbered, frozen, public, printed, found by what it is about, and named by the clauses it speaks of."""
    if (why := not_ready(article)) is not None:
        raise Refused(why)
    sort_in(article)
    given = numbering.issue(SERIES, article, form=str(said("number")))
    article.number, article.slug, article.year = given.written, f"{given.year}-{given.number}", given.year
    article.month = clock.today().year * 100 + clock.today().month
    named = article.shows_teacher and article.teacher is not None
    article.byline = article.teacher.name if named and article.teacher else ""
    session.flush()
    cite(article)
    show(article)


def sort_in(article: CaseArticle) -> None:
    """What it is found by, as the case stands today."""
    case = article.case
    article.fault, article.outcome, article.measure = case.fault, case.outcome, case.measure or NO_MEASURE
    article.party = naming.party_of(case)
    end = case.issued_at or case.ended_at
    article.days = (clock.day_of(end) - clock.day_of(case.filed_at)).days if end and case.filed_at else None


def cite(article: CaseArticle) -> None:
    for charge in public.found(article.case) or article.case.charges:
        if charge.path:
            rules.cite(charge.edition, charge.path, by=article, title=article.title, url=address(article))
            key = f"{charge.edition.document.slug}:{charge.path}"
            clause = session.scalar(select(SpokenClause).where(SpokenClause.key == key))
            if clause is None:
                clause = SpokenClause(key=key, words=charge.words)
                session.add(clause)
                session.flush()
            if all(one.clause_id != clause.id for one in article.clauses):
                article.clauses.append(ArticleClause(clause_id=clause.id, clause=clause))


def show(article: CaseArticle) -> None:
    """As it reads now: found, and printed anew. Neither holds a name, so that neither has to be called back when one leaves."""
    words = "\n".join(getattr(article, field) for field in TEXTS)
    article.text_hash = hashlib.sha256(words.encode()).hexdigest()
    if article.published_at is None:
        raise LookupError(article.id)
    records.publish(
        key=_key(article), kind="case_article", title=article.title,
        body="\n".join([article.number, article.fault, *(getattr(article, field) for field in TEXTS if field != "title")]),
        url=address(article), dated_on=clock.day_of(article.published_at), facets={"fault": article.fault},
    )  # fmt: skip
    version = str(1 + sum(1 for one in article.corrections if one.issued_on is not None))
    with spoken_in("zh_Hans"):
        measure = in_words(article.case.measure, article.case.months)
    documents.render_later(
        "print/bulletins/article.html", subject=article, kind="case_article", title=f"{article.number} {article.title}",
        version=f"{version}-{article.text_hash[:8]}", address=address(article), measure=measure,
    )  # fmt: skip


def gone(article: CaseArticle) -> None:
    """Out of lists, search and clauses at once."""
    rules.uncite(article)
    records.withdraw(_key(article))
    article.clauses.clear()
    article.due = ""


def withdrawn(article: CaseArticle, *, actor: Actor, reason: str) -> None:
    if scanning.of_text(article.case, reason):
        raise Refused(_("理由是公开的，不能有个人信息和单位的名称。"), field="reason")
    gone(article)


def annulled(article: CaseArticle, *, actor: Actor, reason: str) -> None:
    """The reason is said where it tells of nobody."""
    article.annulled_on = clock.today()
    article.annulled_because = "" if scanning.of_text(article.case, reason) else reason
    gone(article)


def let_fall(article: CaseArticle, *, actor: Actor, reason: str) -> None:
    article.publish_at = None


def _key(article: CaseArticle) -> str:
    return f"case_article:{article.id}"


def not_public(correction: ArticleCorrection) -> object | None:
    """Only what is in public is corrected."""
    article = correction.article
    if article.state is not ArticleState.PUBLISHED:
        return _("这件案例已经不公开，不再更正。")
    if correction.before not in getattr(article, correction.field):
        return _("“%(part)s”里已经没有这些文字。", part=str(TEXTS[correction.field]))
    return None


def corrected(correction: ArticleCorrection, *, actor: Actor, reason: str) -> None:
    """The text is put right where it stands; the entry keeps what it was."""
    article, correction.issued_on = correction.article, clock.today()
    setattr(
        article,
        correction.field,
        getattr(article, correction.field).replace(correction.before, correction.after, 1),
    )
    if (why := scanning.sentence(article)) is not None:
        raise Refused(why)
    session.flush()
    show(article)


def correction_text(correction: ArticleCorrection) -> str:
    return f"{correction.article.number}:{correction.field}:{correction.before}:{correction.after}:{correction.issued_on}"
