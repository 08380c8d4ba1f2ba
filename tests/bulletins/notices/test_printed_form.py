"""The red-head form, measured in millimetres from the PDF: GB/T 9704-2012 as DOMAIN 4.2 has it."""

import dataclasses
import shutil

import pytest

from association.kernel import documents, faces, files
from association.kernel.db import session
from bulletins.notices.models import NoticeKind
from tests.bulletins.notices import issued as way
from tests.bulletins.notices import ruler
from tests.bulletins.notices.issued import notice

LONG = "\n\n".join(
    f"{mark}、第{mark}件事\n\n"
    + "样例单位应当在投放以前逐项核对推广素材与正片是否一致，并保存核对的记录。" * 9
    for mark in "一二三四五"
)
TEXT_TOP, TEXT_LEFT, TEXT_RIGHT, TEXT_BOTTOM = 37.0, 28.0, 184.0, 262.0


def printed(post, kind: NoticeKind = NoticeKind.BULLETIN, text: str = LONG, **facts: object) -> list:
    way.issued(text, kind, **facts)
    post()
    session.rollback()
    document = documents.document_of(notice(), "notice")
    assert document is not None
    assert document.sha256 is not None
    return ruler.pages(files.read(document.sha256))


@pytest.fixture
def pages(app, post):
    return printed(post)


def test_four_pages_of_a4(pages):
    assert len(pages) == 4
    assert [tuple(round(edge, 1) for edge in ruler.size(page)) for page in pages] == [ruler.A4] * 4


def test_the_text_begins_28_mm_from_the_binding_edge_and_no_line_leaves_the_type_area(pages):
    for page in pages[1:3]:
        body = [w for w in ruler.words(page) if TEXT_TOP < w.baseline < TEXT_BOTTOM + 1]
        assert min(w.left for w in body) == pytest.approx(TEXT_LEFT, abs=0.3)
        assert max(w.left for w in body) < TEXT_RIGHT


def test_twenty_two_lines_of_a_28th_of_156_mm_on_a_full_page(app, post):
    # Without headings: one that would stand last on a page goes with its text to the next.
    pages = printed(
        post, text="样例单位应当在投放以前逐项核对推广素材与正片是否一致，并保存核对的记录。" * 50
    )
    for page in pages[1:3]:
        baselines = ruler.lines(page, above=TEXT_TOP, below=TEXT_BOTTOM + 1)
        assert len(baselines) == 22
        pitch = (baselines[-1] - baselines[0]) / 21
        assert pitch == pytest.approx(225 / 22, abs=0.05)
        sizes = {round(w.size, 1) for w in ruler.words(page) if TEXT_TOP < w.baseline < TEXT_BOTTOM}
        assert sizes == {15.8}  # 156 mm / 28 characters


def test_the_mark_begins_35_mm_under_the_top_of_the_text_and_the_red_line_4_mm_under_the_number(pages):
    first = pages[0]
    mark = max(ruler.words(first), key=lambda w: w.size)
    assert mark.size == pytest.approx(34, abs=0.5)
    # A character's top lies about nine tenths of its size above the baseline.
    assert mark.baseline - 0.88 * 34 * ruler.POINT == pytest.approx(TEXT_TOP + 35, abs=1.5)
    number = next(w for w in ruler.words(first) if "〔2026〕" in w.text or "协会通" in w.text)
    (line,) = ruler.red_bars(first)
    assert (line.left, line.right) == (pytest.approx(TEXT_LEFT, abs=0.3), pytest.approx(TEXT_RIGHT, abs=0.3))
    # Four millimetres under the number's line box, whose bottom lies a little under its baseline.
    assert line.top - number.baseline == pytest.approx(4 + 0.12 * 15.79 * ruler.POINT, abs=0.8)


def test_the_first_page_shows_the_title_and_some_of_the_text(pages):
    assert any(round(w.size) == 22 for w in ruler.words(pages[0]))
    assert any("样例单位应当" in w.text for w in ruler.words(pages[0]))


def test_page_numbers_lie_7_mm_under_the_text_odd_ones_right_even_ones_left(pages):
    for number, page in enumerate(pages, start=1):
        below = [w for w in ruler.words(page) if TEXT_BOTTOM + 3 < w.baseline < TEXT_BOTTOM + 15]
        assert str(number) in "".join(w.text for w in below)
        assert all(w.size == pytest.approx(14, abs=0.3) for w in below)
        top = max(w.baseline for w in below) - 0.75 * 14 * ruler.POINT
        assert top == pytest.approx(TEXT_BOTTOM + 7, abs=1.5)
        on_the_right = min(w.left for w in below) > 105
        assert on_the_right is (number % 2 == 1)


def test_what_is_forwarded_has_no_red_head_of_ours(app, post):
    (page,) = printed(post, NoticeKind.FORWARDED, way.TEXT, **way.SOURCE)
    assert ruler.red_bars(page) == []
    said = "".join(w.text for w in ruler.words(page))
    assert "示办发〔2026〕7号" in said
    assert max(w.size for w in ruler.words(page)) < 30


def test_the_page_says_which_faces_its_paper_is_set_in_and_for_which_they_stand_in(app, post, visitor):
    way.issued()
    assert "字体：" not in visitor.get("/bulletins/bulletin-2026-1/").text
    post()
    page = visitor.get("/bulletins/bulletin-2026-1/")
    assert "Noto宋体" in page.text
    assert "没有仿宋、小标宋的授权字体，以Noto宋体代替" in page.text


def test_an_association_with_licensed_faces_says_so(app, post, visitor, tmp_path, monkeypatch):
    faces.prepare()
    for own in ("仿宋.otf", "小标宋.otf"):
        shutil.copy(faces.folder() / "song-400.otf", tmp_path / own)
    settings = dataclasses.replace(app.extensions["settings"], faces=tmp_path)
    monkeypatch.setitem(app.extensions, "settings", settings)
    way.issued()
    post()
    page = visitor.get("/bulletins/bulletin-2026-1/")
    assert "仿宋、小标宋" in page.text
    assert "代替" not in page.text
