"""Articles for pages and desks."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from association.kernel.audit import AuditEntry, kind_of
from association.kernel.db import session
from bulletins.articles.models import (
    ArticleClause,
    ArticleCorrection,
    ArticleRequest,
    ArticleState,
    CaseArticle,
    CorrectionState,
    RequestState,
    SpokenClause,
)
from bulletins.articles.models.article import WRITING
from bulletins.cases.models import CaseFile
from bulletins.cases.queries import public

S = ArticleState
REVIEWS = ("first_review", "second_review", "third_review")
FEW = 5
_WITH_CASE = (
    joinedload(CaseArticle.case).joinedload(CaseFile.publicity),
    joinedload(CaseArticle.case).joinedload(CaseFile.organisation),
)


def in_public() -> Select[CaseArticle]:
    """What is issued and stands."""
    return select(CaseArticle).where(CaseArticle.state == S.PUBLISHED).options(*_WITH_CASE)


def all_articles() -> Select[CaseArticle]:
    """For the desk."""
    return select(CaseArticle).options(*_WITH_CASE)


def named() -> ColumnElement[bool]:
    """`naming.named`, in SQL."""
    return CaseArticle.case_id.in_(select(CaseFile.id).where(public.named()))


def by_slug(slug: str) -> Select[CaseArticle]:
    return (
        select(CaseArticle)
        .where(CaseArticle.slug == slug)
        .options(*_WITH_CASE, selectinload(CaseArticle.clauses), selectinload(CaseArticle.corrections))
    )


def for_case(case: CaseFile) -> CaseArticle | None:
    return session.scalars(select(CaseArticle).where(CaseArticle.case_id == case.id)).one_or_none()


def of_clause(rows: Select[Any], key: str) -> Select[Any]:
    spoken = select(ArticleClause.article_id).join(ArticleClause.clause).where(SpokenClause.key == key)
    return rows.where(CaseArticle.id.in_(spoken))


def newest(limit: int) -> list[CaseArticle]:
    """For the home page."""
    order = (CaseArticle.published_at.desc(), CaseArticle.id.desc())
    return list(session.scalars(in_public().order_by(*order).limit(limit)))


def shown_with_name() -> Select[CaseArticle]:
    """Those in which the respondent is named today."""
    return in_public().where(named())


def of_organisation(organisation_id: int) -> list[CaseArticle]:
    """For its public record: only those in which it is named today."""
    rows = in_public().where(
        CaseArticle.case_id.in_(
            select(CaseFile.id).where(CaseFile.organisation_id == organisation_id, public.named())
        )
    )
    return list(session.scalars(rows.order_by(CaseArticle.published_at.desc(), CaseArticle.id.desc())))


def related(article: CaseArticle) -> list[tuple[CaseArticle, bool]]:
    """Others that speak of one of its clauses (True), then others of the same fault; the newest first, a few of them."""
    spoken = [one.clause_id for one in article.clauses]
    order = (CaseArticle.published_at.desc(), CaseArticle.id.desc())
    others = in_public().where(CaseArticle.id != article.id)
    same = others.where(
        CaseArticle.id.in_(select(ArticleClause.article_id).where(ArticleClause.clause_id.in_(spoken)))
    )
    found = [(one, True) for one in session.scalars(same.order_by(*order).limit(FEW))]
    known = {one.id for one, _shared in found}
    alike = others.where(CaseArticle.fault == article.fault, CaseArticle.id.not_in(known))
    found += [(one, False) for one in session.scalars(alike.order_by(*order).limit(FEW))]
    return found[:FEW]


def chain_of(article: CaseArticle) -> list[AuditEntry]:
    """The reviews that led to the issue, in order: the last of each."""
    rows = select(AuditEntry).where(
        AuditEntry.subject_kind == kind_of(article), AuditEntry.subject_id == article.id, AuditEntry.deed.in_(REVIEWS)
    )  # fmt: skip
    last = {entry.deed: entry for entry in session.scalars(rows.order_by(AuditEntry.id))}
    return [last[deed] for deed in REVIEWS if deed in last]


def years() -> Iterable[int]:
    """Years in which something was issued, the newest first."""
    issued = (CaseArticle.state == S.PUBLISHED, CaseArticle.year > 0)
    # Apart, so that each is one look into the index.
    first, last = (
        select(edge(CaseArticle.year)).where(*issued).scalar_subquery() for edge in (func.min, func.max)
    )
    first, last = session.execute(select(first, last)).one()
    return range(last, first - 1, -1) if first else ()


def at_work() -> list[CaseArticle]:
    """Not yet issued, the oldest first."""
    rows = select(CaseArticle).where(CaseArticle.state.in_([s for s in WRITING if s is not S.SCHEDULED]))
    return list(session.scalars(rows.options(*_WITH_CASE).order_by(CaseArticle.id).limit(200)))


def to_look_at() -> list[CaseArticle]:
    """In public, while something in the case has gone on that the desk has not looked at."""
    rows = select(CaseArticle).where(CaseArticle.state == S.PUBLISHED, CaseArticle.due != "")
    return list(session.scalars(rows.options(*_WITH_CASE).order_by(CaseArticle.id).limit(200)))


def of_teacher(account_id: int) -> Select[CaseArticle]:
    return (
        select(CaseArticle).where(CaseArticle.teacher_id == account_id).options(joinedload(CaseArticle.case))
    )


def lessons_of(account_id: int) -> list[CaseArticle]:
    """What an expert was asked for and has not handed in."""
    rows = of_teacher(account_id).where(CaseArticle.state == S.DRAFT, CaseArticle.taught_at.is_(None))
    return list(session.scalars(rows.order_by(CaseArticle.lesson_by, CaseArticle.id)))


def requests_of(article: CaseArticle) -> list[ArticleRequest]:
    """The newest first."""
    rows = select(ArticleRequest).where(ArticleRequest.article_id == article.id)
    return list(session.scalars(rows.order_by(ArticleRequest.id.desc()).limit(50)))


def corrections_waiting() -> list[ArticleCorrection]:
    rows = select(ArticleCorrection).where(ArticleCorrection.state == CorrectionState.PROPOSED)
    return list(
        session.scalars(rows.options(joinedload(ArticleCorrection.article)).order_by(ArticleCorrection.id))
    )


def requests_at_work() -> list[ArticleRequest]:
    rows = select(ArticleRequest).where(ArticleRequest.state == RequestState.RECEIVED)
    return list(
        session.scalars(
            rows.options(joinedload(ArticleRequest.article))
            .order_by(ArticleRequest.due_on, ArticleRequest.id)
            .limit(200)
        )
    )


def tellable() -> Select[CaseFile]:
    """Cases an article may be made from, and of which none is there."""
    known = select(CaseArticle.case_id)
    return public.tellable().where(CaseFile.id.not_in(known))
