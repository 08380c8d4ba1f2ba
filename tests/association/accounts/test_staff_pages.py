"""Pages of administrators: the list, inviting, disabling. The auditor reads."""

import csv
import io
import json
from datetime import timedelta

import pytest

from association.accounts import queries
from association.accounts.models import Account, Role
from association.kernel import clock
from association.kernel.transactions import rollback
from tests.association.accounts.house import NEW_PASSWORD, Browser, again, count, person, set_settings

EMAIL = "helper@studio.example"


@pytest.fixture
def admin(live, admins):
    set_settings(live, mode="demo")
    return Browser(live).sign_in("one@admin.example")


@pytest.fixture
def second(live, admins):
    set_settings(live, mode="demo")
    return Browser(live).sign_in("two@admin.example")


def test_somebody_invited_sets_a_password_and_works_when_two_agreed(live, admin, second, letter_box):
    admin.fill(
        "/desk/accounts/invite/",
        "发出工作邀请",
        name="样例甲",
        email=EMAIL,
        role="registrar",
        ends_on="",
        language="zh",
    )
    page = admin.path
    assert "邮箱未证实" in admin.get("/desk/accounts/?q=" + EMAIL).text
    link = letter_box.link(EMAIL, "invited")
    newcomer = Browser(live)
    newcomer.fill(link, "设置密码", password=NEW_PASSWORD)
    assert newcomer.path == "/account/login"
    assert newcomer.sign_in(EMAIL, NEW_PASSWORD).path == "/my/", "not staff yet"
    second.get(page).press("确认授予").submit("确认授予")
    assert newcomer.get("/desk/").path == "/desk/"
    assert newcomer.get(link).status == 410


def test_an_invitation_lives_a_week_and_can_be_sent_again(live, admin, letter_box):
    admin.fill(
        "/desk/accounts/invite/",
        "发出工作邀请",
        name="样例甲",
        email=EMAIL,
        role="registrar",
        ends_on="",
        language="en",
    )
    page = admin.path
    first = letter_box.link(EMAIL, "invited")
    with clock.telling(clock.now() + timedelta(days=6)):
        assert Browser(live).get(first).status == 200
    with clock.telling(clock.now() + timedelta(days=8)):
        assert Browser(live).get(first).status == 410
    admin.get(page).press("再次邀请").submit("再发一封邀请")
    assert Browser(live).get(first).status == 410, "the earlier link no longer works"
    assert Browser(live).get(letter_box.link(EMAIL, "invited")).status == 200
    assert "You are invited" in letter_box.all(EMAIL)[-1].subject


def test_asking_to_reset_before_the_invitation_was_used_sends_it_again(live, admin, letter_box):
    admin.fill(
        "/desk/accounts/invite/",
        "发出工作邀请",
        name="样例甲",
        email=EMAIL,
        role="registrar",
        ends_on="",
        language="zh",
    )
    Browser(live).fill("/account/reset", "发信给我", email=EMAIL)
    Browser(live).fill("/account/register", "注册", name="Somebody else", email=EMAIL, password=NEW_PASSWORD)
    assert letter_box.templates(EMAIL) == ["invited", "invited", "invited"]
    rollback()
    assert queries.by_email(EMAIL).name == "样例甲", (
        "only the invitation sets up what the association invited"
    )


def test_inviting_somebody_with_an_account_only_proposes_the_role(live, admin, letter_box):
    number = person(EMAIL, name="样例甲")
    admin.fill(
        "/desk/accounts/invite/",
        "发出工作邀请",
        name="别的名字",
        email=EMAIL,
        role="legal",
        ends_on="",
        language="zh",
    )
    assert admin.path == f"/desk/accounts/{number}/"
    assert letter_box.templates(EMAIL) == []
    rollback()
    assert again(number).name == "样例甲"


def test_an_administrator_does_not_invite_themselves(admin, admins):
    admin.get("/desk/accounts/invite/")
    admin.submit(
        "发出工作邀请", name="管理one", email="one@admin.example", role="legal", ends_on="", language="zh"
    )
    assert admin.status == 403


def test_a_double_click_invites_once(admin, letter_box):
    admin.get("/desk/accounts/invite/")
    admin.again("发出工作邀请", name="样例甲", email=EMAIL, role="registrar", ends_on="")
    assert letter_box.templates(EMAIL) == ["invited"]
    assert count(Account) == 3


def test_disabling_needs_a_reason_and_enabling_lets_in_again(live, admin, letter_box):
    number = person(EMAIL)
    admin.get(f"/desk/accounts/{number}/").press("停用账户").submit("停用", because="")
    assert admin.errors == ["请填写理由"]
    admin.submit("停用", because="样例理由")
    assert "样例理由" in admin.text
    assert Browser(live).sign_in(EMAIL).status == 422
    admin.press("启用账户").submit("启用", because="误会")
    assert Browser(live).sign_in(EMAIL).status == 200
    assert letter_box.templates(EMAIL) == ["disabled", "enabled"]


def test_nobody_disables_themselves(admin, admins):
    assert admin.get(f"/desk/accounts/{admins.first}/disable/").status == 403
    assert "停用账户…" not in admin.get(f"/desk/accounts/{admins.first}/").links()


def test_the_list_filters_by_words_and_by_role(admin, admins):
    number = person(EMAIL, name="样例𠮷甲")
    admins.grant(number, Role.LEGAL)
    person("somebody.else@studio.example", name="样例乙")
    for query in ("q=𠮷", "q=HELPER", "role=legal", "q=样例+helper&role=legal"):
        admin.get(f"/desk/accounts/?{query}")
        assert "样例𠮷甲" in admin.text
        assert "样例乙" not in admin.text
    assert "没有账户" in admin.get("/desk/accounts/?q=样例乙&role=legal").text
    assert "没有“nonsense”这个选项" in admin.get("/desk/accounts/?role=nonsense").text


def test_the_exports_hold_no_secrets(admin, admins):
    person(EMAIL, name="=样例甲")
    rows = list(
        csv.reader(io.StringIO(admin.client.get("/desk/accounts/?format=csv").text.removeprefix("\ufeff")))
    )
    assert rows[0] == ["姓名", "邮箱", "建立时间", "第二重验证", "已停用"]
    assert ["'=样例甲", EMAIL] in [row[:2] for row in rows], "no spreadsheet runs a name"
    items = json.loads(admin.client.get("/desk/accounts/?format=json&q=helper").text)
    assert items["count"] == 1
    assert set(items["items"][0]) == {"url", "name", "email", "made_at", "second_factor", "disabled"}


def test_the_page_of_an_account_shows_a_masked_phone_and_its_history(live, admin):
    number = person(EMAIL, name="样例甲")
    own = Browser(live).sign_in(EMAIL)
    own.fill("/account/profile", "保存", phone="13800005678")
    admin.get(f"/desk/accounts/{number}/")
    assert "138****5678" in admin.text
    assert "13800005678" not in admin.html
    assert "修改个人资料" in admin.text
    assert "登录" in admin.text


def test_the_auditor_reads_and_changes_nothing(live, admins):
    set_settings(live, mode="demo")
    number, auditor = person(EMAIL), person("auditor@studio.example")
    admins.grant(auditor, Role.AUDITOR)
    reader = Browser(live).sign_in("auditor@studio.example")
    assert reader.get("/desk/accounts/").status == 200
    assert reader.get(f"/desk/accounts/{number}/").status == 200
    assert not {"邀请工作人员", "提议授予角色", "停用账户…", "清除个人信息…"} & set(reader.links())
    for page in ("invite/", f"{number}/propose/", f"{number}/disable/", f"{number}/forget/"):
        assert reader.get(f"/desk/accounts/{page}").status == 403


@pytest.mark.parametrize("role", ["registrar", "trainee", None])
def test_nobody_else_sees_who_has_an_account(live, admins, role):
    set_settings(live, mode="demo")
    number = person(EMAIL)
    if role:
        admins.grant(number, Role(role))
    reader = Browser(live).sign_in(EMAIL)
    for page in ("", f"{admins.first}/", "invite/", "?format=csv", "?format=json"):
        assert reader.get(f"/desk/accounts/{page}").status == 403


def test_an_account_that_does_not_exist_is_not_found(admin):
    assert admin.get("/desk/accounts/99999/").status == 404
    assert admin.get("/desk/accounts/99999/disable/").status == 404


@pytest.mark.parametrize("page", ["", "invite/", "{n}/", "{n}/propose/", "{n}/disable/", "{n}/forget/"])
def test_every_page_reads_in_english_too(live, admins, page):
    set_settings(live, mode="demo")
    number = person(EMAIL)
    reader = Browser(live, language="en")
    reader.fill("/account/login", "Sign in", email="one@admin.example", password="a sentence to remember")
    assert reader.get("/desk/accounts/" + page.format(n=number)).status == 200


def test_the_list_asks_the_database_as_often_for_one_as_for_twenty(admin):
    one = admin.get("/desk/accounts/").statements
    for n in range(18):
        person(f"n{n}@studio.example")
    assert admin.get("/desk/accounts/").statements == one
