"""What stands around every view: one transaction, closed by default, and nobody's typing lost."""

import io

import pytest
from sqlalchemy import func, select

from association.kernel.db import session
from association.organisations.models import Organisation
from tests import cast
from tests.page import Page

APPLY = "/my/organisations/apply/"


def organisations() -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Organisation))


@pytest.fixture
def clerk(as_) -> Page:
    return as_()


def test_a_form_that_was_open_too_long_is_drawn_again_as_it_was_typed(clerk):
    page = clerk.get(APPLY)
    page.submit("保存并邀请签署人", name="晨曦样例影视有限公司", csrf_token="of a session that has ended")
    assert page.status == 422
    assert "页面放得太久，为安全起见请再提交一次；你填写的内容都还在。" in page.refusals
    assert page.value("name") == "晨曦样例影视有限公司"
    assert organisations() == 0


def test_a_forged_post_without_a_token_changes_nothing(clerk):
    answer = clerk.client.post(APPLY, data={"name": "晨曦样例影视有限公司"})
    assert answer.status_code == 422
    assert organisations() == 0


def test_an_address_that_asks_for_a_sign_in_remembers_where_one_wanted_to_go(visitor):
    page = visitor.get("/desk/")
    assert page.heading == "登录"
    assert "next=" in page.path


def test_a_way_back_to_another_site_is_not_taken(app):
    account = cast.somebody()
    page = Page(app).get("/account/login?next=//thief.example/")
    page.submit("登录", email=account.email, password=cast.PASSWORD)
    assert page.path == "/"


@pytest.mark.parametrize(
    ("source", "is_offered"),
    [
        ("http://localhost/my/?a=1", True),
        ("http://thief.example/my/", False),
        ("http://localhost//thief.example/", False),
    ],
)
def test_what_cannot_be_done_leads_back_to_the_page_of_ours_one_came_from(clerk, source, is_offered):
    answer = clerk.client.get("/desk/administration/", headers={"Referer": source})
    assert answer.status_code == 403
    assert ('<a href="/my/?a=1">回到刚才的页面</a>' in answer.text) is is_offered
    assert "thief" not in answer.text


def test_what_is_larger_than_anything_we_take_is_refused_with_a_sentence(clerk):
    answer = clerk.client.post(APPLY, data={"authority": (io.BytesIO(bytes(65 * 1024 * 1024)), "a.pdf")})
    answer.request.environ["wsgi.input"].close()  # the client leaves its temporary file open
    assert answer.status_code == 413
    assert "太大" in answer.text


def test_a_method_nobody_offers_has_a_page_too(visitor):
    answer = visitor.client.post("/organisations/")
    assert answer.status_code == 405
    assert "<h1" in answer.text


def test_every_answer_has_the_headers_of_the_house(visitor):
    for path in ("/", "/account/login", "/nowhere/", "/organisations/?format=json"):
        headers = visitor.client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
