"""What staff look at: how the comments of one consultation are spread over clauses and authors, and the filters that follow it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from association.consultations.models import Comment, Consultation
from association.consultations.queries.comments import COUNTED
from association.kernel.db import session
from association.kernel.words import _
from association.organisations.models import Organisation

WHOLE = "whole"
PERSONS, VISITORS = "persons", "visitors"


@dataclass(frozen=True, slots=True)
class Share:
    """One clause's or one author's part: the filter's value, its words, how many comments, how many without answer."""

    value: str
    words: str
    all: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class Shares:
    """By clause in the order of first mention, and by author: organisations by name, then persons together."""

    clauses: list[Share]
    authors: list[Share]

    @property
    def clause_pairs(self) -> list[tuple[str, object]]:
        return [(share.value, share.words) for share in self.clauses]

    @property
    def author_pairs(self) -> list[tuple[str, object]]:
        return [(share.value, share.words) for share in self.authors]


_UNANSWERED = func.count().filter(Comment.outcome.is_(None)).label("unanswered")


def shares(consultation: Consultation) -> Shares:
    """Two statements."""
    mine = (Comment.consultation_id == consultation.id, Comment.state.in_(COUNTED))
    clauses = session.execute(
        select(Comment.path, Comment.clause, func.count().label("all"), _UNANSWERED)
        .where(*mine)
        .group_by(Comment.path, Comment.clause)
        .order_by(func.min(Comment.number))
    )
    is_visitor = Comment.account_id.is_(None)
    authors = session.execute(
        select(
            Organisation.id,
            Organisation.name,
            is_visitor.label("visitor"),
            func.count().label("all"),
            _UNANSWERED,
        )
        .select_from(Comment)
        .outerjoin(Organisation, Organisation.id == Comment.organisation_id)
        .where(*mine)
        .group_by(Organisation.id, Organisation.name, Organisation.name_key, is_visitor)
        .order_by(Organisation.id.is_(None), Organisation.name_key, is_visitor)
    )
    return Shares(
        clauses=[Share(r.path or WHOLE, r.clause or _("全文"), r.all, r.unanswered) for r in clauses],
        authors=[
            Share(
                str(r.id) if r.id else VISITORS if r.visitor else PERSONS,
                r.name or (_("未登录的个人") if r.visitor else _("个人")), r.all, r.unanswered,
            )
            for r in authors
        ],
    )  # fmt: skip


def under(rows: Select[Any], value: str) -> Select[Any]:
    """Of one clause; `whole` is the text as a whole."""
    return rows.where(Comment.path == ("" if value == WHOLE else value))


def by(rows: Select[Any], value: str) -> Select[Any]:
    """Of one organisation (its id), of persons with an account, of visitors."""
    if value in (PERSONS, VISITORS):
        is_visitor = Comment.account_id.is_(None)
        return rows.where(Comment.organisation_id.is_(None), is_visitor if value == VISITORS else ~is_visitor)
    return rows.where(Comment.organisation_id == int(value))


def chosen(consultation: Consultation, ids: Sequence[int]) -> list[Comment]:
    """The ticked ones that belong to it."""
    return list(
        session.scalars(
            select(Comment)
            .where(
                Comment.consultation_id == consultation.id, Comment.state.in_(COUNTED), Comment.id.in_(list(ids)[:500])
            )
            .options(joinedload(Comment.account), joinedload(Comment.organisation))
            .order_by(Comment.number)
        )
    )  # fmt: skip
