"""Exports of public lists, so that who has downloaded one can prove what the list said.

Every ten minutes the worker asks for each list as a visitor would, and enters those whose bytes have changed. Of each export only the newest is
found: what an earlier one said may have been masked since, and nobody shall be able to try guesses on it. A proof kept
beside the earlier file holds as before.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from flask import current_app
from sqlalchemy import String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import audit, clock, history, jobs, visitor
from association.kernel.db import Key, Model, session
from association.kernel.log import papers, reading
from association.kernel.regular import every
from association.kernel.words import _l, spoken_in

history.describe(make_export=_l("清单导出"))

LOOK = "log_exports"
FORMATS = ("csv", "json")
LANGUAGES = {"zh": "zh_Hans", "en": "en"}


class Export(Model):
    """One export of a list as visitors get it, in one language: its newest bytes."""

    __tablename__ = "logged_export"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    address: Mapped[str] = mapped_column(String(500))
    language: Mapped[str] = mapped_column(String(8))
    title: Mapped[str] = mapped_column(String(500))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
    """When these bytes were first seen."""

    __table_args__ = (UniqueConstraint("address", "language"),)


EXPORT = audit.kind_of(Export)


@dataclass(frozen=True, slots=True)
class List:
    """A public list: its endpoint, what it is called, its path."""

    endpoint: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class _Seen:
    address: str
    language: str
    title: str
    sha256: str


_lists: Callable[[], Iterable[List]] = lambda: ()  # noqa: E731


def of(lists: Callable[[], Iterable[List]]) -> None:
    """Whoever knows all lists says which are public; called in a request's context."""
    global _lists
    _lists = lists


def lists() -> list[List]:
    return list(_lists())


def newest(language: str) -> dict[str, Export]:
    """The newest exports in a language, by their address."""
    rows = select(Export).where(Export.language == language).order_by(Export.id)
    return {row.address: row for row in session.scalars(rows)}


def at(address: str, language: str) -> Export | None:
    rows = select(Export).where(Export.address == address, Export.language == language)
    return session.scalars(rows).one_or_none()


def _wanted(_payload: dict[str, Any]) -> list[tuple[str, str, str]]:
    """(address, language, title) of every export."""
    found = []
    with current_app.test_request_context():
        for language, locale in LANGUAGES.items():
            with spoken_in(locale):
                found += [
                    (f"{each.path}?format={format_}", language, f"{each.title} ({format_.upper()})")
                    for each in lists()
                    for format_ in FORMATS
                ]
    return found


def _look(wanted: list[tuple[str, str, str]]) -> list[_Seen]:
    """What a visitor gets: the pages themselves are asked, so that it is those bytes and no others that are entered."""
    seen = []
    for address, language, title in wanted:
        answer = visitor.asks(address, language=language)
        if answer.status_code == 200:
            seen.append(_Seen(address, language, title, hashlib.sha256(answer.data).hexdigest()))
    return seen


def _enter(_payload: dict[str, Any], seen: list[_Seen]) -> None:
    """Those that have changed into the log; the ones before are no longer found."""
    kept = {(row.address, row.language): row for row in session.scalars(select(Export).order_by(Export.id))}
    for found in seen:
        export = kept.get((found.address, found.language))
        if export is None:
            export = Export(
                address=found.address, language=found.language, title=found.title, sha256=found.sha256
            )
            session.add(export)
        elif export.sha256 == found.sha256:
            continue
        else:
            before, export.sha256, export.at = export.sha256, found.sha256, clock.now()
            _forget(before)
        session.flush()
        papers.enter_file(
            "make_export", export, sha256=found.sha256, title=found.title, address=found.address
        )


def _forget(sha256: str) -> None:
    """Unless another list still has these very bytes (empty ones do)."""
    session.flush()
    if session.scalar(select(Export.id).where(Export.sha256 == sha256).limit(1)) is None:
        papers.forget(sha256)


jobs.handles_slowly(LOOK, prepare=_wanted, work=_look, finish=_enter, unseen=True)


@every(timedelta(minutes=10), "log.exports")
def _look_again() -> None:
    """Once there is a log: a site without a public act has no list to prove."""
    if (head := reading.newest()) is not None and head.size:
        jobs.later(LOOK, key=LOOK)
