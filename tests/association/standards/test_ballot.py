"""审查: enough people with the papers in time, one vote each, sealed until the end, minutes, and a result that follows from the votes."""

import pytest

from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.standards import actions
from association.standards.models import Vote
from tests import cast
from tests.association.standards import on_the_way as way
from tests.association.standards.on_the_way import project, review, staff

FOR, AGAINST, ABSTAIN = Vote.FOR, Vote.AGAINST, Vote.ABSTAIN


@pytest.fixture
def open_ballot(app):
    way.laid_out()
    way.heard()
    way.sent()
    return app


def test_fewer_than_five_or_too_few_senior_ones_cannot_decide(open_ballot):
    way.panel(4)
    way.votes(*[FOR] * 4)
    with pytest.raises(Refused, match="不少于5人，现在有4人"):
        way.close()
    with writing():
        actions.add_reviewer(
            review(), name="年轻样例", unit="样例大学", post="讲师", is_senior=False, actor=staff("experts")
        )
    with pytest.raises(Refused, match="高级职称的不少于5人，现在有4人"):
        way.close()


def test_experts_are_written_to_and_vote_themselves_only(open_ballot):
    people = way.panel(5)
    assert session.query(Letter).filter(Letter.template == "panels/named").count() == 5
    other = cast.actor(people[1])
    with pytest.raises(Forbidden), writing():
        actions.vote(review().reviewers[0], vote=FOR, opinion="", actor=other)
    with pytest.raises(Refused, match="本人投票"), writing():
        actions.record_vote(review().reviewers[0], vote=FOR, opinion="", actor=staff("experts"))


def test_a_vote_against_says_why_and_may_be_changed_until_the_end(open_ballot):
    (person, *_rest) = way.panel(5)
    me = cast.actor(person)
    with pytest.raises(Refused) as refused, writing():
        actions.vote(review().reviewers[0], vote=AGAINST, opinion="", actor=me)
    assert refused.value.field == "opinion"
    with writing():
        actions.vote(review().reviewers[0], vote=AGAINST, opinion="太严", actor=me)
    with writing():
        actions.vote(review().reviewers[0], vote=FOR, opinion="", actor=me)
    way.votes(*[FOR] * 5)
    assert way.close().passed is True
    with pytest.raises(Refused, match="已经结束"), writing():
        actions.vote(review().reviewers[0], vote=AGAINST, opinion="反悔", actor=me)


def test_a_paper_vote_of_somebody_without_an_account_is_recorded_as_such(open_ballot):
    way.panel(5, on_paper=1)
    way.votes(*[FOR] * 5)
    assert [r.seat.on_paper for r in review().reviewers] == [False] * 4 + [True]


@pytest.mark.parametrize(
    ("cast_votes", "passes"),
    [([FOR] * 4 + [AGAINST], True), ([FOR] * 3 + [AGAINST] * 2, False), ([FOR] * 4 + [ABSTAIN], True), ([FOR] * 3 + [ABSTAIN] * 2, False)],
)  # fmt: skip
def test_three_quarters_of_those_who_voted_pass(open_ballot, cast_votes, passes):
    way.panel(5)
    way.votes(*cast_votes)
    assert way.close().passed is passes


def test_the_pass_mark_is_a_dated_setting(open_ballot):
    admin = cast.staff("admin")
    with writing():
        dated.change(
            "standards.pass_mark", value=60, basis="章程", in_force_from=clock.today(), checked_by="样例", checked_on=None,
            actor=admin,
        )  # fmt: skip
    way.panel(5)
    way.votes(FOR, FOR, FOR, AGAINST, AGAINST)
    assert way.close().passed is True


def test_before_the_last_day_everybody_must_have_voted_afterwards_not(open_ballot):
    way.panel(6)
    way.votes(*[FOR] * 5)
    with pytest.raises(Refused, match="还有专家没有投票"):
        way.close()
    with way.later(20):
        closed = way.close()
    assert (closed.voted, len(closed.reviewers), closed.passed) == (5, 6, True)


def test_nobody_is_on_the_list_twice_and_who_has_voted_stays_on_it(open_ballot):
    (person, *_rest) = way.panel(5)
    secretary = staff("experts")
    with pytest.raises(Refused, match="已经在名单里"), writing():
        actions.add_reviewer(
            review(),
            name=person.name,
            unit="别处",
            post="教授",
            is_senior=True,
            account=person,
            actor=secretary,
        )
    way.votes(FOR)
    with pytest.raises(Refused, match="已经投票"), writing():
        actions.remove_reviewer(review().reviewers[0], reason="换人", actor=secretary)
    with writing():
        actions.remove_reviewer(review().reviewers[1], reason="回避", actor=secretary)
    assert len(review().reviewers) == 4


def test_votes_are_sealed_from_everybody_until_the_end(open_ballot):
    people = way.panel(5)
    way.votes(AGAINST, *[FOR] * 4)
    for role in ("editor", "experts", "issuer", "auditor"):
        page = cast.signed_in(open_ballot, cast.somebody(role, email=f"{role}@staff.example").email)
        page.get(f"/desk/standards/{project().id}/")
        assert "第三条太严" not in page.html
        assert page.html.count("已投") >= 5
        assert "第三条太严" not in page.get(f"/review/standards/{review().reviewers[0].id}/").html
    other = cast.signed_in(open_ballot, people[1].email)
    assert other.get(f"/review/standards/{review().reviewers[0].id}/").status == 403
    way.close()
    page = cast.signed_in(open_ballot, cast.somebody("legal").email).get(f"/desk/standards/{project().id}/")
    assert "第三条太严" in page.text


def test_an_expert_finds_the_papers_and_votes(open_ballot):
    (person, *_rest) = way.panel(5, clear=False)
    page = cast.signed_in(open_ballot, person.email).get("/review/")
    assert "标准审查：样例短剧片名规范" in page.text
    page.press("声明：标准审查")
    assert "制作机构应当在备案前核对片名" not in page.text
    assert page.get(f"/review/standards/{review().reviewers[0].id}/").path.startswith("/review/panels/")
    page.press("声明无利害关系").submit("声明无利害关系").press("提交意见")
    assert "制作机构应当在备案前核对片名" in page.text
    assert "走访五家单位" in page.text
    page.submit("投票")
    assert page.errors == ["请选择同意、不同意或弃权"]
    page.submit("投票", vote="against")
    assert page.errors == ["不同意或弃权的，请写明理由。"]
    page.submit("投票", vote="against", opinion="第三条太严")
    assert "已投票，结束前可以修改" in page.text
    assert "标准审查：" not in page.get("/review/").text


def test_the_secretary_invites_records_and_closes_on_the_page(open_ballot):
    page = cast.signed_in(open_ballot, cast.somebody("experts", email="experts@staff.example").email)
    page.get("/desk/").press("办理：标准").press("邀请专家")
    page.submit("列入名单", unit="样例大学", post="教授")
    assert page.errors == ["请选择专家，或填写姓名。"]
    for n in range(5):
        page.get(f"/desk/standards/reviews/{review().id}/reviewers/")
        page.submit("列入名单", name=f"书面样例{n}", unit="样例大学", post="教授", is_senior="y")
    for reviewer in list(review().reviewers):
        page.get(f"/desk/standards/reviewers/{reviewer.id}/paper/").submit("登记", vote="for")
    page.get(f"/desk/standards/{project().id}/").press("结束投票")
    page.submit("结束投票", held_on="2026-12-30", minutes="讨论了第三条。")
    assert page.errors == ["审查日期在材料送达之后、今天或之前。"]
    page.submit("结束投票", held_on="2026-11-23", minutes="讨论了第三条。")
    assert "通过：同意5，不同意0，弃权0" in page.text
    page.press("审查通过").submit("审查通过")
    assert "待批准" in page.text
