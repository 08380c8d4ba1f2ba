"""What is read in is kept: as the reader found it, once, and as the next edition of what is there."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app import create_app
from association.kernel import dated, jobs
from association.kernel.db import db, session
from association.kernel.errors import Forbidden
from association.kernel.transactions import writing
from association.rules import actions, packing, queries
from association.rules.actions.importing import edition_slug
from association.rules.leaves import Pages
from association.rules.models import Clause, Document, Edition, EditionState
from association.rules.reading.reader import read_document
from association.rules.reading.render import as_text
from tests import cast
from tests.association.rules.texts import NEW, OLD, TITLE, kept, read
from tests.conftest import settings_for

REGULATIONS = Path(__file__).resolve().parents[4] / "shared" / "data" / "regulations"


def count(model) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(model))


def test_an_edition_without_a_day_is_named_by_which_one_it_is(app):
    edition = kept()
    with writing():
        document = session.merge(edition).document
        assert edition_slug(document, None) == "2"
        assert edition_slug(document, date(2024, 3, 1)) == "2024-03-01-2"
        assert edition_slug(document, date(2025, 3, 1)) == "2025-03-01"


def test_what_is_kept_unpacks_to_what_was_read(app):
    edition = kept()
    document = read(OLD)
    assert queries.read_of(edition) == document
    assert as_text(queries.read_of(edition)) == as_text(document)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "第一条　甲。",
                "第二条　乙：",
                "（一）丙；",
                "（二）丁。",
                "一、戊",
                "（一）己",
                "1.庚",
                "第一章　总则",
                "辛。",
                "附件1",
                "<b>&amp;</b>",
            ]
        ),
        min_size=1,
        max_size=25,
    )
)
def test_any_text_is_packed_and_unpacked_without_loss(lines):
    document = read_document("x.txt", ("样例规定\n\n" + "\n\n".join(lines)).encode())
    assert packing.unpacked(json.loads(json.dumps(packing.packed(document)))) == document


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["第一条　甲。", "（一）丙；", "一、戊", "<script>x</script>", "a & b < c"]),
        min_size=1,
        max_size=12,
    )
)
def test_every_word_of_a_text_is_on_its_page_and_none_of_it_is_markup(lines):
    document = read_document("x.txt", ("样例规定\n\n" + "\n\n".join(lines)).encode())
    html = "".join(part for _path, part in Pages(document, hub="/rules/x/p/").leaves())
    assert "<script" not in html
    for node in document.walk():
        for word in node.text.split():
            assert word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in html


def test_the_same_text_twice_is_one_edition_and_another_day_the_next(app):
    first, again, second = kept(), kept(), kept(NEW)
    assert first.id == again.id
    assert second.document_id == first.document_id
    assert [e.slug for e in queries.editions_of(first.document_id)] == ["2024-03-01", "2026-05-18"]
    assert count(Document) == 1


def test_clauses_are_kept_in_order_with_the_way_to_them(app):
    edition = kept()
    clauses = queries.clauses_of(edition.id)
    assert [c.mark for c in clauses] == ["第一条", "第二条", "第三条", "第四条", "第五条"]
    assert clauses[2].heading == "第二章　推广"


def test_a_place_within_a_clause_belongs_to_it(app):
    edition = kept()
    assert queries.clause_at(edition.id, "2.2.1").path == "2"
    assert queries.clause_at(edition.id, "9") is None


def test_only_editors_import_and_what_they_import_is_a_draft(app):
    with pytest.raises(Forbidden), writing():
        actions.read_in(read(OLD), file_name="a.txt", actor=cast.staff("reviewer"))
    with writing():
        edition = actions.read_in(read(OLD), file_name="a.txt", actor=cast.staff("editor")).edition
    assert edition.state is EditionState.DRAFT


def test_what_is_public_is_found_by_its_words(app, visitor):
    kept()
    kept("样例办法\n\n第一条　草稿里的词语甚密。\n", state=EditionState.DRAFT)
    jobs.run_due()
    assert TITLE in visitor.get("/search?q=推广素材").text
    assert "没有找到" in visitor.get("/search?q=词语甚密").text


def test_the_command_says_one_line_for_each_file_and_goes_on_after_a_bad_one(app, tmp_path):
    (tmp_path / "rule.txt").write_text(OLD)
    (tmp_path / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    session.rollback()
    answer = app.test_cli_runner().invoke(
        args=["rules", "import", str(tmp_path / "old.docx"), str(tmp_path / "rule.txt")]
    )
    assert answer.exit_code == 1
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [(line["title"], line["articles"], line["issued_on"]) for line in lines] == [
        (TITLE, 5, "2024-03-01")
    ]
    assert "旧版 Word" in answer.stderr
    assert count(Edition) == 1


def test_a_dry_run_changes_nothing(app, tmp_path):
    (tmp_path / "rule.txt").write_text(OLD)
    session.rollback()
    answer = app.test_cli_runner().invoke(args=["rules", "import", "--dry-run", str(tmp_path / "rule.txt")])
    assert answer.exit_code == 0
    assert json.loads(answer.stdout)["articles"] == 5
    assert count(Document) == 0


@pytest.mark.slow
@pytest.mark.skipif(not REGULATIONS.exists(), reason="the folder of real regulations is not on this machine")
def test_the_real_regulations_are_kept_twice_without_doubles_and_without_losing_an_article(tmp_path):
    site = create_app(settings_for(tmp_path, f"sqlite:///{tmp_path / 'site.db'}"))
    files = sorted(map(str, REGULATIONS.glob("*.md")))
    with site.app_context():
        db.create_all()
        with writing():
            dated.plant()
    first, second = (site.test_cli_runner().invoke(args=["rules", "import", *files]) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout == second.stdout
    lines = [json.loads(line) for line in first.stdout.splitlines()]
    articles = sum(line["articles"] for line in lines)
    with site.app_context():
        assert len(lines) == count(Edition) == len(files)
        kept = select(func.count()).select_from(Clause).where(Clause.mark.like("第%条%"))
        assert session.scalar(kept) == articles
        session.remove()
        db.engine.dispose()
