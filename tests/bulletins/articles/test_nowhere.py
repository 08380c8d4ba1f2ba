"""The name shows exactly while the publicity runs, and is then nowhere: page, list, data sets, feeds, API, search, printed paper, log."""

import io

import pytest
from flask import current_app
from pypdf import PdfReader

from association.kernel import files, jobs
from association.kernel.db import Model, session
from association.kernel.documents import document_of
from association.kernel.errors import Refused
from association.kernel.search import records
from association.kernel.transactions import writing
from bulletins.articles import actions, naming
from front.api import changes
from tests.association.pledges import signed
from tests.bulletins.articles import written as art
from tests.bulletins.cases import after
from tests.bulletins.cases import filed as way
from tests.page import Page

LAST, NEXT = "2027-03-08", "2027-03-09"


@pytest.fixture
def firm(app):
    signed.issued()
    firm = way.bound()
    after.in_effect(firm)
    with way.on("2026-12-08"):
        art.issued(firm)
        after.shown(firm, months=3)
    return firm


def public_words(app) -> dict[str, str]:
    """Everything a visitor gets that tells of the case, by where."""
    found = {}
    for path in (
        "/cases/2026-1/", "/cases/", "/cases/?format=csv", "/cases/?format=json", "/cases/?format=atom", "/cases/?format=jsonfeed", "/cases/figures/",
        "/api/v1/cases", "/api/v1/cases/1", "/log/", "/log/?format=json", "/feeds/",
    ):  # fmt: skip
        found[path] = app.test_client().get(path).get_data(as_text=True)
    return found


def holding(app, *words: str) -> set[str]:
    return {path for path, text in public_words(app).items() if any(word in text for word in words)}


def test_the_name_shows_exactly_while_the_publicity_runs(app, firm):
    name, code = firm.organisation.name, firm.organisation.uscc
    shown = {
        "/cases/2026-1/",
        "/cases/",
        "/cases/?format=csv",
        "/cases/?format=json",
        "/cases/?format=atom",
        "/cases/?format=jsonfeed",
        "/api/v1/cases",
        "/api/v1/cases/1",
    }
    for day in ("2026-12-08", LAST):
        with way.on(day):
            assert holding(app, name) == shown
            assert Page(app).get(f"/cases/?q={name[:4]}").text.count("例〔2026〕1号") == 1
    # The day after, before any clock has struck.
    with way.on(NEXT):
        assert holding(app, name, code) == set()
        assert "没有符合这些条件的" in Page(app).get(f"/cases/?q={name[:4]}").text
        assert way.ticked() == 1
        assert holding(app, name, code) == set()
        page = Page(app).get("/cases/2026-1/")
        assert "一家制作机构（名称不公开）" in page.text
        assert "公示期满，名称撤下。" in page.text


def test_no_row_of_it_holds_the_name_while_it_shows(app, firm):
    """Nothing has to be rewritten when it leaves: what is public of it is kept without."""
    name = firm.organisation.name
    kept = {
        f"{table.name}.{column.name}"
        for table in Model.metadata.sorted_tables
        if table.name.startswith(
            ("case_article", "search_record", "happening", "rendered_document", "public_entry")
        )
        for row in session.execute(table.select()).mappings()
        for column in table.columns
        if name in str(row[column.name])
        and (table.name != "search_record" or row["key"].startswith("case_article"))
        and (table.name not in ("rendered_document", "happening") or row["subject_kind"] == "case_article")
    }
    assert kept == set()


def test_the_printed_paper_never_names_it(app, firm):
    session.rollback()
    with way.on("2026-12-09"):
        jobs.run_due()
    paper = document_of(art.article(firm), "case_article")
    assert paper is not None
    assert paper.sha256 is not None
    with files.open_file(paper.sha256) as held:
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(held.read())).pages)
    assert "推广素材" in text
    assert firm.organisation.name not in text


def test_credit_repair_takes_the_name_down_at_once_and_is_shown(app, firm):
    with way.on("2027-03-08"):
        after.carried_out(firm)
        after.applied(firm)
        assert naming.named(art.article(firm)) is not None
        after.repair("grant", firm)
        assert naming.named(art.article(firm)) is None
        page = Page(app).get("/cases/2026-1/")
        assert "信用已修复" in page.text
        assert "看过下架记录。" in page.text
        assert holding(app, firm.organisation.name) == set()


def test_an_annulled_decision_leaves_an_explanation_and_nothing_else(app, firm):
    with way.on("2026-12-20"):
        way.took("seek_annulment", firm, "legal", "据以认定的文书已经撤销。")
        way.took("annul", firm, "issuer", "据以认定的文书已经撤销。")
        page = Page(app).get("/cases/2026-1/")
        assert page.status == 410
        assert "据以认定的文书已经撤销。" in page.text
        for words in ("情节正片里没有", firm.organisation.name, "素材可以剪辑"):
            assert words not in page.html
        assert holding(app, firm.organisation.name, "推广素材与正片不一致") == set()
        assert app.test_client().get("/cases/2026-1/document.pdf").status_code == 404
        assert session.query(records.SearchRecord).filter_by(key="case_article:1").one().withdrawn
        assert app.test_client().get("/cases/2026-1/ask/").status_code == 404


def test_what_is_said_in_public_about_its_end_names_nobody(app, firm):
    name = firm.organisation.name
    issuer, editor = way.staff("issuer"), way.staff("editor")
    with pytest.raises(Refused, match="理由是公开的"), writing():
        art.ARTICLE.take("withdraw", art.article(firm), actor=issuer, reason=f"{name}要求撤回")
    with pytest.raises(Refused, match="理由是公开的"), writing():
        actions.propose_correction(
            art.article(firm), field="lede", before="两条", after="三条", because=f"{name}提出", actor=editor
        )
    way.took("seek_annulment", firm, "legal", "文书已经撤销。")
    way.took("annul", firm, "issuer", f"{name}的文书已经撤销。")
    page = Page(app).get("/cases/2026-1/")
    assert page.status == 410
    assert name not in page.html


def test_the_change_feed_tells_those_who_keep_a_copy(app, firm):
    assert looked() == ["created"]
    with way.on(NEXT):
        assert looked() == ["changed"]
    with way.on("2027-03-20"):
        way.took("seek_annulment", firm, "legal", "据以认定的文书已经撤销。")
        way.took("annul", firm, "issuer", "据以认定的文书已经撤销。")
        assert looked() == ["masked"]


def looked() -> list[str]:
    current_app.extensions.pop(changes.LOOK, None)
    with writing():
        changes.look_again()
    jobs.run_due()
    session.expire_all()
    return [row.change for row in session.query(changes.ItemChange).filter_by(resource="cases")]
