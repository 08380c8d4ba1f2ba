"""The writing desk, where a standard is written: preview, autosave, files, two who save, versions."""

import io
import zipfile

import pytest

from association import drafting
from association.kernel import audit
from association.kernel.db import session
from tests import cast
from tests.association.rules.rules_word_files import paragraph, word_file
from tests.association.standards import on_the_way as way
from tests.association.standards.on_the_way import project
from tests.page import Page


@pytest.fixture
def desk(app):
    way.accepted()
    return lambda email="editor@staff.example": cast.signed_in(
        app, cast.somebody("editor", email=email).email
    ).get(f"/desk/standards/{project().id}/write/")


def texts() -> list[str]:
    session.rollback()
    return [draft.text for draft in drafting.versions(project())]


def posted(page: Page, deed: str, text: str):
    """What the page's script sends."""
    form, _button = page._form("保存")
    data = page._fields(form) | {"do": deed, "text": text, "once": ""}
    session.rollback()
    with page.app.app_context():
        return page.client.post(page.path, data=data)


def test_what_is_typed_is_saved_and_previewed_with_its_numbers(desk):
    page = desk().submit("保存", text=way.TEXT)
    assert "已保存为第1版" in page.text
    assert page.value("text").startswith("第一条")
    assert "第三条" in page.text
    assert texts() == [way.TEXT.strip()]


def test_without_script_a_button_previews_and_saves_nothing(desk):
    page = desk().submit("预览", text="第一条　甲。\n\n第三条　丙。")
    assert "存疑1处" in page.text
    assert "第3行" in page.text
    assert page.value("text") == "第一条　甲。\n\n第三条　丙。"
    assert texts() == []


def test_the_script_previews_without_saving_and_saves_by_itself(desk):
    page = desk()
    shown = posted(page, "look", "第一条　甲。")
    assert shown.status_code == 200
    assert "第一条" in shown.text
    assert "<main" not in shown.text
    assert texts() == []
    kept = posted(page, "auto", "第一条　甲。")
    assert kept.json["number"] == 1
    assert texts() == ["第一条　甲。"]


def test_a_second_saver_is_shown_both_texts_and_none_is_lost(desk):
    mine, theirs = desk(), desk("other@staff.example")
    theirs.submit("保存", text="第一条　对方的。")
    mine.submit("保存", text="第一条　我的。")
    assert mine.status == 409
    assert "有人先保存了另一稿" in mine.text
    assert "第一条　我的。" in mine.value("text")
    assert "对方的" in mine.text
    assert sorted(texts()) == ["第一条　对方的。", "第一条　我的。"]
    mine.submit("保存", text="第一条　我的和对方的。")
    assert "已保存为第3版" in mine.text
    assert drafting.latest(project()).text == "第一条　我的和对方的。"


def test_autosave_over_a_newer_text_says_so_and_keeps_it(desk):
    mine = desk()
    desk("other@staff.example").submit("保存", text="第一条　对方的。")
    answer = posted(mine, "auto", "第一条　我的。")
    assert (answer.status_code, answer.json["aside"]) == (409, True)
    assert "第一条　我的。" in texts()


def test_an_older_version_is_shown_with_what_has_changed_since(desk):
    page = desk().submit("保存", text="第一条　六个月。")
    page.submit("保存", text="第一条　九个月。")
    page.press("第1版")
    assert "这一版与现在的不同" in page.text
    assert "第一条　六个月。" in page.html
    assert page.get(f"/desk/standards/{project().id}/write/?version=99").status == 404
    assert page.get(f"/desk/standards/{project().id}/write/?version=x").status == 404


def test_a_word_file_takes_the_place_of_the_text_which_is_saved_first(desk):
    page = desk()
    body = word_file(*map(paragraph, ["样例短剧片名规范", "第一条　来自文件。", "第二条　也是。"]))
    page.submit("读入文件", text="第一条　手写的。", file=(io.BytesIO(body), "样例.docx"))
    assert "已读入文件" in page.text
    assert "第一条　来自文件。" in page.value("text")
    assert "第一条　手写的。" in texts()


def _broken_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w:document>" + "甲" * 50)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "body"),
    [("样例.docx", b"PK\x03\x04"), ("样例.docx", _broken_zip()), ("样例.pdf", b"%PDF-1.7"), ("样例.md", b""), ("样例.doc", b"\xd0\xcf\x11\xe0")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_at_its_field_and_nothing_typed_is_lost(desk, name, body):
    page = desk().submit("读入文件", text="第一条　手写的。", file=(io.BytesIO(body), name))
    assert page.status == 409
    assert len(page.errors) == 1
    assert page.value("text") == "第一条　手写的。"


def test_no_file_chosen_is_said(desk):
    assert desk().submit("读入文件").errors == ["请先选一个文件。"]


def test_who_may_not_write_sees_no_desk_and_a_text_under_comment_is_closed(desk, as_):
    address = f"/desk/standards/{project().id}/write/"
    for role in ("reviewer", "issuer", "experts", "auditor"):
        assert as_(role).get(address).status == 403
    way.written()
    way.lay_out()
    page = desk()
    assert page.status == 409
    assert "正文不能改" in page.html


def test_everybody_who_wrote_stands_in_the_trail(desk):
    desk().submit("保存", text="第一条　甲。")
    wrote = [e.account_id for e in session.scalars(audit.history_of(project())) if e.deed == "draft"]
    assert wrote == [cast.somebody("editor", email="editor@staff.example").id]
