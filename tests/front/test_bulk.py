"""Whole lists as files: what the API says, checked by their sums, and never what is no longer said."""

import csv
import hashlib
import io
import shutil

import pytest
from flask import Flask, json

from association.kernel import jobs
from association.kernel.db import session
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from front import bulk
from tests import cast
from tests.page import Page

FILE = "/data/organisations.jsonl"


def made() -> None:
    with writing():
        bulk.make_again()
    jobs.run_due()


def test_files_say_what_the_api_says_and_have_their_sums(visitor: Page) -> None:
    cast.verified(101)
    made()
    answer = visitor.client.get(FILE)
    [line] = [json.loads(line) for line in answer.text.splitlines()]
    of_api = visitor.client.get("/api/v1/organisations", headers={"Accept-Language": "zh"}).get_json()[
        "items"
    ][0]
    assert {name: line[name] for name in of_api} == of_api
    sums = dict(reversed(row.split("  ")) for row in visitor.client.get("/data/SHA256SUMS").text.splitlines())  # type: ignore[misc]
    for name, digest in sums.items():
        assert hashlib.sha256(visitor.client.get(f"/data/{name}").data).hexdigest() == digest
    [row] = csv.DictReader(io.StringIO(visitor.client.get("/data/organisations.csv").text.lstrip("\ufeff")))
    assert row["url"] == line["url"]
    assert visitor.client.get(FILE, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_what_changed_is_withheld_at_once_and_made_anew(visitor: Page) -> None:
    firm = cast.verified(101)
    cast.verified(102, name="北辰样例传媒有限公司")
    made()
    with writing():
        session.get_one(Organisation, firm.id).name = "晨曦样例改名影视有限公司"
    assert visitor.client.get(FILE).status_code == 503
    assert visitor.client.get("/data/organisations.csv").status_code == 503
    assert visitor.client.get("/data/warnings.jsonl").status_code == 200
    made()
    assert "晨曦样例改名影视有限公司" in visitor.client.get(FILE).text


def test_what_is_new_withholds_nothing(visitor: Page) -> None:
    cast.verified(101)
    made()
    cast.verified(102, name="北辰样例传媒有限公司")
    assert visitor.client.get(FILE).status_code == 200


def test_whoever_is_stopped_half_way_has_changed_nothing(
    visitor: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.verified(101)
    made()
    before = visitor.client.get(FILE).data
    real, calls = bulk._said, []

    def stopped(resource: bulk.Resource) -> list[str]:
        calls.append(resource)
        if len(calls) > 3:
            raise KeyboardInterrupt
        return real(resource)

    monkeypatch.setattr(bulk, "_said", stopped)
    with pytest.raises(KeyboardInterrupt):
        bulk.make()
    monkeypatch.undo()
    assert visitor.client.get(FILE).data == before
    bulk.make()
    assert visitor.client.get(FILE).data == before
    assert len([f for f in bulk.folder().iterdir() if f.is_dir()]) == 1


def test_before_the_first_set_the_page_says_so(app: Flask, visitor: Page) -> None:
    shutil.rmtree(app.extensions["settings"].data / "bulk", ignore_errors=True)
    assert "还没有做好第一份" in visitor.get("/data/").text
    assert visitor.client.get(FILE).status_code == 404
    made()
    assert "SHA256SUMS" in visitor.get("/data/").text
    assert visitor.client.get("/data/nothing.jsonl").status_code == 404
