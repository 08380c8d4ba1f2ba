"""Registering, proving the address, resetting: one link each, and nothing a stranger could learn."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from association.accounts import actions, retention, tokens
from association.accounts.models import Account, PendingAccount
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import rollback, writing
from association.people.models import Person
from tests.association.accounts.house import NEW_PASSWORD, Browser, again, count, person, set_settings
from tests.cast import PASSWORD

NEW, KNOWN = "new@studio.example", "known@studio.example"


def register(
    browser: Browser, email: str = NEW, *, name: str = "样例甲", password: str = PASSWORD
) -> Browser:
    return browser.fill("/account/register", "注册", name=name, email=email, password=password)


def test_whoever_registers_is_somebody_only_after_proving_the_address(browser, letter_box):
    assert register(browser).path == "/account/sent/register"
    assert count(Account) == 0
    assert browser.sign_in(NEW).status == 422

    link = letter_box.link(NEW, "prove")
    assert browser.get(link).status == 200
    assert count(Account) == 0, "opening the link alone proves nothing: mail programs open links"

    browser.submit("这是我的邮箱")
    assert browser.path == "/account/login"
    assert count(Account) == 1
    assert letter_box.templates(NEW) == ["prove", "welcome"]
    assert browser.sign_in(NEW).path == "/my/"
    assert browser.is_signed_in


def test_a_link_works_once_and_then_says_so(browser, letter_box):
    register(browser)
    link = letter_box.link(NEW, "prove")
    browser.fill(link, "这是我的邮箱")
    assert browser.get(link).status == 410
    assert "已经用过或过期" in browser.text


def test_a_link_is_dead_after_its_day(browser, letter_box):
    register(browser)
    link = letter_box.link(NEW, "prove")
    with clock.telling(clock.now() + timedelta(hours=25)):
        assert browser.get(link).status == 410


def test_a_double_click_on_the_proof_makes_one_account(browser, letter_box):
    register(browser)
    browser.get(letter_box.link(NEW, "prove"))
    answers = browser.again("这是我的邮箱")
    assert [a.status_code for a in answers] == [303, 303]
    assert count(Account) == 1


def test_registering_a_known_address_answers_the_same_and_tells_the_owner(browser, letter_box):
    person(KNOWN)
    pages = [register(browser, email).text for email in (KNOWN, NEW)]
    assert pages[0] == pages[1]
    assert letter_box.templates(KNOWN) == ["already"]
    assert letter_box.templates(NEW) == ["prove"]


def test_asking_to_reset_answers_the_same_for_everybody(browser, letter_box):
    person(KNOWN)
    pages = [browser.fill("/account/reset", "发信给我", email=email).text for email in (KNOWN, NEW)]
    assert pages[0] == pages[1]
    assert letter_box.templates(KNOWN) == ["reset"]
    assert letter_box.templates(NEW) == []


@pytest.mark.parametrize(("path", "button"), [("/account/register", "注册"), ("/account/reset", "发信给我")])
def test_the_request_does_the_same_work_for_known_and_unknown_addresses(browser, statements, path, button):
    person(KNOWN)
    typed = {"name": "样例甲", "password": PASSWORD} if path.endswith("register") else {}
    work = []
    for email in (KNOWN, NEW):
        browser.get(path)
        with statements() as seen:
            browser.again(button, times=1, email=email, **typed)
        work.append(seen)
    assert work[0] == work[1]


def test_the_password_that_counts_is_the_one_that_came_with_the_link(browser, letter_box):
    register(browser)
    owners = letter_box.link(NEW, "prove")
    register(browser, password="somebody lying in wait", name="样例乙")
    letter_box.all(NEW)
    browser.fill(owners, "这是我的邮箱")
    assert browser.sign_in(NEW, "somebody lying in wait").status == 422
    assert browser.sign_in(NEW).path == "/my/"
    assert count(PendingAccount) == 0


def test_nobody_can_flood_an_address_with_letters(browser, letter_box):
    for _ in range(7):
        assert register(browser).path == "/account/sent/register"
    assert letter_box.templates(NEW) == ["prove"] * 5


def test_a_machine_that_asks_too_often_is_told_to_wait_whatever_it_asks(live, browser):
    set_settings(live, sign_ins_per_minute=3)
    person(KNOWN)
    for n in range(3):
        register(browser, f"n{n}@studio.example")
    for email in (KNOWN, NEW):
        register(browser, email)
        assert browser.status == 409
        assert "过一分钟再试" in browser.refusals[0]
        assert browser.value("email") == email


def test_a_reset_link_sets_the_password_once_and_signs_out_everywhere(browser, letter_box):
    person(KNOWN)
    browser.sign_in(KNOWN)
    assert browser.is_signed_in
    browser.fill("/account/reset", "发信给我", email=KNOWN)
    link = letter_box.link(KNOWN, "reset")
    assert browser.fill(link, "保存新密码", password=NEW_PASSWORD).path == "/account/login"
    assert not browser.is_signed_in
    assert browser.get(link).status == 410
    assert browser.sign_in(KNOWN).status == 422
    assert browser.sign_in(KNOWN, NEW_PASSWORD).path == "/my/"
    assert "password_changed" in letter_box.templates(KNOWN)


def test_a_password_too_weak_is_refused_at_its_field_and_the_link_still_works(browser, letter_box):
    person(KNOWN)
    browser.fill("/account/reset", "发信给我", email=KNOWN)
    link = letter_box.link(KNOWN, "reset")
    assert browser.fill(link, "保存新密码", password="short").status == 409
    assert browser.errors == ["密码至少10个字符"]
    assert browser.submit("保存新密码", password=NEW_PASSWORD).path == "/account/login"


def test_a_new_password_closes_links_an_intruder_may_have_asked_for(live):
    number = person(KNOWN)
    with writing():
        stolen = tokens.make("change_email", again(number), email="thief@studio.example")
        reset = tokens.make("reset", again(number))
    with writing():
        actions.reset(reset, password=NEW_PASSWORD)
    assert tokens.find("change_email", stolen) is None


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "请填写姓名"),
        ("name", "样" * 200, "姓名最多100个字，现在是200个"),
        ("email", "nowhere", "邮箱的写法不对，例如name@example.com"),
        ("email", "a@b@studio.example", "邮箱的写法不对，例如name@example.com"),
        ("email", "a" * 200 + "@studio.example", "邮箱最多190个字符"),
        ("password", "short", "密码至少10个字符"),
        ("password", "a" * 201, "密码最多200个字符"),
        ("password", "aaaaaaaaaaaaaa", "密码太简单，请不要重复同几个字符"),
        ("password", NEW, "密码不能与邮箱相同"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(browser, field, value, sentence):
    typed = {"name": "样例甲", "email": NEW, "password": PASSWORD} | {field: value}
    register(browser, **typed)
    assert browser.status in (409, 422)
    assert browser.errors == [sentence]
    assert browser.value("name") == typed["name"]
    assert browser.value("email") == typed["email"]
    assert browser.value("password") == "", "a password is never drawn again"
    assert count(PendingAccount) == 0


@pytest.mark.parametrize("name", ["𠮷田样例", "样例🀄️👩‍👩‍👧", "Åsa Ängström", "阿卜杜拉·买买提", "样" * 100])
def test_names_stay_as_they_are_written(browser, letter_box, name):
    register(browser, name=name)
    browser.fill(letter_box.link(NEW, "prove"), "这是我的邮箱")
    rollback()
    assert session.scalars(select(Person.name)).one() == name
    assert browser.sign_in(NEW).status == 200
    assert name in browser.html


def test_a_name_cannot_turn_the_direction_of_reading_or_add_lines(browser, letter_box):
    register(browser, name="样例\u202e甲\n请点击 evil.example")
    browser.fill(letter_box.link(NEW, "prove"), "这是我的邮箱")
    rollback()
    assert session.scalars(select(Person.name)).one() == "样例甲 请点击 evil.example"


def test_a_letter_to_an_unproven_address_holds_no_word_of_whoever_typed_it(browser, letter_box):
    register(browser, name="请到 evil.example 领奖")
    assert "evil" not in letter_box.all(NEW)[0].body + letter_box.all(NEW)[0].subject


@pytest.mark.parametrize(
    ("registered", "typed"),
    [
        ("王小样@例子.样例", "王小样@例子.样例"),
        ("A.Sample@Studio.Example", "a.sample@studio.example"),
        ("ｎｅｗ＠ｓｔｕｄｉｏ．ｅｘａｍｐｌｅ", NEW),
        ("new@xn--fsqu00a.example", "new@例子.example"),
        ("straße@studio.example", "STRASSE@studio.example"),
    ],
)
def test_an_address_is_the_same_however_it_is_typed(browser, letter_box, registered, typed):
    register(browser, registered)
    rollback()
    kept = session.scalars(select(PendingAccount.email)).one()
    browser.fill(letter_box.link(kept, "prove"), "这是我的邮箱")
    assert browser.sign_in(typed).path == "/my/"


def test_a_registration_never_proven_leaves_nothing_behind(browser):
    register(browser)
    with clock.telling(clock.now() + timedelta(days=2)), writing():
        assert retention.tidy_up() > 0
    assert count(PendingAccount) == 0


def test_the_password_is_kept_as_argon2id(live):
    kept = again(person(KNOWN)).password_hash
    assert kept is not None
    assert kept.startswith("$argon2id$")


def test_the_pages_of_registering_speak_english_to_whoever_wants_it(live):
    visitor = Browser(live, language="en")
    assert visitor.get("/account/register").heading == "Create your account"
    visitor.submit("Register", name="", email=NEW, password=PASSWORD)
    assert visitor.errors == ["Please fill in: Name"]
