"""Mentors without a tie, milestones with reports, a showcase with consent, and the way to commendations."""

from collections.abc import Callable
from datetime import timedelta

import time_machine
from flask import Flask
from sqlalchemy import select

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.experts.models import Expert
from association.kernel import clock
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.search import records
from association.kernel.transactions import writing
from association.people import actions as people
from bulletins.commendations import queries as commendations
from mcn.incubation import actions, clockwork
from mcn.incubation.models import IncubatedWork, Milestone, MilestoneState, WorkState
from mcn.incubation.workflow import TALENT, WORK
from tests import cast
from tests.association.experts import candidates
from tests.mcn.incubation import youth
from tests.page import Page


def _expert() -> tuple[Account, str]:
    account = cast.somebody("expert")
    id_ = candidates.appointed(account)
    return account, str(session.get_one(Expert, id_).number)


def test_an_expert_is_asked_accepts_and_answers_a_report(
    app: Flask, as_: Callable[..., Page], post: Callable[[], list[str]]
) -> None:
    young, (mentor, number) = cast.somebody(name="汤样例"), _expert()
    id_ = youth.selected(young)
    office = as_("courses").get(f"/my/incubation/{id_}/").press("邀请导师")
    office.submit("邀请导师", number="没有")
    assert office.errors == ["没有这个编号的在聘专家。"]
    office.submit("邀请导师", number=number)
    office.press("设定节点").submit("设定节点", title="交出剧本", due_on="2026-12-20")
    guide = cast.signed_in(app, mentor.email).get("/my/incubation/").press("汤样例")
    assert "密拍一部短剧" in guide.text
    assert "2003" not in guide.text
    guide.press("同意担任").submit("同意担任")
    own = cast.signed_in(app, young.email).get("/my/").press("孵化节点：交出剧本").press("报送进展")
    own.submit("报送", report="剧本写好了")
    assert any("交出剧本" in letter for letter in post())
    guide.get(f"/my/incubation/{id_}/").press("还差一些").submit("还差一些", reason="第三集")
    own.get(f"/my/incubation/{id_}/").press("报送进展").submit("报送", report="第三集改了")
    guide.get(f"/my/incubation/{id_}/").press("已达到").submit("已达到", reason="可以拍了")
    assert session.query(Milestone).one().state is MilestoneState.MET
    assert "可以拍了" in own.get(f"/my/incubation/{id_}/").text


def test_an_expert_with_a_tie_is_refused_and_why_is_not_said(app: Flask, as_: Callable[..., Page]) -> None:
    mentor, number = _expert()
    id_ = youth.selected(mentor)
    office = as_("courses").get(f"/my/incubation/{id_}/").press("邀请导师").submit("邀请导师", number=number)
    assert office.errors == ["这位专家须回避，不能担任导师。"]


def test_a_mentor_who_was_stopped_reads_nothing_more(app: Flask, as_: Callable[..., Page]) -> None:
    mentor, number = _expert()
    id_ = youth.selected(cast.somebody())
    office = as_("courses").get(f"/my/incubation/{id_}/").press("邀请导师").submit("邀请导师", number=number)
    guide = cast.signed_in(app, mentor.email).get(f"/my/incubation/{id_}/")
    assert guide.status == 200
    office.press("结束指导").submit("结束指导", reason="时间不合")
    assert guide.get(f"/my/incubation/{id_}/").status == 403


def test_a_milestone_is_reminded_of_once(app: Flask) -> None:
    id_ = youth.selected(cast.somebody())
    with writing():
        due = clock.today() + timedelta(days=20)
        actions.set_milestone(youth.talent(id_), title="粗剪", due_on=due, actor=cast.staff("courses"))
    with writing():
        assert clockwork.remind() == 0
    with time_machine.travel(clock.now() + timedelta(days=14)):
        with writing():
            assert clockwork.remind() == 1
        with writing():
            assert clockwork.remind() == 0
        told = session.scalars(select(Letter.subject).where(Letter.subject.contains("快到期"))).all()
        assert told == ["孵化节点快到期：粗剪"]


def test_incubation_is_complete_when_every_milestone_is(app: Flask, as_: Callable[..., Page]) -> None:
    id_ = youth.selected(cast.somebody())
    office = as_("courses").get(f"/my/incubation/{id_}/")
    office.press("设定节点").submit("设定节点", title="粗剪", due_on="2026-12-20")
    assert "结束孵化" not in office.links()
    office.press("取消节点").submit("取消节点", reason="改了计划")
    office.press("结束孵化").submit("结束孵化", reason="祝顺利")
    assert "已结束孵化" in office.text


def test_a_work_is_public_with_consent_without_a_whole_name_and_gone_when_it_is_withdrawn(
    app: Flask, visitor: Page, as_: Callable[..., Page]
) -> None:
    young = cast.somebody(name="路远样例")
    id_ = youth.selected(young)
    own = cast.signed_in(app, young.email).get(f"/my/incubation/{id_}/").press("提交作品")
    typed = {"title": "样例邮路", "text": "讲邮路", "credit": "surname"}
    own.submit("同意并提交", **typed)
    assert own.errors == ["请确认。"]
    own.submit("同意并提交", consent="y", url="javascript:alert(1)", **typed)
    assert own.errors == ["网址请从http开始写全。"]
    own.submit("同意并提交", consent="y", url="", **typed)
    work = session.query(IncubatedWork).one().id
    assert visitor.get(f"/incubation/works/{work}/", follow=False).status in (302, 303)
    as_("issuer").get("/desk/").press("孵化作品：样例邮路").press("展示").submit("展示")
    records.sync()
    page = visitor.get("/incubation/works/").press("样例邮路")
    assert "路某某" in page.text
    assert "路远" not in page.html
    assert "样例邮路" in visitor.get("/search?q=样例邮路").html.replace('value="样例邮路"', "")
    own.get(f"/my/incubation/{id_}/").press("撤回同意，撤下").submit("撤回同意，撤下")
    assert visitor.get(f"/incubation/works/{work}/", follow=False).status in (302, 303)
    assert visitor.get("/incubation/works/?format=json").answer.json["count"] == 0


def test_a_minors_work_needs_the_guardian_and_says_nobodys_name(app: Flask, visitor: Page) -> None:
    young = cast.somebody(name="纪远样例")
    id_ = youth.selected(young, **youth.GUARDIAN | {"born_on": youth.SEVENTEEN})
    page = cast.signed_in(app, young.email).get(f"/my/incubation/{id_}/works/new/")
    typed = {"title": "样例邮路", "text": "讲邮路", "consent": "y"}
    page.submit("同意并提交", credit="surname", **typed)
    assert page.errors == ["未成年人的作品不写是谁。"]
    page.submit("同意并提交", credit="none", **typed)
    assert page.errors == ["未成年人须有监护人同意：请写明监护人姓名、同意书编号和日期。"]
    work = youth.shown(id_, young, credit="none", guardian=youth.GUARDIAN)
    text = visitor.get(f"/incubation/works/{work}/").html
    assert "一位入选的青年" in text
    assert "纪" not in visitor.text


def test_a_good_work_is_proposed_for_commendation_and_taken_back_with_it(
    app: Flask, visitor: Page, as_: Callable[..., Page]
) -> None:
    firm, young = cast.verified(), cast.somebody()
    id_ = youth.selected(young)
    nobodys = youth.shown(id_, young, title="无主")
    office = as_("courses")
    assert office.get(f"/my/incubation/incubation_work/{nobodys}/propose/").status == 409
    work = youth.shown(id_, young, code=cast.code(101))
    assert "样例邮路" in visitor.get(f"/organisations/{cast.code(101)}/").text
    office.get(f"/my/incubation/incubation_work/{work}/propose/").submit("推荐到推优", reason="贴近生活")
    (suggested,) = commendations.suggestions()
    assert (suggested.organisation_id, suggested.title) == (firm.id, "样例邮路：贴近生活")
    youth.take(WORK, "take_back", IncubatedWork, work, young)
    assert commendations.suggestions() == []


def test_who_is_forgotten_leaves_nothing_in_words(app: Flask, visitor: Page) -> None:
    young = cast.somebody()
    id_ = youth.selected(young)
    work = youth.shown(id_, young)
    with writing():
        TALENT.take("leave", youth.talent(id_), actor=actor_of(young))
    with writing():
        people.forget(youth.talent(id_).person, because="本人要求", actor=cast.staff("admin"))
    assert youth.talent(id_).facts == {}
    assert session.get_one(IncubatedWork, work).state is WorkState.DOWN
    session.rollback()
    assert "样例邮路" not in visitor.get("/incubation/works/").text


def test_the_desk_costs_the_same_with_one_and_with_many(app: Flask, as_: Callable[..., Page]) -> None:
    call, office = youth.call(places=50), as_("courses")
    youth.applied(cast.somebody(), call_id=call)
    one = office.get("/desk/incubation/").statements
    for _n in range(5):
        youth.applied(cast.somebody(), call_id=call)
    assert office.get("/desk/incubation/").statements == one
