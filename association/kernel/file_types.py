"""What a file is, from its bytes: neither its name nor what the browser says of it counts.

`recognise` names the few types this site takes, after looking into them; everything else gets a sentence
that says what it seems to be and what to do instead.
"""

import zipfile
from collections.abc import Callable, Collection
from enum import Enum
from typing import IO, NoReturn

import filetype

from association.kernel import text_types
from association.kernel.words import _, _l


class FileType(Enum):
    """A type this site takes: extension, media type, and its name in a sentence."""

    PDF = "pdf", "application/pdf", "PDF"
    JPEG = "jpg", "image/jpeg", _l("JPEG图片")
    PNG = "png", "image/png", _l("PNG图片")
    DOCX = "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word（.docx）"
    XLSX = "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel（.xlsx）"
    WEBM = "webm", "video/webm", _l("WebM视频")
    MP4 = "mp4", "video/mp4", _l("MP4视频")
    VTT = "vtt", "text/vtt", _l("VTT字幕")
    SRT = "srt", "application/x-subrip", _l("SRT字幕")
    TXT = "txt", "text/plain", _l("纯文本（.txt）")

    media_type: str
    label: object

    def __new__(cls, extension: str, media_type: str, label: object) -> "FileType":
        member = object.__new__(cls)
        member._value_ = extension
        member.media_type = media_type
        member.label = label
        return member

    @property
    def extension(self) -> str:
        return str(self.value)

    @property
    def accept(self) -> str:
        """What the `accept` attribute of a file field says for this type."""
        return ".jpg,.jpeg" if self is FileType.JPEG else f".{self.value}"

    @property
    def is_text(self) -> bool:
        """Told by reading it, not by marks at its beginning."""
        return self in (FileType.VTT, FileType.SRT, FileType.TXT)


class NotTaken(Exception):
    """The bytes are nothing this site takes; `sentence` says what they seem to be and what helps."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


_HEAD = 4096
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = {FileType.DOCX: "word/document.xml", FileType.XLSX: "xl/workbook.xml"}

# Far above any honest document, far below what fills a disk or a memory.
MAX_UNPACKED = 300 * 1024 * 1024
MAX_RATIO = 200
MAX_ENTRIES = 5_000


def recognise(stream: IO[bytes], *, wanted: Collection[FileType] = ()) -> FileType:
    """The type of a seekable stream's bytes, or NotTaken. Leaves the stream at its beginning.

    Plain text is anything a person could have written, so it is looked for only where a text is wanted.
    """
    try:
        stream.seek(0)
        head = stream.read(_HEAD)
        if not head:
            raise NotTaken(_("文件是空的（0字节），请检查后重新选择。"))
        for begins, check in _CHECKS:
            if head.startswith(begins):
                return check(stream)
        if head[4:8] == b"ftyp":
            return _mp4(stream)
        if any(kind.is_text for kind in wanted) and (text := text_types.told(stream)):
            return next(kind for kind in FileType if kind.value == text)
        raise NotTaken(_what_it_seems(head))
    finally:
        stream.seek(0)


def _pdf(stream: IO[bytes]) -> FileType:
    if b"%%EOF" not in _tail(stream, 4096):
        raise NotTaken(_("这个PDF不完整，可能没有传完或扫描中断，请重新导出后再选。"))
    _alone(stream)
    return FileType.PDF


def _png(stream: IO[bytes]) -> FileType:
    if b"IEND" not in _tail(stream, 4096):
        raise NotTaken(_("这张PNG图片不完整，请重新导出后再选。"))
    _alone(stream)
    return FileType.PNG


def _jpeg(stream: IO[bytes]) -> FileType:
    # Phones append data of their own behind the picture, so its end is not looked at.
    _alone(stream)
    return FileType.JPEG


def _webm(stream: IO[bytes]) -> FileType:
    # Matroska begins the same way; the name of the kind of document follows.
    stream.seek(0)
    if b"webm" not in stream.read(64):
        raise NotTaken(_("这是MKV视频，请转成WebM或MP4后再选。"))
    _alone(stream)
    return FileType.WEBM


def _mp4(stream: IO[bytes]) -> FileType:
    stream.seek(8)
    if stream.read(4) == b"qt  ":
        raise NotTaken(_("这是QuickTime视频（.mov），请转成WebM或MP4后再选。"))
    return FileType.MP4


def _alone(stream: IO[bytes]) -> None:
    """Nothing else is hidden behind the picture or the pages: one file must not be two things."""
    stream.seek(0)
    if zipfile.is_zipfile(stream):
        raise NotTaken(_("文件里夹带了压缩包，为安全起见不能接收。请重新导出后再选。"))


def _office(stream: IO[bytes]) -> FileType:
    try:
        stream.seek(0)
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            _not_a_bomb(entries)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise NotTaken(_("文件打不开，可能已损坏或没有传完，请重新导出后再选。")) from error
    for found, part in _PARTS.items():
        if part in names and "[Content_Types].xml" in names:
            if any(name.endswith("vbaProject.bin") for name in names):
                raise NotTaken(_("文件里有宏，为安全起见不能接收。请另存为不带宏的.docx、.xlsx或PDF。"))
            return found
    raise NotTaken(_("这是压缩包或其他打包文件，请解开后逐个选择其中的文件。"))


def _not_a_bomb(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    # zipfile never unpacks more of an entry than it declares, so the declared sizes are a bound.
    too_dense = unpacked > 10 * 1024 * 1024 and unpacked > MAX_RATIO * max(packed, 1)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or too_dense:
        raise NotTaken(_("文件展开后异常庞大，为安全起见不能接收。请另存为PDF后再选。"))


def _old_office(stream: IO[bytes]) -> NoReturn:
    stream.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in stream.read(64 * 1024):
        raise NotTaken(_("文件设了打开密码，请去掉密码后再选。"))
    raise NotTaken(_("这是旧版Office文件（.doc、.xls），请在Office里另存为.docx、.xlsx或PDF后再选。"))


def _program(_stream: IO[bytes]) -> NoReturn:
    raise NotTaken(_("这是一个程序文件，不能接收，也请不要打开它。"))


_CHECKS: tuple[tuple[bytes, Callable[[IO[bytes]], FileType]], ...] = (
    (b"%PDF-", _pdf),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"\x1a\x45\xdf\xa3", _webm),
    (b"PK\x03\x04", _office),
    (_OLD_OFFICE, _old_office),
    (b"MZ", _program),
    (b"\x7fELF", _program),
)


def _tail(stream: IO[bytes], length: int) -> bytes:
    stream.seek(0, 2)
    stream.seek(max(stream.tell() - length, 0))
    return stream.read(length)


def _what_it_seems(head: bytes) -> str:
    if head.lstrip()[:64].lower().startswith((b"<!doctype html", b"<html", b"<script", b"<svg", b"<?xml")):
        return _("这是网页文件，请打印为PDF后再选。")
    guess = filetype.guess(head)
    if guess is None:
        return _("认不出这是什么文件，它的内容和扩展名可能不一致。")
    if guess.mime.startswith("image/"):
        return _("这是%(kind)s图片，请转成JPEG、PNG或PDF后再选。", kind=guess.extension.upper())
    return _("这是%(kind)s文件，这里不能接收。", kind=guess.extension.upper())
