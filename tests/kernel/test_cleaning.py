"""Copies say nothing of where and by whom a file was made, and show what it shows."""

import io
import zipfile

import pytest
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter

from association.kernel.cleaning import Unclean, cleaned
from association.kernel.file_types import FileType

TRACES = (b"Samplephone 9", b"GPS", b"30.2741", b"Zhang San")


def photograph(*, turned: int = 1, progressive: bool = False) -> bytes:
    """With a place, a device, an author, a comment, and a film behind it."""
    picture = Image.new("RGB", (64, 48))
    picture.putdata([(x * 3 % 256, x * 5 % 256, x * 7 % 256) for x in range(64 * 48)])
    exif = Image.Exif()
    exif[0x0110], exif[0x0112], exif[0x013B] = "Samplephone 9", turned, "Zhang San"
    exif.get_ifd(0x8825)[2] = (30.0, 16.0, 26.76)
    exif.get_ifd(0x8825)[27] = b"GPS"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=b"30.2741", progressive=progressive, quality=90)
    return out.getvalue() + b"MotionPhoto 30.2741"


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photograph_keeps_its_pixels_and_loses_its_place(progressive):
    data = photograph(progressive=progressive)
    copy = cleaned(data, FileType.JPEG)
    assert all(trace in data for trace in TRACES)
    assert not any(trace in copy for trace in (*TRACES, b"MotionPhoto"))
    assert pixels(copy) == pixels(data)
    assert cleaned(copy, FileType.JPEG) == copy


def test_a_turned_photograph_stays_turned():
    copy = Image.open(io.BytesIO(cleaned(photograph(turned=6), FileType.JPEG)))
    assert dict(copy.getexif()) == {0x0112: 6}


def test_a_screenshot_loses_its_words_and_what_is_behind_it():
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Zhang San")
    told.add_itxt("Location", "30.2741")
    out = io.BytesIO()
    Image.new("RGBA", (20, 10), (1, 2, 3, 120)).save(out, "PNG", pnginfo=told)
    data = out.getvalue() + b"Zhang San"
    copy = cleaned(data, FileType.PNG)
    assert not any(trace in copy for trace in TRACES)
    assert Image.open(io.BytesIO(copy)).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_a_pdf_loses_author_attachments_and_the_place_of_its_photographs():
    out = io.BytesIO()
    Image.open(io.BytesIO(photograph())).save(out, "PDF")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(out.getvalue())))
    picture = next(
        o for o in writer._objects if o.get("/Filter") == "/DCTDecode" or o.get("/Subtype") == "/Image"
    )
    picture._data = photograph()
    writer.add_metadata({"/Author": "Zhang San", "/Creator": "Samplephone 9"})
    writer.add_attachment("Zhang San.txt", b"30.2741")
    whole = io.BytesIO()
    writer.write(whole)
    data = whole.getvalue()
    copy = cleaned(data, FileType.PDF)
    assert all(trace in data for trace in TRACES)
    assert not any(trace in copy for trace in TRACES)
    assert len(PdfReader(io.BytesIO(copy)).pages) == 1


def test_a_text_loses_its_author_and_keeps_its_words():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("docProps/core.xml", "<dc:creator>Zhang San</dc:creator>")
        made.writestr("word/document.xml", '<w:ins w:author="Zhang San"><w:t>a sentence</w:t></w:ins>')
        made.writestr("word/media/image1.jpeg", photograph())
    with zipfile.ZipFile(io.BytesIO(cleaned(out.getvalue(), FileType.DOCX))) as copy:
        whole = b"".join(copy.read(name) for name in copy.namelist())
    assert not any(trace in whole for trace in TRACES)
    assert b"a sentence" in whole


def box(word: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return (len(body) + 8).to_bytes(4) + word + body


def film(*, handler: bytes = b"vide", behind: bytes = b"") -> bytes:
    """As phones write them: where, with what and by whom stand in boxes of their own."""
    track = box(
        b"trak",
        box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(12), b"Samplephone 9\0"), box(b"minf", box(b"stbl", b"table"))),
        box(b"udta", box(b"\xa9nam", b"Zhang San")),
    )  # fmt: skip
    place = box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7+30.2741+120.1551/"), box(b"meta", b"Samplephone 9"))
    return (
        box(b"ftyp", b"isom")
        + box(b"moov", track, place)
        + box(b"uuid", b"GPS 30.2741")
        + (1).to_bytes(4)
        + b"mdat"
        + (16 + 8).to_bytes(8)
        + b"pictures"
        + behind
    )


def test_a_film_keeps_every_picture_where_it_lies_and_loses_its_place():
    data = film()
    copy = cleaned(data, FileType.MP4)
    assert all(trace in data for trace in TRACES)
    assert not any(trace in copy for trace in TRACES)
    assert len(copy) == len(data)
    for kept in (b"pictures", b"table", b"ftyp", b"vide"):
        assert copy.index(kept) == data.index(kept)


@pytest.mark.parametrize(
    "broken", [film(handler=b"meta"), film(handler=b"camm"), film(behind=b"\0\0\0\x40mdat"), film()[:60]]
)
def test_a_film_with_readings_of_places_among_its_pictures_is_not_vouched_for(broken):
    with pytest.raises(Unclean):
        cleaned(broken, FileType.MP4)


@pytest.mark.parametrize(
    ("file_type", "data"),
    [
        (FileType.JPEG, photograph()[:400]),
        (FileType.JPEG, b"\xff\xd8\xff"),
        (FileType.PNG, b"\x89PNG\r\n\x1a\n\0\0\0\x0d"),
        (FileType.PDF, b"%PDF-1.7 nothing"),
        (FileType.DOCX, b"PK\x03\x04"),
        (FileType.WEBM, b""),
    ],
)
def test_what_cannot_be_taken_apart_is_not_vouched_for(file_type, data):
    with pytest.raises(Unclean):
        cleaned(data, file_type)
