"""An editor proposes a wording, the legal office confirms it; a later one replaces it, and no clause names a share."""

from datetime import date

import pytest
import time_machine
from flask import Flask

from association.kernel import planting
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.proposals import Proposal
from association.kernel.search.models import SearchRecord
from association.kernel.transactions import writing
from mcn.contracts import actions, queries
from mcn.contracts.models import ModelClause
from mcn.contracts.workflow import MODEL_CLAUSE
from tests import cast
from tests.page import Page

TEXT = "一方违约的，赔偿实际损失（样例新文字）。"


def proposing(app: Flask, editor) -> Page:
    return cast.signed_in(app, editor.email).get("/desk/clauses/propose/?from=penalty")


def newest() -> ModelClause:
    session.rollback()
    return session.query(ModelClause).order_by(ModelClause.id.desc()).first()


def test_a_wording_goes_through_two_hands_and_replaces_the_one_before_on_its_day(app):
    editor, legal = cast.somebody("editor"), cast.somebody("legal")
    page = proposing(app, editor)
    assert page.value("topic") == "penalty"
    page.submit("提出", text=TEXT, in_force_from="2026-12-01", basis="样例依据")
    assert page.status == 200
    assert session.query(Letter).filter_by(template="contracts/propose").count() == 1
    cast.signed_in(app, legal.email).get("/desk/").press("示范条款：违约金和计算依据").press(
        "确认采用"
    ).submit("确认采用")
    assert session.query(Letter).filter_by(template="contracts/confirm").count() == 1
    assert TEXT not in Page(app).get("/contracts/").text
    assert "将起用" in Page(app).get("/contracts/penalty/").text
    assert TEXT in Page(app).get("/contracts/?on=2026-12-01").text
    with time_machine.travel("2026-12-01T09:00:00+08:00"):
        assert TEXT in Page(app).get("/contracts/").text
        assert "已被代替" in Page(app).get("/contracts/penalty/").text
        with writing():
            assert actions.find_as_in_force() == 18
    assert session.query(SearchRecord).filter_by(key="model_clause:penalty").one().body.startswith(TEXT)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": "收入三七分成。"}, "示范条款不写价格、分成比例和金额，“三七分成”请改成空格，由双方商定。"),
        ({"in_force_from": "2026-11-22"}, "只能从今天或以后起用。"),
        ({"topic": "check"}, "只用小写字母、数字和连字符，例如penalty"),
        ({"topic": "违约"}, "只用小写字母、数字和连字符，例如penalty"),
        ({"cues": ""}, "请填写说明合同写到了这一条的字样"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(app, changed, sentence):
    page = proposing(app, cast.somebody("editor"))
    page.submit("提出", **({"text": TEXT, "in_force_from": "2026-12-01"} | changed))
    assert page.status in (409, 422)
    assert page.errors == [sentence]
    assert session.query(ModelClause).count() == 18


def facts(**changed) -> dict[str, object]:
    return {
        "topic": "penalty", "position": 90, "title": "违约金", "question": "写了吗", "applies": "", "text": TEXT, "text_en": "", "why": "样例",
        "cues": ["违约金"], "also": [], "also_why": "", "doubtful": [], "doubtful_why": "", "basis": "样例", "in_force_from": date(2026, 12, 1),
    } | changed  # fmt: skip


def test_who_may_not(app):
    both = cast.somebody("editor", "legal")
    with writing():
        clause = actions.propose(**facts(), actor=cast.actor(both))
    with writing(), pytest.raises(Refused):
        MODEL_CLAUSE.take("confirm", session.merge(clause), actor=cast.actor(both))
    for role in ("editor", "reviewer", "auditor"):
        with writing(), pytest.raises(Forbidden):
            MODEL_CLAUSE.take("confirm", session.merge(clause), actor=cast.staff(role))
    with writing(), pytest.raises(Forbidden):
        actions.propose(**facts(), actor=cast.staff("legal"))
    assert Page(app).get("/desk/clauses/").heading == "登录"
    assert cast.signed_in(app, cast.somebody("registrar").email).get("/desk/clauses/").status == 403
    auditor = cast.signed_in(app, cast.somebody("auditor").email)
    assert auditor.get("/desk/clauses/").status == 200
    assert "确认采用" not in auditor.get(f"/desk/clauses/{newest().id}/").links()


def test_struck_the_one_before_holds_and_a_topic_without_any_is_found_no_longer(app):
    with writing():
        planting.all_of_it()
        clause = actions.propose(**facts(in_force_from=date(2026, 11, 23)), actor=cast.staff("editor"))
        MODEL_CLAUSE.take("confirm", clause, actor=cast.staff("legal"))
    assert TEXT in Page(app).get("/contracts/").text
    with writing():
        MODEL_CLAUSE.take("strike", session.merge(clause), actor=cast.staff("legal"), reason="样例")
    assert "约定过高或者过低的" in Page(app).get("/contracts/").text
    with writing():
        MODEL_CLAUSE.take("strike", queries.wordings("rest")[0], actor=cast.staff("legal"), reason="样例")
    assert Page(app).get("/contracts/rest/").status == 404
    session.rollback()
    assert session.query(SearchRecord).filter_by(key="model_clause:rest").one().withdrawn


def test_two_wordings_of_a_topic_do_not_begin_on_one_day(app):
    with writing():
        first, second = (actions.propose(**facts(), actor=cast.staff("editor")) for _n in range(2))
    with writing():
        MODEL_CLAUSE.take("confirm", session.merge(first), actor=cast.staff("legal"))
    with pytest.raises(Refused), writing():
        MODEL_CLAUSE.take("confirm", session.merge(second), actor=cast.staff("legal"))
    assert newest().state is Proposal.PROPOSED
    with pytest.raises(Refused), writing():
        actions.propose(**facts(), actor=cast.staff("editor"))


def test_a_wording_not_adopted_is_answered_with_the_reason(app):
    with writing():
        clause = actions.propose(**facts(), actor=cast.staff("editor"))
        MODEL_CLAUSE.take("drop", clause, actor=cast.staff("legal"), reason="与现行规定不一致")
    letter = session.query(Letter).filter_by(template="contracts/drop").one()
    assert "与现行规定不一致" in letter.body


def test_the_list_costs_the_same_with_many(app):
    page = cast.signed_in(app, cast.somebody("auditor").email).get("/desk/clauses/?state=proposed")
    few = page.statements
    with writing():
        for day in range(1, 16):
            actions.propose(**facts(in_force_from=date(2027, 1, day)), actor=cast.staff("editor"))
    assert page.get("/desk/clauses/?state=proposed").statements == few
