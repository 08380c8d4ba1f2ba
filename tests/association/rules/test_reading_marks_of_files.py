"""What a file writes around a text (Markdown, HTML, broken lines) is read away, and no word of the text with it."""

from association.rules.reading.doubts import Doubt
from association.rules.reading.reader import read_document
from association.rules.reading.render import as_text
from association.rules.reading.tree import Level


def read(text, name="规定.txt"):
    return read_document(name, text.encode())


def outline(document):
    return [(node.path, node.level.value, node.mark) for node in document.walk() if node.mark]


def codes(document):
    return [warning.code for warning in document.warnings]


def test_markdown_loses_its_marks_and_no_word():
    text = """---
title: "样例规定"
---
<!-- 第九条　注释里的不算 -->
> [!info]+ 来源
>
> <div class="box">
>
> | 制定方 | 样例省视听行业协会 |
> | --- | --- |
> | 编号 | 示协发〔2026〕8号 |
>
> </div>

# 样例规定

## 第一章 总则

**第一条** 为了自律&nbsp;，依照[办法](https://example.org/x)和<电力法>，制定本规定。
{: align=right }

> 第二条 引文里的一样算。<br>第二款。

### 第三条 公开

1. 甲；
2. 乙。

- 另记一点。
"""
    document = read(text, "规定.md")
    assert as_text(document).split("\n")[:-1] == [
        "来源", "| 制定方 | 样例省视听行业协会 |", "| 编号 | 示协发〔2026〕8号 |", "样例规定", "第一章 总则",
        "第一条 为了自律\xa0，依照办法和<电力法>，制定本规定。", "第二条 引文里的一样算。", "第二款。", "第三条 公开", "1. 甲；", "2. 乙。", "另记一点。",
    ]  # fmt: skip
    assert (document.issuer, document.number) == ("样例省视听行业协会", "示协发〔2026〕8号")
    assert document.by_path()["3"].text == "公开"
    assert document.by_path()["3.1.2.p1"].level is Level.POINT


def test_an_html_table_keeps_rows_and_cells():
    document = read(
        "# 样例规定\n\n第一条 收费：\n\n<table>\n<tr><th>项目</th><th>金额</th></tr>\n<tr><td>甲</td><td>1元</td></tr>\n</table>\n\n第二条 略。\n",
        "规定.md",
    )
    assert document.by_path()["1.1.t1"].rows == (("项目", "金额"), ("甲", "1元"))
    assert "2" in document.by_path()


def test_lines_broken_by_a_machine_are_joined_and_said():
    body = "　　第一条　为了规范网络微短剧的制作、传播和管理活动，维护各方的合法权\n益，促进行业健康发展，根据有关规定，并且结合本行业的实际情况，现制定如\n下规定。\n"
    document = read("样例规定\n" + body * 4)
    assert document.by_path()["1.1"].text.startswith(
        "为了规范网络微短剧的制作、传播和管理活动，维护各方的合法权益，促进"
    )
    assert Doubt.JOINED in codes(document)


def test_parts_and_their_chapters_may_count_anew():
    document = read(
        "样例规定\n第一编　总则\n第一章　甲\n第一条　一。\n第二编　分则\n第一章　乙\n第二条　二。\n"
    )
    assert [node.path for node in document.walk() if node.level in {Level.PART, Level.CHAPTER}] == [
        "b1",
        "b1.c1",
        "b2",
        "b2.c1",
    ]
    assert not {Doubt.DOUBLED, Doubt.ORDER, Doubt.GAP, Doubt.FIRST} & set(codes(document))


def test_headings_above_articles_do_not_take_their_addresses():
    document = read(
        "样例公约\n一、总则\n第一条　甲。\n第二条　乙：\n（一）丙；\n（二）丁。\n二、附则\n第三条　戊。\n"
    )
    assert [node.path for node in document.walk() if node.mark] == [
        "h1",
        "1",
        "2",
        "2.1.1",
        "2.1.2",
        "h2",
        "3",
    ]
