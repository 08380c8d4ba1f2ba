"""Versions of a work and the files in them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete

from association.accounts import queries as accounts
from association.accounts.actors import actor_of
from association.footage import queries
from association.footage.models import FileKind, Reading, ScriptPage, Viewing, WorkFile, WorkVersion
from association.footage.policy import P
from association.kernel import audit, clock, dated, files, jobs, uploads
from association.kernel.attachments import Upload
from association.kernel.attachments.limits import displayed_name
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.file_types import FileType, recognise
from association.kernel.files import Kept
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.works.models import Work


def begin_version(work: Work, *, note: str, actor: Actor) -> WorkVersion:
    """An empty version. The one before must have files; it may still be open."""
    require(actor, P.ADD_FILES, work)
    lock(work)
    if not work.is_live:
        raise Refused(_("作品已经移出，不能再上传文件。"))
    last = queries.latest(work)
    if last is not None and not queries.file_count(last):
        raise Refused(_("第%(n)d版还没有文件，请先用那一版。", n=last.number))
    version = WorkVersion(work_id=work.id, number=queries.next_number(work), note=note)
    session.add(version)
    session.flush()
    audit.record(
        "begin_version", version, actor=actor, organisation=work.organisation_id, number=version.number
    )
    return version


def close(version: WorkVersion, *, actor: Actor) -> None:
    """Handed in: nothing of it changes from now on. Once is enough."""
    require(actor, P.ADD_FILES, version)
    lock(version)
    if version.closed_at is None:
        version.closed_at = clock.now()
        audit.record("close_version", version, actor=actor, organisation=version.work.organisation_id)


def check(version: WorkVersion, purpose: Mapping[str, Any], actor: Actor) -> None:
    """Whether somebody may add a file of this purpose now."""
    require(actor, P.ADD_FILES, version)
    if not version.is_open:
        raise Refused(_("这一版已经送出或者作品已经移出，不能再改。请另开一版。"))
    limit = int(dated.value("footage.version_files"))
    if queries.file_count(version) >= limit:
        raise Refused(_("一版最多%(n)d个文件。", n=limit))
    kind, episode = FileKind(purpose["kind"]), purpose["episode"]
    if kind.is_numbered and not episode:
        raise Refused(_("请填是第几集。"), field="episode")


def add(version: WorkVersion, *, kind: FileKind, episode: int | None, file: Upload, actor: Actor) -> WorkFile:
    """A file that came with a form, looked at at once. Refused at `file` with the sentence."""
    purpose = {"kind": kind.value, "episode": episode}
    check(version, purpose, actor)
    if sentence := kind.limits.fault(file):
        raise Refused(sentence, field="file")
    found = recognise(file.stream, wanted=kind.limits.types)
    kept = files.keep(file.stream)
    return _added(version, purpose, kept, found, displayed_name(file.filename, found), actor)


def take_upload(whole: uploads.Whole) -> None:
    """A file that came in pieces. Whoever sent it must still act for the work, and the version be open."""
    account = accounts.account(whole.upload.account_id) if whole.upload.account_id else None
    if account is None:
        raise Refused(_("上传的人已经没有账户。"))
    actor = actor_of(account)
    check(whole.subject, whole.upload.purpose, actor)
    _added(whole.subject, whole.upload.purpose, whole.kept, whole.file_type, whole.name, actor)


def _added(
    version: WorkVersion, purpose: Mapping[str, Any], kept: Kept, found: FileType, name: str, actor: Actor
) -> WorkFile:
    lock(version)
    if (same := queries.same_file(version, kept.sha256)) is not None:
        raise Refused(_("这一版已经有同样内容的文件：%(name)s。", name=same.name), field="file")
    kind = FileKind(purpose["kind"])
    file = WorkFile(
        version_id=version.id, kind=kind, episode=purpose["episode"] if kind.is_numbered else None, name=name, file_type=found,
        size=kept.size, sha256=kept.sha256, uploaded_by=actor.account_id,
        reading=Reading.WAITING if kind is FileKind.SCRIPT else Reading.NONE,
    )  # fmt: skip
    session.add(file)
    session.flush()
    if file.reading is Reading.WAITING:
        jobs.later("read_script", key=f"script:{file.id}", file_id=file.id)
    audit.record(
        "add_file", version, actor=actor, organisation=version.work.organisation_id, file=name, kind=kind.value,
        sha256=kept.sha256,
    )  # fmt: skip
    return file


def remove(file: WorkFile, *, actor: Actor) -> None:
    """While the version is open: until then it was opened to nobody but its maker, whose own viewings go with it."""
    require(actor, P.ADD_FILES, file)
    version = file.version
    lock(version)
    if not version.is_open:
        raise Refused(_("这一版已经送出或者作品已经移出，不能再改。请另开一版。"))
    for rows in (ScriptPage, Viewing):
        session.execute(delete(rows).where(rows.file_id == file.id))
    audit.record(
        "remove_file",
        version,
        actor=actor,
        organisation=version.work.organisation_id,
        file=file.name,
        sha256=file.sha256,
    )
    session.delete(file)


def purpose_of(said: Mapping[str, str]) -> dict[str, Any]:
    """What a browser says a file is for."""
    kind = next((kind for kind in FileKind if kind.value == said.get("kind", "")), None)
    if kind is None:
        raise Refused(_("请选这是什么文件。"), field="kind")
    raw = said.get("episode", "")
    episode = int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 5 else None
    return {"kind": kind.value, "episode": episode or None}


TAKER = uploads.Taker(
    model=WorkVersion,
    purpose=purpose_of,
    limits=lambda purpose: FileKind(purpose["kind"]).limits,
    check=check,
    take=take_upload,
)
