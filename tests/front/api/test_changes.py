"""Whoever keeps a copy follows changes, and ends with what the site shows."""

import importlib
import json
import sys
from typing import Any

import pytest
from flask import Flask

from association.kernel import jobs
from association.kernel.db import session
from association.kernel.settings import ROOT
from association.kernel.transactions import writing
from association.organisations.models import Organisation, OrganisationState
from bulletins.notices import actions
from bulletins.notices.models import Correction
from bulletins.notices.workflow import CORRECTION
from front.api import changes
from tests import cast
from tests.bulletins.notices import issued

BASE = "http://site.example/api/v1"
LISTS = ("organisations", "bulletins")


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "examples"))
    yield importlib.import_module("mirror")
    sys.modules.pop("mirror", None)


def looked() -> None:
    with writing():
        changes.look_again()
    for _ in range(2):
        jobs.run_due()
    session.rollback()


class Copy:
    """The program's copy of this site."""

    def __init__(self, app: Flask, program: Any) -> None:
        self.app, self.program, self.kept = app, program, {}

    def fetch(self, address: str) -> Any:
        with self.app.app_context():
            answer = self.app.test_client().get(
                address.removeprefix("http://site.example"), headers={"Accept-Language": "zh"}
            )
        assert answer.status_code in (200, 404)
        return json.loads(answer.text) if answer.status_code == 200 else None

    def follow(self) -> tuple[int, int]:
        looked()
        return self.program.followed(self.kept, BASE, self.fetch)

    def of_site(self) -> dict[str, Any]:
        """Every item of the lists, asked for one by one."""
        rows = [row for name in LISTS for row in self.fetch(f"{BASE}/{name}")["items"]]
        return {row["self"]: self.fetch(row["self"]) for row in rows}

    def last_changes(self, since: int) -> list[str]:
        return [c["change"] for c in self.fetch(f"{BASE}/changes?cursor={since}")["items"]]


@pytest.fixture
def copy(app: Flask, mirror: Any) -> Copy:
    cast.verified(101)
    cast.verified(102, name="拾光样例影业有限公司")
    issued.issued()
    copy = Copy(app, mirror)
    copy.follow()
    return copy


def test_a_new_copy_is_what_the_site_shows(copy: Copy) -> None:
    shown = copy.of_site()
    assert len(shown) == 3
    assert {a: i for a, i in copy.kept["items"].items() if a in shown} == shown


def test_nothing_new_leaves_the_cursor_where_it_was(copy: Copy) -> None:
    before = copy.kept["cursor"]
    assert copy.follow() == (0, 0)
    assert copy.kept["cursor"] == before


def test_a_long_look_is_followed_by_a_rest_in_which_nothing_is_missed(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = copy.kept["cursor"]
    cast.verified(103, name="南风样例文化传播有限公司")
    with monkeypatch.context() as patched:
        patched.setattr(changes, "REST", 1e9)
        looked()
    cast.verified(104, name="青禾样例动漫有限公司")
    assert copy.follow()[0] == 1  # the first of them: the worker rests
    copy.app.extensions[changes.RESTS_UNTIL] = 0.0
    assert copy.follow()[0] == 1
    assert copy.last_changes(before) == ["created", "created"]


def test_what_was_withdrawn_leaves_the_copy(copy: Copy) -> None:
    since = copy.kept["cursor"]
    issued.step("withdraw", "issuer", "依据已经失效")
    assert copy.follow()[1] == 1
    assert "withdrawn" in copy.last_changes(since)
    assert not [a for a in copy.kept["items"] if "/bulletins/" in a]
    assert {a: i for a, i in copy.kept["items"].items() if a in copy.of_site()} == copy.of_site()


def test_a_correction_is_called_one_and_reaches_the_copy(copy: Copy) -> None:
    since = copy.kept["cursor"]
    with writing():
        actions.propose_correction(
            issued.notice(),
            before="不少于六个月",
            after="不少于一年",
            because="笔误",
            actor=issued.staff("editor"),
        )
    with writing():
        correction = session.query(Correction).one()
        CORRECTION.take("issue", correction, actor=issued.staff("issuer"))
    copy.follow()
    assert copy.last_changes(since) == ["corrected"]
    (kept,) = [i for a, i in copy.kept["items"].items() if "/bulletins/" in a]
    assert kept["corrections"][0]["after"] == "不少于一年"


def test_what_is_public_no_longer_is_masked_and_comes_back_as_new(copy: Copy) -> None:
    since = copy.kept["cursor"]

    def be(state: OrganisationState) -> None:
        with writing():
            session.query(Organisation).filter_by(uscc=cast.code(102)).one().state = state

    be(OrganisationState.SUBMITTED)
    copy.follow()
    assert copy.last_changes(since) == ["masked"]
    assert copy.kept["items"].keys() >= copy.of_site().keys()
    assert "拾光" not in json.dumps(copy.kept, ensure_ascii=False)
    be(OrganisationState.APPROVED)
    copy.follow()
    assert copy.last_changes(since) == ["created"]


def test_changes_come_in_parts(copy: Copy) -> None:
    first = copy.fetch(f"{BASE}/changes?limit=2")
    rest = copy.fetch(first["next"])
    numbers = [c["number"] for c in first["items"] + rest["items"]]
    assert numbers == sorted(set(numbers))
    assert first["cursor"] == numbers[1]
