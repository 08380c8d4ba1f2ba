"""Nothing is guessed in silence: what cannot be placed is a warning with its line, and the text stays."""

import pytest

from association.rules.reading.doubts import MOST_OF_A_KIND, Doubt
from association.rules.reading.reader import read_document
from association.rules.reading.tree import Level


def read(*lines, name="规定.txt"):
    return read_document(name, "\n".join(("样例规定", *lines)).encode())


def said(document, code):
    """Line and sentence of the warnings of one kind."""
    return [(warning.line, str(warning.sentence)) for warning in document.warnings if warning.code is code]


def articles(document):
    return [node.path for node in document.walk() if node.level is Level.ARTICLE]


def test_a_missing_article_is_named():
    document = read("第一条　甲。", "第二条　乙。", "第五条　丙。")
    assert said(document, Doubt.GAP) == [(4, "“第五条”前面缺第三条至第四条，上一个是“第二条”。")]


def test_a_missing_item_is_named():
    document = read("第一条　有下列情形的：", "（一）甲；", "（三）丙。")
    assert said(document, Doubt.GAP) == [(4, "“（三）”前面缺（二），上一个是“（一）”。")]


def test_a_doubled_article_has_an_address_of_its_own():
    document = read("第一条　甲。", "第二条　乙。", "第二条　丙。")
    assert articles(document) == ["1", "2", "2~2"]
    assert said(document, Doubt.DOUBLED) == [(4, "“第二条”重复，第 3 行已有同号；地址写作 2~2。")]


def test_articles_in_the_wrong_order_are_said_once():
    document = read("第一条　甲。", "第三条　丙。", "第二条　乙。", "第四条　丁。")
    assert said(document, Doubt.ORDER) == [(4, "“第二条”排在“第三条”之后，次序颠倒。")]
    assert [line for line, _ in said(document, Doubt.GAP)] == [3]


def test_a_heading_without_its_last_sign_stays_text():
    document = read("第一条　甲。", "第二　乙。", "第三条　丙。")
    assert [line for line, _ in said(document, Doubt.INCOMPLETE_MARK)] == [3]
    assert document.by_path()["1.2"].text == "第二　乙。"


def test_mixed_numerals_are_read_and_said():
    document = read("第一条　甲：", "（一）乙；", "（2）丙；", "（三）丁。", "第2条　戊。", "第三10条　己。")
    assert [node.path for node in document.walk() if node.level is Level.ITEM] == ["1.1.1", "1.1.2", "1.1.3"]
    assert [line for line, _ in said(document, Doubt.MIXED_NUMERALS)] == [4, 6]
    assert said(document, Doubt.UNREADABLE_NUMERAL) == [
        (7, "“第三10条”中的数字无法辨认，按前后次序作第 3 条收录。")
    ]
    assert articles(document) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "mention",
    [
        "第三条规定的情形除外。",
        "第三条、第四条另有规定的除外。",
        "第三条第二款的情形。",
        "第三条至第五条不适用。",
        "第三条 第二款规定的除外。",
    ],
)
def test_a_mention_at_the_start_of_a_line_is_no_heading(mention):
    document = read("第一条　甲。", "第二条　乙。", mention, "第三条　丙。")
    assert articles(document) == ["1", "2", "3"]
    assert document.by_path()["2.2"].text == mention
    assert [line for line, _ in said(document, Doubt.MENTION)] == [4]


def test_a_mention_of_another_article_needs_no_warning():
    document = read("第一条　甲。", "第二十条规定的除外。")
    assert document.by_path()["1.2"].text == "第二十条规定的除外。"
    assert not said(document, Doubt.MENTION)


def test_a_mention_in_a_broken_line_goes_on_with_its_sentence():
    document = read("第一条　违反本规定第二条，", "第三条规定的，从其规定。", "第二条　乙。")
    assert document.by_path()["1.1"].text == "违反本规定第二条，第三条规定的，从其规定。"
    assert [line for line, _ in said(document, Doubt.JOINED)] == [3]


def test_an_item_mentioned_at_the_start_of_a_paragraph_is_text():
    document = read("第一条　有下列情形的：", "（一）甲；", "（二）乙。", "（一）项所列事项另行规定。")
    assert document.by_path()["1.2"].text == "（一）项所列事项另行规定。"


def test_a_document_without_blanks_after_its_marks_is_read_by_its_numbers():
    document = read(
        "第一条为了自律。", "第二条应当公开。", "第一条规定的除外。", "第三条本规定自2026年1月1日起施行。"
    )
    assert articles(document) == ["1", "2", "3"]
    assert not said(document, Doubt.NO_SPACE)


def test_one_heading_without_a_blank_among_many_is_read_and_said():
    document = read("第一条　甲。", "第二条应当公开。", "第三条　丙。")
    assert articles(document) == ["1", "2", "3"]
    assert [line for line, _ in said(document, Doubt.NO_SPACE)] == [3]


def test_articles_inside_a_line_are_said_with_their_place():
    document = read("第一条　甲。第二条　乙。第三条　丙。")
    assert said(document, Doubt.INSIDE_LINE) == [
        (2, "这一行中间有 2 处像是标题，第一处是“第二条”；没有拆开，请分行后重新读入。")
    ]


def test_a_heading_that_lost_its_number_is_no_paragraph():
    document = read("第一章　总则", "第一条　甲。", "", "法律责任", "", "第二条　乙。")
    assert [line for line, _ in said(document, Doubt.UNNUMBERED_HEADING)] == [5]
    assert document.by_path()["c1.p1"].text == "法律责任"
    assert "1.2" not in document.by_path()


def test_twelve_levels_are_kept_and_said():
    deep = ["1 甲", "1.1 乙", *(".".join("1" * depth) + " 丙" for depth in range(3, 13))]
    document = read(*deep)
    assert document.by_path()[".".join("1" * 12)].text == "丙"
    assert [line for line, _ in said(document, Doubt.TOO_DEEP)] == list(range(7, 14))


def test_twelve_levels_of_a_markdown_list_are_kept_and_said():
    document = read("", *("  " * depth + "1. 甲。" for depth in range(12)), name="规定.md")
    assert ".".join("1" * 12) in document.by_path()
    assert said(document, Doubt.TOO_DEEP)


def test_a_list_that_does_not_begin_with_one_is_kept_and_said():
    document = read("第一条　有下列情形的：", "（二）乙；", "（三）丙。")
    assert [line for line, _ in said(document, Doubt.FIRST)] == [3]
    assert "1.1.2" in document.by_path()


def test_a_document_without_provisions_says_so_and_keeps_its_text():
    document = read("我们郑重承诺。", "诚信经营。")
    assert [node.text for node in document.walk()] == ["我们郑重承诺。", "诚信经营。"]
    assert [node.path for node in document.walk()] == ["p1", "p2"]
    assert said(document, Doubt.NO_PROVISIONS)


def test_thousands_of_the_same_doubt_are_counted_and_not_listed():
    document = read(*("第一条　甲。" for _ in range(500)))
    assert sum(warning.code is Doubt.DOUBLED for warning in document.warnings) == MOST_OF_A_KIND
    assert [warning.values["count"] for warning in document.warnings if warning.code is Doubt.MORE] == [
        499 - MOST_OF_A_KIND
    ]


def test_a_day_in_the_file_name_that_is_not_in_the_text_is_taken_with_a_warning():
    document = read("第一条　甲。", name="样例规定(2026-03-01).txt")
    assert document.issued_on.isoformat() == "2026-03-01"
    assert said(document, Doubt.DATE_ONLY_IN_NAME)


def test_every_sentence_can_be_said_in_another_language():
    document = read("第一条　甲。", "第三条　丙。")
    (gap,) = [warning for warning in document.warnings if warning.code is Doubt.GAP]
    assert gap.sentence.through(lambda template: "before %(mark)s: " + template[:0]) == "before 第三条: "


def test_a_letter_that_begins_a_line_and_is_no_list_is_named_before_it_counts_as_a_paragraph():
    document = read_document("样例.md", "# 样例规则\n\n第一条 戊：\n\nA．甲事。\n\nⅱ．乙事。\n".encode())
    assert [line for line, _ in said(document, Doubt.UNCLEAR_NUMBER)] == [5, 7]
