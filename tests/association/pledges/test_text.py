"""A pledge is asked about, adopted by a body, and reviewed; what speaks of price or boycott is read by the legal office first."""

from datetime import timedelta

import pytest
import time_machine

from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.pledges import actions, queries
from association.pledges.models import VersionState
from association.pledges.workflow import VERSION
from association.rules.models import Standing
from tests import cast
from tests.association.pledges import signed as way
from tests.association.pledges.signed import step, version

S = VersionState


def test_from_a_draft_to_a_pledge_in_force(app, visitor):
    way.issued()
    found = version()
    assert (found.state, found.number, found.adopted_by) == (S.PUBLISHED, 1, "理事会")
    assert found.edition is not None
    assert found.edition.standing_on(clock.today()) is Standing.IN_FORCE
    page = visitor.get("/pledges/")
    assert way.TITLE in page.text
    page.press(way.TITLE)
    assert "推广素材与正片实质一致" in page.text
    assert "0家，看名单" in page.text
    assert "代表单位签署" in page.links()


def test_members_are_asked_for_their_comments(app):
    from association.membership import queries as membership

    way.begun()
    way.asked()
    jobs.run_due()
    assert list(session.scalars(membership.members_on(clock.today()))) == []
    assert session.query(Letter).filter_by(template="pledges/laid_out").count() == 0


def test_without_a_clause_on_signing_electronically_nobody_is_asked(app):
    way.begun(way.TEXT.replace("以电子方式签署本公约", "签署本公约"))
    with pytest.raises(Refused, match="没有约定电子签署的条款"):
        way.asked()


def test_without_a_text_nobody_is_asked(app):
    with writing():
        actions.begin(title="样例公约", code="YL", kinds=[], by_invitation=False, actor=way.staff("editor"))
    with pytest.raises(Refused, match="还没有正文"):
        way.asked()


def test_risky_words_go_to_the_legal_office_which_writes_down_why(app):
    risky = (
        way.TEXT.replace("第三条　", "第三条　签署单位不得约定最低价。\n\n第四条　")
        .replace("第四条　各方", "第五条　各方")
        .replace("第五条　违反", "第六条　违反")
    )
    with time_machine.travel(clock.now() - timedelta(days=32), tick=True):
        way.begun(risky)
        way.asked()
    way.answered()
    way.adopted()
    step("submit", "editor")
    step("first_review", "editor")
    step("second_review", "reviewer")
    assert version().state is S.LEGAL
    with pytest.raises(Refused, match="请写明"):
        step("legal_review", "legal")
    step("legal_review", "legal", "条款禁止约定最低价，不是约定价格。")
    step("third_review", "issuer")
    assert version().legal_reason == "条款禁止约定最低价，不是约定价格。"


def test_the_same_person_is_refused_the_second_review(app):
    with time_machine.travel(clock.now() - timedelta(days=32), tick=True):
        way.begun()
        way.asked()
    way.answered()
    way.adopted()
    step("submit", "editor")
    both = cast.actor(cast.somebody("editor", "reviewer", email="both@staff.example"))
    with writing():
        VERSION.take("first_review", version(), actor=both)
    with pytest.raises(Refused, match="另一人"), writing():
        VERSION.take("second_review", version(), actor=both)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"adopted_by": "办公室"}, "请选择通过的机构"), ({"adopted_on": 1}, "不能在今天之后"), ({"effective_on": -1}, "不能在今天之前"),
     ({"trial_until": 500}, "试行的最后一天"), ({"trial_until": 0}, "试行的最后一天")],
)  # fmt: skip
def test_a_decision_that_cannot_be_is_refused(app, wrong, sentence):
    with time_machine.travel(clock.now() - timedelta(days=32), tick=True):
        way.begun()
        way.asked()
    way.answered()
    today = clock.today()
    facts = {
        "adopted_by": "理事会",
        "adopted_on": today,
        "effective_on": today,
        "trial_until": None,
        "note": "",
    } | {
        name: today + timedelta(days=value) if isinstance(value, int) else value
        for name, value in wrong.items()
    }
    with pytest.raises(Refused, match=sentence), writing():
        actions.adopt(version(), **facts, actor=way.staff("issuer"))


@pytest.mark.parametrize(("code", "sentence"), [("D", "2到12个"), ("短剧", "2到12个"), ("DJ", "已经用过")])
def test_a_code_is_short_plain_and_once(app, code, sentence):
    way.begun()
    with pytest.raises(Refused, match=sentence), writing():
        actions.begin(title="又一公约", code=code, kinds=[], by_invitation=False, actor=way.staff("editor"))


def test_a_pledge_in_force_is_repealed_not_withdrawn(app, visitor):
    way.issued()
    firm = cast.verified()
    way.confirmed(firm)
    with pytest.raises(Refused, match="不能撤回"):
        step("withdraw", "issuer", "有误")
    with writing():
        actions.repeal(
            version(), on=clock.today(), reason="理事会2026年11月23日决定", actor=way.staff("issuer")
        )
    from association.pledges import clockwork

    with writing():
        assert clockwork.keep_days() == 1
    assert way.standing(firm, clock.today()) == "closed"
    assert queries.version_in_force(way.pledge()) is None
    assert session.query(Letter).filter_by(template="pledges/closed").count() == 2


def test_one_revision_at_a_time_and_it_begins_from_the_text_in_force(app):
    from association import drafting

    way.issued()
    editor = way.staff("editor")
    with writing():
        actions.revise(way.pledge(), why="补充要求", actor=editor)
    draft = drafting.latest(version())
    assert draft is not None
    assert "推广素材与正片实质一致" in draft.text
    with pytest.raises(Refused, match="已有一版"), writing():
        actions.revise(way.pledge(), why="又一次", actor=editor)
    assert [v.number for v in queries.versions_of(way.pledge())] == [2, 1]


def test_what_organisations_have_signed_is_not_amended_by_a_body_alone(app):
    way.issued()
    way.confirmed(cast.verified())
    way.revised(way.TEXT.replace("十个工作日", "五个工作日"))
    with way.later(33):
        with pytest.raises(Refused, match="须由签署单位表决通过"):
            way.adopted()
        way.carried()
        way.adopted()
        assert (version().adopted_by, version().adopted_on) == ("签署单位表决", clock.today())
