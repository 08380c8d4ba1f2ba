"""Periods of the rule are proposed by one and confirmed by another, and hints follow them."""

from datetime import date

import pytest

from association.kernel import audit
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.proposals import Proposal
from association.kernel.transactions import writing
from association.works import actions, queries
from association.works.models import ClassRule, Making
from association.works.workflow import CLASS_RULE
from tests import cast
from tests.page import Page

TYPED = {
    "in_force_from": "2027-01-01", "makings": ["live"], "key_from": "400", "ordinary_from": "150", "basis": "样例发〔2026〕9号",
}  # fmt: skip


def proposed(app, editor, **changed) -> Page:
    page = cast.signed_in(app, editor.email).get("/desk/class-rules/propose/")
    return page.submit("提出", **(TYPED | changed))


def rule_of_2027() -> ClassRule:
    session.rollback()
    return session.query(ClassRule).filter_by(in_force_from=date(2027, 1, 1)).one()


def test_one_proposes_another_confirms_and_the_public_reads_it(app):
    editor, reviewer = cast.somebody("editor"), cast.somebody("reviewer")
    assert "待确认" in proposed(app, editor).text
    assert session.query(Letter).filter_by(template="works/propose").count() == 1
    assert (
        "投资350万元，不低于重点的起点300万元" in Page(app).get("/works/class/?day=2027-01-01&wan=350").text
    )
    desk = cast.signed_in(app, reviewer.email).get("/desk/")
    assert "分类规则，自2027年1月1日起" in desk.text
    desk.press("分类规则，自2027年1月1日起").press("确认采用").submit("确认采用")
    assert rule_of_2027().state is Proposal.CONFIRMED
    assert session.query(Letter).filter_by(template="works/confirm").count() == 1
    page = Page(app).get("/works/class/?day=2027-01-01&wan=350")
    assert "普通微短剧" in page.text
    assert "样例发〔2026〕9号" in page.text
    assert "不低于重点的起点300万元" in page.get("/works/class/?day=2026-12-31&wan=350").text


def test_whoever_proposed_does_not_confirm(app):
    both = cast.somebody("editor", "reviewer")
    page = proposed(app, both)
    assert "确认采用" not in page.links()
    with writing(), pytest.raises(Refused):
        CLASS_RULE.take("confirm", rule_of_2027(), actor=cast.actor(both))


def test_a_period_compared_with_its_source_says_by_whom_and_when(app):
    reviewer = cast.signed_in(app, cast.somebody("reviewer", name="阅样例").email)
    rule = queries.rule_on(date(2022, 12, 1), Making.LIVE)
    page = reviewer.get(f"/desk/class-rules/{rule.id}/").press("登记已与原文核对")
    page.submit("登记已与原文核对", reason="发布机构网站所载全文")
    assert "阅样例于2026年11月23日与原文核对" in Page(app).get("/works/class/?day=2022-12-01").text


def test_a_struck_period_lets_the_one_before_hold_again(app):
    with writing():
        rule = queries.rule_on(date(2026, 8, 1), Making.AI)
        CLASS_RULE.take("strike", rule, actor=cast.staff("legal"), reason="与原文不符")
    page = Page(app).get("/works/class/?day=2026-08-01&making=ai&wan=90")
    assert "低于普通的起点100万元" in page.text


def test_two_periods_do_not_begin_on_one_day_for_the_same_making(app):
    page = proposed(app, cast.somebody("editor"), in_force_from="2026-01-01")
    assert page.status == 409
    assert page.errors == ["同一天起用的已有一份规则，制作方式相同。请另定日期，或者先撤下那一份。"]
    assert page.value("basis") == "样例发〔2026〕9号"
    with writing():
        first, second = (actions.propose(**facts(), actor=cast.staff("editor")) for _n in range(2))
    with writing():
        CLASS_RULE.take("confirm", session.merge(first), actor=cast.staff("reviewer"))
    with pytest.raises(Refused), writing():
        CLASS_RULE.take("confirm", session.merge(second), actor=cast.staff("reviewer"))


def facts() -> dict[str, object]:
    return {
        "in_force_from": date(2027, 1, 1), "makings": ["live"], "key_from": 400, "ordinary_from": 150, "subjects": [], "triggers": [],
        "handled_key": "总局", "handled_ordinary": "省", "handled_other": "平台", "numbers": "", "deadlines": "", "doubts": "",
        "basis": "样例", "number_to_verify": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"ordinary_from": "400"}, "普通的起点要低于重点的起点；没有重点的起点时也不填。"),
        ({"key_from": "", "ordinary_from": "30"}, "普通的起点要低于重点的起点；没有重点的起点时也不填。"),
        ({"key_from": "三百"}, "请填大于0的整数，单位是万元"),
        ({"deadlines": "六月一日起停播"}, "每行先写日期再写内容，例如“2024-06-01 起，……”"),
        ({"basis": ""}, "请填写依据"),
        ({"makings": []}, "请至少选一种制作方式"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(app, changed, sentence):
    page = proposed(app, cast.somebody("editor"), **changed)
    assert page.status in (409, 422)
    assert page.errors == [sentence]
    assert session.query(ClassRule).count() == 5


def test_who_may_not(app):
    with writing():
        rule = actions.propose(**facts(), actor=cast.staff("editor"))
    for role in ("registrar", "auditor", "editor"):
        with writing(), pytest.raises((Forbidden, Refused)):
            CLASS_RULE.take("confirm", session.merge(rule), actor=cast.staff(role))
    with writing(), pytest.raises(Forbidden):
        actions.propose(**facts(), actor=cast.staff("reviewer"))
    assert Page(app).get("/desk/class-rules/").heading == "登录"
    assert cast.signed_in(app, cast.somebody("registrar").email).get("/desk/class-rules/").status == 403
    assert cast.signed_in(app, cast.somebody("auditor").email).get("/desk/class-rules/").status == 200


def test_dropped_and_taken_back_stay_in_the_list_with_their_trail(app):
    editor = cast.staff("editor")
    with writing():
        first, second = actions.propose(**facts(), actor=editor), actions.propose(**facts(), actor=editor)
        CLASS_RULE.take("drop", first, actor=cast.staff("reviewer"), reason="依据不足")
        CLASS_RULE.take("take_back", second, actor=editor)
    assert session.query(Letter).filter_by(template="works/drop").count() == 1
    page = cast.signed_in(app, cast.somebody("editor").email).get("/desk/class-rules/?state=dropped")
    assert page.text.count("未采用") >= 2
    assert session.scalars(audit.history_of(session.merge(first))).first().deed == "drop"


def test_a_list_of_periods_costs_the_same_with_many(app):
    page = cast.signed_in(app, cast.somebody("auditor").email).get("/desk/class-rules/")
    few = page.statements
    with writing():
        for month in range(1, 13):
            actions.propose(**(facts() | {"in_force_from": date(2028, month, 1)}), actor=cast.staff("editor"))
    assert page.get("/desk/class-rules/").statements == few
    assert page.get("/desk/class-rules/?format=csv").answer.text.count("样例") == 12
