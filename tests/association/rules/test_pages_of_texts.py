"""Reading, comparing, finding a clause; importing, publishing and confirming by the right different people."""

import io

import pytest

from association.kernel import jobs
from association.kernel.transactions import writing
from association.rules import actions, queries
from association.rules.actions.importing import document_slug
from association.rules.models import EditionState
from tests import cast
from tests.association.rules.texts import NEW, OLD, TITLE, kept


@pytest.fixture
def both(app):
    return kept(OLD), kept(NEW)


def where(edition, *more: str) -> str:
    return "/".join(["/rules", edition.document.slug, *more, ""])


def test_the_list_shows_each_document_once_with_its_standing(both, visitor):
    page = visitor.get("/rules/")
    assert "1 份文件" in page.text
    assert "效力未核对" in page.text
    assert page.press(TITLE).heading == TITLE


def test_an_empty_list_says_so(visitor):
    assert "还没有导入任何文本" in visitor.get("/rules/").text


def test_every_provision_has_its_address_on_the_page(both, visitor):
    page = visitor.get(where(both[0], both[0].slug))
    ids = {e.get("id") for e in page.tree.iter()}
    assert {"p-1.1", "p-2.1", "p-2.2", "p-2.2.1", "p-2.2.2", "p-3.1"} <= ids
    assert f"《{TITLE}》第二条第二款第（一）项" in page.html


def test_a_long_law_costs_as_many_statements_as_a_short_one(app, visitor):
    short = kept()
    long = kept("样例长法\n\n" + "\n\n".join(f"第{n}条　样例内容第{n}号，应当遵守。" for n in range(1, 1001)))
    few = visitor.get(where(short, short.slug)).statements
    assert visitor.get(where(long, long.slug)).statements == few
    assert "p-1000.1" in visitor.html


def test_two_editions_beside_each_other_show_the_words_that_differ(both, visitor):
    page = visitor.get(where(both[0], "compare", both[0].slug, both[1].slug))
    deleted = ["".join(e.itertext()) for e in page.tree.iter() if e.tag.endswith("}del")]
    inserted = ["".join(e.itertext()) for e in page.tree.iter() if e.tag.endswith("}ins")]
    assert any("三" in d for d in deleted)
    assert any("不少于六" in i for i in inserted)
    assert "尚未由工作人员确认" in page.text


def test_a_provisions_page_tells_what_it_was_and_who_cites_it(both, visitor):
    editor, person = cast.staff("editor"), cast.somebody().person
    with writing():
        actions.confirm(
            next(m for m in queries.mappings(*both) if m.new == ["4"]),
            actor=editor,
            note="保存得更久。",
        )
        actions.cite(both[0], "3", by=person, title="样例案例〔2026〕1号", url="/")
    page = visitor.get(where(both[1], "p", "4"))
    assert page.heading == "第四条"
    assert "保存得更久。" in page.text
    assert "样例案例〔2026〕1号" in page.text
    assert visitor.get(where(both[0], "p", "3") + "?edition=2024-03-01").heading == "第三条"
    assert visitor.get(where(both[0], "p", "77")).status == 404


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        (f"《{TITLE}》第二条第二款第（一）项", 200, "第二条第二款第（一）项"), (f"《{TITLE}》第八条", 404, "没有第八条"),
        (f"《{TITLE}》第二条第九款", 404, "第二条没有第九款"), ("《没有这份文件》第一条", 404, "请在条款前写明文件"),
        ("随便写写", 422, "看不懂"), (f"《{TITLE}》第一条至第三条", 200, "共3处"), ("", 200, "文件与条款"),
    ],
)  # fmt: skip
def test_a_citation_as_people_write_it_leads_to_the_place_or_says_why_not(both, visitor, typed, status, said):
    page = visitor.get(f"/rules/cite/?q={typed}")
    assert page.status == status
    assert said in page.heading + page.text


def test_a_draft_is_for_staff_until_somebody_else_makes_it_public(app, visitor, as_):
    editor, reviewer = as_("editor"), as_("reviewer")
    editor.get("/rules/").press("导入规范文本").submit("读入", text=(io.BytesIO(OLD.encode()), "规则.txt"))
    assert "草案" in editor.text
    address = editor.path
    assert visitor.get(address).status == 404
    assert editor.get(address).status == 200
    assert "公开文本" not in editor.links()
    reviewer.get(address).press("公开文本").submit("公开文本")
    assert visitor.get(address).status == 200
    assert "效力未核对" in visitor.text


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("旧.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧版 Word"), ("断.docx", b"PK\x03\x04broken", "Word 文档"),
        ("空.txt", b"", "没有文字"), ("图.png", b"\x89PNG", "只读 .md、.txt、.docx"), ("字节.txt", b"\x81\xff\xff abc", "无法辨认"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_at_its_field_and_changes_nothing(
    app, as_, name, content, said
):
    editor = as_("editor")
    editor.get("/desk/rules/import/").submit(
        "读入", text=(io.BytesIO(content), name), source_url="https://a.example"
    )
    assert editor.status in (409, 422)
    assert said in editor.errors[0]
    assert editor.value("source_url") == "https://a.example"
    assert "还没有导入任何文本" in editor.get("/rules/").text


def test_an_editor_confirms_what_became_of_clauses_on_pages_that_need_no_script(both, as_):
    editor = as_("editor")
    page = editor.get(where(both[1], both[1].slug)).press("确认条款的对应")
    assert "共6处，待确认6处" in page.text
    page.submit("确认文字未变的2处")
    assert "待确认4处" in page.text
    link = next(url for words, url in page.links().items() if words.startswith("确认或改定"))
    page.get(link).submit("确认", note="给读者的话。")
    assert "待确认3处" in page.text


def test_a_withdrawn_text_keeps_its_address_and_says_why(both, visitor, as_):
    address = where(both[0], both[0].slug)
    as_("reviewer").get(address).press("撤下文本").submit("撤下文本", reason="读错了两行")
    page = visitor.get(address)
    assert page.status == 200
    assert "读错了两行" in page.text


def test_the_text_of_a_day_is_asked_for_by_the_day(both, as_, visitor):
    editor = as_("editor")
    for edition, day in ((both[0], "2024-05-01"), (both[1], "2026-07-01")):
        editor.get(where(edition, edition.slug)).press("登记效力").submit(
            "登记", effective_on=day, source="样例公报"
        )
    assert visitor.get(where(both[0]) + "?on=2025-01-01").path.endswith("/2024-03-01/")
    assert visitor.get(where(both[0]) + "?on=2026-08-01").path.endswith("/2026-05-18/")
    assert "没有查到这一天有效的版本" in visitor.get(where(both[0]) + "?on=2020-01-01").text
    assert "日期请写成" in visitor.get(where(both[0]) + "?on=x").text
    assert "已被代替" in visitor.get(where(both[0], both[0].slug)).text


def test_the_text_is_on_paper_too(both, visitor):
    address = where(both[0], both[0].slug) + "document.pdf"
    assert visitor.client.get(address).status_code == 503
    jobs.run_due()
    answer = visitor.client.get(address)
    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF")


def test_the_pages_speak_english_and_texts_stay_chinese(both, app):
    from tests.page import Page

    page = Page(app, language="en")
    for path in (
        "/rules/",
        where(both[0]),
        where(both[0], both[0].slug),
        where(both[0], "compare", both[0].slug, both[1].slug),
        where(both[1], "p", "4"),
        "/rules/cite/",
    ):
        assert page.get(path).status == 200
    assert both[0].state is EditionState.PUBLISHED


def test_the_paper_is_printed_anew_when_a_day_of_force_changes(both, as_, visitor):
    jobs.run_due()
    address = where(both[0], both[0].slug)
    before = visitor.client.get(address + "document.pdf").headers["ETag"]
    as_("editor").get(address).press("登记效力").submit("登记", effective_on="2024-05-01", source="样例公报")
    assert visitor.client.get(address + "document.pdf").status_code == 503
    jobs.run_due()
    assert visitor.client.get(address + "document.pdf").headers["ETag"] != before


def test_a_provisions_page_names_clauses_as_people_do(both, visitor):
    editor, person = cast.staff("editor"), cast.somebody().person
    with writing():
        actions.confirm(next(m for m in queries.mappings(*both) if m.new == ["4"]), actor=editor)
        actions.cite(both[0], "2.2.1", by=person, title="样例案例", url="/")
    page = visitor.get(where(both[1], "p", "4"))
    assert "2024-03-01 第三条 → 2026-05-18 第四条" in " ".join(page.text.split())
    page = visitor.get(where(both[0], "p", "2") + "?edition=2024-03-01")
    assert "引用的是2024-03-01 第二条第二款第（一）项" in page.text


def test_half_and_full_width_marks_are_no_changed_words_and_stay_as_written(app, visitor):
    old = kept("样例宽度规则\n\n（2024年3月1日样例协会通过）\n\n第一条　应当做到(一次):保存三个月。")
    new = kept("样例宽度规则\n\n（2026年3月1日样例协会通过）\n\n第一条　应当做到（一次）：保存六个月。")
    page = visitor.get(where(old, "compare", old.slug, new.slug))
    marked = ["".join(e.itertext()) for e in page.tree.iter() if e.tag.endswith(("}del", "}ins"))]
    assert marked == ["三", "六"]
    assert "做到(一次):保存" in page.text
    assert "做到（一次）：保存" in page.text


def test_an_amended_law_shows_the_day_of_its_amendment_apart_from_that_of_its_adoption(app, visitor):
    law = kept(
        "样例法\n\n2016年3月16日 样例大会第四次会议通过\n\n2023年12月29日 样例大会常务委员会第七次会议修正\n\n第一条　样例。"
    )
    facts = "".join(visitor.get(where(law, law.slug)).text.split())
    assert "本版日期2023年12月29日最初通过2016年3月16日" in facts
    assert "成文或通过" not in facts


def test_whom_a_text_binds_is_set_with_its_days_and_stands_on_its_page(both, as_, visitor):
    page = as_("editor").get(where(both[1], both[1].slug)).press("登记效力")
    page.submit("登记", source="样例公报第3期", effective_on="2026-07-01", binds=["studio", "mcn"])
    text = "".join(visitor.get(where(both[1], both[1].slug)).text.split())
    assert "谁受约束制作机构、MCN/经纪机构" in text


def test_no_document_takes_an_address_that_is_a_page_of_its_own(app):
    fixed = {
        rule.rule.split("/")[2] for rule in app.url_map.iter_rules() if rule.rule.startswith(("/rules/", "/standards/"))
    }  # fmt: skip
    words = {word for word in fixed if word and "<" not in word}
    assert {"cite", "edition"} <= words
    assert not {document_slug(word) for word in words} & words
