"""A posted form counts once. Every form carries a token of its own; a double click, a reload or a replay of the same form
gets the answer of the first one and does nothing again.

The token is spent in the transaction of the deed: two simultaneous posts meet at its primary key, and the loser reads the
winner's answer.
"""

from datetime import datetime
from typing import ClassVar

from flask import Response, flash, redirect, request
from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Line, Model, UtcDateTime, session
from association.kernel.words import _

FIELD = "once"


class SpentToken(Model):
    """A form that has been acted on, and where its answer led."""

    __tablename__ = "spent_token"
    unseen: ClassVar[bool] = True

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    path: Mapped[Line]
    location: Mapped[str] = mapped_column(String(2000))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=clock.now, index=True)


def already_answered() -> Response | None:
    """The answer this very form got before, if it was acted on."""
    token = request.form.get(FIELD, "")
    spent = session.get(SpentToken, token[:64]) if token else None
    if spent is None or spent.path != request.path[:200]:
        return None
    flash(_("这份表单刚才已经收到，没有重复办理。"), "info")
    return redirect(spent.location, 303)  # type: ignore[return-value]


def remember(answer: Response) -> None:
    """Spend the token when the form led somewhere; a form drawn again with errors may be sent again."""
    token = request.form.get(FIELD, "")
    if token and answer.status_code in (302, 303):
        session.add(SpentToken(token=token[:64], path=request.path[:200], location=answer.location or "/"))
