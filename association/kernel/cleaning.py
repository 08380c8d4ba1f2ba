"""Copies of files without what they say in passing: where and by whom they were made.

What is shown of a picture, a page or a text stays as it was; pixels are not encoded anew. Positions, names of devices and
authors, previews and whatever phones append behind a picture go. How a picture lies (its orientation) stays. Words and faces
*in* a file stay as well: no program can take those out.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from association.kernel.file_types import FileType

if TYPE_CHECKING:
    from pypdf import PdfWriter


class Unclean(Exception):
    """This file cannot be taken apart, so that no copy of it can be vouched for."""


def cleaned(data: bytes, file_type: FileType) -> bytes:
    """The copy; Unclean for other types, or where the bytes are not what they should be."""
    clean = _CLEANERS.get(file_type)
    if clean is None:
        raise Unclean
    try:
        return clean(data)
    except (ValueError, IndexError, KeyError, OSError, zipfile.BadZipFile) as error:
        raise Unclean from error


_APP1, _COMMENT, _SCAN, _END = 0xE1, 0xFE, 0xDA, 0xD9
_KEPT_APPS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""What a decoder needs: density, colours."""


def _jpeg(data: bytes) -> bytes:
    kept, orientation = [], 1
    for marker, segment in _segments(data):
        if marker == _APP1 and segment[4:10] == b"Exif\0\0":
            orientation = _orientation(segment[10:])
        if _is_drawn(marker, segment):
            kept.append(segment)
    if orientation != 1:
        kept.insert(1, _only_orientation(orientation))
    return b"".join(kept)


def _is_drawn(marker: int, segment: bytes) -> bool:
    if 0xE0 <= marker <= 0xEF:
        return marker in _KEPT_APPS and segment[4:].startswith(_KEPT_APPS[marker])
    return marker != _COMMENT


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG with their markers, what is drawn as part of its scan, up to the end of the picture and no further."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    yield 0xD8, data[:2]
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker == _END:
            yield marker, data[at : at + 2]
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end
    raise ValueError("a segment is missing")


_BEYOND_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def _end_of_scan(data: bytes, at: int) -> int:
    found = _BEYOND_SCAN.search(data, at)
    if found is None:
        raise ValueError("the picture has no end")
    return found.start()


def _orientation(tiff: bytes) -> int:
    """How the picture lies, 1 to 8, as TIFF's first directory says; 1 where it says nothing."""
    order = "big" if tiff[:2] == b"MM" else "little"

    def number(at: int, length: int) -> int:
        return int.from_bytes(tiff[at : at + length], order)  # type: ignore[arg-type]

    first = number(4, 4)
    for entry in range(first + 2, first + 2 + 12 * number(first, 2), 12):
        if number(entry, 2) == 0x0112:
            found = number(entry + 8, 2)
            return found if 1 <= found <= 8 else 1
    return 1


def _only_orientation(orientation: int) -> bytes:
    tiff = (
        b"MM\0*\0\0\0\x08\0\x01" + b"\x01\x12\0\x03\0\0\0\x01" + bytes([0, orientation, 0, 0]) + b"\0\0\0\0"
    )
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body


_DRAWN_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT".split()
)


def _png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while True:
        end = at + 12 + int.from_bytes(data[at : at + 4])
        word = data[at + 4 : at + 8]
        if end > len(data):
            raise ValueError("a chunk is cut off")
        if word in _DRAWN_CHUNKS:
            kept.append(data[at:end])
        if word == b"IEND":
            return b"".join(kept)
        at = end


_ABOUT_A_PDF = ("/Metadata", "/PieceInfo", "/EF", "/AF", "/LastModified")


def _pdf(data: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - large, and rarely needed
    from pypdf.errors import PyPdfError  # noqa: PLC0415
    from pypdf.generic import DictionaryObject  # noqa: PLC0415

    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
        names = writer.root_object.get("/Names")
        if names is not None:
            names.get_object().pop("/EmbeddedFiles", None)
        for held in writer._objects:  # noqa: SLF001 - pypdf names no other way to all of them
            if isinstance(held, DictionaryObject):
                for word in _ABOUT_A_PDF:
                    held.pop(word, None)
                _clean_picture_of_pdf(held)
        writer.metadata = None
        # Written twice: what nothing points to any more is left behind by the second.
        once = PdfWriter(clone_from=PdfReader(io.BytesIO(_written(writer))))
        once.metadata = None
        return _written(once)
    except (PyPdfError, RecursionError, AttributeError, TypeError) as error:
        raise Unclean from error


def _written(writer: "PdfWriter") -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _clean_picture_of_pdf(held: object) -> None:
    """A photograph put into a PDF lies there as the file it was."""
    held_filter = held.get("/Filter") if hasattr(held, "_data") and hasattr(held, "get") else None
    if held_filter in ("/DCTDecode", ["/DCTDecode"]):
        held._data = _jpeg(held._data)  # type: ignore[attr-defined]  # noqa: SLF001


_EMPTIED = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
_AUTHORS = re.compile(rb'(\bw\d*:(?:author|initials|userId|providerId)=")[^"]*(")')
_ALWAYS = (1980, 1, 1, 0, 0, 0)


def _docx(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(
                zipfile.ZipInfo(entry.filename, date_time=_ALWAYS),
                _part_of_docx(entry.filename, old.read(entry)),
                zipfile.ZIP_DEFLATED,
            )
    return out.getvalue()


def _part_of_docx(name: str, body: bytes) -> bytes:
    if name in _EMPTIED:
        return _EMPTIED[name]
    if body[:3] == b"\xff\xd8\xff":
        return _jpeg(body)
    if body[:8] == b"\x89PNG\r\n\x1a\n":
        return _png(body)
    return _AUTHORS.sub(rb"\1\2", body) if name.endswith(".xml") else body


_INSIDE = frozenset([b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf", b"edts", b"dinf"])
"""Boxes of an MP4 that hold boxes."""
_TOLD_IN_PASSING = frozenset([b"udta", b"meta", b"uuid", b"free", b"skip"])
_SHOWN_TRACKS = frozenset([b"vide", b"soun", b"subt", b"text", b"sbtl", b"clcp", b"hint"])


def _mp4(data: bytes) -> bytes:
    """Boxes that tell of a film are emptied where they lie, so that everything still lies where the tables say. A film with a track of
    positions or of other readings is not vouched for: those lie among its pictures."""
    copy = bytearray(data)
    _empty_boxes(copy, 0, len(copy))
    return bytes(copy)


def _empty_boxes(copy: bytearray, at: int, end: int) -> None:
    while at < end:
        size, word, begins = _box(copy, at, end)
        if word in _TOLD_IN_PASSING:
            copy[at + 4 : at + 8] = b"free"
            copy[begins : at + size] = bytes(at + size - begins)
        elif word in _INSIDE:
            _empty_boxes(copy, begins, at + size)
        elif word == b"hdlr":
            if bytes(copy[begins + 8 : begins + 12]) not in _SHOWN_TRACKS:
                raise ValueError("a track of readings")
            # What follows is the name of the program that wrote it.
            copy[begins + 24 : at + size] = bytes(max(at + size - begins - 24, 0))
        at += size


def _box(copy: bytearray, at: int, end: int) -> tuple[int, bytes, int]:
    """Size, word, and where the content begins."""
    size, word, begins = int.from_bytes(copy[at : at + 4]), bytes(copy[at + 4 : at + 8]), at + 8
    if size == 1:
        size, begins = int.from_bytes(copy[at + 8 : at + 16]), at + 16
    elif size == 0:
        size = end - at
    if size < begins - at or at + size > end:
        raise ValueError("a box is cut off")
    return size, word, begins


_CLEANERS: dict[FileType, Callable[[bytes], bytes]] = {
    FileType.JPEG: _jpeg,
    FileType.PNG: _png,
    FileType.PDF: _pdf,
    FileType.DOCX: _docx,
    FileType.MP4: _mp4,
}
