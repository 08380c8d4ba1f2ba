"""Articles by the words people type: one look at names, however many parts of a page are narrowed by it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from association.kernel.db import session
from association.organisations.models import Organisation
from bulletins.articles.models import CaseArticle
from bulletins.cases.models import CaseFile
from bulletins.cases.queries import public

MOST = 1_000
"""So many of the newest are found; who types less than a name is told to type more."""
MOST_WORDS = 5


class Called:
    """Narrows lists to articles with these words in title or number, or about an organisation that is named today. Made anew for each page: what it has
    found it keeps."""

    def __init__(self) -> None:
        self._found: dict[str, Sequence[int]] = {}

    def __call__(self, rows: Select[Any], words: str) -> Select[Any]:
        return rows.where(CaseArticle.id.in_(self._ids(words)))

    @property
    def is_cut(self) -> bool:
        """Whether there were more than are found."""
        return any(len(ids) == MOST for ids in self._found.values())

    def _ids(self, words: str) -> Sequence[int]:
        if words not in self._found:
            holds = [_holds(word) for word in words.split()[:MOST_WORDS]]
            # Reckoned with, the number sorts what the index over the names alone has found; bare, it would have every article read, text and all.
            rows = select(CaseArticle.id).where(*holds).order_by(-CaseArticle.id).limit(MOST)
            self._found[words] = session.scalars(rows).all()
        return self._found[words]


def _holds(word: str) -> ColumnElement[bool]:
    organisations = session.scalars(
        select(Organisation.id).where(Organisation.name.contains(word, autoescape=True)).limit(MOST)
    ).all()
    cases = session.scalars(
        select(CaseFile.id)
        .where(CaseFile.organisation_id.in_(organisations), public.named())
        .order_by(CaseFile.id.desc())
        .limit(MOST)
    ).all()
    return or_(
        CaseArticle.title.contains(word, autoescape=True),
        CaseArticle.number.contains(word, autoescape=True),
        CaseArticle.case_id.in_(cases),
    )
