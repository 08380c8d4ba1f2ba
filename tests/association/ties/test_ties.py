"""Ties are declared, entered, recognised and ended; a wall falls only where two people say so."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from association.accounts.actors import actor_of
from association.kernel import clock
from association.kernel.audit import AuditEntry, LogEntry
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import can
from association.kernel.transactions import writing
from association.organisations.policy import P as OrganisationP
from association.people import actions as people
from association.ties.models import Lift, LiftState, Tie, TieState
from association.ties.workflow import LIFT, TIE
from tests import cast
from tests.association.ties import tied


def test_an_expert_declares_and_the_wall_stands_at_once(app: Flask) -> None:
    firm, expert = cast.verified(101), cast.somebody("expert")
    page = cast.signed_in(app, expert.email).get("/review/").press("我的利害关系").press("声明利害关系")
    page.submit("声明", kind="employer", said="晨曦样例影视有限公司", code=firm.organisation.uscc)
    assert "从现在起回避" in page.text
    assert ("organisation", firm.id) in actor_of(expert).walls
    assert "你现在回避" in page.text
    assert "晨曦样例影视有限公司" in page.text


def test_a_code_nobody_has_is_refused_at_its_field(app: Flask) -> None:
    page = cast.signed_in(app, cast.somebody("expert").email).get("/my/ties/declare/")
    page.submit("声明", kind="kin", said="某单位", code="91990000MA0000007X", note="留着")
    assert page.status == 409
    assert page.errors == ["本站没有找到：统一社会信用代码 “91990000MA0000007X”。"]
    assert page.value("note") == "留着"


def test_days_in_the_wrong_order_are_refused_at_their_field(app: Flask) -> None:
    page = cast.signed_in(app, cast.somebody("expert").email).get("/my/ties/declare/")
    page.submit("声明", kind="kin", said="某单位", from_on="2026-02-01", to_on="2026-01-01")
    assert page.errors == ["结束的日期不能早于开始的日期。"]
    page.submit("声明", to_on="2099-01-01", from_on="")
    assert page.errors == ["还没有结束的，结束日期请不填。"]


def test_pressing_twice_declares_once(app: Flask) -> None:
    firm, expert = cast.verified(101), cast.somebody("expert")
    page = cast.signed_in(app, expert.email).get("/my/ties/declare/")
    answers = page.again("声明", kind="kin", said="晨曦", code=firm.organisation.uscc)
    assert [a.status_code for a in answers] == [303, 303]
    assert len(session.scalars(select(Tie)).all()) == 1


def test_without_a_code_the_secretary_finds_out_who_is_meant(app: Flask) -> None:
    firm, expert, secretary = cast.verified(101), cast.somebody("expert"), cast.somebody("experts")
    cast.signed_in(app, expert.email).get("/my/ties/declare/").submit("声明", kind="kin", said="晨曦公司")
    assert ("organisation", firm.id) not in actor_of(expert).walls
    page = cast.signed_in(app, secretary.email).get("/desk/")
    assert "请认定声明的对方是谁。" in page.text
    page.press("办理").press("认定对方").submit("登记", to_kind="organisation", typed=firm.organisation.uscc)
    assert page.status == 200
    assert ("organisation", firm.id) in actor_of(expert).walls
    assert (
        "ties/moved" in session.scalars(select(Letter.template).where(Letter.account_id == expert.id)).all()
    )


def test_the_secretary_enters_a_tie_and_the_person_is_told(app: Flask) -> None:
    firm, registrar, secretary = cast.verified(101), cast.somebody("registrar"), cast.somebody("experts")
    page = cast.signed_in(app, secretary.email).get("/desk/ties/").press("登记利害关系")
    page.submit(
        "登记",
        email="nobody@people.example",
        kind="kin",
        to_kind="organisation",
        typed=firm.organisation.uscc,
        note="举报材料",
    )
    assert page.errors == ["没有使用这个邮箱的专家或工作人员。"]
    page.submit("登记", email=registrar.email)
    assert page.status == 200
    assert not can(actor_of(registrar), OrganisationP.VERIFY, firm.organisation)
    assert session.scalars(select(Letter.template).where(Letter.account_id == registrar.id)).all() == [
        "ties/entered"
    ]


def test_nobody_handles_their_own(app: Flask) -> None:
    firm, secretary = cast.verified(101), cast.somebody("experts", "legal")
    tie = tied.tie(secretary, firm)
    page = cast.signed_in(app, secretary.email)
    assert page.get(f"/desk/ties/{tie}/").status == 200  # they may read what is kept of them
    assert "提请撤销" not in page.text
    assert "提议解除回避" not in page.text
    assert page.get(f"/desk/ties/{tie}/lift/").status == 403
    assert page.get("/desk/ties/?format=csv").html.count("\n") == 1
    with pytest.raises(Forbidden), writing():
        TIE.take("question", session.get_one(Tie, tie), actor=actor_of(secretary), reason="错了")


def test_who_is_tied_to_the_same_thing_lifts_no_wall_before_it(app: Flask) -> None:
    firm, expert, secretary = cast.verified(101), cast.somebody("expert"), cast.somebody("experts")
    tied.tie(secretary, firm)
    tie = tied.tie(expert, firm)
    with pytest.raises(Forbidden):
        tied.proposed(tie, secretary)
    lift, legal = tied.proposed(tie, cast.somebody("experts")), cast.somebody("legal")
    tied.tie(legal, firm)
    with pytest.raises(Forbidden), writing():
        LIFT.take("confirm", session.get_one(Lift, lift), actor=actor_of(legal))


def test_two_people_lift_a_wall_and_the_public_sees_number_and_kind(app: Flask) -> None:
    firm, registrar = cast.verified(101), cast.somebody("registrar", name="陆隐名")
    both = cast.somebody("experts", "legal")
    tie = tied.tie(registrar, firm)
    page = cast.signed_in(app, both.email).get(f"/desk/ties/{tie}/").press("提议解除回避")
    page.submit("提议", reason="只有此人懂这一行", until=(clock.today() + timedelta(days=400)).isoformat())
    assert page.errors == [f"最长到{day_words(clock.today() + timedelta(days=90))}。"]
    page.submit("提议", until=(clock.today() + timedelta(days=20)).isoformat())
    assert page.status == 200
    assert "同意解除" not in page.text  # whoever proposes does not agree
    lift = session.scalars(select(Lift)).one()
    with pytest.raises(Refused), writing():
        LIFT.take("confirm", lift, actor=actor_of(both))
    second = cast.signed_in(app, cast.somebody("issuer").email).get("/desk/")
    second.press("办理").press("同意解除").submit("同意解除")
    assert session.scalars(select(Lift.state)).one() is LiftState.LIFTED
    assert can(actor_of(registrar), OrganisationP.VERIFY, firm.organisation)
    public = cast.Page(app).get("/recusals/")
    assert "近亲属" in public.text
    for address in ("/recusals/", "/recusals/?format=csv", "/recusals/?format=json", "/log/"):
        told = public.get(address).html
        assert "陆隐名" not in told
        assert "晨曦样例" not in told
    assert session.scalars(select(LogEntry.act).where(LogEntry.subject_kind == "tie_lift")).all() == [
        "confirm"
    ]


def test_a_lift_that_was_ended_early_lets_the_wall_stand_again(app: Flask) -> None:
    firm, registrar = cast.verified(101), cast.somebody("registrar")
    lift = tied.lifted(tied.tie(registrar, firm))
    secretary = cast.signed_in(app, cast.somebody("experts").email).get(f"/desk/ties/lifts/{lift}/")
    secretary.press("提前恢复回避").submit("提前恢复回避", reason="事已办完")
    assert not can(actor_of(registrar), OrganisationP.VERIFY, firm.organisation)


def test_an_error_is_struck_out_by_two_and_till_then_the_wall_stands(app: Flask) -> None:
    firm, registrar, secretary = (
        cast.verified(101),
        cast.somebody("registrar"),
        cast.somebody("experts", "issuer"),
    )
    tie = tied.tie(registrar, firm)
    with writing():
        TIE.take("question", session.get_one(Tie, tie), actor=actor_of(secretary), reason="同名单位")
    assert not can(actor_of(registrar), OrganisationP.VERIFY, firm.organisation)
    with pytest.raises(Refused), writing():
        TIE.take("strike", session.get_one(Tie, tie), actor=actor_of(secretary))
    with writing():
        TIE.take("strike", session.get_one(Tie, tie), actor=actor_of(cast.somebody("legal")))
    assert session.get_one(Tie, tie).state is TieState.STRUCK
    assert can(actor_of(registrar), OrganisationP.VERIFY, firm.organisation)


def test_an_end_is_not_dated_back(app: Flask) -> None:
    firm, registrar = cast.verified(101), cast.somebody("registrar")
    tie = tied.tie(registrar, firm)
    page = cast.signed_in(app, cast.somebody("experts").email).get(f"/desk/ties/{tie}/close/")
    page.submit("登记", to_on="2020-01-01")
    assert page.errors == ["结束的日期不能早于登记的那一天；登记有误的，请提请撤销。"]
    page.submit("登记", to_on=clock.today().isoformat())
    assert page.status == 200
    assert not can(actor_of(registrar), OrganisationP.VERIFY, firm.organisation)  # some years longer


def test_an_expert_confirms_once_a_year(app: Flask) -> None:
    expert = cast.signed_in(app, cast.somebody("expert").email).get("/review/")
    assert "去确认" in expert.text
    expert.press("去确认").submit("我确认以上完整")
    assert "去确认" not in expert.get("/review/").text


def test_strangers_see_nothing_of_ties(app: Flask) -> None:
    firm, registrar = cast.verified(101), cast.somebody("registrar")
    tie = tied.tie(registrar, firm)
    lift = tied.lifted(tie)
    for who in (firm.signer_account, cast.somebody("expert"), cast.somebody("editor")):
        page = cast.signed_in(app, who.email)
        for address in (
            f"/desk/ties/{tie}/",
            f"/desk/ties/lifts/{lift}/",
            "/desk/ties/",
            "/desk/ties/lifts/",
        ):
            assert page.get(address).status == 403, address
    assert cast.signed_in(app, firm.clerk_account.email).get("/my/ties/").status == 403  # no role, no wall


def test_words_about_a_person_go_when_the_person_is_forgotten(app: Flask) -> None:
    firm, registrar = cast.verified(101), cast.somebody("registrar")
    tie = tied.tie(registrar, firm)
    with writing():
        people.forget(
            session.get_one(Tie, tie).person, because="本人要求", actor=cast.actor(cast.somebody("admin"))
        )
    kept = session.get_one(Tie, tie)
    assert (kept.said, kept.note, kept.state) == ("", "", TieState.STANDING)


def test_the_trail_holds_no_words_about_the_other_side(app: Flask) -> None:
    firm, registrar = cast.verified(101), cast.somebody("registrar")
    tied.tie(registrar, firm)
    details = session.scalars(select(AuditEntry.details).where(AuditEntry.subject_kind == "tie")).one()
    assert details == {"kind": "kin"}
