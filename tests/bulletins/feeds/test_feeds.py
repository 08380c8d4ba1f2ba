"""Feeds: what the list shows under the same filters, and nothing that was withdrawn."""

from xml.etree import ElementTree as ET

import pytest
import time_machine
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from association.kernel import feeds
from association.kernel.feeds import ATOM
from bulletins.warnings.models import Level
from tests import cast
from tests.association.pledges import signed as pledges
from tests.association.rules import texts
from tests.bulletins.warnings.issued import issued, step
from tests.page import Page


def titles(page: Page, path: str) -> list[str]:
    answer = page.client.get(path)
    assert answer.mimetype == "application/atom+xml"
    root = ET.fromstring(answer.data)  # noqa: S314 - our own bytes
    assert root.tag == f"{{{ATOM}}}feed"
    return [e.findtext(f"{{{ATOM}}}title") or "" for e in root.iter(f"{{{ATOM}}}entry")]


def test_a_feed_follows_the_filters_of_its_list(app: Flask, visitor: Page) -> None:
    issued(title="甲", level=Level.RED)
    issued(title="乙", level=Level.BLUE)
    assert titles(visitor, "/warnings/?format=atom") == ["蓝色预警 乙", "红色预警 甲"]
    assert titles(visitor, "/warnings/?level=red&format=atom") == ["红色预警 甲"]


def test_the_page_announces_the_feed_of_what_it_shows(app: Flask, visitor: Page) -> None:
    page = visitor.get("/warnings/?level=red&page=1&order=newest")
    assert '<link rel="alternate" type="application/atom+xml"' in page.html
    assert 'href="/warnings/?level=red&amp;format=atom"' in page.html


def test_a_withdrawn_warning_leaves_the_feed_at_once(app: Flask, visitor: Page) -> None:
    id_ = issued(title="甲")
    assert titles(visitor, "/warnings/?format=atom") == ["橙色预警 甲"]
    step(id_, "withdraw", reason="有误。")
    assert titles(visitor, "/warnings/?format=atom") == []
    assert visitor.client.get("/warnings/?format=jsonfeed").json["items"] == []


def test_a_json_feed_says_its_version_and_whole_addresses(app: Flask, visitor: Page) -> None:
    issued(title="甲")
    feed = visitor.client.get("/warnings/?format=jsonfeed").json
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["url"] == "http://site.example/warnings/2026-1/"
    assert feed["feed_url"] == "http://site.example/warnings/?format=jsonfeed"


def test_whoever_has_the_newest_is_told_so_without_it(app: Flask, visitor: Page) -> None:
    issued(title="甲")
    first = visitor.client.get("/warnings/?format=atom")
    again = visitor.client.get("/warnings/?format=atom", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["/warnings/", "/bulletins/", "/consultations/", "/organisations/"])
def test_every_list_of_the_page_of_feeds_has_both(app: Flask, visitor: Page, path: str) -> None:
    cast.verified(101)
    assert path in visitor.get("/feeds/").html
    titles(visitor, f"{path}?format=atom")
    assert visitor.client.get(f"{path}?format=jsonfeed").json["home_page_url"].endswith(path)


def test_the_page_of_feeds_speaks_english(app: Flask) -> None:
    assert Page(app, language="en").get("/feeds/").heading == "Subscribe"


@given(st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_no_text_makes_a_feed_that_cannot_be_read(app: Flask, text: str) -> None:
    feed = feeds.Feed(title="样例", newest=(), called=lambda row: row, at=lambda _row: None)
    with app.test_request_context("/x/?format=atom"):
        answer = feeds.answer(feed, [text], lambda _row: "/x/", page="/x/", wanted="atom")
    ET.fromstring(answer.data)  # noqa: S314 - our own bytes


def test_texts_and_pledges_have_feeds_of_what_came_in_last(app: Flask, visitor: Page) -> None:
    with time_machine.travel("2026-11-01T10:00:00+08:00", tick=True):
        texts.kept()
    pledges.issued()
    assert titles(visitor, "/rules/?format=atom") == [
        f"{pledges.TITLE}（2026-11-23）",
        "样例短剧自律规则（2024-03-01）",
    ]
    assert titles(visitor, "/pledges/?format=atom") == [f"{pledges.TITLE}（2026-11-23）"]
    with time_machine.travel("2026-11-24T10:00:00+08:00", tick=True):
        texts.kept(texts.NEW)
    assert titles(visitor, "/rules/?format=atom")[0] == "样例短剧自律规则（2026-05-18）"


@pytest.mark.parametrize("path", ["/standards/", "/members/"])
def test_an_empty_list_is_an_empty_feed(app: Flask, visitor: Page, path: str) -> None:
    assert titles(visitor, f"{path}?format=atom") == []


def test_every_feed_on_the_page_of_feeds_can_be_read(app: Flask, visitor: Page) -> None:
    links = [url for url in visitor.get("/feeds/").links().values() if "format=" in url]
    assert len(links) == 24
    assert {visitor.client.get(url).status_code for url in links} == {200}
