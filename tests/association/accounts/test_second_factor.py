"""The second factor: demanded where the house demands it, each code once, and replaced only by whoever knows the password."""

import re
from datetime import timedelta

import pyotp
import pytest
from sqlalchemy import select, text

from association.accounts import actions, queries, second_factor
from association.accounts.actors import actor_of
from association.accounts.models import RecoveryCode, Role
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.transactions import rollback, writing
from tests import cast
from tests.association.accounts.house import Browser, again, person, set_settings
from tests.cast import PASSWORD

EMAIL = "factor@studio.example"


def code(secret: str, *, ahead: int = 0) -> str:
    return pyotp.TOTP(secret).at(clock.now() + timedelta(seconds=30 * ahead))


def enrolled(number: int) -> tuple[str, list[str]]:
    """Secret and recovery codes of an account that has just set its second factor up."""
    secret = second_factor.new_secret()
    with writing():
        account = again(number)
        codes = actions.enrol_second_factor(
            account, secret=secret, code=code(secret), actor=actor_of(account)
        )
    return secret, codes


@pytest.fixture
def somebody(live):
    return person(EMAIL)


@pytest.fixture
def factor(somebody):
    return enrolled(somebody)


def later(minutes: int = 1):
    return clock.telling(clock.now() + timedelta(minutes=minutes))


def test_the_password_alone_lets_nobody_in(browser, factor):
    browser.sign_in(EMAIL)
    assert browser.path == "/account/second-factor"
    for page in (
        "/account/",
        "/my/",
        "/account/sessions",
        "/account/second-factor/enrol",
        "/account/recovery-codes",
    ):
        assert browser.get(page).path.startswith("/account/login")


def test_the_right_code_completes_signing_in_and_leads_where_they_wanted(browser, factor):
    secret, _codes = factor
    with later():
        browser.get("/account/sessions").submit("登录", email=EMAIL, password=PASSWORD)
        browser.submit("继续", code=code(secret))
        assert browser.path == "/account/sessions"


def test_the_code_that_set_it_up_does_not_sign_in(browser, factor):
    browser.sign_in(EMAIL).submit("继续", code=code(factor[0]))
    assert browser.status == 422


def test_a_code_never_counts_twice(live, factor):
    secret, _codes = factor
    with later():
        used = code(secret)
        first, second = Browser(live), Browser(live)
        first.sign_in(EMAIL).submit("继续", code=used)
        assert first.is_signed_in
        second.sign_in(EMAIL).submit("继续", code=used)
        assert second.status == 422
        assert second.errors == ["验证码不对、已用过，或因多次失败暂停。请用新的验证码再试。"]
        assert not second.is_signed_in


def test_an_older_code_does_not_count_after_a_newer_one(live, factor):
    secret, _codes = factor
    with later():
        older = code(secret)
        Browser(live).sign_in(EMAIL).submit("继续", code=code(secret, ahead=1))
        assert Browser(live).sign_in(EMAIL).submit("继续", code=older).status == 422


def test_a_clock_half_a_minute_off_is_forgiven_and_two_minutes_are_not(somebody, factor):
    secret, _codes = factor
    assert second_factor.step_of(secret, code(secret, ahead=1))
    assert second_factor.step_of(secret, code(secret, ahead=-1))
    assert second_factor.step_of(secret, code(secret, ahead=4)) is None


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "１２３４５６", "abcdef", "12 34 5x"])
def test_something_that_is_no_code_is_none(factor, typed):
    assert second_factor.step_of(factor[0], typed) is None


def test_a_recovery_code_works_once(live, factor):
    _secret, codes = factor
    assert len(set(codes)) == 10
    first = Browser(live).sign_in(EMAIL)
    first.submit("继续", code=codes[3].upper())
    assert first.is_signed_in
    again_ = Browser(live).sign_in(EMAIL)
    assert again_.submit("继续", code=codes[3]).status == 422
    assert again_.submit("继续", code=codes[4]).status == 200


def test_neither_secret_nor_recovery_codes_lie_open_in_the_database(somebody, factor):
    secret, codes = factor
    rollback()
    kept = session.execute(
        text("select totp_secret from account where id = :id"), {"id": somebody}
    ).scalar_one()
    assert secret not in kept
    hashes = set(session.scalars(select(RecoveryCode.code_hash)))
    assert hashes.isdisjoint(codes)


def test_guessing_codes_is_paused_like_guessing_passwords(live, factor):
    secret, _codes = factor
    browser = Browser(live).sign_in(EMAIL)
    for _ in range(8):
        assert browser.submit("继续", code="000000").status == 422
    with later():
        assert browser.submit("继续", code=code(secret)).status == 422
    with later(20):
        assert Browser(live).sign_in(EMAIL).submit("继续", code=code(secret)).status == 200


def test_the_half_signed_in_state_runs_out(live, factor):
    browser = Browser(live).sign_in(EMAIL)
    with later(6):
        assert browser.get("/account/second-factor").path.startswith("/account/login")


@pytest.mark.parametrize("role", [Role.REGISTRAR, Role.ADMIN, Role.AUDITOR, Role.EXPERT])
def test_staff_and_experts_are_led_to_enrolment_before_anything_else(live, browser, role):
    cast.somebody(role.value, email=EMAIL)
    browser.sign_in(EMAIL)
    assert browser.path == "/account/second-factor/enrol"
    for page in ("/", "/desk/", "/desk/accounts/", "/account/", "/account/password", "/my/inbox/", "/search"):
        assert browser.get(page).path == "/account/second-factor/enrol"
    assert "须启用第二重验证" in browser.text


def test_an_authorised_signer_is_led_to_enrolment_and_a_clerk_is_not(live, browser):
    firm = cast.verified()
    clerk, signer = firm.clerk_account.email, firm.signer_account.email
    assert Browser(live).sign_in(clerk).path == "/my/"
    assert browser.sign_in(signer).path == "/account/second-factor/enrol"


def test_in_the_demo_nobody_is_asked_for_one(live, browser):
    set_settings(live, mode="demo")
    cast.somebody("registrar", email=EMAIL)
    assert browser.sign_in(EMAIL).path == "/desk/"


def test_setting_it_up_shows_key_picture_and_ten_codes_once(live, browser, letter_box):
    cast.somebody("registrar", email=EMAIL)
    browser.sign_in(EMAIL)
    assert 'src="data:image/svg+xml' in browser.html
    with browser.client.session_transaction() as cookie:
        secret = cookie["totp"]
    assert secret in browser.text
    assert browser.submit("启用", code="000000").status == 409
    assert browser.errors == ["验证码不对，请核对手机时间后再输入一次。"]
    assert secret in browser.text, "the same key stays on the page: the phone has it already"

    browser.submit("启用", code=code(secret))
    assert browser.heading == "请保存恢复码"
    shown = re.findall(r"\b[0-9a-f]{6}-[0-9a-f]{6}\b", browser.html)
    assert len(shown) == 10
    assert browser.get("/desk/").path == "/desk/"
    assert shown[0] not in browser.get("/account/").html
    assert letter_box.templates(EMAIL) == ["second_factor"]


def test_a_stolen_session_cannot_replace_the_second_factor(live, factor):
    browser = Browser(live).sign_in(EMAIL)
    browser.submit("继续", code=factor[1][0])
    browser.get("/account/second-factor/enrol")
    with browser.client.session_transaction() as cookie:
        new = cookie["totp"]
    assert browser.submit("启用", code=code(new), current="not the password").status == 422
    assert browser.errors == ["现在的密码不对，或因多次失败暂停。"]
    rollback()
    assert again(queries.by_email(EMAIL).id).totp_secret == factor[0]
    assert browser.submit("启用", code=code(new), current=PASSWORD).heading == "请保存恢复码"


def test_new_recovery_codes_end_the_old_ones(live, factor, letter_box):
    browser = Browser(live).sign_in(EMAIL)
    browser.submit("继续", code=factor[1][0])
    browser.fill("/account/recovery-codes", "生成新的恢复码", current=PASSWORD)
    assert browser.heading == "请保存恢复码"
    assert Browser(live).sign_in(EMAIL).submit("继续", code=factor[1][1]).status == 422
    assert "recovery_codes" in letter_box.templates(EMAIL)


def test_recovery_codes_without_a_second_factor_are_refused_with_a_sentence(browser, somebody):
    browser.sign_in(EMAIL).fill("/account/recovery-codes", "生成新的恢复码", current=PASSWORD)
    assert browser.status == 409
    assert browser.refusals == ["还没有启用第二重验证。"]


def test_a_wrong_code_at_enrolment_changes_nothing(somebody):
    account = again(somebody)
    with pytest.raises(Refused), writing():
        actions.enrol_second_factor(
            account, secret=second_factor.new_secret(), code="123", actor=actor_of(account)
        )
    rollback()
    assert not again(somebody).has_second_factor
