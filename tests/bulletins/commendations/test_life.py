"""A round from its basis to its list: nobody is scored, four pairs of hands, and what stands is a row of standing."""

import pytest

from association import standing
from association.kernel import clock
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import VISITOR
from association.kernel.search import records
from association.kernel.transactions import writing
from association.standing import StandingKind, StandingState
from association.standing import queries as stands
from bulletins.commendations import actions
from bulletins.commendations.models import NominationState, RoundState, Stage
from bulletins.notices.models import Notice
from bulletins.notices.workflow import NOTICE
from tests import cast
from tests.association.standing import written
from tests.bulletins.commendations import made
from tests.bulletins.notices.issued import staff

S, R = NominationState, RoundState


def letters(template: str) -> int:
    session.rollback()
    return session.query(Letter).filter_by(template=f"commendations/{template}").count()


def found() -> list[str]:
    return [hit.url for hit in records.find("介绍一批", VISITOR, limit=5).hits]


def withdrawn(stage: Stage) -> None:
    issuer, id_ = staff("issuer"), made.paper(stage).id
    with writing():
        NOTICE.take("withdraw", session.get_one(Notice, id_), actor=issuer, reason="有误（样例）")


def test_nothing_is_called_for_before_the_legal_office_has_looked_at_the_basis(app):
    made.prepared()
    with pytest.raises(Refused, match="依据还没有核对"):
        made.begun(Stage.CALL)
    with pytest.raises(Forbidden):
        made.step("clear", "editor", reason="好")
    made.step("clear", "legal", reason="会议纪要核对无误")
    assert made.begun(Stage.CALL)
    with pytest.raises(Refused, match="已经有一份"):
        made.begun(Stage.CALL)


def test_whoever_wrote_the_basis_does_not_clear_it_and_what_was_cleared_is_not_changed(app):
    both = cast.actor(cast.somebody("editor", "legal"))
    with writing():
        actions.prepare(facts=made.FACTS, actor=both)
    from bulletins.commendations.workflow import ROUND

    with pytest.raises(Refused, match="另一人"), writing():
        ROUND.take("clear", made.round_(), actor=both, reason="好")
    made.step("clear", "legal", reason="好")
    with pytest.raises(Refused, match="先由法务退回"), writing():
        actions.change(made.round_(), facts=made.FACTS, actor=staff("editor"))
    made.step("return_basis", "legal", reason="写明日期")
    with writing():
        actions.change(made.round_(), facts=made.FACTS | {"basis": "另一次会议"}, actor=staff("editor"))
    assert letters("returned") == 1


@pytest.mark.parametrize(
    ("facts", "field"), [({"basis_kind": "没有这种"}, "basis_kind"), ({"nominate_by": made.date(2026, 11, 23)}, "nominate_by")],
)  # fmt: skip
def test_a_basis_that_is_none_and_a_day_gone_by_are_refused_at_their_fields(app, facts, field):
    with pytest.raises(Refused) as refused:
        made.prepared(**facts)
    assert refused.value.field == field


def test_a_call_is_open_long_enough(app):
    made.cleared(nominate_by=made.date(2026, 11, 30))
    with pytest.raises(Refused, match="至少须有10天"):
        made.begun(Stage.CALL)


def test_the_call_says_basis_terms_and_last_day_and_opens_the_round(app):
    made.opened()
    assert (made.round_().state, made.round_().slug) == (R.OPEN, "2026-1")
    words = [line for _level, line in made.paper(Stage.CALL).lines]
    assert words[0] == made.FACTS["purpose"]
    assert any("第三届理事会第五次会议" in line for line in words)
    assert any("不评分" in line for line in words)
    assert any("不收取任何费用" in line for line in words)
    assert "提名截止：2026年12月10日。" in words


def test_the_hands_are_apart(app):
    mine = made.firm()
    made.opened()
    everything = cast.actor(cast.somebody("editor", "registrar", "reviewer", "legal"))
    made.nominated(mine, actor=everything)
    made.take("agree", mine.signer)
    with pytest.raises(Refused, match="另一人"):
        made.take("admit", everything)
    made.take("admit", "registrar")
    with made.on(made.AFTER_CALL):
        made.days_pass()
        with pytest.raises(Refused, match="另一人"):
            made.take("propose", everything, reason="好")
        made.take("propose", "reviewer", reason="好")
        with pytest.raises(Refused, match="另一人"):
            made.take("remove", everything, reason="不好")


def test_it_is_decided_only_after_the_call_and_nothing_is_laid_out_undecided(app):
    mine = made.firm()
    made.opened()
    made.nominated(mine)
    made.take("admit", "registrar")
    with pytest.raises(Refused, match="征集截止以后"):
        made.take("propose", "reviewer", reason="好")
    with made.on(made.AFTER_CALL):
        made.days_pass()
        with pytest.raises(Refused, match="还有1件提名没有核对或审议"):
            made.begun(Stage.PUBLICITY)
        made.take("pass_over", "reviewer", reason="题材重复")
        with pytest.raises(Refused, match="没有拟推荐的提名"):
            made.begun(Stage.PUBLICITY)
    assert letters("pass_over") == 2
    assert stands.of_source(made.nomination())[0].state is StandingState.ENDED


def test_the_publicity_names_by_pinyin_says_its_days_and_makes_the_nominations_public(app, visitor):
    late, early = made.firm(101, name="紫竹样例影视有限公司"), made.firm(102, name="白鹭样例影视有限公司")
    made.laid_out(late, early)
    words = [line for _level, line in made.paper(Stage.PUBLICITY).lines]
    assert words.index("白鹭样例影视有限公司：《作品1》（视听作品）") < words.index("紫竹样例影视有限公司：《作品0》（视听作品）")  # fmt: skip
    assert "公示期：2026年12月11日至2026年12月18日。" in words
    assert made.paper(Stage.PUBLICITY).number == "协会推〔2026〕2号"
    with made.on(made.AFTER_CALL):
        assert "推优提名：《作品0》" in visitor.get(f"/organisations/{late.organisation.uscc}/").text
        assert "白鹭样例影视有限公司" in visitor.get("/commendations/2026-1/").text


def test_the_list_makes_commendations_with_a_term_and_the_nominations_are_over(app, visitor):
    mine = made.firm()
    made.announced(mine)
    assert made.round_().state is R.ANNOUNCED
    assert made.nomination("作品0").state is S.LISTED
    with made.on(made.AFTER_PUBLICITY):
        (row,) = stands.of_organisation(mine.id, clock.today())
        assert (row.kind, row.is_public, row.to_on) == (
            StandingKind.COMMENDATION,
            True,
            made.date(2029, 12, 18),
        )
        text = visitor.get(f"/organisations/{mine.organisation.uscc}/").text
        assert "推优：《作品0》" in text
        assert "推优提名" not in text
    assert letters("list") == 2
    assert session.query(LogEntry).filter_by(subject_kind="nomination", act="list").count() == 1


def test_who_falls_under_a_measure_before_the_list_must_be_taken_out_first(app):
    mine, other = made.firm(101), made.firm(102, name="白鹭样例影视有限公司")
    made.laid_out(mine, other)
    written.recorded(mine)
    with made.on(made.AFTER_PUBLICITY):
        made.days_pass()
        with pytest.raises(Refused, match="请先移出：晨曦样例影视有限公司"):
            made.begun(Stage.RESULT)
        made.take("remove", "legal", "作品0", reason="有自律措施在案")
        made.issued(Stage.RESULT)
    assert made.nomination("作品0").state is S.REMOVED
    assert [row.kind for row in stands.of_record(mine.id)] == [StandingKind.MEASURE]


def test_a_measure_about_a_listed_one_is_told_to_people_who_may_revoke(app, visitor):
    mine = made.firm()
    made.announced(mine)
    with made.on(made.AFTER_PUBLICITY):
        written.recorded(mine)
        assert letters("doubted") == 1
        made.take("revoke", "issuer", "作品0", reason="规则第三十条")
        assert StandingKind.COMMENDATION not in {row.kind for row in stands.of_record(mine.id)}
        page = visitor.get(f"/commendations/entries/{made.nomination('作品0').id}/")
        assert "规则第三十条" in page.text
        assert 'content="noindex"' in page.html
    assert letters("revoke") == 2


def test_a_withdrawn_list_lists_nobody_and_another_may_follow(app):
    mine = made.firm()
    made.announced(mine)
    with made.on(made.AFTER_PUBLICITY):
        withdrawn(Stage.RESULT)
        assert (made.round_().state, made.nomination("作品0").state) == (R.CLOSED, S.PROPOSED)
        assert StandingKind.COMMENDATION not in {row.kind for row in stands.of_record(mine.id)}
        made.issued(Stage.RESULT)
        assert [row.kind for row in stands.of_record(mine.id)] == [StandingKind.COMMENDATION]


def test_a_withdrawn_publicity_lays_nothing_out_any_more(app, visitor):
    mine = made.firm()
    made.laid_out(mine)
    with made.on(made.AFTER_CALL):
        withdrawn(Stage.PUBLICITY)
        assert made.round_().state is R.SELECTING
        assert "推优提名" not in visitor.get(f"/organisations/{mine.organisation.uscc}/").text
        assert "作品0" not in visitor.get("/commendations/2026-1/").text
        assert visitor.get(f"/commendations/entries/{made.nomination('作品0').id}/").heading == "登录"
        made.issued(Stage.PUBLICITY)
    assert made.round_().state is R.PUBLICITY


def test_a_round_that_is_stopped_ends_its_nominations_and_leaves_search(app, post, visitor):
    mine = made.firm()
    made.opened()
    made.nominated(mine)
    post()
    assert "/commendations/2026-1/" in found()
    made.step("stop", "issuer", reason="经费取消（样例）")
    assert letters("stopped") == 2
    assert stands.of_source(made.nomination())[0].state is StandingState.ENDED
    assert "经费取消" in visitor.get("/commendations/2026-1/").text
    assert "/commendations/2026-1/" not in found()
    assert made.nomination().state is S.WITHDRAWN


def test_who_did_not_answer_before_the_publicity_is_left_out(app):
    mine, other = made.firm(101), made.firm(102, name="白鹭样例影视有限公司")
    made.opened()
    made.nominated(other, by=mine, called="没有答复的")
    made.proposed(mine)
    with made.on(made.AFTER_CALL):
        made.issued(Stage.PUBLICITY)
    assert made.nomination("没有答复的").state is S.WITHDRAWN
    assert letters("lapse") == 4


def test_what_another_part_of_the_house_suggests_waits_at_the_desk_until_it_is_taken_up(app, as_):
    mine = made.firm()
    made.opened()
    with writing():
        standing.record(
            kind=StandingKind.NOMINATION, about=mine.organisation, title="青年作品《小院》", basis="样例计划", source=mine.organisation,
            actor=staff("editor"),
        )  # fmt: skip
    desk = as_(email="editor@staff.example").get("/desk/")
    assert "建议提名：晨曦样例影视有限公司" in desk.text
    page = desk.get("/desk/commendations/").press("在“2026年推荐作品（样例）”中提名")
    assert page.value("code") == mine.organisation.uscc
    page.submit("提名", subject="work", called="小院", grounds="样例")
    assert made.nomination("小院").state is S.ASKED
    assert "建议提名：" not in page.get("/desk/").text
