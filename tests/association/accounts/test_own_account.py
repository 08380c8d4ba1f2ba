"""One's own account: what it says, changing it, acting in one capacity, leaving."""

import pytest
from sqlalchemy import select, text

from association.accounts import queries
from association.accounts.models import Role
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.transactions import rollback
from tests import cast
from tests.association.accounts.house import Browser, again, person, set_settings
from tests.cast import PASSWORD

EMAIL, OTHER = "own@studio.example", "other@studio.example"


@pytest.fixture
def somebody(live):
    return person(EMAIL, name="样例甲")


@pytest.fixture
def own(browser, somebody):
    return browser.sign_in(EMAIL)


def test_a_newcomer_reads_what_to_do_next(own):
    own.get("/account/")
    assert "你还没有任何身份" in own.text
    assert "没有启用" in own.text


def test_name_phone_and_language_are_saved_and_the_phone_lies_encrypted(own, somebody):
    own.fill("/account/profile", "保存", name="𠮷田样例🎬", phone="138 0000 0000", language="en")
    assert own.path == "/account/"
    assert "𠮷田样例🎬" in own.text
    rollback()
    assert again(somebody).language == "en"
    assert again(somebody).person.phone == "138 0000 0000"
    assert "0000" not in session.execute(text("select phone from person")).scalar_one()


def test_the_trail_says_that_it_changed_and_holds_no_name(own, somebody):
    own.fill("/account/profile", "保存", name="样例乙", phone="")
    rollback()
    entry = session.scalars(select(AuditEntry).where(AuditEntry.deed == "edit_person")).one()
    assert "样例" not in str(entry.details)
    assert set(entry.details["personal"]) == {"name"}


def test_saving_without_a_change_writes_nothing_into_the_trail(own):
    own.fill("/account/profile", "保存")
    rollback()
    assert (
        session.scalars(select(AuditEntry).where(AuditEntry.deed.in_(["edit_person", "edit_account"]))).all()
        == []
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "样" * 200}, "姓名最多100个字，现在是200个"),
        ({"name": ""}, "请填写姓名"),
        ({"phone": "bell me"}, "电话应为7到15位数字"),
        ({"phone": "123"}, "电话应为7到15位数字"),
    ],
)
def test_a_wrong_detail_is_said_at_its_field_and_nothing_changes(own, somebody, typed, sentence):
    own.fill("/account/profile", "保存", **typed)
    assert own.status == 422
    assert own.errors == [sentence]
    field = next(iter(typed))
    assert own.value(field) == typed[field]
    rollback()
    assert again(somebody).name == "样例甲"


@pytest.mark.parametrize("path", ["/account/password", "/account/email", "/account/close"])
def test_what_a_stolen_session_must_not_do_asks_for_the_password(own, somebody, path):
    own.get(path)
    button = {"/account/password": "保存新密码", "/account/email": "发信证实", "/account/close": "注销"}[path]
    typed = {
        "/account/password": {"password": "a new sentence here"},
        "/account/email": {"email": OTHER},
    }.get(path, {})
    own.submit(button, current="not the password", **typed)
    assert own.status == 422
    assert own.errors == ["现在的密码不对，或因多次失败暂停。"]
    rollback()
    assert again(somebody).email == EMAIL
    assert again(somebody).disabled_at is None


def test_the_password_cannot_be_guessed_from_inside_either(own):
    own.get("/account/password")
    for _ in range(8):
        own.submit("保存新密码", current="not the password", password="a new sentence here")
    own.submit("保存新密码", current=PASSWORD, password="a new sentence here")
    assert own.status == 422


def test_another_address_counts_when_it_is_proven_and_the_old_one_is_told(live, own, letter_box):
    own.fill("/account/email", "发信证实", email=OTHER, current=PASSWORD)
    assert Browser(live).sign_in(OTHER).status == 422
    link = letter_box.link(OTHER, "change_email")
    assert own.get(link).status == 200
    own.submit("使用这个邮箱")
    assert Browser(live).sign_in(OTHER).status == 200
    assert Browser(live).sign_in(EMAIL).status == 422
    assert letter_box.templates(EMAIL) == ["email_changed"]
    assert own.get(link).status == 410


def test_an_address_somebody_else_has_cannot_be_taken_and_asking_does_not_tell(own, letter_box):
    person(OTHER)
    own.fill("/account/email", "发信证实", email=OTHER, current=PASSWORD)
    assert own.path == "/account/", "the page answers as for any address"
    own.fill(letter_box.link(OTHER, "change_email"), "使用这个邮箱")
    assert own.status == 409
    assert own.refusals == ["这个邮箱已被另一个账户使用，请换一个。"]


def test_the_present_address_is_no_new_one(own):
    own.fill("/account/email", "发信证实", email="OWN@studio.example", current=PASSWORD)
    assert own.errors == ["新邮箱与现在的相同。"]


def test_one_person_with_several_capacities_picks_one_and_the_trail_records_it(live, admins, browser):
    set_settings(live, mode="demo")
    firm = cast.verified()
    account = firm.clerk_account
    admins.grant(account.id, Role.REGISTRAR)
    browser.sign_in(account.email)
    assert browser.path == "/desk/"
    assert "单位与会员登记" in browser.get("/account/").text

    browser.get("/account/capacity").submit("以此身份办理", capacity=f"organisation:{firm.id}:clerk")
    assert "晨曦样例影视有限公司 经办人" in browser.html
    browser.fill("/account/profile", "保存", name="样例丙")
    rollback()
    newest = session.scalars(select(AuditEntry).where(AuditEntry.deed == "edit_person")).one()
    assert newest.capacity == "晨曦样例影视有限公司 经办人"


def test_a_capacity_is_read_in_english_and_kept_in_chinese(live, admins, somebody):
    set_settings(live, mode="demo")
    admins.grant(somebody, Role.REGISTRAR)
    reader = Browser(live, language="en")
    reader.fill("/account/login", "Sign in", email=EMAIL, password=PASSWORD)
    assert "Registrar of organisations and members" in reader.html
    reader.fill("/account/profile", "Save", name="Sample")
    rollback()
    assert (
        session.scalars(select(AuditEntry.capacity).where(AuditEntry.deed == "edit_person")).one()
        == "单位与会员登记"
    )


def test_nobody_can_act_in_a_capacity_they_do_not_have(live, admins, browser, somebody):
    set_settings(live, mode="demo")
    admins.grant(somebody, Role.TRAINEE)
    browser.sign_in(EMAIL).get("/account/capacity").submit("以此身份办理", capacity="admin")
    assert browser.status == 422


def test_without_any_capacity_there_is_nothing_to_choose(own):
    assert own.get("/account/capacity").status == 409
    assert "还没有可以选择的身份" in own.text


def test_whoever_leaves_is_signed_out_and_forgotten(live, own, somebody, letter_box):
    own.fill("/account/close", "注销", current=PASSWORD)
    assert own.path == "/"
    assert not own.is_signed_in
    rollback()
    account = again(somebody)
    assert account.name == "样某某"
    assert account.email == f"forgotten-{somebody}@invalid"
    assert queries.by_email(EMAIL) is None
    assert Browser(live).sign_in(EMAIL).status == 422
    assert letter_box.templates(EMAIL) == ["closed"]


def test_whoever_still_holds_an_office_hands_over_before_leaving(live):
    firm = cast.verified()
    browser = Browser(live).sign_in(firm.clerk_account.email)
    browser.fill("/account/close", "注销", current=PASSWORD)
    assert browser.status == 409
    assert "晨曦样例影视有限公司 经办人" in browser.refusals[0]


@pytest.mark.parametrize(
    "path", ["/account/", "/account/profile", "/account/password", "/account/email", "/account/sessions", "/account/close",
             "/account/second-factor/enrol", "/account/recovery-codes"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_of_ones_own_account_reads_in_both_languages(live, somebody, path, language):
    reader = Browser(live, language=language)
    reader.fill("/account/login", {"zh": "登录", "en": "Sign in"}[language], email=EMAIL, password=PASSWORD)
    assert reader.get(path).status == 200


@pytest.mark.parametrize("path", ["/account/", "/account/profile", "/account/sessions", "/account/capacity"])
def test_a_visitor_is_asked_to_sign_in(browser, path):
    assert browser.get(path).path.startswith("/account/login")
