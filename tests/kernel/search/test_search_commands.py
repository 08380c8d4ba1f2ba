"""`flask index rebuild` and `flask index check`."""

from datetime import date

import pytest

from association.kernel.db import session
from association.kernel.search import records
from association.kernel.search.site import search
from association.kernel.transactions import writing


def publish(key: str) -> None:
    records.publish(key=key, kind="rule", title="晨曦公约", body="", url="/", dated_on=date(2026, 1, 1))


@pytest.fixture
def run(app):
    def invoke(*args: str) -> tuple[int, str]:
        session.rollback()
        result = app.test_cli_runner().invoke(args=["index", *args])
        return result.exit_code, result.output

    return invoke


def test_an_empty_site_agrees_with_an_empty_index(run):
    code, said = run("check")
    assert code == 0
    assert "一致" in said


def test_check_names_what_waits_for_the_worker(run):
    with writing():
        publish("rule:1")
    code, said = run("check")
    assert code == 1
    assert "rule:1" in said
    records.sync()
    assert run("check")[0] == 0


def test_check_names_what_differs_and_rebuild_puts_it_right(run):
    with writing():
        for n in range(60):
            publish(f"rule:{n}")
    records.sync()
    search().engine.apply(remove=[f"rule:{n}" for n in range(55)])
    code, said = run("check")
    assert code == 1
    assert "rule:0" in said
    assert "另有5条" in said
    code, said = run("rebuild")
    assert code == 0
    assert "60" in said
    code, said = run("check")
    assert code == 0
    assert "60" in said
