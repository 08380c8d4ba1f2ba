"""The home page says what is there, and nothing that is not."""

from flask import Flask

from front import navigation
from tests import cast
from tests.page import Page


def test_an_empty_site_invites_to_apply(visitor: Page) -> None:
    visitor.get("/")
    assert visitor.status == 200
    assert "还没有已核验的单位" in visitor.text


def test_a_verified_organisation_appears_and_leads_to_its_record(visitor: Page) -> None:
    cast.verified(101)
    visitor.get("/").press("晨曦样例影视有限公司")
    assert visitor.heading == "晨曦样例影视有限公司"
    assert cast.code(101) in visitor.text
    assert "不构成行政许可" in visitor.text


def test_the_home_page_asks_the_database_as_often_for_one_as_for_three(visitor: Page) -> None:
    cast.verified(101)
    one = visitor.get("/").statements
    cast.verified(102, name="拾光样例影业有限公司")
    cast.verified(103, name="南风样例文化传播有限公司")
    assert visitor.get("/").statements == one


def test_a_door_of_the_navigation_opens_on_what_stands_behind_it(visitor: Page) -> None:
    visitor.get("/").press("规范标准")
    assert visitor.heading == "规范文本"
    visitor.press("征求意见")
    assert [words for words, here in visitor.navigation.items() if here] == ["规范标准", "征求意见"]
    assert not any(visitor.get("/account/login").navigation.values())


def test_every_place_of_the_navigation_stands_behind_a_door(visitor: Page) -> None:
    visitor.get("/")
    assert list(visitor.navigation) == [str(label) for label, _endpoints in navigation.DOORS]


def test_a_member_of_staff_without_a_second_factor_is_led_to_one_first(app: Flask) -> None:
    account = cast.somebody("registrar")
    page = Page(app).get("/account/login").submit("登录", email=account.email, password=cast.PASSWORD)
    assert page.heading == "启用第二重验证"
    assert page.get("/desk/").heading == "启用第二重验证"
