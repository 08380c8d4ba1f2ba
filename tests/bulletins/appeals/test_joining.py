"""Organisations join with a click of their authorised signer, in public and by time; whoever may not is told why, and nothing is written."""

from datetime import date, timedelta

import pytest
import time_machine

from association.kernel import clock
from association.kernel.audit import LogEntry
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from association.organisations.workflow import ORGANISATION
from bulletins.appeals import actions
from bulletins.appeals.models import Joining
from tests import cast
from tests.association.following.readers import got, reader, spread
from tests.bulletins.appeals import made
from tests.bulletins.notices import issued as way

BAILU = {"name": "白鹭样例影视有限公司"}


def count() -> int:
    session.rollback()
    return session.query(Joining).count()


def test_a_signer_reads_to_the_end_and_joins_with_one_click(app, as_, visitor):
    made.issued()
    firm = cast.verified()
    signer = as_(email=firm.signer_account.email)
    signer.get("/bulletins/appeal-2026-1/").press("代表单位加入")
    assert made.OCCASION in signer.text
    assert "我是晨曦样例影视有限公司的授权签署人，已阅读《关于共同守护未成年观众的倡议书》" in signer.text
    signer.submit("加入", organisation=str(firm.id))
    assert "晨曦样例影视有限公司已加入。" in signer.html
    assert "已有1家单位加入" in signer.text
    assert "晨曦样例影视有限公司" in visitor.get("/bulletins/appeal-2026-1/joined/").text
    letters = session.query(Letter).filter(Letter.template == "appeals/joined")
    assert {letter.to_address for letter in letters} == {firm.clerk_account.email, firm.signer_account.email}
    assert session.query(LogEntry).filter_by(act="join_appeal").count() == 1
    kept = session.query(Joining).one()
    assert kept.text_hash == made.notice().text_hash
    assert kept.consent.startswith("我是晨曦样例影视有限公司的授权签署人")


def test_joining_is_offered_to_visitors_and_officers_and_not_to_staff(app, as_, visitor):
    made.issued()
    words, page = "代表单位加入", "/bulletins/appeal-2026-1/"
    assert words in visitor.get(page).links()
    assert words in as_(email=cast.verified().clerk_account.email).get(page).links()
    staff = as_("registrar")
    assert words not in staff.get(page).links()
    assert words not in "".join(staff.get("/my/appeals/").links())


def test_a_double_click_joins_once(app, as_):
    made.issued()
    firm = cast.verified()
    signer = as_(email=firm.signer_account.email).get("/my/appeals/appeal-2026-1/join/")
    answers = signer.again("加入", organisation=str(firm.id))
    assert [answer.status_code for answer in answers] == [303, 303]
    assert count() == 1


def test_one_who_has_joined_is_told_so(app):
    made.issued()
    firm = cast.verified()
    made.joined(firm)
    with pytest.raises(Refused, match="晨曦样例影视有限公司已经加入"):
        made.joined(firm)
    assert count() == 1


def test_a_clerk_is_told_who_can(app, as_):
    made.issued()
    firm = cast.verified()
    clerk = as_(email=firm.clerk_account.email).get("/my/appeals/appeal-2026-1/join/")
    clerk.submit("加入", organisation=str(firm.id))
    assert clerk.status == 409
    assert clerk.refusals == ["你不是晨曦样例影视有限公司的授权签署人，请由授权签署人办理。"]
    assert count() == 0


def test_an_authority_that_has_ended_is_said_with_its_day(app):
    made.issued()
    firm = cast.verified()
    ends = clock.today() + timedelta(days=365)
    with time_machine.travel("2027-11-25T10:00:00+08:00", tick=True):
        with pytest.raises(Refused, match=f"已于{day_words(ends)}到期"):
            made.joined(firm, by=cast.actor(firm.signer_account))
        assert count() == 0


def test_an_organisation_that_is_not_verified_cannot_join(app):
    made.issued()
    firm = cast.submitted()
    with pytest.raises(Refused, match="不是已核验状态"):
        made.joined(firm, by=cast.actor(firm.signer_account))
    assert count() == 0


def test_nobody_joins_for_an_organisation_that_is_not_theirs(app):
    made.issued()
    firm, stranger = cast.verified(), cast.verified(102, **BAILU)
    with pytest.raises(Forbidden):
        made.joined(firm, by=stranger.signer)
    with pytest.raises(Forbidden):
        made.joined(firm, by=Actor())


def test_a_withdrawn_appeal_keeps_its_list_and_takes_nobody(app, visitor, as_):
    made.issued()
    firm, late = cast.verified(), cast.verified(102, **BAILU)
    made.joined(firm)
    way.step("withdraw", "issuer", "依据有误。")
    with pytest.raises(Refused, match="已经撤回"):
        made.joined(late)
    assert as_(email=late.signer_account.email).get("/my/appeals/appeal-2026-1/join/").status == 409
    assert "代表单位加入" not in visitor.get("/bulletins/appeal-2026-1/").links()
    assert "关于共同守护" not in visitor.get(f"/organisations/{firm.organisation.uscc}/").text


def test_after_the_last_day_nobody_joins(app):
    made.issued(closes_on=date(2026, 11, 30))
    firm = cast.verified()
    with (
        time_machine.travel("2026-12-01T10:00:00+08:00", tick=True),
        pytest.raises(Refused, match="已于2026年11月30日截止"),
    ):
        made.joined(firm)
    assert count() == 0


def test_one_who_makes_it_need_not_join(app):
    firm = cast.verified()
    made.issued(firm)
    with pytest.raises(Refused, match="是倡议单位，不必再加入"):
        made.joined(firm)


def test_without_having_had_the_text_nobody_joins(app):
    made.issued()
    firm = cast.verified()
    with pytest.raises(Refused, match="看过全文"), writing():
        actions.join(made.appeal(), session.get_one(Organisation, firm.id), text_hash="", actor=firm.signer)


def test_whoever_leaves_stays_in_the_list_with_the_day_and_may_join_again(app, as_, visitor):
    made.issued()
    firm = cast.verified()
    made.joined(firm)
    signer = as_(email=firm.signer_account.email)
    signer.get("/my/appeals/").press("退出倡议…").submit("退出倡议")
    listed = visitor.get("/bulletins/appeal-2026-1/joined/")
    assert "已退出" in listed.text
    assert "已有0家单位加入" in visitor.get("/bulletins/appeal-2026-1/").text
    assert "已退出" in visitor.get(f"/organisations/{firm.organisation.uscc}/").text
    made.joined(firm)
    assert count() == 2
    assert "已有1家单位加入" in visitor.get("/bulletins/appeal-2026-1/").text
    assert session.query(LogEntry).filter(LogEntry.act.in_(["join_appeal", "leave"])).count() == 3


def test_the_list_is_by_time_keeps_the_name_of_that_day_and_is_exported_as_it_is_filtered(app, visitor):
    made.issued()
    first, second = cast.verified(101), cast.verified(102, **BAILU)
    made.joined(first)
    with time_machine.travel("2026-11-24T10:00:00+08:00", tick=True):
        made.joined(second)
        with writing():
            session.get_one(Organisation, first.id).name = "晨光样例影视有限公司"
    rows = visitor.get("/bulletins/appeal-2026-1/joined/?format=json").answer.get_json()
    names = [row["name"] for row in rows["items"]]
    assert names == ["晨曦样例影视有限公司", "白鹭样例影视有限公司"]
    filtered = visitor.get("/bulletins/appeal-2026-1/joined/?q=白鹭&format=csv")
    assert "白鹭样例影视有限公司" in filtered.answer.text
    assert "晨曦" not in filtered.answer.text


def test_the_page_costs_the_same_however_many_have_joined(app, visitor):
    made.issued()
    made.joined(cast.verified(101))
    few = (
        visitor.get("/bulletins/appeal-2026-1/joined/").statements,
        visitor.get("/bulletins/appeal-2026-1/").statements,
    )
    for serial in range(102, 106):
        made.joined(cast.verified(serial, name=f"样例{serial}影视有限公司"))
    assert visitor.get("/bulletins/appeal-2026-1/joined/").statements <= few[0]
    assert visitor.get("/bulletins/appeal-2026-1/").statements <= few[1]


def test_whoever_follows_the_organisation_hears_that_it_joined(app):
    made.issued()
    firm = cast.verified()
    person = reader(f"organisation:{firm.id}")
    made.joined(firm)
    spread()
    assert [letter.subject for letter in got(person)] == [
        "单位：加入倡议 晨曦样例影视有限公司：《关于共同守护未成年观众的倡议书》"
    ]


def test_an_organisation_that_has_ended_is_still_in_the_list(app, visitor):
    made.issued()
    firm = cast.verified()
    made.joined(firm)
    registrar = cast.somebody("registrar")
    with writing():
        ORGANISATION.take(
            "end",
            firm.organisation,
            actor=cast.actor_of(registrar),
            reason="注销",
            on=clock.today(),
        )
    assert "晨曦样例影视有限公司" in visitor.get("/bulletins/appeal-2026-1/joined/").text


def test_pages_of_other_notices_have_no_such_list(app, visitor, as_):
    way.issued()
    assert visitor.get("/bulletins/bulletin-2026-1/joined/").status == 404
    assert as_(email=cast.somebody().email).get("/my/appeals/bulletin-2026-1/join/").status == 404
