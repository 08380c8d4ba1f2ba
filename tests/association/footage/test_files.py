"""Versions and files of a work: added by its maker, looked at by their bytes, made into pages, seen by nobody else."""

import io

import pytest
from flask import Flask
from pypdf import PdfWriter

from association.footage import actions, script_pages
from association.footage.models import FileKind, Reading, ScriptPage, WorkFile, WorkVersion
from association.footage.script_pages import Unreadable
from association.footage.stretches import believable, joined
from association.footage.subtitles import as_vtt
from association.kernel import jobs
from association.kernel.db import session
from association.kernel.documents import press
from association.kernel.errors import Refused
from association.kernel.file_types import FileType, NotTaken, recognise
from association.kernel.transactions import writing
from demo.papers import Paper
from tests import cast
from tests.association.footage import reels
from tests.association.works import works


@pytest.fixture
def firm(app: Flask) -> cast.Firm:
    return cast.verified()


@pytest.mark.parametrize(
    ("data", "wanted", "kind"),
    [
        (reels.WEBM, (), FileType.WEBM),
        (reels.MP4, (), FileType.MP4),
        (reels.SRT, (FileType.SRT,), FileType.SRT),
        (reels.VTT, (FileType.SRT,), FileType.VTT),
        (reels.SCRIPT, (FileType.TXT,), FileType.TXT),
        ("第一场 渡口".encode("gb18030"), (FileType.TXT,), FileType.TXT),
        ("第一场 渡口".encode("utf-16"), (FileType.TXT,), FileType.TXT),
    ],
)
def test_films_subtitles_and_texts_are_known_by_their_bytes(
    site: Flask, data: bytes, wanted: tuple[FileType, ...], kind: FileType
) -> None:
    with site.app_context():
        assert recognise(io.BytesIO(data), wanted=wanted) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x1a\x45\xdf\xa3" + b"matroska" * 20, "MKV"),
        (b"\0\0\0\x14ftypqt  " + bytes(40), "QuickTime"),
        (b"<html><script>x</script></html>", "网页"),
        (bytes([0, 1, 2, 3]) * 50, "认不出"),
        (b"MZ" + bytes(100), "程序"),
    ],
)
def test_what_is_none_of_these_is_said_in_words(site: Flask, data: bytes, words: str) -> None:
    with site.test_request_context(), pytest.raises(NotTaken) as refused:
        recognise(io.BytesIO(data), wanted=(FileType.TXT,))
    assert words in refused.value.sentence


def test_plain_text_is_taken_only_where_a_text_is_wanted(site: Flask) -> None:
    with site.test_request_context(), pytest.raises(NotTaken):
        recognise(io.BytesIO(reels.SCRIPT))


def test_a_maker_opens_a_version_and_adds_files_with_a_plain_form(app: Flask, firm: cast.Firm) -> None:
    work = works.kept(firm)
    page = works.clerk(app, firm).get(f"/my/works/{work.id}/").press("版本和文件")
    assert "还没有版本" in page.text
    page.press("新开一版").submit("新开一版", note="初剪")
    assert "WebM视频、MP4视频" in page.text
    page.submit("上传", kind="script", file=Paper("剧本.txt", reels.SCRIPT))
    for name, kind, episode, data in (
        ("1.webm", "episode", "1", reels.WEBM), ("1.srt", "subtitle", "1", reels.SRT), ("剧照.png", "still", "", reels.PNG),
    ):  # fmt: skip
        page.press("上传文件").submit("上传", kind=kind, episode=episode, file=Paper(name, data))
        assert f"已收下：{name}" in page.html
    jobs.run_due()
    page.get(f"/my/works/{work.id}/files/")
    for words in ("第1版", "剧集，第1集", "字幕，第1集", "剧照.png", "初剪", "上传文件"):
        assert words in page.text
    script = session.query(WorkFile).filter_by(kind=FileKind.SCRIPT).one()
    assert script.reading is Reading.READY
    assert script.pages == session.query(ScriptPage).count() > 1
    assert page.get(f"/my/works/files/{script.id}/download").answer.data == reels.SCRIPT


@pytest.mark.parametrize(
    ("kind", "episode", "name", "data", "sentence"),
    [
        ("episode", "", "1.webm", reels.WEBM, "请填是第几集。"),
        ("episode", "1", "1.webm", b"MZ" + bytes(99), "程序"),
        ("episode", "1", "1.png", reels.PNG, "这里只收WebM视频、MP4视频"),
        ("script", "", "1.webm", reels.WEBM, "这里只收PDF、Word（.docx）、纯文本（.txt）"),
        ("still", "", "1.srt", reels.SRT, "认不出这是什么文件"),
        ("subtitle", "x", "1.srt", reels.SRT, "请填一个整数"),
        ("script", "", "", None, "请选择文件"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(
    app: Flask, firm: cast.Firm, kind: str, episode: str, name: str, data: bytes | None, sentence: str
) -> None:
    v = reels.version(firm).id
    page = works.clerk(app, firm).get(f"/my/works/versions/{v}/add/")
    file = {} if data is None else {"file": Paper(name, data)}
    page.submit("上传", kind=kind, episode=episode, **file)
    assert page.status in (409, 422)
    assert any(sentence in error for error in page.errors), page.errors
    assert session.query(WorkFile).count() == 0


def test_the_same_bytes_stand_once_in_a_version(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm)
    reels.added(v, firm, "1.webm", reels.WEBM, episode=1)
    page = works.clerk(app, firm).get(f"/my/works/versions/{v.id}/add/")
    page.submit("上传", kind="episode", episode="2", file=Paper("2.webm", reels.WEBM))
    assert page.errors == ["这一版已经有同样内容的文件：1.webm。"]


def test_a_version_that_is_closed_does_not_change_and_the_next_begins_beside_it(
    app: Flask, firm: cast.Firm
) -> None:
    v = reels.version(firm)
    file = reels.added(v, firm, "1.webm", reels.WEBM, episode=1)
    with pytest.raises(Refused, match="第2版"), writing():
        empty = actions.begin_version(v.work, note="", actor=firm.clerk)
        actions.begin_version(empty.work, note="", actor=firm.clerk)
    reels.closed(v, firm)
    reels.closed(v, firm)
    page = works.clerk(app, firm).get(f"/my/works/files/{file.id}/remove/").submit("移除")
    assert page.status == 409
    page.get(f"/my/works/versions/{v.id}/add/").submit("上传", kind="script", file=Paper("a.txt", b"abc"))
    assert "不能再改" in page.html
    page.get(f"/my/works/{v.work_id}/files/").press("新开一版").submit("新开一版", note="修改后")
    assert [row.number for row in session.query(WorkVersion).order_by(WorkVersion.number)] == [1, 2]


def test_a_file_is_removed_while_its_version_is_open(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm)
    file = reels.added(v, firm, "a.txt", reels.SCRIPT, kind=FileKind.SCRIPT)
    jobs.run_due()
    page = works.clerk(app, firm).get(f"/my/works/{v.work_id}/files/").submit("打开")
    page.get(f"/my/works/files/{file.id}/remove/").submit("移除")
    assert session.query(WorkFile).count() == session.query(ScriptPage).count() == 0


def test_nobody_else_sees_versions_files_or_downloads(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm)
    file = reels.added(v, firm, "1.webm", reels.WEBM, episode=1)
    reels.closed(v, firm)
    other = cast.verified(102, name="流萤样例影视有限公司")
    people = [works.clerk(app, other)]
    people += [
        cast.signed_in(app, cast.somebody(role).email)
        for role in ("experts", "auditor", "editor", "expert", "admin")
    ]
    for page in people:
        for path in (
            f"/my/works/{v.work_id}/files/", f"/my/works/{v.work_id}/files/begin/", f"/my/works/versions/{v.id}/add/",
            f"/my/works/files/{file.id}/remove/", f"/my/works/files/{file.id}/download", f"/watch/files/{file.id}/",
        ):  # fmt: skip
            assert page.get(path).status == 403, path
    assert app.test_client().get(f"/my/works/files/{file.id}/download").status_code == 302


def test_word_and_text_become_pages_of_whole_paragraphs(site: Flask) -> None:
    word = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' + "".join(
        f"<w:p><w:r><w:t>第{n}场 渡口</w:t></w:r></w:p>" for n in range(30)
    ) + "</w:body></w:document>"  # fmt: skip
    pages = script_pages.pages_of(reels.docx(word), FileType.DOCX, letters=60, most=100)
    assert "".join(p.text for p in pages).count("第") == 30
    assert all(len(p.text) <= 80 for p in pages)
    text = script_pages.pages_of(
        "第一场的渡口\n第二场的石桥".encode("gb18030"), FileType.TXT, letters=7, most=9
    )
    assert [p.text for p in text] == ["第一场的渡口", "第二场的石桥"]


def test_a_pdf_keeps_its_pages_and_a_locked_or_empty_or_endless_one_is_said(site: Flask) -> None:
    with site.test_request_context():
        printed = press.print_html("<p>渡口</p><p style='break-before: page'>石桥</p>").content
        pages = script_pages.pages_of(printed, FileType.PDF, letters=1, most=5)
        assert ["渡口" in pages[0].text, "石桥" in pages[1].text, len(pages)] == [True, True, 2]
        locked, empty = io.BytesIO(), io.BytesIO()
        for writer, out, password in ((PdfWriter(), locked, "x"), (PdfWriter(), empty, "")):
            writer.add_blank_page(100, 100)
            if password:
                writer.encrypt(password, algorithm="RC4-128")
            writer.write(out)
        for data, words in (
            (locked.getvalue(), "密码"), (empty.getvalue(), "没有可以显示的文字"), (b"%PDF-1.7\nnothing\n%%EOF", "不能分页"),
        ):  # fmt: skip
            with pytest.raises(Unreadable, match=words):
                script_pages.pages_of(data, FileType.PDF, letters=1, most=5)
        with pytest.raises(Unreadable, match="超过1页"):
            script_pages.pages_of(printed, FileType.PDF, letters=1, most=1)


def test_a_script_that_cannot_be_read_says_why_to_its_maker(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm)
    reels.added(v, firm, "a.pdf", b"%PDF-1.7\nnothing\n%%EOF", kind=FileKind.SCRIPT)
    jobs.run_due()
    page = works.clerk(app, firm).get(f"/my/works/{v.work_id}/files/")
    assert "这个PDF不能分页显示" in page.text
    with pytest.raises(LookupError):
        page.submit("打开")


def test_subtitles_of_both_kinds_are_served_as_browsers_read_them() -> None:
    assert as_vtt(reels.SRT.decode()) == "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\n样例字幕\n"
    assert as_vtt(reels.VTT.decode()) == reels.VTT.decode()


def test_seconds_are_counted_once_and_no_faster_than_time() -> None:
    assert joined([[5, 9], [0, 3], [2, 5], [20, 20]]) == [[0, 9]]
    assert believable([[0, 600]], elapsed=10) == [[0, 25]]
    assert believable([[0, 10], [30, 40]], elapsed=15) == [[0, 10], [30, 40]]
    assert believable([[0, 30], [40, 50]], elapsed=10) == [[0, 25]]
