"""Exports carry their proof: the newest of every public list, in both languages, checked offline."""

import hashlib
import io
import json

import pytest
from sqlalchemy import select

from association.kernel import jobs
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.log import exports, first_fault
from association.kernel.log.exports import Export
from association.kernel.transactions import writing
from association.kernel.web import _LIBRARY
from front import log_lists
from tests import cast
from tests.front.test_log_files import verified
from tests.page import Page


def looked() -> None:
    """The worker's regular look, and the checkpoint after it."""
    jobs.run_due()
    with writing():
        exports._look_again()
    for _ in range(3):
        jobs.run_due()
    session.rollback()


@pytest.fixture
def entered(app):
    cast.verified(101)
    looked()
    return app


def export_of(client, address: str, language: str = "zh") -> bytes:
    """As a server answers: in a context of its own, or the language of the question before would stay."""
    with client.application.app_context():
        return client.get(address, headers={"Accept-Language": language}).data


def test_every_public_list_is_entered_and_no_other(app):
    client = app.test_client()
    found = set()
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if (
            "GET" in rule.methods
            and not rule.arguments
            and rule.endpoint not in _LIBRARY
            and getattr(view, "access", "") == "public"
        ):
            with app.app_context():
                if client.get(f"{rule.rule}?format=csv").mimetype == "text/csv":
                    found.add(rule.endpoint)
    assert found == {*log_lists.LISTS, *log_lists.NOT_ENTERED}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("format_", ["csv", "json"])
def test_a_downloaded_export_holds_offline(entered, tmp_path, language, format_):
    client, address = entered.test_client(), f"/organisations/?format={format_}"
    content = export_of(client, address, language)
    with entered.app_context():
        led = client.get(
            "/log/of", query_string={"paper": address}, headers={"Accept-Language": language}
        ).location
    assert led == f"/log/files/{hashlib.sha256(content).hexdigest()}/"
    answer = verified(tmp_path, client.get(f"{led}proof.json").data, content)
    assert answer.returncode == 0, answer.stdout


def test_each_language_has_an_export_of_its_own(entered):
    client, address = entered.test_client(), "/organisations/?format=csv"
    chinese, english = (export_of(client, address, language) for language in ("zh", "en"))
    assert chinese != english
    for language, content in (("zh", chinese), ("en", english)):
        assert exports.at(address, language).sha256 == hashlib.sha256(content).hexdigest()


def test_the_page_of_a_list_leads_to_the_proof_and_a_filtered_one_does_not(entered, visitor):
    assert 'href="/log/exports/"' in visitor.get("/organisations/").answer.text
    assert 'href="/log/exports/"' not in visitor.get("/organisations/?q=x").answer.text
    page = visitor.get("/log/exports/")
    assert "单位" in page.text
    csv = exports.at("/organisations/?format=csv", "zh")
    assert f'href="/log/files/{csv.sha256}/"' in page.answer.text
    assert "Exports of lists" in Page(entered, language="en").get("/log/exports/").text


def test_before_the_first_look_the_page_says_so(app, visitor):
    assert "还没有记入" in visitor.get("/log/exports/").text


def test_a_site_without_a_public_act_looks_at_no_list(app):
    looked()
    assert session.query(Export).count() == 0


def test_nothing_changed_enters_nothing(entered):
    before = session.query(LogEntry).count()
    looked()
    assert session.query(LogEntry).count() == before


def test_once_a_list_has_changed_the_earlier_export_is_no_longer_found_but_its_proof_still_holds(
    entered, tmp_path, visitor
):
    client, address = entered.test_client(), "/organisations/?format=csv"
    old = export_of(client, address)
    old_proof = client.get(f"/log/files/{hashlib.sha256(old).hexdigest()}/proof.json").data
    cast.verified(102, name="拾光样例影业有限公司")
    looked()
    new = export_of(client, address)
    assert client.get(f"/log/files/{hashlib.sha256(new).hexdigest()}/").status_code == 200
    assert client.get(f"/log/files/{hashlib.sha256(old).hexdigest()}/").status_code == 404
    page = visitor.get("/verify/").submit("比对文件", file=(io.BytesIO(old), "list.csv"))
    assert "公开日志里有这份文件" not in page.text
    assert verified(tmp_path, old_proof, old).returncode == 0
    assert first_fault() is None


def test_lists_with_the_same_bytes_are_one_file_until_the_last_has_changed(entered):
    empty = [row for row in session.scalars(select(Export)) if row.language == "zh" and "json" in row.address]
    same = [row.address for row in empty if row.sha256 == exports.at("/warnings/?format=json", "zh").sha256]
    assert len(same) > 2
    assert json.loads(export_of(entered.test_client(), same[0]))["count"] == 0


def test_a_dropped_export_is_found_by_its_bytes(entered, visitor):
    content = export_of(entered.test_client(), "/organisations/?format=csv")
    page = visitor.get("/verify/").submit("比对文件", file=(io.BytesIO(content), "list.csv"))
    assert "公开日志里有这份文件" in page.text
    assert "不是我们的" not in page.text
