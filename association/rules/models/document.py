"""A document: what keeps its name while its editions come and go."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Model, Word
from association.kernel.state import State, Stored
from association.kernel.words import _l


class DocumentKind(State):
    """What a document is, by who makes it and whom it binds."""

    LAW = "law", _l("法律")
    REGULATION = "regulation", _l("行政法规")
    DEPARTMENT_RULE = "department_rule", _l("部门规章")
    NORMATIVE = "normative", _l("规范性文件")
    NOTICE = "notice", _l("通知")
    STANDARD = "standard", _l("自律规则或团体标准")
    PLEDGE = "pledge", _l("公约")
    OTHER = "other", _l("其他文件")


class Document(Model):
    """`title` without editions' dates; `source_url` is where the issuer publishes it."""

    __tablename__ = "document"

    id: Mapped[Key]
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[DocumentKind] = mapped_column(Stored(DocumentKind), default=DocumentKind.OTHER)
    title: Mapped[str] = mapped_column(Text)
    title_key: Mapped[str] = mapped_column(String(200), index=True)
    """The title normalised: the same title is the same document."""
    issuer: Mapped[str] = mapped_column(Text, default="")
    source_url: Mapped[str] = mapped_column(Text, default="")
    is_summary: Mapped[bool] = mapped_column(default=False)
    """The text is the association's own summary of somebody else's document, and says so."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    word: Mapped[Word] = mapped_column(default="")
    """A short name people use, 《…》 left out."""
