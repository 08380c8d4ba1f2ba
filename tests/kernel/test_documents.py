"""Documents: promised with the deed, printed once, every character there, handed out as bytes."""

import dataclasses
import io
import shutil
from pathlib import Path

import pypdf
import pytest
from jinja2 import ChoiceLoader, DictLoader
from sqlalchemy import func, select

from association.kernel import dated, documents, face_cutting, faces, files, jobs
from association.kernel.db import session
from association.kernel.documents import DocumentState, RenderedDocument, document_of, press, render_later
from association.kernel.errors import Unknown
from association.kernel.transactions import writing

NAMES = "喆玥祎珺𠮷𬭎𫖯䶮"
LINE = "经审查，示例省视听行业协会作出如下决定，自二〇二六年十一月起施行。"
TEMPLATES = {
    "print/tests/plain.html": """{% extends "print/base.html" %}{% block body %}
        <h1>{{ document.title }}</h1>
        <p>{{ names }}</p><p>{{ subject.key }}</p>{% endblock %}""",
    "print/tests/official.html": """{% extends "print/official.html" %}{% block text %}
        {% for _n in range(60) %}<p>{{ line }}</p>{% endfor %}{% endblock %}""",
    "print/tests/signed.html": """{% extends "print/official.html" %}{% block text %}
        {% for _n in range(lines) %}<p>{{ line }}</p>{% endfor %}<h2>{{ heading }}</h2><p>{{ line }}</p>{% endblock %}
        {% block signature %}<div class="signature"><p>{{ line }}</p><p class="date">{{ line }}</p></div>{% endblock %}""",
    "print/tests/thief.html": """{% extends "print/base.html" %}{% block body %}
        <img src="file:///etc/passwd"><img src="http://127.0.0.1:1/x.png">没有图{% endblock %}""",
}


@pytest.fixture
def house(app, monkeypatch):
    loader = ChoiceLoader([DictLoader(TEMPLATES), app.jinja_loader])
    monkeypatch.setattr(app.jinja_env, "loader", loader)
    settings = dataclasses.replace(app.extensions["settings"], mode="demo")
    monkeypatch.setitem(app.extensions, "settings", settings)
    shutil.rmtree(faces.folder(), ignore_errors=True)
    return app


def promised(kind: str, **context: object) -> RenderedDocument:
    with writing():
        subject = session.scalars(select(dated.DatedSetting).order_by(dated.DatedSetting.id)).first()
        promise = render_later(
            f"print/tests/{kind}.html",
            subject=subject,
            kind=kind,
            title="样例决定",
            address="/rules/x/",
            **context,
        )
        id_ = promise.id
    return session.get_one(RenderedDocument, id_)


def printed(kind: str, **context: object) -> tuple[RenderedDocument, pypdf.PdfReader]:
    id_ = promised(kind, **context).id
    jobs.run_due()
    session.rollback()
    document = session.get_one(RenderedDocument, id_)
    assert document.state is DocumentState.READY
    assert document.sha256 is not None
    return document, pypdf.PdfReader(io.BytesIO(files.read(document.sha256)))


def text_of(reader: pypdf.PdfReader) -> str:
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def fonts_of(reader: pypdf.PdfReader) -> list[tuple[str, bool]]:
    """Name and whether the file is embedded, of every font of every page."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            found[inner["/BaseFont"]] = any(key.startswith("/FontFile") for key in descriptor)
    return list(found.items())


def test_rare_characters_are_drawn_embedded_and_can_be_searched_for(house):
    document, reader = printed("plain", names=NAMES)
    assert NAMES in text_of(reader)
    assert fonts_of(reader)
    assert all(embedded for _name, embedded in fonts_of(reader))
    assert all("Papers" in name for name, _embedded in fonts_of(reader))
    assert document.without_glyph == ""


def test_the_foot_carries_address_day_and_page_and_demo_pages_say_so(house):
    _document, reader = printed("plain", names="")
    text = text_of(reader)
    assert "/rules/x/" in text
    assert "第1页，共1页" in text
    assert "演示数据" in text
    assert reader.metadata.title == "样例决定"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_a_formal_page_holds_exactly_twenty_two_lines_even_with_a_character_never_met_before(house):
    _document, reader = printed("official", line="龘靐齉" + LINE[:22])
    lines = [line for line in reader.pages[1].extract_text().splitlines() if "靐" in line]
    assert len(lines) == 22


@pytest.mark.parametrize("lines", [13, 14, 15, 16, 17])
def test_a_signature_is_never_alone_on_a_page_and_a_heading_stays_with_its_text(house, lines):
    _document, reader = printed("signed", line="自样例之日起施行。", heading="一、效力", lines=lines)
    *_first, last = [page.extract_text() for page in reader.pages]
    assert last.count("施行") >= 3
    assert all(not page.extract_text().split("—")[0].strip().endswith("一、效力") for page in reader.pages)


def test_a_character_met_once_is_cut_into_the_faces_for_good(house):
    printed("plain", names="龘")
    assert "龘" in (faces.folder() / "met.txt").read_text()
    assert faces.prepare() == []


def test_a_character_no_face_can_draw_is_named_to_staff(house):
    document, _reader = printed("plain", names="样例😀")
    assert document.without_glyph == "😀"


def test_a_document_promised_twice_is_made_once(house):
    first = promised("plain", names="甲")
    second = promised("plain", names="乙")
    assert first.id == second.id
    jobs.run_due()
    made = session.get_one(RenderedDocument, first.id, populate_existing=True).sha256
    promised("plain", names="丙")
    assert jobs.run_due() == 0
    assert session.get_one(RenderedDocument, first.id, populate_existing=True).sha256 == made
    assert session.scalar(select(func.count()).select_from(RenderedDocument)) == 1


def test_a_worker_that_dies_after_printing_leaves_a_promise_the_next_one_keeps(house, monkeypatch):
    id_ = promised("plain", names="甲").id

    def killed(_stream):
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(files, "keep", killed)
        jobs.run_due()
    assert session.get_one(RenderedDocument, id_, populate_existing=True).state is DocumentState.WAITING
    with writing():
        for job in session.scalars(select(jobs.Job)):
            jobs.try_again(job)
    jobs.run_due()
    assert session.get_one(RenderedDocument, id_, populate_existing=True).state is DocumentState.READY


def test_the_press_fetches_nothing_from_the_network_and_nothing_of_others_from_the_disk(house):
    document, reader = printed("thief")
    assert "没有图" in text_of(reader)
    assert not list(reader.pages[0].images)
    assert document.pages == 1


def test_a_document_that_is_not_ready_says_so_and_when_to_come_back(house):
    document = promised("plain", names="")
    with house.test_request_context("/x/document.pdf"):
        answer = documents.answer(document)
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "5"
        assert "正在生成" in answer.get_data(as_text=True)


def test_a_ready_document_is_served_as_the_same_bytes_and_not_sent_twice_to_whom_has_it(house):
    document, _reader = printed("plain", names="甲")
    with house.test_request_context("/x/document.pdf"):
        answer = documents.answer(document, public=True)
        answer.direct_passthrough = False
        assert answer.data == files.read(document.sha256)
        assert answer.headers["Content-Type"] == "application/pdf"
        assert "filename*=UTF-8''%E6%A0%B7" in answer.headers["Content-Disposition"]
        etag = answer.headers["ETag"]
    with house.test_request_context("/x/document.pdf", headers={"If-None-Match": etag}):
        assert documents.answer(document).status_code == 304


def test_a_document_nobody_promised_does_not_exist(house):
    with house.test_request_context("/x/document.pdf"), pytest.raises(Unknown):
        documents.answer(None)


def test_each_version_is_a_document_of_its_own_and_the_newest_is_found_first(house):
    with writing():
        subject = session.scalars(select(dated.DatedSetting)).first()
        for version in ("1", "2"):
            render_later("print/tests/plain.html", subject=subject, kind="text", version=version, names="")
    assert document_of(subject, "text").version == "2"
    assert document_of(subject, "text", version="1").version == "1"
    assert document_of(subject, "text", language="en") is None


def test_an_own_licensed_face_comes_first_where_its_role_is_asked_for(house, tmp_path, monkeypatch):
    faces.prepare()
    own = tmp_path / "own"
    own.mkdir()
    shutil.copy(faces.folder() / "hei-400.otf", own / "仿宋.otf")
    settings = dataclasses.replace(house.extensions["settings"], faces=own)
    monkeypatch.setitem(house.extensions, "settings", settings)
    _document, reader = printed("official", line=LINE)
    assert any("FangSong" in name for name, _embedded in fonts_of(reader))


def test_what_is_missing_is_said_in_one_line_with_the_package_to_install(house, monkeypatch):
    absent = ("libpango-1.0-0", "libharfbuzz-subset0")
    monkeypatch.setattr(documents.parts, "missing_libraries", lambda: absent)
    lines = documents.missing_parts()
    assert "libpango-1.0-0" in lines[0]
    assert "libharfbuzz-subset0" in lines[1]


def test_this_machine_lacks_nothing(house):
    assert documents.missing_parts() == []
    assert face_cutting.missing_libraries() == ()


def test_a_face_is_cut_to_the_characters_asked_for(app):
    source = faces.installed(faces.FACES[0])
    assert source is not None
    cut = face_cutting.cut_down(source, faces.FACES[0].family, [ord("约"), ord("章")])
    assert len(cut) < 20_000
    with pytest.raises(face_cutting.CannotCut):
        face_cutting.cut_down(Path(__file__), "none", [1])


def test_the_fonts_kept_by_the_press_are_let_go_after_some_documents(house, monkeypatch):
    monkeypatch.setattr(press, "RENEWED_AFTER", 2)
    faces.prepare()
    first = press._warm_press()
    press.print_html("<p>一</p>")
    press.print_html("<p>二</p>")
    assert press._warm_press() is not first
