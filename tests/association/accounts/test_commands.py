"""`flask users`: the first two administrators, and a lost phone."""

import pytest

from association.accounts import queries
from association.accounts.models import Role
from association.kernel.transactions import rollback
from tests.association.accounts.house import Browser, again, person
from tests.association.accounts.test_second_factor import enrolled
from tests.cast import PASSWORD


@pytest.fixture
def run(live):
    runner = live.test_cli_runner()

    def command(*words: str, typed: str = "") -> tuple[int, str]:
        rollback()
        answer = runner.invoke(args=["users", *words], input=typed)
        rollback()
        return answer.exit_code, answer.output

    return command


def create(run, email: str, *more: str, typed: str = PASSWORD + "\n") -> tuple[int, str]:
    return run("create", "--email", email, "--name", "管理样例", "--password-stdin", *more, typed=typed)


def test_two_administrators_come_by_command_and_the_third_does_not(run):
    for word in ("one", "two"):
        code, said = create(run, f"{word}@admin.example", "--admin")
        assert (code, said) == (0, f"{word}@admin.example: created, administrator\n")
    code, said = create(run, "three@admin.example", "--admin")
    assert code == 1
    assert "Two administrators exist already" in said
    assert queries.by_email("three@admin.example") is None
    assert len(queries.administrators()) == 2


def test_an_administrator_by_command_can_sign_in_at_once(run, live):
    create(run, "one@admin.example", "--admin")
    assert Browser(live).sign_in("one@admin.example").path == "/account/second-factor/enrol"


def test_when_one_of_two_is_gone_the_command_works_again(run, admins):
    from association.accounts.actions import disable
    from association.accounts.actors import actor_of
    from association.kernel.transactions import writing

    with writing():
        disable(again(admins.second), because="样例理由", actor=actor_of(again(admins.first)))
    assert create(run, "three@admin.example", "--admin")[0] == 0


def test_it_asks_for_what_was_not_given(run):
    typed = f"one@admin.example\n管理样例\n{PASSWORD}\n{PASSWORD}\n"
    code, said = run("create", "--admin", typed=typed)
    assert code == 0
    assert PASSWORD not in said
    account = queries.by_email("one@admin.example")
    assert queries.roles_of(account.id) == [Role.ADMIN]


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [
        ("nowhere", PASSWORD, "not an e-mail address"),
        ("one@admin.example", "short", "at least 10 characters"),
        ("known@admin.example", PASSWORD, "has an account already"),
    ],
)
def test_a_wrong_word_is_said_in_plain_english_and_changes_nothing(run, email, password, sentence):
    number = person("known@admin.example")
    code, said = create(run, email, "--admin", typed=password + "\n")
    assert code == 1
    assert sentence in said
    assert queries.administrators() == []
    assert queries.roles_of(number) == []


def test_a_lost_phone_is_helped_by_command_and_the_owner_is_told(run, live, letter_box):
    number = person("lost@studio.example")
    _secret, codes = enrolled(number)
    browser = Browser(live).sign_in("lost@studio.example")
    browser.submit("继续", code=codes[0])
    code, said = run("reset-second-factor", "LOST@studio.example")
    assert code == 0
    assert "reset" in said
    assert not browser.is_signed_in
    assert Browser(live).sign_in("lost@studio.example").path == "/my/"
    assert letter_box.templates("lost@studio.example")[-1] == "second_factor_reset"
    assert again(number).totp_secret is None


def test_an_unknown_address_is_an_error(run):
    code, said = run("reset-second-factor", "nobody@studio.example")
    assert code == 1
    assert "no account" in said
