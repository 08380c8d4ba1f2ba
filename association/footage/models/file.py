"""Files of a version, and the pages into which a script was read."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.footage.models.version import WorkVersion
from association.kernel import clock, files
from association.kernel.attachments import FileLimits
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.file_types import FileType
from association.kernel.state import State, Stored
from association.kernel.words import _l


class FileKind(State):
    """What a file is to the work, in the order in which it is read."""

    SCRIPT = "script", _l("剧本"), "soft", "file-earmark-text"
    EPISODE = "episode", _l("剧集"), "soft", "film"
    SUBTITLE = "subtitle", _l("字幕"), "soft", "chat-square-text"
    STILL = "still", _l("剧照"), "soft", "image"

    @property
    def limits(self) -> FileLimits:
        return LIMITS[self]

    @property
    def is_numbered(self) -> bool:
        """Belongs to an episode."""
        return self in (FileKind.EPISODE, FileKind.SUBTITLE)


LIMITS = {
    FileKind.SCRIPT: FileLimits((FileType.PDF, FileType.DOCX, FileType.TXT), "footage.script_megabytes"),
    FileKind.EPISODE: FileLimits((FileType.WEBM, FileType.MP4), "footage.episode_megabytes"),
    FileKind.SUBTITLE: FileLimits((FileType.VTT, FileType.SRT), "footage.subtitle_megabytes"),
    FileKind.STILL: FileLimits((FileType.JPEG, FileType.PNG), "footage.still_megabytes"),
}
ANY_KIND = FileLimits(tuple(t for limits in LIMITS.values() for t in limits.types), "footage.form_megabytes")
"""What one form can bring, whatever it is; the kind's own limits hold as well."""


class Reading(State):
    """How far a script has been made into pages; other files need none."""

    NONE = "none", _l("不用分页")
    WAITING = "waiting", _l("正在分页"), "ochre", "hourglass-split"
    READY = "ready", _l("已分页"), "jade", "check-circle-fill"
    FAILED = "failed", _l("不能分页"), "cinnabar", "x-circle"


class WorkFile(Model):
    """One file; `episode` counts from 1 where its kind belongs to one."""

    __tablename__ = "work_file"

    id: Mapped[Key]
    version_id: Mapped[int] = mapped_column(ForeignKey("work_version.id"), index=True)
    kind: Mapped[FileKind] = mapped_column(Stored(FileKind))
    episode: Mapped[int | None]
    name: Mapped[Line]
    file_type: Mapped[FileType] = mapped_column(Stored(FileType))
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64), ForeignKey("stored_file.sha256"), index=True)
    reading: Mapped[Reading] = mapped_column(Stored(Reading), default=Reading.NONE)
    pages: Mapped[int | None]
    fault: Mapped[Prose] = mapped_column(default="")
    """Why a script could not be made into pages, in its uploader's language."""
    uploaded_by: Mapped[int | None]
    uploaded_at: Mapped[datetime] = mapped_column(default=clock.now)

    version: Mapped[WorkVersion] = relationship()

    @property
    def can_be_opened(self) -> bool:
        """Watched, looked at or read here; subtitles go with their episode."""
        return self.kind is not FileKind.SUBTITLE and self.reading in (Reading.NONE, Reading.READY)


class ScriptPage(Model):
    """A page of a script: its words, and where it was scanned its picture."""

    __tablename__ = "script_page"

    id: Mapped[Key]
    file_id: Mapped[int] = mapped_column(ForeignKey("work_file.id"))
    number: Mapped[int]
    text: Mapped[Prose] = mapped_column(default="")
    picture: Mapped[str | None] = mapped_column(String(64), ForeignKey("stored_file.sha256"), index=True)

    __table_args__ = (
        UniqueConstraint("file_id", "number"),
        Index("ix_script_page_file", "file_id", "number"),
    )


files.held_by(WorkFile.sha256)
files.held_by(ScriptPage.picture)
