"""What somebody asks to be put right in an article: anybody may, with or without an account, and is answered by letter."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Prose
from association.kernel.personal import Encrypted
from association.kernel.state import State, Stored
from association.kernel.words import _l
from bulletins.articles.models.article import CaseArticle


class RequestState(State):
    RECEIVED = "received", _l("待答复"), "ochre", "inbox"
    ACCEPTED = "accepted", _l("将更正"), "jade", "check-circle-fill"
    DECLINED = "declined", _l("不更正"), "soft", "x-circle"


class ArticleRequest(Model):
    """Who asks and where the answer goes are kept encrypted, and forgotten some days after the answer (settings)."""

    __tablename__ = "case_article_request"

    id: Mapped[Key]
    article_id: Mapped[int] = mapped_column(ForeignKey("case_article.id"), index=True)
    state: Mapped[RequestState] = mapped_column(Stored(RequestState), default=RequestState.RECEIVED)
    what: Mapped[str] = mapped_column(Encrypted)
    who: Mapped[str] = mapped_column(Encrypted, default="")
    email: Mapped[str] = mapped_column(Encrypted, default="")
    language: Mapped[str] = mapped_column(String(8), default="zh")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    asked_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_on: Mapped[date]
    answer: Mapped[Prose] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    forgotten: Mapped[bool] = mapped_column(default=False)

    article: Mapped[CaseArticle] = relationship()

    __table_args__ = (Index("ix_case_article_request_due", "state", "due_on"),)
