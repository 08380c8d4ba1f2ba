"""Signing in: limits that reveal nothing, sessions that can be ended, and no way out to another site."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from sqlalchemy import select

from association.accounts import actions, queries
from association.accounts.actors import actor_of
from association.accounts.models import Role, SignInAttempt, SignInSession
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.transactions import rollback, writing
from tests.association.accounts.house import NEW_PASSWORD, PHONE, Browser, again, count, person, set_settings
from tests.cast import PASSWORD

EMAIL, NOBODY = "sign@studio.example", "nobody@studio.example"
WRONG = "not the password at all"


@pytest.fixture
def somebody(live):
    return person(EMAIL, name="样例甲")


def test_the_right_password_signs_in_and_the_page_says_who(browser, somebody):
    assert browser.sign_in(EMAIL).status == 200
    assert "样例甲" in browser.get("/account/").text


def test_a_visitor_is_asked_to_sign_in_and_comes_back_where_they_wanted_to_go(browser, somebody):
    browser.get("/account/sessions")
    assert browser.heading == "登录"
    browser.submit("登录", email=EMAIL, password=PASSWORD)
    assert browser.path == "/account/sessions"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
     "/a\r\nLocation: //evil.example", "///evil.example", "http:evil.example", "/\t/evil.example", " //evil.example"],
)  # fmt: skip
def test_signing_in_never_leads_to_another_site(browser, somebody, elsewhere):
    browser.get("/account/login?next=" + quote(elsewhere))
    answer = browser.again("登录", times=1, email=EMAIL, password=PASSWORD)[0]
    assert answer.status_code == 303
    assert answer.location == "/"


def test_a_wrong_password_an_unknown_address_and_a_lock_look_the_same(live, somebody):
    said = set()
    for email, tries in ((EMAIL, 1), (NOBODY, 1), (EMAIL, 9), (NOBODY, 9)):
        browser = Browser(live)
        for _ in range(tries):
            browser.sign_in(email, WRONG)
        said.add((browser.status, browser.text, *browser.refusals))
    assert len(said) == 1


def test_a_failed_try_keeps_the_address_and_not_the_password(browser, somebody):
    browser.sign_in(EMAIL, WRONG)
    assert browser.status == 422
    assert browser.value("email") == EMAIL
    assert browser.value("password") == ""
    assert "邮箱或密码不对" in browser.refusals[0]


def test_known_and_unknown_addresses_cost_the_same_statements(browser, somebody, statements):
    work = []
    for email in (EMAIL, NOBODY):
        browser.get("/account/login")
        with statements() as seen:
            browser.again("登录", times=1, email=email, password=WRONG)
        work.append(seen)
    assert work[0] == work[1]


def test_after_eight_failures_even_the_right_password_waits(browser, somebody):
    for _ in range(8):
        assert browser.sign_in(EMAIL, WRONG).status == 422
    assert browser.sign_in(EMAIL).status == 422
    with clock.telling(clock.now() + timedelta(minutes=14)):
        assert browser.sign_in(EMAIL).status == 422
    with clock.telling(clock.now() + timedelta(minutes=16)):
        assert browser.sign_in(EMAIL).status == 200


def test_tries_during_a_lock_do_not_prolong_it(browser, somebody):
    for _ in range(8):
        browser.sign_in(EMAIL, WRONG)
    with clock.telling(clock.now() + timedelta(minutes=10)):
        browser.sign_in(EMAIL, WRONG)
    with clock.telling(clock.now() + timedelta(minutes=16)):
        assert browser.sign_in(EMAIL).status == 200


def test_a_success_wipes_the_slate(browser, somebody):
    for _ in range(2):
        for _ in range(7):
            browser.sign_in(EMAIL, WRONG)
        assert browser.sign_in(EMAIL).status == 200


def test_the_number_of_tries_is_a_dated_setting(browser, somebody):
    with writing():
        dated.change(
            "accounts.lock_after", value=2, basis="样例决定", in_force_from=clock.today(), checked_by="", checked_on=None,
            actor=SYSTEM,
        )  # fmt: skip
    for _ in range(2):
        browser.sign_in(EMAIL, WRONG)
    assert browser.sign_in(EMAIL).status == 422


def test_one_household_counts_as_one_machine_and_another_is_not_stopped_by_it(live, somebody):
    set_settings(live, sign_ins_per_minute=5)
    for n in range(5):
        Browser(live, machine=f"2001:db8:1:2::{n + 1}").sign_in(f"n{n}@studio.example", WRONG)
    assert Browser(live, machine="2001:db8:1:2::99").sign_in(EMAIL).status == 422
    assert Browser(live, machine="2001:db8:1:3::1").sign_in(EMAIL).status == 200


def test_a_hundred_and_twenty_sign_ins_a_minute_pass_in_demo_mode(live):
    from association.kernel.settings import Settings

    assert Settings.from_environ({"YUEZHANG_DATA": str(live.extensions["settings"].data), "YUEZHANG_MODE": "demo"}
                                 ).sign_ins_per_minute == 120  # fmt: skip


def test_neither_addresses_of_people_nor_of_machines_are_kept_with_the_tries(browser, somebody):
    browser.sign_in(EMAIL, WRONG)
    rollback()
    row = session.scalars(select(SignInAttempt)).one()
    assert row.failed, "counted, although the form was drawn again"
    assert len(row.account_key) == len(row.machine_key) == 64


def test_demo_people_enter_in_demo_mode_only(live, browser):
    with writing():
        actions.create_account(name="样例乙", email="demo@demo.example", password=PASSWORD, is_demo=True)
    assert browser.sign_in("demo@demo.example").status == 422
    set_settings(live, mode="demo")
    assert browser.sign_in("demo@demo.example").status == 200
    assert browser.is_signed_in
    set_settings(live, mode="live")
    assert not browser.is_signed_in, "a session left over from the demo opens nothing"


def test_the_database_keeps_no_token_that_would_sign_anybody_in(browser, somebody):
    browser.sign_in(EMAIL)
    rollback()
    kept = session.scalars(select(SignInSession.token_hash)).one()
    with browser.client.session_transaction() as cookie:
        assert kept not in cookie.values()


def test_one_browser_can_be_signed_out_from_another(live, somebody):
    here, there = Browser(live), Browser(live, agent=PHONE)
    here.sign_in(EMAIL)
    there.sign_in(EMAIL)
    here.get("/account/sessions")
    assert "Safari iOS" in here.text
    assert "Firefox Linux" in here.text
    here.submit("结束：Safari iOS")
    assert here.is_signed_in
    assert not there.is_signed_in


def test_nobody_ends_somebody_elses_session(live, browser, somebody):
    other = Browser(live)
    person("other@studio.example")
    browser.sign_in(EMAIL)
    mine = queries.sessions_of(somebody)[0].id
    other.sign_in("other@studio.example").get("/account/sessions")
    fields = other._fields(other._form("全部退出")[0])
    assert other.client.post(f"/account/sessions/{mine}/end", data=fields).status_code == 404
    assert browser.is_signed_in


def test_signing_out_everywhere_means_here_too(live, somebody):
    here, there = Browser(live), Browser(live)
    here.sign_in(EMAIL)
    there.sign_in(EMAIL)
    here.fill("/account/sessions", "全部退出")
    assert not here.is_signed_in
    assert not there.is_signed_in


def test_a_changed_password_signs_out_the_others_and_keeps_this_browser(live, somebody, letter_box):
    here, there = Browser(live), Browser(live)
    here.sign_in(EMAIL)
    there.sign_in(EMAIL)
    here.fill("/account/password", "保存新密码", current=PASSWORD, password=NEW_PASSWORD)
    assert here.is_signed_in
    assert not there.is_signed_in
    assert letter_box.templates(EMAIL) == ["password_changed"]


def test_a_session_ends_by_itself(browser, somebody):
    browser.sign_in(EMAIL)
    with clock.telling(clock.now() + timedelta(hours=13)):
        assert not browser.is_signed_in


def test_signing_out_ends_the_session_in_the_database(browser, somebody):
    browser.sign_in(EMAIL)
    kept = browser.client.get_cookie("yuezhang")
    browser.get("/account/").submit("退出")
    assert not browser.is_signed_in
    browser.client.set_cookie("yuezhang", kept.value)
    assert not browser.is_signed_in, "the old cookie opens nothing"


def test_signing_in_takes_nothing_over_from_the_browser_before(browser, somebody):
    browser.get("/account/login")
    with browser.client.session_transaction() as cookie:
        cookie["planted"] = "by somebody else"
    browser.submit("登录", email=EMAIL, password=PASSWORD)
    with browser.client.session_transaction() as cookie:
        assert "planted" not in cookie


def test_a_disabled_account_is_signed_out_at_once_and_told_why(admins, browser, somebody, letter_box):
    browser.sign_in(EMAIL)
    with writing():
        actions.disable(again(somebody), because="样例理由", actor=actor_of(again(admins.first)))
    assert not browser.is_signed_in
    assert browser.sign_in(EMAIL).status == 422
    assert "样例理由" in letter_box.all(EMAIL)[-1].body


@pytest.mark.parametrize(
    ("role", "home"),
    [(Role.REGISTRAR, "/desk/"), (Role.EXPERT, "/review/"), (Role.TRAINEE, "/my/"), (None, "/my/")],
)
def test_everybody_lands_at_their_own_desk(live, admins, browser, somebody, role, home):
    set_settings(live, mode="demo")
    if role:
        admins.grant(somebody, role)
    assert browser.sign_in(EMAIL).path == home


def test_a_form_without_its_token_changes_nothing(browser, somebody):
    answer = browser.client.post("/account/login", data={"email": EMAIL, "password": PASSWORD})
    assert answer.status_code == 422
    assert count(SignInSession) == 0
    assert count(SignInAttempt) == 0


def test_an_ended_session_is_forgotten_when_its_time_is_over(browser, somebody):
    from association.accounts import retention

    browser.sign_in(EMAIL)
    with clock.telling(clock.now() + timedelta(days=181)), writing():
        retention.tidy_up()
    assert count(SignInSession) == 0
