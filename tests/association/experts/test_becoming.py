"""From a recommendation or a call through review and public notice to the appointment."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from association.accounts import queries as accounts
from association.accounts.actors import actor_of
from association.accounts.models import Role
from association.experts import actions
from association.experts.models import Expert, ExpertState, Objection, ObjectionState
from association.experts.workflow import CALL, EXPERT, OBJECTION
from association.kernel import certificates, clock
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import can
from association.kernel.transactions import writing
from association.organisations.policy import P as OrganisationP
from tests import cast
from tests.association.experts import candidates as c
from tests.page import Page


def test_from_a_call_to_an_appointment_with_objection_wall_and_lift(app: Flask) -> None:
    firm = cast.verified(101)
    secretary, issuer, legal = (
        cast.signed_in(app, cast.somebody(role).email) for role in ("experts", "issuer", "legal")
    )
    secretary.get("/desk/experts/").press("起草专家征集").submit(
        "保存", title="征集剧本专家", text="懂剧本的人", closes_on=(clock.today() + timedelta(days=20)).isoformat()
    )  # fmt: skip
    assert Page(app).get("/experts/calls/").text.count("征集剧本专家") == 0
    issuer.get("/desk/").press("办理").press("发布征集").submit("发布征集")

    person = cast.somebody(name="石隐名")
    me = cast.signed_in(app, person.email).get("/experts/calls/").press("征集剧本专家").press("应征")
    me.submit("提交", **c.TYPED | {"employer": firm.organisation.name, "truth": "y"})
    assert me.status == 200, me.errors
    me.press("更改").submit("保存", kinds=["notice"])

    secretary.get("/desk/").press("办理").press("审核通过，公示").submit("审核通过，公示")
    shown = Page(app).get("/experts/notices/")
    assert "石隐名" in shown.text
    stranger = cast.signed_in(app, cast.somebody(name="异议人").email)
    stranger.get("/experts/notices/").press("石隐名").press("提出异议").submit("提交", text="履历不实。")
    assert stranger.status == 200

    expert = session.scalars(select(Expert)).one()
    with c.after_notice():
        assert (
            "还有1件异议没有答复"
            in cast.signed_in(app, cast.somebody("issuer").email)
            .get(f"/desk/experts/{expert.id}/appoint/")
            .text
        )
        desk = cast.signed_in(app, cast.somebody("experts").email).get("/desk/").press("答复")
        assert "履历不实。" in desk.text
        assert "异议人" not in desk.text
        desk.press("异议不成立").submit("异议不成立", reason="已核实，属实。")
        chair = cast.signed_in(app, cast.somebody("issuer").email).get("/desk/").press("办理").press("聘任")
        chair.submit("聘任")
        assert chair.status == 200, chair.errors
        assert Role.EXPERT in accounts.roles_of(person.id)
        assert not can(actor_of(person), OrganisationP.VERIFY, firm.organisation)
        assert ("organisation", firm.id) in actor_of(person).walls  # the employer's name was enough
        listed = Page(app).get("/experts/")
        assert "石某某" in listed.text
        assert "石隐名" not in listed.html
        tie = cast.signed_in(app, cast.somebody("experts").email).get("/desk/ties/").press("石隐名")
        tie.press("提议解除回避").submit(
            "提议", reason="只有此人懂", until=(clock.today() + timedelta(days=9)).isoformat()
        )
        second = cast.signed_in(app, cast.somebody("legal").email).get("/desk/").press("办理")
        second.press("同意解除").submit("同意解除")
        assert ("organisation", firm.id) not in actor_of(person).walls
    assert "2026任职、受聘1" in legal.get("/recusals/").text


def test_a_recommended_person_decides_and_says_who_they_are(app: Flask) -> None:
    firm, person = cast.verified(101), cast.somebody(name="段隐名")
    officer = cast.signed_in(app, firm.clerk_account.email).get("/experts/").press("推荐专家")
    officer.submit("推荐", organisation=str(firm.id), name="段隐名", email=person.email, because="熟悉题材")
    assert officer.status == 200
    me = cast.signed_in(app, person.email).get("/my/")
    me.press("答复").press("同意并填报资料").submit("提交", **c.TYPED | {"truth": "y"})
    expert = session.scalars(select(Expert)).one()
    assert (expert.state, expert.person_id, expert.invited_email) == (
        ExpertState.SUBMITTED,
        person.person_id,
        "",
    )


def test_who_does_not_agree_leaves_nothing_behind(app: Flask) -> None:
    with writing():
        actions.recommend(
            name="某人", email="nobody@people.example", employer="某单位", title="编剧", because="好", organisation=None,
            actor=cast.staff("experts"),
        )  # fmt: skip
    letter = session.scalars(select(Letter).where(Letter.template == "experts/recommended")).one()
    assert letter.to_address == "nobody@people.example"
    assert "注册" in letter.body
    person = cast.somebody(email="nobody@people.example")
    me = cast.signed_in(app, person.email).get("/review/expert/").press("秘书处推荐")
    me.press("不同意").submit("不同意")
    expert = session.scalars(select(Expert)).one()
    assert expert.state is ExpertState.WITHDRAWN
    assert (expert.invited_name, expert.invited_email, expert.employer, expert.because) == ("", "", "", "")


def test_nobody_answers_for_another(app: Flask) -> None:
    with writing():
        expert = actions.recommend(
            name="某人",
            email="nobody@people.example",
            employer="",
            title="",
            because="好",
            organisation=None,
            actor=cast.staff("experts"),
        )
    stranger = cast.signed_in(app, cast.somebody().email)
    assert stranger.get(f"/review/expert/{expert.id}/").status == 403
    assert stranger.get(f"/review/expert/{expert.id}/accept/").status == 403


def test_a_second_recommendation_is_refused_at_the_address(app: Flask) -> None:
    person = cast.somebody()
    c.applied(person)
    page = cast.signed_in(app, cast.somebody("experts").email).get("/experts/recommend/")
    page.submit("推荐", organisation="0", name="甲", email=person.email, because="好")
    assert page.errors == ["对方已是专家、候选人，或已被推荐。"]
    assert page.value("because") == "好"


def test_whoever_reviews_does_not_appoint_and_nobody_handles_their_own(app: Flask) -> None:
    both = cast.somebody("experts", "issuer")
    id_ = c.applied(cast.somebody())
    with writing():
        EXPERT.take("put_on_notice", c.the(id_), actor=actor_of(both))
    with c.after_notice(), pytest.raises(Refused), writing():
        actions.appoint(c.the(id_), from_on=clock.today(), to_on=clock.today(), actor=actor_of(both))
    own = c.applied(both)
    with pytest.raises(Forbidden), writing():
        EXPERT.take("put_on_notice", c.the(own), actor=actor_of(both))
    page = cast.signed_in(app, both.email)
    assert page.get(f"/desk/experts/{own}/").status == 403
    assert page.get(f"/review/expert/{own}/").status == 200
    assert f"/desk/experts/{own}/" not in page.get("/desk/experts/?format=json").html


def test_nobody_is_appointed_before_the_notice_is_over(app: Flask) -> None:
    id_ = c.on_notice(cast.somebody())
    with pytest.raises(Refused, match="公示到"), writing():
        actions.appoint(c.the(id_), from_on=clock.today(), to_on=clock.today(), actor=cast.staff("issuer"))


def test_a_term_is_no_longer_than_set_and_begins_no_earlier_than_today(app: Flask) -> None:
    id_ = c.on_notice(cast.somebody())
    with c.after_notice():
        page = cast.signed_in(app, cast.somebody("issuer").email).get(f"/desk/experts/{id_}/appoint/")
        page.submit("聘任", from_on="2026-01-01")
        assert page.errors == ["聘期不能从今天以前开始。"]
        page.submit("聘任", from_on=clock.today().isoformat(), to_on="2040-01-01")
        assert page.errors == ["按设置的聘期，最长到2029年12月2日。"]


def test_an_objector_is_known_to_nobody_and_answered(app: Flask) -> None:
    objector, candidate, secretary = cast.somebody(name="异议人"), cast.somebody(), cast.somebody("experts")
    id_ = c.on_notice(candidate)
    with writing():
        actions.object_to(c.the(id_), text="不合适", actor=actor_of(objector))
    with pytest.raises(Refused, match="提出过异议"), writing():
        actions.object_to(c.the(id_), text="还是不合适", actor=actor_of(objector))
    objection = session.scalars(select(Objection)).one()
    trail = session.scalars(select(AuditEntry).where(AuditEntry.subject_kind == "expert_objection")).one()
    assert (trail.account_id, trail.capacity) == (None, "")
    stored = session.connection().exec_driver_sql("select objector, text from expert_objection").one()
    assert str(objector.id) != stored[0]
    assert "不合适" not in stored[1]
    for who, address in (
        (secretary, f"/desk/experts/objections/{objection.id}/"), (secretary, f"/desk/experts/{id_}/"),
        (cast.somebody("auditor"), f"/desk/experts/{id_}/"), (cast.somebody("auditor"), "/desk/administration/trail/?deed=object"),
    ):  # fmt: skip
        page = cast.signed_in(app, who.email).get(address)
        assert page.status == 200, address
        assert "异议人" not in page.html, address
    assert cast.signed_in(app, candidate.email).get(f"/desk/experts/objections/{objection.id}/").status == 403
    assert (
        cast.signed_in(app, cast.somebody("auditor").email)
        .get(f"/desk/experts/objections/{objection.id}/")
        .status
        == 403
    )
    with writing():
        OBJECTION.take(
            "uphold", session.get_one(Objection, objection.id), actor=actor_of(secretary), reason="属实"
        )
    assert session.scalars(select(Objection.state)).one() is ObjectionState.UPHELD
    assert session.scalars(select(Letter.account_id).where(Letter.template == "experts/answered")).all() == [
        objector.id
    ]
    assert "属实" in cast.signed_in(app, objector.email).get("/review/expert/").text


def test_after_the_notice_nobody_objects(app: Flask) -> None:
    id_ = c.on_notice(cast.somebody())
    with c.after_notice():
        page = cast.signed_in(app, cast.somebody().email)
        assert page.get(f"/experts/notices/{id_}/").status == 404
        with pytest.raises(Refused), writing():
            actions.object_to(c.the(id_), text="晚了", actor=cast.actor(cast.somebody()))


def test_pressing_twice_applies_once(app: Flask) -> None:
    call = c.called()
    page = cast.signed_in(app, cast.somebody().email).get(f"/experts/calls/{call}/apply/")
    answers = page.again("提交", **c.TYPED | {"truth": "y"})
    assert [a.status_code for a in answers] == [303, 303]
    assert len(session.scalars(select(Expert)).all()) == 1


def test_what_is_wrong_is_said_at_its_field_and_kept(app: Flask) -> None:
    call = c.called()
    page = cast.signed_in(app, cast.somebody().email).get(f"/experts/calls/{call}/apply/")
    page.submit("提交", **c.TYPED | {"truth": "y", "field_names": None})
    assert page.errors == ["请至少选择一个专业领域。"]
    assert page.value("profile") == "研究剧本二十年。"
    page.submit("提交", field_names=["法学"], employer_code="91990000MA0000007X", truth="y")
    assert page.errors == ["本站没有找到：统一社会信用代码 “91990000MA0000007X”。"]


def test_a_call_is_published_by_another_and_closes_by_the_calendar(app: Flask) -> None:
    both = cast.somebody("experts", "issuer")
    with writing():
        call = actions.draft_call(title="征集", text="说明", closes_on=clock.today(), actor=actor_of(both))
    with pytest.raises(Refused), writing():
        CALL.take("publish", session.merge(call), actor=actor_of(both))
    id_ = c.called(days=3)
    with time_machine.travel(clock.now() + timedelta(days=4)):
        assert "应征已截止" in Page(app).get(f"/experts/calls/{id_}/").text
        page = cast.signed_in(app, cast.somebody().email).get(f"/experts/calls/{id_}/apply/")
        page.submit("提交", **c.TYPED | {"truth": "y"})
        assert page.status == 409


def test_a_draft_of_a_call_is_for_staff_only(app: Flask) -> None:
    with writing():
        call = actions.draft_call(
            title="征集", text="说明", closes_on=clock.today(), actor=cast.staff("experts")
        )
    assert Page(app).get(f"/experts/calls/{call.id}/", follow=False).status == 302
    assert cast.signed_in(app, cast.somebody().email).get(f"/experts/calls/{call.id}/").status == 403


def test_the_letter_of_appointment_bears_the_name_its_check_page_does_not(app: Flask) -> None:
    person = cast.somebody(name="石隐名")
    id_ = c.appointed(person)
    certificate = certificates.certificates_of(c.the(id_))[0]
    assert certificate.holder == "石某某"
    page = Page(app).get(f"/verify/{certificate.code}/")
    assert "石隐名" not in page.html
    from association.experts.papers import appointed_name

    assert appointed_name(certificate) == "石隐名"
    assert (
        cast.signed_in(app, cast.somebody().email).get(f"/verify/{certificate.code}/certificate.pdf").status
        == 403
    )
