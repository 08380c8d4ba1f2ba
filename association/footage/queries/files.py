"""Versions of a work and their files."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from association.footage.models import FileKind, ScriptPage, WorkFile, WorkVersion
from association.kernel.db import session
from association.works.models import Work

_ORDER = {kind: place for place, kind in enumerate(FileKind)}


def versions_of(work: Work) -> list[WorkVersion]:
    """The newest first."""
    rows = select(WorkVersion).where(WorkVersion.work_id == work.id).options(joinedload(WorkVersion.work))
    return list(session.scalars(rows.order_by(WorkVersion.number.desc())))


def latest(work: Work) -> WorkVersion | None:
    return next(iter(versions_of(work)), None)


def next_number(work: Work) -> int:
    last = session.scalar(select(func.max(WorkVersion.number)).where(WorkVersion.work_id == work.id))
    return (last or 0) + 1


def files_of_many(versions: Sequence[WorkVersion]) -> dict[int, list[WorkFile]]:
    """Files by version, in reading order: one statement however many."""
    found: dict[int, list[WorkFile]] = {version.id: [] for version in versions}
    rows = session.scalars(select(WorkFile).where(WorkFile.version_id.in_(found))) if found else ()
    for file in sorted(rows, key=lambda f: (_ORDER[f.kind], f.episode or 0, f.name, f.id)):
        found[file.version_id].append(file)
    return found


def files_of(version: WorkVersion) -> list[WorkFile]:
    """In reading order: script, episodes, subtitles, stills."""
    return files_of_many([version])[version.id]


def file_count(version: WorkVersion) -> int:
    counted = select(func.count()).select_from(WorkFile).where(WorkFile.version_id == version.id)
    return int(session.scalar(counted) or 0)


def same_file(version: WorkVersion, sha256: str) -> WorkFile | None:
    """The very same bytes in this version."""
    same = select(WorkFile).where(WorkFile.version_id == version.id, WorkFile.sha256 == sha256)
    return session.scalars(same.limit(1)).first()


def subtitles_for(file: WorkFile) -> list[WorkFile]:
    """Of the same episode in the same version."""
    rows = select(WorkFile).where(
        WorkFile.version_id == file.version_id,
        WorkFile.kind == FileKind.SUBTITLE,
        WorkFile.episode == file.episode,
    )
    return list(session.scalars(rows.order_by(WorkFile.name, WorkFile.id)))


def page_of_script(file: WorkFile, number: int) -> ScriptPage | None:
    rows = select(ScriptPage).where(ScriptPage.file_id == file.id, ScriptPage.number == number)
    return session.scalars(rows).one_or_none()
