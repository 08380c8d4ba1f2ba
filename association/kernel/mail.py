"""Carrying letters out: by SMTP, or into a folder when no server is set.

In the folder a letter is a file named after its Message-ID, written aside and renamed: however often it is tried, it is there
once. By SMTP a letter goes once, save for a crash between the server's acceptance and our mark; then the same Message-ID goes
again, which mail programs show once.
"""

import os
import smtplib
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from flask import current_app

from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.letters import Letter, LetterState
from association.kernel.settings import Settings

TIMEOUT = 20


def message(letter: Letter, *, sender: str) -> EmailMessage:
    """The letter as RFC 5322 has it. Header values cannot hold a line break: the email package refuses them."""
    mail = EmailMessage(policy=SMTP.clone(utf8=not letter.to_address.isascii()))
    mail["Message-ID"] = letter.message_id
    mail["From"] = sender
    mail["To"] = letter.to_address
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(letter.made_at)
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = "en" if letter.language == "en" else "zh-CN"
    mail.set_content(letter.body, charset="utf-8")
    return mail


def into_folder(mail: EmailMessage, folder: Path) -> Path:
    """Write the message once."""
    folder.mkdir(parents=True, exist_ok=True)
    name = str(mail["Message-ID"]).strip("<>").split("@")[0]
    final, aside = folder / f"{name}.eml", folder / f".{name}.{os.getpid()}"
    with aside.open("wb") as file:
        file.write(mail.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    aside.replace(final)
    return final


def by_smtp(mail: EmailMessage, url: str) -> None:
    """Hand the message to the server of `smtp://` (STARTTLS where offered) or `smtps://`."""
    parts = urlsplit(url)
    host = parts.hostname or "localhost"
    server: smtplib.SMTP
    if parts.scheme == "smtps":
        server = smtplib.SMTP_SSL(host, parts.port or 465, timeout=TIMEOUT)
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=TIMEOUT)
    with server:
        server.ehlo()
        if parts.scheme == "smtp" and server.has_extn("starttls"):
            server.starttls()
            server.ehlo()
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        server.send_message(mail)


def _prepare(payload: dict[str, Any]) -> EmailMessage | None:
    settings: Settings = current_app.extensions["settings"]
    letter = session.get(Letter, payload["letter"])
    if letter is None or letter.state is LetterState.SENT:
        return None
    return message(letter, sender=settings.mail_from)


def _carry(mail: EmailMessage | None) -> EmailMessage | None:
    settings: Settings = current_app.extensions["settings"]
    if mail is not None:
        if settings.smtp_url:
            by_smtp(mail, settings.smtp_url)
        else:
            into_folder(mail, settings.data / "mail")
    return mail


def _mark(payload: dict[str, Any], mail: EmailMessage | None) -> None:
    letter = session.get(Letter, payload["letter"])
    if letter is not None and mail is not None:
        letter.state, letter.sent_at, letter.last_error = LetterState.SENT, clock.now(), None


def _give_up(payload: dict[str, Any], error: str) -> None:
    letter = session.get(Letter, payload["letter"])
    if letter is not None:
        letter.state, letter.last_error = LetterState.GIVEN_UP, error


jobs.handles_slowly("letter", prepare=_prepare, work=_carry, finish=_mark, give_up=_give_up, unseen=True)
