"""Model clauses and the check, as hosts and agencies without an account use them; nothing handed in is kept."""

import json
from collections import OrderedDict
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sqlalchemy import text as sql

from association.kernel import pace, planting
from association.kernel.db import db, session
from association.kernel.search.models import SearchRecord
from association.kernel.transactions import writing
from demo.papers import Paper
from tests.page import Page

CONTRACT = "甲方：样例传媒\n乙方：某某\n一、本合同为独家合作。\n二、乙方违约的，支付违约金２００万元。\n三、密语样例四七一"
NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{NS}"><w:body>{body}</w:body></w:document>'
        )
    return out.getvalue()


def checked(page: Page, **typed) -> Page:
    return page.get("/contracts/check/").submit("对照", **typed)


@pytest.fixture(autouse=True)
def _nobody_else_asked(monkeypatch):
    """What other tests asked within the minute does not count."""
    monkeypatch.setattr(pace, "_asked", OrderedDict())


def test_a_machine_that_asks_too_often_is_told_so(app, visitor):
    for _time in range(20):
        assert checked(visitor, text="样例").status == 200
    assert checked(visitor, text="样例").status == 429


def test_a_pasted_contract_is_compared_clause_by_clause(visitor):
    page = checked(visitor, text=CONTRACT)
    assert page.status == 200
    for words in (
        "提示，不是决定",
        "本站不保存你的合同",
        "<mark>违约金</mark>",
        "违约金和计算依据",
        "请律师看",
        "没有找到",
    ):
        assert words in page.html
    assert "写有数额、倍数或者预期收益" in page.text
    assert "第4段" in page.text
    assert page.value("text") == CONTRACT


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("合同.docx", word(*CONTRACT.splitlines())),
        ("合同.txt", CONTRACT.encode()),
        ("合同.txt", CONTRACT.encode("gb18030")),
        ("合同.md", ("# 合同\n\n" + CONTRACT).encode()),
    ],
)
def test_a_file_is_read_as_its_words(visitor, name, body):
    page = checked(visitor, paper=Paper(name, body))
    assert page.status == 200
    assert "<mark>违约金</mark>" in page.html


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"text": "  "}, "text", "请粘贴合同文字，或者选择一个文件。"),
        ({"text": "样" * 60_001}, "text", "合同最多60000个字，现在是60001个。"),
        (
            {"paper": Paper("合同.pdf", b"%PDF-1.7 x")},
            "paper",
            "只读.docx、.txt和.md文件；旧版.doc请另存为.docx。",
        ),
        ({"paper": Paper("合同.docx", b"not a word file")}, "paper", "这个文件不是 Word 文档"),
        ({"paper": Paper("合同.docx", word("x")[:60])}, "paper", "Word 文档不完整"),
        ({"paper": Paper("合同.txt", b"x" * 2_100_000)}, "paper", "文件太大，最多2000 KB。"),
        ({"paper": Paper("合同.docx", word("样" * 7_000_000))}, "paper", "文件展开后太大"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(visitor, typed, field, sentence):
    page = checked(visitor, **typed)
    assert page.status == 409
    (said,) = page.errors
    assert said.startswith(sentence)
    assert f'id="{field}-e"' in page.html


def test_nothing_of_the_contract_is_kept_anywhere(app, visitor, tmp_path):
    checked(visitor, text=CONTRACT)
    checked(visitor, paper=Paper("密语样例四七一.docx", word(*CONTRACT.splitlines())))
    session.rollback()
    with db.engine.connect() as connection:
        for table in db.metadata.sorted_tables:
            assert "密语样例四七一" not in str(
                connection.execute(sql(f'select * from "{table.name}"')).all()
            ), table.name
    data = app.extensions["settings"].data
    kept = [
        f for f in data.rglob("*") if f.is_file() and f.suffix not in (".db", "") and "db-" not in f.suffix
    ]
    assert all("密语样例四七一".encode() not in f.read_bytes() for f in kept)


def test_a_forged_form_is_not_read(app):
    page = Page(app).get("/contracts/check/")
    page.client.post("/contracts/check/", data={"text": CONTRACT})
    assert page.client.post("/contracts/check/", data={"text": CONTRACT}).status_code == 422


def test_the_short_list_is_an_address(visitor):
    page = visitor.get("/contracts/list/").submit("对照", penalty="no", term="yes", minors="not_this")
    assert "还有15条没有答" in page.text
    assert "违约金远高于收入的争议很多" in page.text
    assert "____" in page.text
    assert "penalty=no" in page.path


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "address", ["/contracts/", "/contracts/?on=2020-01-01", "/contracts/?on=soon", "/contracts/penalty/", "/contracts/minors/", "/contracts/check/",
                "/contracts/list/", "/contracts/list/?penalty=unsure&minors=no&form=yes"]
)  # fmt: skip
def test_every_page_is_whole_in_both_languages(app, language, address):
    assert Page(app, language=language).get(address).status == 200


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_answer_speaks_the_readers_language(app, language):
    page = Page(app, language=language).get("/contracts/check/")
    page.submit("对照" if language == "zh" else "Compare", text=CONTRACT)
    assert page.status == 200


def test_the_clauses_as_data_and_as_plain_text(visitor):
    data = json.loads(visitor.get("/contracts/?format=json").answer.text)
    assert data["count"] == len(data["items"]) == 18
    assert data["notice"].startswith("本会的建议文本，不是法律")
    assert {"topic", "text", "why", "basis", "in_force_from", "url"} <= set(data["items"][0])
    paper = visitor.get("/contracts/?format=txt").answer.text
    assert paper.startswith("网络主播经纪合同示范条款")
    assert "10. 解除和终止" in paper


def test_a_topic_nobody_knows_is_not_found(visitor):
    assert visitor.get("/contracts/no-such-clause/").status == 404


def test_the_standing_pages_are_found(app):
    with writing():
        planting.all_of_it()
        planting.all_of_it()
    session.rollback()
    records = {r.key: r.url for r in session.query(SearchRecord) if r.kind in ("hint", "model_clause")}
    assert records["hint:classing"] == "/works/class/"
    assert records["model_clause:penalty"] == "/contracts/penalty/"
    assert len(records) == 21
