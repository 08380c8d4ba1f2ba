"""How large, how many, of which types: said before a file is chosen, checked when it has come."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Protocol

from association.kernel import dated
from association.kernel.file_types import FileType, NotTaken, recognise
from association.kernel.words import _, _l

dated.define(
    "attachments.max_megabytes",
    label=_l("附件：每个文件最大"),
    initial=20,
    basis=dated.OWN,
    kind="number",
    unit="MB",
    help=_l("不超过40；网站整体接收的上限是64 MB。"),
)
dated.define(
    "attachments.max_files",
    label=_l("附件：一处最多几个文件"),
    initial=5,
    basis=dated.OWN,
    kind="number",
    unit=_l("个"),
)

_MEGABYTE = 1024 * 1024


class _Upload(Protocol):
    @property
    def filename(self) -> str | None: ...
    @property
    def stream(self) -> IO[bytes]: ...


@dataclass(frozen=True, slots=True)
class FileLimits:
    """What one field or one action takes; the numbers are dated settings."""

    types: tuple[FileType, ...]
    setting: str = "attachments.max_megabytes"
    """The dated setting with the largest size in MB."""

    @property
    def max_bytes(self) -> int:
        return int(dated.value(self.setting)) * _MEGABYTE

    @property
    def max_files(self) -> int:
        return int(dated.value("attachments.max_files"))

    @property
    def accept(self) -> str:
        """For the `accept` attribute: `.pdf,.jpg,.jpeg`."""
        return ",".join(kind.accept for kind in self.types)

    def sentence(self, *, multiple: bool = False) -> str:
        """What may be chosen, to stand under the field."""
        facts = {"types": self._types(), "size": size_words(self.max_bytes), "n": self.max_files}
        if multiple:
            return _("可以选%(types)s，每个不超过%(size)s，最多%(n)d个。", **facts)
        return _("可以选%(types)s，不超过%(size)s。", **facts)

    def fault(self, file: _Upload) -> str | None:
        """The sentence that says why this file cannot be taken; None when it can."""
        return self.size_fault(file.filename, _size(file.stream)) or self.type_fault(file)

    def size_fault(self, filename: str | None, size: int) -> str | None:
        """Whether it is too large."""
        if size <= self.max_bytes:
            return None
        facts = {
            "name": displayed_name(filename),
            "size": size_words(size),
            "limit": size_words(self.max_bytes),
        }
        if FileType.JPEG in self.types:
            return _(
                "“%(name)s”有%(size)s，超过了%(limit)s的上限。扫描件请调到200 dpi或压缩后再选。", **facts
            )
        return _("“%(name)s”有%(size)s，超过了%(limit)s的上限。请压缩后再选。", **facts)

    def type_fault(self, file: _Upload) -> str | None:
        """Whether its bytes are of another type; asks no setting."""
        try:
            found = recognise(file.stream, wanted=self.types)
        except NotTaken as error:
            return _("“%(name)s”：%(why)s", name=displayed_name(file.filename), why=error.sentence)
        if found not in self.types:
            return _(
                "“%(name)s”是%(kind)s，这里只收%(types)s。",
                name=displayed_name(file.filename), kind=str(found.label), types=self._types(),
            )  # fmt: skip
        return None

    def _types(self) -> str:
        return _("、").join(str(kind.label) for kind in self.types)


SCANS = FileLimits((FileType.PDF, FileType.JPEG, FileType.PNG))
"""Papers that were scanned or photographed: permits, authority documents."""
PAPERS = FileLimits((FileType.PDF, FileType.DOCX, FileType.JPEG, FileType.PNG))
"""Papers that may also come as the text somebody wrote."""
EVIDENCE = FileLimits((FileType.PDF, FileType.DOCX, FileType.JPEG, FileType.PNG, FileType.MP4))
"""Papers, and what a telephone films: of each of these `kernel.cleaning` makes a copy without traces."""
WORKBOOKS = FileLimits((FileType.XLSX,))
"""Tables to import."""


def size_words(size: int) -> str:
    """`1.5 MB`, `820 KB`, `12 B`: as file managers count (1024), without a needless `.0`."""
    if size < 1024:
        return f"{size} B"
    unit, amount = ("MB", size / _MEGABYTE) if size >= _MEGABYTE else ("KB", size / 1024)
    return f"{amount:.1f}".removesuffix(".0") + f" {unit}"


_FORBIDDEN = re.compile(r'[<>:"|?*]')
_LONGEST_STEM = 100


def displayed_name(filename: str | None, found: FileType | None = None) -> str:
    """The name a file is shown under: no folders, no invisible or turning characters, the extension its
    bytes earn."""
    base = (filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(c for c in unicodedata.normalize("NFC", base) if unicodedata.category(c)[0] != "C")
    seen = _FORBIDDEN.sub("_", " ".join(seen.split())).lstrip(". ")
    path = PurePosixPath(seen or _("文件"))
    stem, suffix = path.stem[:_LONGEST_STEM].rstrip(". "), path.suffix[:12]
    if found is None:
        return stem + suffix
    earned = suffix if suffix.lower() in found.accept.split(",") else f".{found.extension}"
    return stem + earned


def _size(stream: IO[bytes]) -> int:
    stream.seek(0, 2)
    size = stream.tell()
    stream.seek(0)
    return size
