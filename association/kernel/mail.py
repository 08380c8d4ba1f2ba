"""Carrying letters out: by SMTP, or into a folder when no server is set.

In the folder a letter is a file named after its Message-ID, written aside and renamed: however often it is tried, it is there
once. By SMTP a letter goes once, save for a crash between the server's acceptance and our mark; then the same Message-ID goes
again, which mail programs show once.
"""

import os
import smtplib
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import idna
from flask import current_app

from association.kernel import clock, jobs, mail_address
from association.kernel.db import session
from association.kernel.letters import Letter, LetterState
from association.kernel.settings import Settings
from association.kernel.site import site

TIMEOUT = 20
"""Seconds the mail server may take over one step."""


def message(letter: Letter, *, sender: str, sender_name: str = "", base_url: str = "") -> EmailMessage:
    """The letter as RFC 5322 has it. Nothing in a value can begin another header: the email package refuses
    line breaks. Raises Hopeless when the address is none."""
    local, domain = deliverable(letter.sealed_address or letter.to_address)
    name, address = parseaddr(sender)
    mail = EmailMessage(policy=SMTP.clone(utf8=not local.isascii()))
    mail["Message-ID"] = letter.message_id
    mail["From"] = Address(name or sender_name, addr_spec=address)
    mail["To"] = Address(username=local, domain=domain)
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(letter.made_at)
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = "en" if letter.language == "en" else "zh-CN"
    if letter.stop_path:
        mail["List-Unsubscribe"] = f"<{base_url}{letter.stop_path}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(letter.body, charset="utf-8")
    return mail


def deliverable(address: str) -> tuple[str, str]:
    """Mailbox and domain as every server understands them: a Chinese domain in its ASCII form. Raises Hopeless."""
    normal = mail_address.normal(address)
    if normal is None:
        raise jobs.Hopeless("this cannot be written to as an address")
    local, _at, domain = normal.rpartition("@")
    try:
        return local, idna.encode(domain, uts46=True).decode()
    except idna.IDNAError as error:
        raise jobs.Hopeless("this cannot be written to as an address") from error


def into_folder(mail: EmailMessage, data: Path) -> Path:
    """Write the message into `data/mail` once: under its own name, whole or not at all."""
    name = str(mail["Message-ID"]).strip("<>").split("@")[0]
    final, aside = data / "mail" / f"{name}.eml", data / "mail-unfinished" / name
    for path in (final, aside):
        path.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("wb") as file:
        file.write(mail.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    aside.replace(final)
    return final


class Connection:
    """The connection to the mail server, kept open while letter follows letter."""

    def __init__(self) -> None:
        self._server: smtplib.SMTP | None = None
        self._lock = threading.Lock()

    def send(self, mail: EmailMessage, url: str) -> None:
        """Hand the message to the server of `smtp://` (STARTTLS where offered) or `smtps://`.

        Raises Hopeless when the server says that there is no such mailbox; anything else is worth another try.
        """
        with self._lock:
            server = self._ready(url)
            try:
                _hand_over(mail, server)
            except smtplib.SMTPRecipientsRefused as error:
                if all(code >= 500 and said.startswith(b"5.1.") for code, said in error.recipients.values()):
                    raise jobs.Hopeless("the mail server knows no such mailbox") from error
                raise
            except BaseException:
                self._close()
                raise

    def _ready(self, url: str) -> smtplib.SMTP:
        if self._server is not None:
            try:
                if self._server.noop()[0] == 250:
                    return self._server
            except (OSError, smtplib.SMTPException):
                pass
            self._close()
        self._server = _connected(url)
        return self._server

    def hang_up(self) -> None:
        with self._lock:
            if self._server is not None:
                try:
                    self._server.quit()
                except (OSError, smtplib.SMTPException):
                    self._close()
                self._server = None

    def _close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None


def _connected(url: str) -> smtplib.SMTP:
    parts = urlsplit(url)
    host = parts.hostname or "localhost"
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, parts.port or 465, timeout=TIMEOUT, context=_trust(parts.username)
        )
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=TIMEOUT)
    try:
        server.ehlo()
        if parts.scheme != "smtps" and server.has_extn("starttls"):
            server.starttls(context=_trust(parts.username))
            server.ehlo()
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
    except BaseException:
        server.close()
        raise
    return server


def _trust(username: str | None) -> ssl.SSLContext:
    """A server that gets our password must prove its name. One that gets none is spoken to as mail servers speak
    to each other: encrypted where it can be, which a self-made certificate on this machine does better than none."""
    context = ssl.create_default_context()
    if username is None:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _hand_over(mail: EmailMessage, server: smtplib.SMTP) -> None:
    if server.has_extn("8bitmime"):
        server.send_message(mail, mail_options=["BODY=8BITMIME"])
    else:
        mail.policy = mail.policy.clone(cte_type="7bit")
        server.send_message(mail)


_connection = Connection()
jobs.afterwards(_connection.hang_up)


@dataclass(frozen=True, slots=True)
class _Outgoing:
    mail: EmailMessage
    in_confidence: bool


def _prepare(payload: dict[str, Any]) -> _Outgoing | None:
    settings: Settings = current_app.extensions["settings"]
    letter = session.get(Letter, payload["letter"])
    if letter is None or letter.state is LetterState.SENT:
        return None
    name = site(letter.language == "en").name
    in_confidence = letter.sealed_address is not None
    with _saying_no_address(in_confidence):
        mail = message(letter, sender=settings.mail_from, sender_name=name, base_url=settings.base_url)
    return _Outgoing(mail, in_confidence)


def _carry(outgoing: _Outgoing | None) -> _Outgoing | None:
    settings: Settings = current_app.extensions["settings"]
    if outgoing is not None:
        with _saying_no_address(outgoing.in_confidence):
            if settings.smtp_url:
                _connection.send(outgoing.mail, settings.smtp_url)
            else:
                into_folder(outgoing.mail, settings.data)
    return outgoing


@contextmanager
def _saying_no_address(in_confidence: bool) -> Iterator[None]:
    """What a mail server answers names the address, and an error is kept with its words: of a letter in confidence only their kind is."""
    try:
        yield
    except jobs.Hopeless:
        if in_confidence:
            raise jobs.Hopeless("not delivered") from None
        raise
    except Exception as error:
        if in_confidence:
            raise RuntimeError(f"not delivered: {type(error).__name__}") from None
        raise


def _mark(payload: dict[str, Any], outgoing: _Outgoing | None) -> None:
    letter = session.get(Letter, payload["letter"])
    if letter is not None and outgoing is not None:
        letter.state, letter.sent_at, letter.last_error = LetterState.SENT, clock.now(), None
        letter.sealed_address = None


def _give_up(payload: dict[str, Any], error: str) -> None:
    letter = session.get(Letter, payload["letter"])
    if letter is not None:
        letter.state, letter.last_error = LetterState.GIVEN_UP, error


jobs.handles_slowly("letter", prepare=_prepare, work=_carry, finish=_mark, give_up=_give_up, unseen=True)
