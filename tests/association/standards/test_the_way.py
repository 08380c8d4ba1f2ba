"""From a proposal to publication: every gate says what is missing and who holds it, and every step has its person."""

from datetime import timedelta

import pytest

from association.accounts.models import Role
from association.kernel import clock
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.standards import actions, gates, queries
from association.standards.models import ProjectState, StandardKind, Vote
from association.standards.workflow import PROJECT
from tests import cast
from tests.association.standards import on_the_way as way
from tests.association.standards.on_the_way import project, staff, step

S = ProjectState


def holders() -> dict[str, str]:
    return {m.what: m.holder for m in gates.missing(project())}


def test_a_proposal_is_decided_by_somebody_else_and_numbered(app):
    way.proposed()
    assert project().state is S.PROPOSED
    with pytest.raises(Forbidden):
        step("accept", "editor")
    step("accept", "issuer", reason="列入今年计划")
    assert (project().state, project().project_number) == (S.DRAFTING, "立项〔2026〕1号")
    assert queries.by_slug("titles-of-sample-dramas") is None  # no English title yet
    assert project().standard.document.title == way.TITLE


def test_an_organisation_proposes_and_is_told_what_became_of_it(app, post):
    firm = cast.verified()
    with writing():
        actions.propose(
            kind=StandardKind.RULE, title="样例素材规则", why="素材误导。", scope="素材。", basis="", organisation=firm.organisation,
            actor=firm.clerk,
        )  # fmt: skip
    step("refuse", "issuer", reason="与现行规则重复")
    told = {letter.template for letter in session.query(Letter) if letter.account_id == firm.clerk_account.id}
    assert "standards/refused" in told
    assert project().ended_because == "与现行规则重复"
    assert (
        session.query(LogEntry).count() == 1
    )  # the organisation's verification; a refused proposal is nobody's business


def test_nobody_proposes_for_an_organisation_that_is_not_theirs(app):
    firm, stranger = cast.verified(), cast.verified(102, name="北辰样例传媒有限公司")
    with pytest.raises(Refused, match="不是这家单位"), writing():
        actions.propose(
            kind=StandardKind.RULE, title="样例", why="甲", scope="乙", basis="", organisation=firm.organisation,
            actor=stranger.clerk,
        )  # fmt: skip


def test_a_proposal_is_taken_back_by_its_own_people_only(app):
    firm, stranger = cast.verified(), cast.verified(102, name="北辰样例传媒有限公司")
    with writing():
        actions.propose(
            kind=StandardKind.RULE, title="样例素材规则", why="甲", scope="乙", basis="", organisation=firm.organisation,
            actor=firm.clerk,
        )  # fmt: skip
    with pytest.raises(Forbidden), writing():
        PROJECT.take("take_back", project(), actor=stranger.signer)
    with writing():
        PROJECT.take("take_back", project(), actor=firm.signer)
    assert project().state is S.DROPPED


def test_the_first_gate_names_the_text_and_the_facts_and_their_holder(app):
    way.accepted()
    missing = holders()
    assert "还没有正文。" in missing
    assert "还没有登记“编制说明”。" in missing
    assert "还没有登记“主要起草人”。" in missing
    assert set(missing.values()) == {str(Role.EDITOR.label)}
    with pytest.raises(Refused, match="还没有正文"):
        way.lay_out()
    way.written()
    assert holders() == {}


def test_a_rule_of_conduct_wants_no_drafters(app):
    way.accepted(kind=StandardKind.RULE)
    assert "还没有登记“主要起草人”。" not in holders()


def test_thirty_days_at_least_and_meanwhile_nobody_writes(app):
    way.accepted()
    way.written()
    with pytest.raises(Refused, match="不少于30天"), writing():
        actions.lay_out(
            project(), title="征求意见", closes_on=clock.today() + timedelta(days=29), note="看", actor=staff("editor")
        )  # fmt: skip
    assert project().state is S.DRAFTING
    way.lay_out()
    assert project().state is S.CONSULTING
    with pytest.raises(Refused, match="正文不能改"):
        actions.check_writable(project())
    assert any("截止" in what for what in holders())


def test_the_last_day_leads_on_to_the_answers_and_editors_are_told(app):
    way.laid_out()
    way.heard()
    assert project().state is S.ANSWERING
    assert session.query(Letter).filter(Letter.template == "standards/heard").count() == 1


def test_a_withdrawn_consultation_leads_back_to_drafting(app):
    from association.consultations import queries as consulted
    from association.consultations.workflow import CONSULTATION

    way.laid_out()
    with writing():
        CONSULTATION.take("withdraw", consulted.of(project())[0], actor=staff("editor"), reason="附件有误")
    assert project().state is S.DRAFTING


def test_unanswered_comments_stand_in_the_way_of_the_ballot(app):
    from association.consultations import actions as consultations
    from association.consultations import queries as consulted

    way.laid_out()
    with writing():
        consultations.comment(
            consulted.of(project())[0], path="3", body="太短。", proposed="", reason="", language="zh", machine="m",
            actor=cast.actor(cast.somebody()),
        )  # fmt: skip
    with way.later(31):
        with writing():
            consultations.close_due()
        assert "还有1条意见没有答复。" in holders()
        with pytest.raises(Refused, match="没有答复"):
            way.sent()


def test_papers_reach_the_experts_ten_working_days_before(app):
    way.laid_out()
    way.heard()
    with pytest.raises(Refused, match="提前10个工作日") as refused, writing():
        actions.send(project(), votes_due_on=clock.today() + timedelta(days=5), actor=staff("editor"))
    assert refused.value.field == "votes_due_on"
    review = way.sent()
    assert (review.number, review.papers_sent_on, project().state) == (1, clock.today(), S.BALLOT)
    assert queries.text_sent(review) == way.TEXT


@pytest.mark.parametrize("until", ["accepted", "laid_out", "passed"])
def test_it_can_be_ended_at_each_gate_with_a_public_reason(app, until):
    from association.consultations import queries as consulted

    getattr(way, until)()
    step("terminate", "issuer", reason="上位法已有规定")
    assert (project().state, project().ended_because) == (S.TERMINATED, "上位法已有规定")
    assert all(c.is_over for c in consulted.of(project()))


def test_a_ballot_not_passed_leads_back_and_the_second_failure_ends_it(app):
    way.laid_out()
    way.heard()
    way.sent()
    way.panel()
    way.votes(*[Vote.AGAINST] * 3, *[Vote.FOR] * 2)
    way.close()
    with pytest.raises(Refused, match="没有得出“通过”"):
        step("pass", "experts")
    step("fail", "experts")
    assert (project().state, project().failures) == (S.DRAFTING, 1)
    way.written(way.TEXT.replace("六个月", "三个月"))
    way.lay_out()
    way.heard()
    way.sent()
    assert way.review().number == 2
    way.panel()
    way.votes(*[Vote.ABSTAIN] * 5)
    way.close()
    with pytest.raises(Refused, match="只能终止"):
        step("fail", "experts")
    step("terminate", "issuer", reason="两次审查不通过")
