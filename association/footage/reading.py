"""What the worker does with a script: make it into pages, outside any transaction, and keep them."""

import io
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete

from association.accounts import queries as accounts
from association.footage import script_pages
from association.footage.models import Reading, ScriptPage, WorkFile
from association.footage.script_pages import Page, Unreadable
from association.kernel import dated, files, jobs
from association.kernel.db import session
from association.kernel.file_types import FileType
from association.kernel.files import Kept
from association.kernel.words import spoken_in


@dataclass(frozen=True, slots=True, kw_only=True)
class _Script:
    sha256: str
    kind: FileType
    letters: int
    most: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    pages: tuple[Page, ...] = ()
    pictures: tuple[Kept | None, ...] = ()
    fault: str = ""


def read(payload: dict[str, Any]) -> _Script | None:
    """None when it is done, or the file is gone."""
    file = session.get(WorkFile, payload["file_id"])
    if file is None or file.reading is not Reading.WAITING:
        return None
    account = accounts.account(file.uploaded_by) if file.uploaded_by else None
    return _Script(
        sha256=file.sha256, kind=file.file_type, letters=int(dated.value("footage.page_letters")),
        most=int(dated.value("footage.script_pages")), language="en" if account and account.language == "en" else "zh_Hans",
    )  # fmt: skip


def make_pages(script: _Script | None) -> _Read | None:
    """The slow part; the same script gives the same pages."""
    if script is None:
        return None
    try:
        with spoken_in(script.language):
            pages = script_pages.pages_of(
                files.read(script.sha256), script.kind, letters=script.letters, most=script.most
            )
    except Unreadable as error:
        return _Read(fault=error.sentence)
    pictures = tuple(files.park_whole(io.BytesIO(p.picture)) if p.picture else None for p in pages)
    return _Read(pages=tuple(pages), pictures=pictures)


def keep_pages(payload: dict[str, Any], made: _Read | None) -> None:
    """Pages and mark together."""
    file = session.get(WorkFile, payload["file_id"], with_for_update=True)
    if made is None or file is None or file.reading is not Reading.WAITING:
        return
    if made.fault:
        file.reading, file.fault = Reading.FAILED, made.fault
        return
    session.execute(delete(ScriptPage).where(ScriptPage.file_id == file.id))
    for number, (page, picture) in enumerate(zip(made.pages, made.pictures, strict=True), start=1):
        if picture is not None:
            files.speak_of(picture)
        sha256 = picture.sha256 if picture else None
        session.add(ScriptPage(file_id=file.id, number=number, text=page.text, picture=sha256))
    file.pages, file.reading = len(made.pages), Reading.READY


jobs.handles_slowly("read_script", prepare=read, work=make_pages, finish=keep_pages)
