"""/log/: what people read, and what programs fetch."""

import base64
import hashlib
import json

import pytest

from association.kernel.log import newest
from tests.kernel.log import acts
from tests.page import Page


@pytest.fixture
def told(app):
    acts.several(5)
    acts.grown()
    return app


def test_the_page_explains_itself_and_shows_where_the_log_stands(told, visitor):
    page = visitor.get("/log/")
    assert page.status == 200
    for words in ("能证明什么", "不能证明什么", "怎样核对", "5条记录，签署于", newest().root):
        assert words in page.text


def test_it_does_so_in_english_too(told):
    page = Page(told, language="en").get("/log/")
    assert "What it proves" in page.text
    assert "5 entries, signed" in page.text


def test_a_log_that_has_not_begun_says_so(app, visitor):
    page = visitor.get("/log/")
    assert "还没有检查点" in page.text
    assert "还没有记录" in page.text
    assert visitor.get("/log/entries/").status == 200
    for address in ("checkpoint", "key", "tile/0/000", "tile/entries/000.p/1", "entries/1/"):
        assert visitor.get(f"/log/{address}").status == 404


def test_the_checkpoint_is_plain_text_that_is_not_kept_for_long(told, visitor):
    answer = visitor.get("/log/checkpoint").answer
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=5"
    assert answer.text == newest().note
    assert visitor.get("/log/key").answer.text == f"{newest().key}\n"


@pytest.mark.parametrize("address", ["tile/0/000.p/5", "tile/0/000.p/3", "tile/entries/000.p/5"])
def test_tiles_and_bundles_are_kept_for_ever(told, visitor, address):
    answer = visitor.get(f"/log/{address}").answer
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    again = told.test_client().get(f"/log/{address}", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "address", ["tile/0/000", "tile/0/000.p/6", "tile/00/000.p/5", "tile/1/000.p/1", "tile/64/000", "tile/x/000", "tile/0/0", "tile/entries/000.p/6", "tile/entries/0"]
)  # fmt: skip
def test_what_the_log_does_not_have_is_not_found(told, visitor, address):
    assert visitor.get(f"/log/{address}").status == 404


def test_an_entry_shows_what_is_hashed_and_its_proof(told, visitor):
    page = visitor.get("/log/entries/3/")
    assert "已在检查点中" in page.text
    proof = json.loads(visitor.get("/log/entries/3/proof.json").answer.text)
    assert proof["index"] == 2
    assert proof["entry"] in page.text
    tile = visitor.get("/log/tile/0/000.p/5").answer.data
    assert hashlib.sha256(b"\x00" + proof["entry"].encode()).digest() == tile[64:96]
    assert base64.b64decode(proof["path"][0]) == tile[96:128]


def test_an_entry_nobody_has_signed_yet_says_so(told, visitor):
    acts.one()
    assert "等待签署" in visitor.get("/log/entries/6/").text
    answer = visitor.get("/log/entries/6/proof.json").answer
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert visitor.get("/log/tile/entries/000.p/6").status == 404
    assert visitor.get("/log/entries/7/").status == 404


def test_the_list_is_the_same_as_page_csv_and_json_and_holds_no_content(told, visitor):
    assert "5 条记录" in visitor.get("/log/entries/").text
    items = json.loads(visitor.get("/log/entries/?format=json").answer.text)["items"]
    assert [item["number"] for item in items] == [5, 4, 3, 2, 1]
    csv = visitor.get("/log/entries/?format=csv").answer.text
    assert len(csv.splitlines()) == 6
    assert "第0件" not in csv
    assert visitor.get("/log/entries/?kind=person").answer.status_code == 200
    assert "<feed" in visitor.get("/log/entries/?format=atom").answer.text


def test_the_foot_of_every_page_leads_there(told, visitor):
    assert 'href="/log/"' in visitor.get("/").answer.text


def test_pages_cost_the_same_however_long_the_log_is(told, visitor):
    few = {
        address: visitor.get(address).statements for address in ("/log/", "/log/entries/", "/log/entries/3/")
    }
    acts.several(60)
    acts.grown()
    many = {address: visitor.get(address).statements for address in few}
    assert many == few
