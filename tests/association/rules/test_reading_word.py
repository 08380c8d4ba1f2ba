"""Word files: text in the order of the page, the numbers Word writes by itself, and honest answers for the
rest."""

import io
import zipfile

import pytest
from rules_word_files import W, list_format, numbering, packed, paragraph, table, word_file

from association.rules.reading.doubts import Doubt
from association.rules.reading.errors import Fault, UnreadableFile
from association.rules.reading.reader import read_document
from association.rules.reading.tree import Level

TITLE = paragraph("样例协会短剧自律规定")


def paths(document):
    return [
        (node.path, node.mark + node.gap + node.text) for node in document.walk() if node.mark or node.text
    ]


def codes(document):
    return [warning.code for warning in document.warnings]


def test_articles_typed_by_hand_are_read():
    document = read_document(
        "规定.docx",
        word_file(
            TITLE,
            paragraph("第一条　为了自律，制定本规定。"),
            paragraph("第二款。"),
            paragraph("第二条　略。"),
        ),
    )
    assert document.title == "样例协会短剧自律规定"
    assert paths(document) == [
        ("1", "第一条　"),
        ("1.1", "为了自律，制定本规定。"),
        ("1.2", "第二款。"),
        ("2", "第二条　"),
        ("2.1", "略。"),
    ]


def test_numbers_word_writes_by_itself_are_counted_again():
    formats = (
        list_format(0, "第%1条", "chineseCountingThousand"),
        list_format(1, "（%2）", "chineseCounting", suffix="nothing"),
        list_format(2, "%3.", "decimal"),
    )
    blocks = [
        paragraph("为了自律，制定本规定。", list_id=1),
        paragraph("禁止下列行为：", list_id=1),
        paragraph("拖延；", list_id=1, level=1),
        paragraph("隐瞒：", list_id=1, level=1),
        paragraph("全部隐瞒；", list_id=1, level=2),
        paragraph("部分隐瞒。", list_id=1, level=2),
        paragraph("另有规定的除外。"),
        paragraph("应当做到：", list_id=1),
        paragraph("公开。", list_id=1, level=1),
    ]
    document = read_document("规定.docx", word_file(TITLE, *blocks, numbering=numbering(formats)))
    assert paths(document) == [
        ("1", "第一条 "), ("1.1", "为了自律，制定本规定。"),
        ("2", "第二条 "), ("2.1", "禁止下列行为："), ("2.1.1", "（一）拖延；"), ("2.1.2", "（二）隐瞒："),
        ("2.1.2.1", "1. 全部隐瞒；"), ("2.1.2.2", "2. 部分隐瞒。"), ("2.2", "另有规定的除外。"),
        ("3", "第三条 "), ("3.1", "应当做到："), ("3.1.1", "（一）公开。"),
    ]  # fmt: skip


def test_a_list_may_start_elsewhere_and_go_on_from_a_style():
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="tiao"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="tiao2"><w:name w:val="条二"/><w:basedOn w:val="tiao"/></w:style></w:styles>'
    )
    document = read_document(
        "规定.docx",
        word_file(
            TITLE, paragraph("甲。", style="tiao"), paragraph("乙。", style="tiao2"),
            numbering=numbering((list_format(0, "第%1条", "chineseCountingThousand", start=19),)), styles=styles,
        ),
    )  # fmt: skip
    assert [node.mark for node in document.walk() if node.level is Level.ARTICLE] == ["第十九条", "第二十条"]
    assert Doubt.FIRST in codes(document)


def test_a_second_list_with_its_own_start_counts_anew():
    override = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    blocks = [
        paragraph("一、总体要求"),
        paragraph("甲。", list_id=1),
        paragraph("乙。", list_id=1),
        paragraph("二、任务"),
        paragraph("丙。", list_id=2),
    ]
    document = read_document(
        "通知.docx",
        word_file(
            TITLE, *blocks, numbering=numbering((list_format(0, "%1.", "decimal"),), overrides=override)
        ),
    )
    assert [node.path for node in document.walk()] == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_number_that_cannot_be_counted_is_said_with_its_place():
    document = read_document(
        "规定.docx",
        word_file(
            TITLE,
            paragraph("甲。", list_id=1),
            numbering=numbering((list_format(0, "第%1条", "thaiCounting"),)),
        ),
    )
    assert [
        (warning.line, warning.values["format"])
        for warning in document.warnings
        if warning.code is Doubt.WORD_NUMBER
    ] == [(2, "thaiCounting")]
    assert document.places == "paragraph"


def test_text_in_links_controls_boxes_and_accepted_changes_is_not_lost():
    runs = (
        "<w:hyperlink><w:r><w:t>链接，</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>控件，</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:ins><w:r><w:t>新增，</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:r><w:t>末</w:t><w:noBreakHyphen/><w:t>尾。</w:t></w:r><w:r><w:drawing><w:txbxContent>"
        + paragraph("框内文字。") + "</w:txbxContent></w:drawing></w:r>"
    )  # fmt: skip
    document = read_document("规定.docx", word_file(TITLE, paragraph("第一条　", runs=runs)))
    assert [node.text for node in document.walk() if node.level is Level.PARAGRAPH] == [
        "链接，控件，新增，末-尾。",
        "框内文字。",
    ]
    assert Doubt.WORD_CHANGES in codes(document)


def test_pictures_and_footnotes_are_said():
    notes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>见附件。</w:t></w:r></w:p></w:footnote></w:footnotes>'
    runs = '<w:r><w:drawing><blip/></w:drawing></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    document = read_document(
        "规定.docx", word_file(TITLE, paragraph("第一条　甲。", runs=runs), footnotes=notes)
    )
    said = {warning.code: warning for warning in document.warnings}
    assert said[Doubt.WORD_PICTURE].line == 2
    assert "见附件。" in str(said[Doubt.WORD_NOTE].sentence)


def test_tables_keep_rows_and_cells():
    document = read_document(
        "规定.docx",
        word_file(
            TITLE,
            paragraph("第一条　费用如下："),
            table(("项目", "金额"), ("甲", "1元")),
            paragraph("第二条　略。"),
        ),
    )
    assert [(node.path, node.rows) for node in document.walk() if node.level is Level.TABLE] == [
        ("1.1.t1", (("项目", "金额"), ("甲", "1元")))
    ]


def test_a_soft_line_break_does_not_glue_words_together():
    document = read_document(
        "规定.docx",
        word_file(TITLE, paragraph("第一条　甲。", runs="<w:r><w:br/><w:t>第二条　乙。</w:t></w:r>")),
    )
    assert [node.path for node in document.walk() if node.level is Level.ARTICLE] == ["1", "2"]


WHOLE = word_file(TITLE, *[paragraph(f"第{n}条　甲。") for n in "一二三四五六七八九"])


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_an_error_and_never_a_shorter_law(share):
    with pytest.raises(UnreadableFile) as caught:
        read_document("规定.docx", WHOLE[: int(len(WHOLE) * share)])
    assert caught.value.fault is Fault.TRUNCATED


def test_a_flipped_byte_in_the_text_is_an_error():
    at = WHOLE.find(b"word/document.xml") + 60
    with pytest.raises(UnreadableFile):
        read_document("规定.docx", WHOLE[:at] + bytes([WHOLE[at] ^ 0xFF]) + WHOLE[at + 1 :])


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Fault.OLD_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Fault.ENCRYPTED),
        (b"{\\rtf1 text}", Fault.NOT_WORD),
        (packed({"xl/workbook.xml": "<workbook/>"}), Fault.NOT_WORD),
        (packed({"word/document.xml": "<w:document"}), Fault.BROKEN_XML),
        (packed({"word/document.xml": "<a>" * 5000 + "</a>" * 5000}), Fault.BROKEN_XML),
        (packed({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'}), Fault.BROKEN_XML),
    ],
)
def test_what_is_no_word_file_says_what_it_is(data, fault):
    with pytest.raises(UnreadableFile) as caught:
        read_document("规定.docx", data)
    assert caught.value.fault is fault
    assert str(caught.value.sentence)


def test_a_doc_with_its_own_suffix_is_told_what_to_do():
    with pytest.raises(UnreadableFile) as caught:
        read_document("规定.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert caught.value.fault is Fault.OLD_WORD


def test_a_zip_bomb_is_not_unpacked():
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(60):
            part.write(b" " * 1024 * 1024)
    with pytest.raises(UnreadableFile) as caught:
        read_document("规定.docx", buffer.getvalue())
    assert caught.value.fault is Fault.ZIP_BOMB


def test_a_bomb_that_lies_about_its_size_is_stopped_all_the_same():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (60 * 1024 * 1024))
    data = buffer.getvalue().replace((60 * 1024 * 1024).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(UnreadableFile) as caught:
        read_document("规定.docx", data)
    assert caught.value.fault in {Fault.TRUNCATED, Fault.BROKEN_XML, Fault.ZIP_BOMB}
