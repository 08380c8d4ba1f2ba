"""Finished pages: for visitors only, the same bytes until a commit, never a page from before it, never one person's to another."""

import functools

import brotli
import pytest
from sqlalchemy import event

from association.kernel import audit, jobs, pagecache, transactions
from association.kernel.db import db, session
from association.kernel.letters import Letter
from association.kernel.once import SpentToken
from association.kernel.pagecache import Page, Shelf
from association.kernel.transactions import writing
from association.people.models import Person
from tests import cast

ADDRESS = "/organisations/"


class Reader:
    """A browser with no cookies of ours; counts what its request asks of the database."""

    def __init__(self, app) -> None:
        self.app, self.client, self.asked = app, app.test_client(), 0

    def get(self, path: str = ADDRESS, **headers: str):
        session.rollback()

        def count(*_facts: object) -> None:
            self.asked += 1

        self.asked = 0
        event.listen(db.engine, "before_cursor_execute", count)
        try:
            with self.app.app_context():
                return self.client.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        finally:
            event.remove(db.engine, "before_cursor_execute", count)


def letter() -> Letter:
    return Letter(
        to_address="a@people.example",
        language="zh",
        template="tests",
        subject="样例",
        body="样例",
        message_id="<1@site.example>",
    )


@pytest.fixture
def reader(app) -> Reader:
    app.extensions["page_cache"].shelf = Shelf()
    return Reader(app)


def test_the_second_reader_gets_the_same_page_without_a_question_to_the_database(reader, app):
    first = reader.get()
    assert reader.asked > 0
    other = Reader(app)
    second = other.get()
    assert other.asked == 0
    assert second.data == first.data
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Content-Type"] == first.headers["Content-Type"]
    assert second.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_who_has_the_page_gets_304_before_any_question(reader):
    etag = reader.get().headers["ETag"]
    answer = reader.get(If_None_Match=etag)
    assert (answer.status_code, answer.data, reader.asked) == (304, b"", 0)
    assert answer.headers["ETag"] == etag


def test_the_page_may_be_kept_by_browsers_but_must_be_asked_for_again(reader):
    answer = reader.get()
    assert answer.headers["Cache-Control"] == "no-cache"
    assert {"Cookie", "Accept-Encoding", "Accept-Language"} <= set(answer.vary)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("", None)],
)
def test_a_reader_gets_the_encoding_it_can_read_and_every_one_holds_the_same_page(reader, accepted, encoding):
    import gzip

    plain = reader.get().data
    answer = reader.get(Accept_Encoding=accepted)
    assert answer.headers.get("Content-Encoding") == encoding
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    opened = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding](answer.data)
    assert opened == plain
    assert reader.asked == 0


def test_after_a_commit_nobody_gets_the_page_from_before(reader):
    before = reader.get()
    firm = cast.verified(name="新来样例影视有限公司")
    after = reader.get(If_None_Match=before.headers["ETag"])
    assert after.status_code == 200
    assert "新来样例影视有限公司" in after.text
    assert firm.organisation.name not in before.text


def test_a_page_drawn_while_somebody_commits_is_not_kept_for_those_who_come_after_the_commit(
    reader, app, monkeypatch
):
    draw = app.view_functions["home.index"]

    @functools.wraps(draw)
    def slowly(**kwargs):
        page = draw(**kwargs)
        with writing():
            session.add(Person(name="样例"))
        return page

    with monkeypatch.context() as patch:
        patch.setitem(app.view_functions, "home.index", slowly)
        old = reader.get("/")
    reader.get("/")
    assert reader.asked > 0
    assert reader.get("/").headers["ETag"] != old.headers["ETag"]


def test_a_deed_that_is_undone_leaves_the_kept_pages_alone(reader):
    etag = reader.get().headers["ETag"]
    with pytest.raises(ZeroDivisionError), writing():
        session.add(Person(name="样例"))
        session.flush()
        raise ZeroDivisionError
    assert reader.get().headers["ETag"] == etag


def test_letters_and_the_workers_own_rows_leave_the_kept_pages_alone_and_everything_else_does_not(reader):
    etag = reader.get().headers["ETag"]
    with writing():
        session.add(letter())
        session.add(SpentToken(token="x", path="/", location="/"))
        jobs.later("nothing.like.this")
    jobs.run_due()
    assert reader.get().headers["ETag"] == etag
    with writing():
        session.add(SpentToken(token="y", path="/", location="/"))
        transactions.touch()
    assert (touched := reader.get().headers["ETag"]) != etag
    with writing():
        audit.record("note", cast.somebody().person, actor=cast.staff("admin"))
    assert reader.get().headers["ETag"] != touched


def test_a_statement_that_goes_past_the_models_counts_as_seen(reader):
    etag = reader.get().headers["ETag"]
    with writing():
        from sqlalchemy import text

        session.execute(text("update person set name = name"))
    assert reader.get().headers["ETag"] != etag


def test_somebody_signed_in_never_gets_nor_leaves_a_kept_page(reader, app, as_):
    visitor = reader.get("/")
    somebody = as_("registrar")
    page = somebody.get("/")
    assert page.answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in page.answer.headers
    assert "退出" in page.html
    again = Reader(app).get("/")
    assert "退出" not in again.text
    assert "登录" in again.text
    mine = somebody.client.get("/", headers={"If-None-Match": again.headers["ETag"]})
    assert mine.status_code == 200
    assert "退出" in mine.text
    assert visitor.status_code == 200


def test_any_cookie_beyond_the_ways_of_reading_means_a_page_of_its_own(reader):
    reader.get()
    reader.client.set_cookie("remember_token", "x")
    answer = reader.get()
    assert reader.asked > 0
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_page_with_a_form_or_a_message_is_not_kept(reader):
    answer = reader.get("/account/login")
    assert "Set-Cookie" in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


def test_language_size_theme_query_host_and_day_are_different_pages(reader, app):
    import time_machine

    etags = {reader.get().headers["ETag"], reader.get("/organisations/?q=1").headers["ETag"]}
    etags.add(reader.get(Host="other.example").headers["ETag"])
    etags.add(reader.get(Accept_Language="en").headers["ETag"])
    for name, value in (("lang", "en"), ("size", "large"), ("theme", "dark")):
        other = Reader(app)
        other.client.set_cookie(name, value)
        etags.add(other.get().headers["ETag"])
    with time_machine.travel("2026-11-24T10:00:00+08:00"):
        etags.add(reader.get().headers["ETag"])
    assert len(etags) == 7  # English by cookie and English by the browser's wish are the same page


def test_a_forged_host_reaches_no_other_reader(reader, app):
    reader.get("/", Host="thief.example")
    assert "thief.example" not in Reader(app).get("/").text


def test_what_is_not_found_refused_or_redirected_is_not_kept(reader):
    for path in ("/organisations/91990000MA0000007X/", "/my/", "/nowhere/"):
        answer = reader.get(path)
        assert answer.status_code in (302, 404)
        assert "ETag" not in answer.headers


def test_search_is_drawn_anew_because_the_index_follows_the_commit(reader):
    reader.get("/search?q=样例")
    assert "ETag" not in reader.get("/search?q=样例").headers


def test_when_the_generation_cannot_be_known_nothing_kept_is_shown(reader, app):
    reader.get()
    (app.extensions["settings"].data / "generation").unlink()
    reader.get()
    assert reader.asked > 0


def test_the_shelf_lets_the_least_read_page_go_and_never_holds_more_than_its_room():
    shelf = Shelf(room=3 * Page([], {"br": b"x" * 1000}).size)
    for name in "abc":
        shelf.put(name, Page([], {"br": b"x" * 1000}))
    shelf.take("a")
    shelf.put("d", Page([], {"br": b"x" * 1000}))
    assert shelf.take("b") is None
    assert all(shelf.take(name) for name in "acd")
    shelf.put("e", Page([], {"br": b"x" * 9000}))
    assert len(shelf) == 0


def test_it_can_be_turned_off(tmp_path):
    from dataclasses import replace

    from flask import Flask

    from tests.conftest import settings_for

    bare = Flask("bare")
    pagecache.init_app(bare, replace(settings_for(tmp_path, "sqlite://"), page_cache=False))
    assert "page_cache" not in bare.extensions
    assert bare.before_request_funcs == {}
