"""The same site for everybody: without script, by keyboard alone, in large print, in English, in the dark."""

import time

import pytest
from playwright.sync_api import expect

from demo.cast import COLLEAGUES, code
from tests.journeys.server import PATIENCE

HOMES = {"signer@aurora.example": "/my/", "expert1@demo.example": "/review/", "trainee@demo.example": "/my/"}


def test_everything_can_be_done_without_script(somebody, live, authority):
    person = somebody("clerk@aurora.example", script=False)
    assert person.path == "/my/"
    person.goes_to("/my/organisations/apply/").fills(name="", authority=authority).presses("保存并邀请签署人")
    person.sees("处需要改", "请填写")
    person.fills(
        code=code(902), name="无脚本样例影视有限公司", founded_on="2020-05-20", legal_representative="甘样例",
        address="示例省示例市示例路2号", signer_name="樊样例", signer_email="signer@noscript.example", authority=authority,
        authority_ends_on="2027-12-31",
    )  # fmt: skip
    person.page.locator("main [name=province]").select_option("99")
    person.ticks("制作机构").presses("保存并邀请签署人").sees("待签署人确认")
    live.letter_to("signer@noscript.example", about="邀请你担任无脚本样例影视有限公司")
    person.goes_to("/organisations/?q=样例").sees("家单位")


def test_signing_in_needs_nothing_but_the_keyboard(somebody):
    person = somebody()
    person.goes_to("/account/login")
    page = person.page
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "email":
            break
    page.keyboard.type("registrar@demo.example")
    page.keyboard.press("Tab")
    page.keyboard.type("yuezhang-demo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")
    page.keyboard.press("Tab")
    assert "跳到正文" in page.evaluate("document.activeElement.innerText")


def test_a_table_wider_than_the_window_is_a_stop_of_its_own_and_moves_by_keyboard(somebody):
    person = somebody("editor@demo.example")
    page = person.goes_to("/desk/consultations/").page
    table = page.locator(".table-scroll").first
    page.set_viewport_size({"width": 1440, "height": 800})
    expect(table).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 360, "height": 800})
    expect(table).to_have_attribute("tabindex", "0")
    expect(table).to_have_attribute("aria-label", "征求意见")
    table.focus()
    page.keyboard.press("ArrowRight")
    until = time.monotonic() + PATIENCE
    while not table.evaluate("frame => frame.scrollLeft") and time.monotonic() < until:
        page.wait_for_timeout(50)
    assert table.evaluate("frame => frame.scrollLeft") > 0


def test_the_first_thing_after_a_refused_form_is_what_must_change(somebody):
    person = somebody()
    person.goes_to("/account/register").presses("注册")
    assert person.page.evaluate("document.activeElement.className").startswith("error-summary")
    person.page.locator(".error-summary a").first.click()
    assert person.page.evaluate("document.activeElement.name") == "name"


def test_language_size_and_theme_are_remembered(somebody):
    person = somebody()
    person.goes_to("/").page.get_by_role("link", name="English").first.click()
    person.page.wait_for_load_state()
    assert person.page.locator("html").get_attribute("lang") == "en"
    person.looks()
    person.page.get_by_role("link", name="Large print").first.click()
    person.page.wait_for_load_state()
    person.looks()
    person.page.get_by_role("link", name="Dark").first.click()
    person.page.wait_for_load_state()
    assert person.page.locator("html").get_attribute("data-bs-theme") == "dark"
    person.goes_to("/organisations/")
    assert person.page.locator("html").get_attribute("lang") == "en"


def test_nothing_is_cut_off_in_a_window_of_320(somebody):
    person = somebody("registrar@demo.example")
    person.page.set_viewport_size({"width": 320, "height": 700})
    for path in (
        "/",
        "/organisations/",
        "/members/",
        "/desk/",
        "/search?q=样例",
        "/organisations/file/import/",
    ):
        person.page.goto(path)
        assert person.page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize(
    "word", ["editor", "registrar", "auditor", "admin", "expert1", "trainee", "signer@aurora"]
)
def test_every_kind_of_person_comes_to_their_own_first_page(somebody, word):
    email = f"{word}.example" if "@" in word else f"{word}@demo.example"
    person = somebody(email)
    staff = {c.word for c in COLLEAGUES if not {"expert", "trainee"} & set(c.roles)} | {"admin"}
    assert person.path == ("/desk/" if word in staff else HOMES[email])
