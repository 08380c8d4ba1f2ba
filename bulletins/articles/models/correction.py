"""更正: a dated entry on an issued article. The text is put right where it stands, and the entry says what it was before."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel.db import Key, Model, Prose, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l
from bulletins.articles.models.article import CaseArticle


class CorrectionState(State):
    PROPOSED = "proposed", _l("待签发"), "ochre", "hourglass-split"
    ISSUED = "issued", _l("已更正"), "jade", "check-circle-fill"
    DROPPED = "dropped", _l("已作废"), "soft", "x-circle"


class ArticleCorrection(Model):
    """`field` is a column of the article; `before` stands in it."""

    __tablename__ = "case_article_correction"

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(ForeignKey("case_article.id"), index=True)
    state: Mapped[CorrectionState] = mapped_column(Stored(CorrectionState), default=CorrectionState.PROPOSED)
    field: Mapped[Word]
    before: Mapped[Prose]
    after: Mapped[Prose]
    because: Mapped[Prose]
    issued_on: Mapped[date | None]

    article: Mapped[CaseArticle] = relationship(back_populates="corrections")
