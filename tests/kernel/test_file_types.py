"""What a file is, is read from its bytes."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.kernel.file_types import FileType, NotTaken, recognise

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 30 + b"\xff\xd9"


def office(part: str, **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, "<x/>")
        for name, content in more.items():
            archive.writestr(name, content)
    return out.getvalue()


DOCX, XLSX = office("word/document.xml"), office("xl/workbook.xml")


def refusal(content: bytes) -> str:
    with pytest.raises(NotTaken) as caught:
        recognise(io.BytesIO(content))
    return caught.value.sentence


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, FileType.PDF),
        (PNG, FileType.PNG),
        (JPEG, FileType.JPEG),
        (DOCX, FileType.DOCX),
        (XLSX, FileType.XLSX),
    ],
)
def test_the_types_we_take_are_known_by_their_bytes_and_the_stream_is_rewound(content, kind):
    stream = io.BytesIO(content)
    assert recognise(stream) is kind
    assert stream.tell() == 0


def test_a_program_stays_a_program_whatever_it_is_called():
    assert "程序" in refusal(b"MZ\x90\x00" + b"\0" * 100)
    assert "程序" in refusal(b"\x7fELF" + b"\0" * 100)


def test_an_empty_file_is_said_to_be_empty():
    assert "空" in refusal(b"")


def test_an_old_word_file_renamed_is_told_how_to_be_saved():
    assert ".docx" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_a_word_file_with_a_password_is_told_to_drop_it():
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in refusal(content)


def test_a_pdf_that_is_also_an_archive_is_refused():
    assert "压缩包" in refusal(PDF[:-6] + office("evil.exe") + b"%%EOF\n")


def test_a_picture_with_an_archive_behind_it_is_refused():
    assert "压缩包" in refusal(JPEG + office("evil.exe"))


def test_a_web_page_behind_a_pdf_name_is_refused():
    assert "网页" in refusal(b"<html><script>alert(1)</script></html>")


def test_leading_bytes_before_the_pdf_mark_are_not_forgiven():
    assert refusal(b"<script>1</script>" + PDF)


def test_half_a_scan_is_recognised_as_half():
    assert "不完整" in refusal(PDF[:-7])


def test_a_bomb_is_refused_without_unpacking_it():
    assert "庞大" in refusal(office("word/document.xml", **{"word/media/a.bin": b"\0" * 40_000_000}))


def test_a_file_with_macros_is_refused():
    assert "宏" in refusal(office("xl/workbook.xml", **{"xl/vbaProject.bin": b"x"}))


def test_an_archive_of_scans_is_told_to_be_opened_first():
    assert "压缩包" in refusal(office("scan.pdf"))


def test_a_broken_archive_is_refused_and_not_an_error():
    assert "损坏" in refusal(DOCX[: len(DOCX) // 2])


def test_a_picture_of_another_kind_is_told_what_to_become():
    assert "JPEG" in refusal(b"GIF89a" + b"\0" * 100)


HEADS = [b"", b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]


@given(st.binary(max_size=400), st.sampled_from(HEADS))
def test_any_bytes_end_in_a_type_or_a_sentence(content, head):
    try:
        ending: object = recognise(io.BytesIO(head + content))
    except NotTaken as refused:
        ending = refused.sentence
    assert ending
