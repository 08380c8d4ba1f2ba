"""Letters: written in the transaction of the deed, on the site at once, sent afterwards by the worker.

`send` renders a template in the recipient's language and keeps the letter as a row; with an account it is also in that account's
inbox. Templates are `templates/letters/<feature>/<deed>.zh.txt` and `.en.txt`: the first line is the subject, then a blank
line, then the body.
"""

import secrets
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar
from urllib.parse import urlsplit

from flask import current_app
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy import Index, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock, jobs
from association.kernel.day_words import day_words
from association.kernel.db import Key, Line, Model, Prose, Word, session
from association.kernel.personal import INFORMANTS, Encrypted
from association.kernel.settings import ROOT, Settings
from association.kernel.site import site
from association.kernel.state import State, Stored
from association.kernel.words import _l, spoken_in


class LetterState(State):
    WAITING = "waiting", _l("待发送"), "ochre", "hourglass-split"
    SENT = "sent", _l("已发送"), "jade", "check-circle-fill"
    GIVEN_UP = "given_up", _l("未能送达"), "cinnabar", "exclamation-circle-fill"


class Letter(Model):
    """One letter to one address. `message_id` is fixed when it is written, so that a second sending is the same letter."""

    __tablename__ = "letter"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    account_id: Mapped[int | None]
    to_address: Mapped[Line]
    language: Mapped[str] = mapped_column(String(8))
    template: Mapped[Word]
    subject: Mapped[str] = mapped_column(String(500))
    body: Mapped[Prose]
    about_kind: Mapped[Word] = mapped_column(default="")
    about_id: Mapped[int | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    message_id: Mapped[str] = mapped_column(String(120), unique=True)
    state: Mapped[LetterState] = mapped_column(Stored(LetterState), default=LetterState.WAITING)
    sent_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    last_error: Mapped[Prose | None]
    sealed_address: Mapped[str | None] = mapped_column(Encrypted(INFORMANTS))
    """Of a letter sent in confidence, whose `to_address` is empty: gone once it is sent."""
    stop_path: Mapped[str] = mapped_column(String(500), default="")
    """Where a press of one button stops letters of this sort; mail programs show it (RFC 8058)."""

    __table_args__ = (
        Index("ix_letter_inbox", "account_id", "read_at"),
        Index("ix_letter_about", "about_kind", "about_id"),
        Index("ix_letter_state", "state", "id"),
    )


def send(
    template: str,
    *,
    to_address: str,
    account_id: int | None = None,
    language: str = "zh",
    about: Model | None = None,
    only_by_mail: bool = False,
    in_confidence: bool = False,
    stop_path: str = "",
    **context: Any,
) -> Letter:
    """Write a letter into this transaction and promise its sending.

    `only_by_mail` is for letters whose link must prove that the address is theirs: they are not in the inbox. `in_confidence` is for people
    whom no row may name: the address lies under the informants' key until the letter is sent. `stop_path` is for letters somebody has
    subscribed to.
    """
    on_site = account_id is not None and not only_by_mail and not in_confidence
    subject, body = _rendered(template, language, {**context, "stop_path": stop_path}, on_site=on_site)
    if about is not None and about.id is None:
        session.flush()
    letter = Letter(
        account_id=account_id if on_site else None,
        to_address="" if in_confidence else to_address,
        sealed_address=to_address if in_confidence else None,
        language=language,
        template=template,
        subject=subject,
        body=body,
        about_kind=str(about.__tablename__) if about is not None else "",
        about_id=about.id if about is not None else None,
        message_id=_new_message_id(),
        stop_path=stop_path,
    )
    session.add(letter)
    session.flush()
    jobs.later("letter", letter=letter.id)
    return letter


def _new_message_id() -> str:
    settings: Settings = current_app.extensions["settings"]
    return f"<{secrets.token_hex(16)}@{urlsplit(settings.base_url).hostname or 'yuezhang'}>"


def _rendered(template: str, language: str, context: dict[str, Any], *, on_site: bool) -> tuple[str, str]:
    english = language == "en"
    with spoken_in("en" if english else "zh_Hans"):
        text = (
            _environment()
            .get_template(f"{template}.{'en' if english else 'zh'}.txt")
            .render(**context, url=_url, site=site(english))
        )
        foot = (
            _environment()
            .get_template(f"foot.{'en' if english else 'zh'}.txt")
            .render(url=_url, site=site(english), on_site=on_site)
        )
    subject, _blank, body = text.partition("\n")
    # A subject is one line whatever name is in it; nothing typed can add a header.
    return " ".join(subject.split())[:300], body.strip() + "\n\n" + foot.strip() + "\n"


def _url(path: str) -> str:
    settings: Settings = current_app.extensions["settings"]
    return settings.base_url + path


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # Plain text: nothing is escaped, nothing is executed by whoever reads it.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(str(ROOT / "templates" / "letters")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["day_words"] = day_words
    return environment


def unread(account_id: int) -> int:
    """How many letters of an account wait to be read."""
    return int(
        session.scalar(
            select(func.count())
            .select_from(Letter)
            .where(Letter.account_id == account_id, Letter.read_at.is_(None))
        )
        or 0
    )


def given_up() -> list[Letter]:
    """Letters nobody will try to send again unless told to."""
    return list(
        session.scalars(
            select(Letter).where(Letter.state == LetterState.GIVEN_UP).order_by(Letter.id.desc()).limit(200)
        )
    )


def send_again(letter: Letter) -> None:
    letter.state, letter.last_error = LetterState.WAITING, None
    jobs.later("letter", letter=letter.id)
