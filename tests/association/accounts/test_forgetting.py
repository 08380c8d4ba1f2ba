"""Forgetting somebody: what is personal is gone, and the trail still proves what was done."""

import pytest
from sqlalchemy import inspect, select, text

from association.accounts import actions, queries, second_factor
from association.accounts.actors import actor_of
from association.accounts.models import MailToken, RecoveryCode, Role
from association.kernel import chain, events
from association.kernel.audit import AuditEntry, AuditSecret
from association.kernel.db import db, session
from association.kernel.errors import Forbidden, Refused
from association.kernel.transactions import rollback, writing
from association.organisations import actions as organisations
from association.organisations.models import Officer, Post
from association.organisations.workflow import OFFICER
from association.people.actions import PersonForgotten
from tests import cast
from tests.association.accounts.house import Browser, again, count, person, set_settings, step

EMAIL, NAME, PHONE_NUMBER = "leaver@studio.example", "欧阳样例", "13800005678"


@pytest.fixture
def leaver(live, admins, letter_box):
    """Somebody who has left traces everywhere."""
    number = person(EMAIL, name=NAME)
    browser = Browser(live).sign_in(EMAIL)
    browser.fill("/account/profile", "保存", name=NAME + "甲", phone=PHONE_NUMBER)
    browser.fill("/account/profile", "保存", name=NAME)
    browser.fill(
        "/account/email", "发信证实", email="another@studio.example", current="a sentence to remember"
    )
    Browser(live).fill("/account/reset", "发信给我", email=EMAIL)
    admins.grant(number, Role.TRAINEE)
    secret = second_factor.new_secret()
    with writing():
        account = again(number)
        code = second_factor.pyotp.TOTP(secret).now()
        actions.enrol_second_factor(account, secret=secret, code=code, actor=actor_of(account))
    letter_box.all(EMAIL)
    return number


def end_roles(admins, number: int) -> None:
    for row in queries.grants_of(number):
        step("end", row.id, by=admins.first, reason="样例理由")


def forget(admins, number: int) -> None:
    with writing():
        actions.forget(again(number), because="本人要求", actor=actor_of(again(admins.first)))


def everything_kept() -> str:
    """Every value of every table, as text."""
    rollback()
    words = []
    for table in inspect(db.engine).get_table_names():
        rows = session.execute(text(f'select * from "{table}"')).all()
        words += [str(value) for row in rows for value in row]
    return "\n".join(words)


def test_nothing_personal_is_left_anywhere_in_the_database(admins, leaver, letter_box):
    assert NAME in everything_kept(), "the test would otherwise prove nothing"
    end_roles(admins, leaver)
    letter_box.all(EMAIL)
    forget(admins, leaver)
    kept = everything_kept()
    for trace in (EMAIL, NAME, NAME + "甲", PHONE_NUMBER):
        assert trace not in kept
    assert again(leaver).name == "欧阳某某"
    assert count(RecoveryCode) == count(MailToken) == 0


def test_the_trail_still_verifies_and_still_says_what_happened(admins, leaver):
    end_roles(admins, leaver)
    before = count(AuditEntry)
    forget(admins, leaver)
    assert chain.first_fault(AuditEntry) is None
    assert count(AuditEntry) == before + 1
    rollback()
    person_id = again(leaver).person_id
    assert session.scalars(select(AuditSecret).where(AuditSecret.person_id == person_id)).all() == []
    newest = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc()).limit(1)).one()
    assert (newest.deed, newest.subject_kind, newest.details["reason"]) == (
        "forget_person",
        "person",
        "本人要求",
    )


def test_others_keep_what_is_theirs(admins, leaver):
    other = person("other@studio.example", name="样例乙")
    with writing():
        account = again(other)
        actions.revise(account, name="样例丙", phone="13900001234", language="zh", actor=actor_of(account))
    end_roles(admins, leaver)
    forget(admins, leaver)
    rollback()
    assert again(other).name == "样例丙"
    assert session.scalars(select(AuditSecret).where(AuditSecret.person_id == again(other).person_id)).all()


def test_nobody_signs_in_any_more_and_the_address_is_free(live, admins, leaver, letter_box):
    end_roles(admins, leaver)
    forget(admins, leaver)
    assert Browser(live).sign_in(EMAIL).status == 422
    newcomer = Browser(live)
    newcomer.fill("/account/register", "注册", name="样例丁", email=EMAIL, password="a sentence to remember")
    newcomer.fill(letter_box.link(EMAIL, "prove"), "这是我的邮箱")
    assert newcomer.sign_in(EMAIL).status == 200
    rollback()
    assert again(leaver).disabled_at is not None


def test_somebody_in_office_is_not_forgotten(admins, leaver):
    with pytest.raises(Refused, match="还有在任的角色"):
        forget(admins, leaver)
    rollback()
    assert again(leaver).name == NAME


def test_only_an_administrator_and_never_about_themselves(admins, leaver):
    for subject, doer in ((leaver, leaver), (admins.first, admins.first), (admins.first, leaver)):
        with pytest.raises(Forbidden), writing():
            actions.forget(again(subject), because="样例理由", actor=actor_of(again(doer)))


def test_an_officer_who_has_left_is_forgotten_by_the_organisation_too(admins, letter_box):
    firm = cast.verified()
    clerk = person(EMAIL, name=NAME)
    with writing():
        officer = organisations.invite(
            firm.organisation, name=NAME, email=EMAIL, post=Post.CLERK, actor=firm.signer
        )  # fmt: skip
        number = officer.id
    with writing():
        organisations.accept(session.get(Officer, number), actor=actor_of(again(clerk)))
    with writing():
        OFFICER.take("end", session.get(Officer, number), actor=firm.signer, reason="样例理由")
    letter_box.all(EMAIL)
    told = firm.clerk_account.email
    assert NAME in "".join(letter.body for letter in letter_box.all(told))
    forget(admins, clerk)
    kept = everything_kept()
    assert EMAIL not in kept
    assert NAME not in kept
    assert "欧阳某某" in "".join(letter.body for letter in letter_box.all(told))
    assert chain.first_fault(AuditEntry) is None


def test_what_is_forgotten_does_not_come_back(admins, leaver):
    end_roles(admins, leaver)
    forget(admins, leaver)
    with pytest.raises(Refused, match="已经清除"):
        forget(admins, leaver)
    with pytest.raises(Refused, match="不能再启用"), writing():
        actions.enable(again(leaver), because="样例理由", actor=actor_of(again(admins.first)))


def test_other_features_hear_of_it_in_the_same_transaction(admins, leaver):
    heard = []

    def listen(event: PersonForgotten) -> None:
        heard.append(event.person.id)

    events.subscribe(PersonForgotten, listen)
    try:
        end_roles(admins, leaver)
        forget(admins, leaver)
    finally:
        events._listeners[PersonForgotten].remove(listen)
    rollback()
    assert heard == [again(leaver).person_id]


def test_the_page_asks_once_and_says_what_is_lost(live, admins, leaver):
    set_settings(live, mode="demo")
    end_roles(admins, leaver)
    admin = Browser(live).sign_in("one@admin.example")
    admin.get(f"/desk/accounts/{leaver}/").press("清除个人信息…")
    assert "不能恢复" in admin.text
    admin.submit("清除", because="本人要求")
    assert admin.heading == "欧阳某某"
    assert "清除个人信息…" not in admin.links()
