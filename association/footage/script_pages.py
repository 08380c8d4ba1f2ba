"""A script as pages: words of Word and plain text in pages of our own, a PDF page by page with its words or, where it was scanned, its picture.

Pure: bytes in, pages out; what cannot be read is a sentence.
"""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from association.kernel.file_types import FileType, NotTaken, recognise
from association.kernel.words import _
from association.rules.reading.decoding import decoded
from association.rules.reading.docx import source_of_word
from association.rules.reading.doubts import Doubts
from association.rules.reading.errors import UnreadableFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`picture` is the bytes of a JPEG or PNG, for a page without words."""

    text: str
    picture: bytes | None = None


class Unreadable(Exception):
    """`sentence` says why, and what helps."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def pages_of(data: bytes, kind: FileType, *, letters: int, most: int) -> list[Page]:
    """At most `most` pages; `letters` to a page where the file has none of its own."""
    try:
        pages = list(_pdf(data, most) if kind is FileType.PDF else _words(_text(data, kind), letters))
    except UnreadableFile as error:
        raise Unreadable(str(error.sentence)) from error
    if not any(page.text or page.picture for page in pages):
        raise Unreadable(_("文件里没有可以显示的文字。"))
    if len(pages) > most:
        raise Unreadable(_("剧本超过%(n)d页，请分成几个文件。", n=most))
    return pages


def _text(data: bytes, kind: FileType) -> str:
    if kind is FileType.TXT:
        return decoded(data, doubts=Doubts())
    lines = source_of_word(data, doubts=Doubts()).lines
    return "\n".join(
        "\n".join("　".join(cells) for cells in line.rows) if line.rows else line.text for line in lines
    )


def _words(text: str, letters: int) -> Iterator[Page]:
    """Whole paragraphs, as many as fit."""
    held: list[str] = []
    for line in text.splitlines():
        if held and sum(map(len, held)) + len(line) > letters:
            yield Page(text="\n".join(held).strip("\n"))
            held = []
        held.append(line)
    if any(line.strip() for line in held):
        yield Page(text="\n".join(held).strip("\n"))


def _pdf(data: bytes, most: int) -> Iterator[Page]:
    # Only who reads scripts pays for the import.
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted:
                raise Unreadable(_("文件设了打开密码，请去掉密码后再传。"))
            for page in reader.pages[: most + 1]:
                text = (page.extract_text() or "").strip()
                yield Page(text=text, picture=None if text else _scan(page))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(_("这个PDF不能分页显示，请重新导出，或者另存为Word后再传。")) from error


def _scan(page: object) -> bytes | None:
    """The largest picture of a page without words, where it is one that browsers show."""
    pictures = [image.data for image in page.images]  # type: ignore[attr-defined]
    for data in sorted(pictures, key=len, reverse=True):
        try:
            if recognise(io.BytesIO(data)) in (FileType.JPEG, FileType.PNG):
                return bytes(data)
        except NotTaken:
            continue
    return None
