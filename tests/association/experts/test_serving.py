"""Serving: what the public sees, consents, days away, renewal, suspension and every kind of end."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from association.accounts import queries as accounts
from association.accounts.actors import actor_of
from association.accounts.models import Role
from association.experts import actions, clockwork, effects
from association.experts.models import Consent, ConsentKind, ExpertState
from association.experts.workflow import EXPERT
from association.kernel import certificates, clock
from association.kernel.certificates import CertificateState
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.search import records
from association.kernel.transactions import writing
from association.people import actions as people
from association.ties import queries as ties
from association.ties.models import TieKind
from tests import cast
from tests.association.experts import candidates as c
from tests.page import Page

EVERYWHERE = ("/experts/", "/experts/?format=csv", "/experts/?format=json", "/experts/?format=atom")


def test_without_consent_neither_list_nor_export_feed_nor_search_knows_the_name(app: Flask) -> None:
    id_ = c.appointed(cast.somebody(name="石隐名"), employer="隐名大学", title="隐名教授", profile="隐名简介")
    number = c.the(id_).number
    records.sync()
    for address in (*EVERYWHERE, f"/experts/{number}/", "/search?q=隐名", "/search?q=隐名&format=json"):
        told = Page(app).get(address)
        assert "石隐名" not in told.html, address
        assert "隐名大学" not in told.html, address
        assert "隐名教授" not in told.html, address
    assert "石某某" in Page(app).get(f"/experts/{number}/").text
    for word in ("隐名", "大学", "石隐名"):
        assert Page(app).get(f"/experts/?q={word}&format=json").answer.json["count"] == 0
    assert Page(app).get(f"/experts/?q={number}&format=json").answer.json["count"] == 1


def test_each_consent_shows_one_thing_and_can_be_taken_back(app: Flask) -> None:
    person = cast.somebody(name="石隐名")
    id_ = c.appointed(person, employer="隐名大学")
    me = cast.signed_in(app, person.email).get(f"/review/expert/{id_}/").press("更改")
    me.submit("保存", kinds=["name"])
    assert "石隐名" in Page(app).get("/experts/").text
    assert "隐名大学" not in Page(app).get("/experts/").text
    assert Page(app).get("/experts/?q=隐名&format=json").answer.json["count"] == 1
    assert certificates.certificates_of(c.the(id_))[0].holder == "石隐名"
    records.sync()
    assert "石隐名" in Page(app).get("/search?q=石隐名").html
    me.get(f"/review/expert/{id_}/consents/").submit("保存", kinds=["employer"])
    assert "石隐名" not in Page(app).get("/experts/").html
    assert "隐名大学" in Page(app).get("/experts/").text
    assert records.find("石隐名", cast.actor(person)).count == 0
    kept = {row.kind: row.withdrawn_at for row in session.scalars(select(Consent))}
    assert kept[ConsentKind.NAME] is not None
    assert kept[ConsentKind.EMPLOYER] is None


def test_the_list_costs_the_same_with_one_and_with_many(app: Flask) -> None:
    c.appointed(cast.somebody())
    one = Page(app).get("/experts/?field=法学").statements
    for _each in range(4):
        c.appointed(cast.somebody())
    assert Page(app).get("/experts/?field=法学").statements == one


def test_a_term_ends_at_midnight_before_anybody_has_done_anything(app: Flask) -> None:
    person = cast.somebody()
    id_ = c.appointed(person, until=clock.today() + timedelta(days=5))
    number = c.the(id_).number
    with time_machine.travel(clock.now() + timedelta(days=6)):
        assert Page(app).get(f"/experts/{number}/").status == 404
        assert Role.EXPERT not in accounts.roles_of(person.id)
        with writing():
            clockwork.keep_days()
        assert c.the(id_).state is ExpertState.ENDED
        with writing():
            assert clockwork.keep_days() == 0
        assert certificates.certificates_of(c.the(id_))[0].state is CertificateState.LAPSED


def test_before_the_end_it_is_reminded_of_once_at_each_mark(app: Flask) -> None:
    cast.somebody("issuer")
    id_ = c.appointed(cast.somebody(), until=clock.today() + timedelta(days=80))
    for _twice in range(2):
        with writing():
            clockwork.keep_days()
    assert len(session.scalars(select(Letter).where(Letter.template == "experts/ends")).all()) == 1
    assert c.the(id_).reminded_on == clock.today()
    with time_machine.travel(clock.now() + timedelta(days=55)), writing():
        assert clockwork.keep_days() == 1


def test_a_renewal_follows_the_term_and_supersedes_the_letter(app: Flask) -> None:
    person = cast.somebody()
    id_ = c.appointed(person, until=clock.today() + timedelta(days=20))
    page = cast.signed_in(app, cast.somebody("issuer").email).get("/desk/")
    assert "请决定是否续聘" in page.text
    page.get(f"/desk/experts/{id_}/renew/").submit("续聘")
    assert page.status == 200
    expert = c.the(id_)
    assert expert.to_on == effects.last_day(clock.today() + timedelta(days=21))
    newest, before = certificates.certificates_of(expert)
    assert newest.valid_until == expert.to_on
    assert before.superseded_by_id == newest.id
    with time_machine.travel(clock.now() + timedelta(days=30)):
        assert Role.EXPERT in accounts.roles_of(person.id)


def test_suspended_experts_are_neither_listed_nor_experts(app: Flask) -> None:
    person = cast.somebody()
    id_ = c.appointed(person)
    secretary = cast.signed_in(app, cast.somebody("experts").email).get(f"/desk/experts/{id_}/")
    secretary.press("暂停").submit("暂停", reason="被调查")
    assert Role.EXPERT not in accounts.roles_of(person.id)
    assert Page(app).get("/experts/?format=json").answer.json["count"] == 0
    assert "被调查" not in Page(app).get("/log/").html
    secretary.press("恢复").submit("恢复")
    assert Role.EXPERT in accounts.roles_of(person.id)
    assert Page(app).get("/experts/?format=json").answer.json["count"] == 1


def test_resigning_and_dismissal_end_role_and_letter_at_once(app: Flask) -> None:
    resigning, dismissed = cast.somebody(), cast.somebody()
    first, second = c.appointed(resigning), c.appointed(dismissed)
    cast.signed_in(app, resigning.email).get(f"/review/expert/{first}/").press("请辞").submit("请辞")
    cast.signed_in(app, cast.somebody("issuer").email).get(f"/desk/experts/{second}/").press("解聘").submit(
        "解聘", reason="泄密"
    )
    for person, id_ in ((resigning, first), (dismissed, second)):
        assert c.the(id_).state is ExpertState.ENDED
        assert Role.EXPERT not in accounts.roles_of(person.id)
        assert certificates.certificates_of(c.the(id_))[0].state is CertificateState.WITHDRAWN
    told = session.scalars(
        select(Letter.body).where(Letter.account_id == dismissed.id, Letter.template == "experts/moved")
    ).one()
    assert "泄密" in told


def test_after_the_end_one_may_come_back(app: Flask) -> None:
    person = cast.somebody()
    id_ = c.appointed(person)
    with writing():
        EXPERT.take("resign", c.the(id_), actor=actor_of(person))
    again = c.appointed(person)
    assert c.the(again).number != c.the(id_).number


def test_a_new_employer_on_record_is_a_tie_and_the_one_before_stays_one(app: Flask) -> None:
    first, second = cast.verified(101), cast.verified(102, name="远山样例文化经纪有限公司")
    person = cast.somebody()
    id_ = c.appointed(person, employer=first.organisation.name)
    assert ("organisation", first.id) in actor_of(person).walls
    me = cast.signed_in(app, person.email).get(f"/review/expert/{id_}/").press("修改专家资料")
    me.submit("保存", employer="别名", employer_code=second.organisation.uscc)
    assert {("organisation", first.id), ("organisation", second.id)} <= actor_of(person).walls
    kept = {tie.to_id: tie.to_on for tie in ties.ties_of(person.person_id) if tie.kind is TieKind.EMPLOYER}
    assert kept == {first.id: clock.today(), second.id: None}


def test_days_away_are_their_own_business(app: Flask) -> None:
    person = cast.somebody()
    id_ = c.appointed(person)
    me = cast.signed_in(app, person.email).get(f"/review/expert/{id_}/absent/")
    me.submit("登记", from_on="2026-12-10", to_on="2026-12-01")
    assert me.errors == ["结束的日期不能早于开始的日期。"]
    me.submit("登记", to_on="2026-12-20")
    assert not c.the(id_).is_available_on(clock.today().replace(month=12, day=15))
    assert c.the(id_).is_available_on(clock.today())
    me.get(f"/review/expert/{id_}/absent/").submit("登记", from_on="2026-12-20", to_on="2026-12-22")
    assert me.errors == ["与已登记的时间重叠。"]
    me.get(f"/review/expert/{id_}/").press("取消").submit("取消这段时间")
    assert c.the(id_).absences == []


def test_nothing_is_changed_once_it_is_over(app: Flask) -> None:
    person = cast.somebody()
    id_ = c.appointed(person)
    with writing():
        EXPERT.take("resign", c.the(id_), actor=actor_of(person))
    with pytest.raises(Refused), writing():
        actions.set_consents(c.the(id_), kinds=[ConsentKind.NAME], actor=actor_of(person))


def test_a_forgotten_person_leaves_a_number_and_a_term(app: Flask) -> None:
    person = cast.somebody(name="石隐名")
    id_ = c.appointed(person, consents=tuple(ConsentKind), employer="隐名大学")
    number = c.the(id_).number
    with writing():
        people.forget(
            session.merge(person).person, because="本人要求", actor=cast.actor(cast.somebody("admin"))
        )
    page = Page(app).get(f"/experts/{number}/")
    assert "石某某" in page.text
    assert "隐名大学" not in page.html
    assert certificates.certificates_of(c.the(id_))[0].holder == "石某某"


def test_strangers_read_no_file(app: Flask) -> None:
    id_ = c.appointed(cast.somebody())
    for role in ("", "expert", "registrar", "editor"):
        page = cast.signed_in(app, cast.somebody(*([role] if role else [])).email)
        for address in (
            "/desk/experts/",
            f"/desk/experts/{id_}/",
            f"/review/expert/{id_}/",
            f"/review/expert/{id_}/data/",
        ):
            assert page.get(address).status == 403, (role, address)
