"""Files nobody meant to send: wrong encodings, cut off, ten megabytes on one line. An answer in time, never a crash."""

import pytest

from association.rules.reading.doubts import Doubt
from association.rules.reading.errors import Fault, UnreadableFile
from association.rules.reading.reader import LARGEST_FILE, read_document
from association.rules.reading.render import as_text

LAW = "样例规定\n第一条　为了规范，制定本规定。\n第二条　本规定自公布之日起施行。\n"
TEN_MEGABYTES = 10_000_000


def codes(document):
    return [warning.code for warning in document.warnings]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_every_encoding_offices_use_gives_the_same_text(encoding):
    assert as_text(read_document("规定.txt", LAW.encode(encoding))) == as_text(
        read_document("规定.txt", LAW.encode())
    )


def test_an_encoding_that_had_to_be_found_out_is_said():
    assert Doubt.ENCODING in codes(read_document("规定.txt", LAW.encode("gb18030")))
    assert Doubt.ENCODING not in codes(read_document("规定.txt", LAW.encode()))


def test_a_damaged_byte_is_said_with_its_line_and_nothing_else_is_lost():
    data = LAW.encode().replace("规范".encode(), "规范".encode()[:-1])
    document = read_document("规定.txt", data)
    assert [(warning.line, warning.code) for warning in document.warnings if warning.line] == [
        (2, Doubt.BAD_BYTES)
    ]
    assert document.by_path()["2.1"].text == "本规定自公布之日起施行。"


def test_a_file_cut_off_inside_a_sign_is_said():
    assert Doubt.CUT_OFF in codes(read_document("规定.txt", LAW.rstrip().encode()[:-1]))


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\0" * 500, "第一條 為了規範".encode("big5") * 20, bytes([0xFF]) * 90]
)
def test_what_is_no_text_is_refused_with_a_place(data):
    with pytest.raises(UnreadableFile) as caught:
        read_document("规定.txt", data)
    assert caught.value.fault is Fault.UNDECODABLE
    assert "1" in str(caught.value.sentence)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.pdf", b"%PDF-1.7", Fault.UNKNOWN_KIND),
        ("a.txt", b"", Fault.EMPTY),
        ("a.md", b" \n\n", Fault.EMPTY),
        ("a.md", b"<!-- x -->", Fault.EMPTY),
    ],
)
def test_what_holds_no_document_says_why(name, data, fault):
    with pytest.raises(UnreadableFile) as caught:
        read_document(name, data)
    assert caught.value.fault is fault


def test_a_file_beyond_the_limit_is_refused_before_it_is_read():
    with pytest.raises(UnreadableFile) as caught:
        read_document("规定.txt", bytes(LARGEST_FILE + 1))
    assert caught.value.fault is Fault.TOO_LARGE


HOSTILE = {
    "one paragraph": "字", "articles run together": "。第二条 甲", "brackets": "[", "links": "[a](", "tags": "<div ", "asterisks": "**",
    "quotes": ">", "references": "&a", "figures": "1.", "ordinals": "第一", "pipes": "|a", "blanks": " ", "comments": "<!--", "bullets": "- ",
    "rules": "= ", "days": "2026年1月1日", "tables": "<table",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", ["规定.md", "规定.txt"])
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_ten_megabytes_on_one_line_are_read_to_the_end(name, piece):
    """In time that grows with the text: reading it anew for each sign would take hours, and the test would be stopped."""
    data = ("样例规定\n\n第一条 " + piece * (TEN_MEGABYTES // len(piece.encode()))).encode()
    assert "1" in read_document(name, data).by_path()


def test_a_line_of_ten_megabytes_is_a_warning_with_its_place():
    document = read_document("规定.txt", ("样例规定\n第一条 " + "字" * (TEN_MEGABYTES // 3)).encode())
    assert [warning.line for warning in document.warnings if warning.code is Doubt.LONG_LINE] == [2]


@pytest.mark.slow
def test_many_tables_without_an_end_are_read_to_the_end():
    document = read_document("规定.md", ("第一条 甲。\n" + "<table>字\n" * 100_000).encode())
    assert Doubt.HTML_TABLE in codes(document)


def test_a_comment_without_an_end_does_not_swallow_the_law():
    document = read_document(
        "规定.md", "# 样例规定\n\n第一条 甲。\n<!-- 第二条 乙。\n\n第三条 丙。\n".encode()
    )
    assert "3" in document.by_path()
    assert [warning.line for warning in document.warnings if warning.code is Doubt.OPEN_COMMENT] == [4]


def test_a_head_without_an_end_is_text():
    document = read_document("规定.md", "---\ntitle: 甲\n\n第一条 甲。\n".encode())
    assert "1" in document.by_path()
    assert Doubt.OPEN_HEAD in codes(document)
