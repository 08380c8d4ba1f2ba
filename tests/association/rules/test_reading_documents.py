"""Laws, notices and standards of our own wording, read whole."""

from datetime import date

from association.rules.reading.doubts import Doubt
from association.rules.reading.reader import read_document
from association.rules.reading.summary import summary
from association.rules.reading.tree import FrontKind, Level

LAW = """\
样例网络微短剧管理规定

（2025年3月1日样例省视听行业协会第一次理事会会议通过　2026年5月6日样例省视听行业协会第二次理事会会议修正）

目　录
第一章　总则
第二章　内容
第一节　一般规定
第二节　特别规定
附件

第一章　总　则
第一条　为了规范网络微短剧，制定本规定。
第二条　从事下列活动，适用本规定：
（一）制作；
（二）传播：
1.接入；
2.分发。
前款所称传播，包括链接。
第八条规定的情形除外。
第二章　内容
第一节　一般规定
第三条　违反第二条
第四条　应当公开。
第四条之一　插入的一条。
第二节　特别规定
第五条　本规定自2026年7月1日起施行。

附件1：收费表
| 项目 | 金额 |
| --- | --- |
| 甲 | 1元 |
"""


def read(text, name="规定.txt"):
    return read_document(name, text.encode())


def outline(document):
    return [(node.path, node.level.value, node.mark) for node in document.walk() if node.mark]


def codes(document):
    return [warning.code for warning in document.warnings]


def test_a_law_becomes_a_tree_with_the_addresses_of_the_contract():
    document = read(LAW)
    assert outline(document) == [
        ("c1", "chapter", "第一章"), ("1", "article", "第一条"), ("2", "article", "第二条"),
        ("2.1.1", "item", "（一）"), ("2.1.2", "item", "（二）"), ("2.1.2.1", "subitem", "1."), ("2.1.2.2", "subitem", "2."),
        ("c2", "chapter", "第二章"), ("c2.s1", "section", "第一节"), ("3", "article", "第三条"), ("4", "article", "第四条"),
        ("4-1", "article", "第四条之一"), ("c2.s2", "section", "第二节"), ("5", "article", "第五条"), ("a1", "annex", "附件1："),
    ]  # fmt: skip
    nodes = document.by_path()
    assert nodes["2.2"].text == "前款所称传播，包括链接。"
    assert nodes["2.3"].text == "第八条规定的情形除外。"
    assert nodes["c1"].text == "总　则"
    assert nodes["a1.t1"].rows == (("项目", "金额"), ("甲", "1元"))


def test_the_head_keeps_its_days_apart_and_the_contents_are_no_chapters():
    document = read(LAW)
    assert (document.title, document.issuer) == ("样例网络微短剧管理规定", "样例省视听行业协会")
    assert (document.adopted_on, document.issued_on) == (date(2025, 3, 1), date(2026, 5, 6))
    assert (document.effective_on, document.first_effective_on) == (date(2026, 7, 1), None)
    assert next(front.text for front in document.front_matter if front.kind is FrontKind.CONTENTS) == "目　录"
    assert sum(node.level is Level.CHAPTER for node in document.walk()) == 2


def test_a_day_in_force_before_the_edition_is_kept_apart_with_a_warning():
    document = read(LAW.replace("自2026年7月1日起", "自2025年7月1日起"))
    assert (document.effective_on, document.first_effective_on) == (None, date(2025, 7, 1))
    assert Doubt.OLD_EFFECTIVE in codes(document)


def test_the_summary_has_the_keys_of_the_command_and_counts_an_only_paragraph_once():
    document = read(LAW)
    told = summary(document, file="规定.txt")
    assert list(told) == [
        "file",
        "title",
        "number",
        "issuer",
        "issued_on",
        "effective_on",
        "articles",
        "provisions",
        "levels",
        "warnings",
    ]
    assert told["articles"] == 6
    assert told["levels"] == {
        "part": 0, "chapter": 2, "section": 2, "article": 6, "paragraph": 3, "item": 2, "subitem": 2,
        "heading1": 0, "heading2": 0, "heading3": 0, "heading4": 0,
    }  # fmt: skip
    assert told["provisions"] == 17
    assert (told["issued_on"], told["effective_on"]) == ("2026-05-06", "2026-07-01")


NOTICE = """\
样例省视听行业协会文件
示协发[2026]3号

样例省视听行业协会
关于印发《样例自律办法》的通知

各会员单位：

现将办法印发给你们，请遵照执行。

一、总体要求

坚持自律。

二、主要任务

（一）加强审核
1.先审后播。
2.留存记录：
（1）台账；
①甲
（二）加强培训

三、其他
1.及时报告。

特此通知。

附件：1.样例自律办法
2.登记表

样例省视听行业协会
2026年11月1日

附件1
样例自律办法
第一条　为了自律，制定本办法。
第二条　略。

附件2
登记表
"""


def test_a_notice_is_read_by_its_headings_and_its_annexes_by_their_own():
    document = read(NOTICE, "通知.txt")
    assert outline(document) == [
        ("1", "heading1", "一、"), ("2", "heading1", "二、"), ("2.1", "heading2", "（一）"), ("2.1.1", "heading3", "1."),
        ("2.1.2", "heading3", "2."), ("2.1.2.1", "heading4", "（1）"), ("2.1.2.1.1", "point", "①"), ("2.2", "heading2", "（二）"),
        ("3", "heading1", "三、"), ("3.1", "heading3", "1."),
        ("a1", "annex", "附件1"), ("a1.1", "article", "第一条"), ("a1.2", "article", "第二条"), ("a2", "annex", "附件2"),
    ]  # fmt: skip
    assert (document.title, document.number) == (
        "样例省视听行业协会关于印发《样例自律办法》的通知",
        "示协发〔2026〕3号",
    )
    assert (document.issuer, document.issued_on) == ("样例省视听行业协会", date(2026, 11, 1))


def test_what_stands_before_and_after_the_provisions_has_addresses_of_its_own():
    nodes = read(NOTICE, "通知.txt").by_path()
    assert (nodes["0.p1"].text, nodes["0.p2"].text) == ("各会员单位：", "现将办法印发给你们，请遵照执行。")
    assert nodes["1.p1"].text == "坚持自律。"
    assert [nodes[f"p{n}"].text for n in range(1, 6)] == [
        "特此通知。",
        "附件：1.样例自律办法",
        "2.登记表",
        "样例省视听行业协会",
        "2026年11月1日",
    ]


STANDARD = """\
T/DEMO 003—2026
样例微短剧内容审核规范
2026-11-01 发布
2027-01-01 实施
1 范围
本文件规定了审核要求。
2 要求
2.1 总则
2.1.1 应当审核，费用的
1.5倍以上除外。
a) 台账；
b) 记录：
1) 甲；
2) 乙。
——其他
2.1.2 三个月内完成。
附录A（规范性）
A.1 一般
"""


def test_a_standard_is_read_by_its_clause_numbers():
    document = read(STANDARD, "标准.txt")
    assert outline(document) == [
        ("1", "heading1", "1"), ("2", "heading1", "2"), ("2.1", "heading2", "2.1"), ("2.1.1", "heading3", "2.1.1"),
        ("2.1.1.1", "point", "a)"), ("2.1.1.2", "point", "b)"), ("2.1.1.2.1", "point", "1)"), ("2.1.1.2.2", "point", "2)"),
        ("2.1.1.2.2.p1", "point", "——"), ("2.1.2", "heading3", "2.1.2"), ("a1", "annex", "附录A"), ("a1.1", "heading1", "A.1"),
    ]  # fmt: skip
    assert (document.number, document.promulgated_on, document.effective_on) == (
        "T/DEMO 003—2026",
        date(2026, 11, 1),
        date(2027, 1, 1),
    )
