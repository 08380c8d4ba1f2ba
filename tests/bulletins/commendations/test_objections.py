"""Anybody may object to what is laid out. Who did is known to nobody who does not say why they look."""

import pytest
import time_machine

from association.kernel.audit import AuditEntry, AuditSecret
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from bulletins.commendations import actions, clockwork
from bulletins.commendations.models import NominationState, ObjectionState, Stage
from tests import cast
from tests.bulletins.commendations import made
from tests.bulletins.notices.issued import staff

WHO = "关样例 13900000000"


def entry() -> str:
    return f"/commendations/entries/{made.nomination('作品0').id}/"


def answered(deed: str, reason: str = "已经核实。") -> None:
    legal = staff("legal")
    with writing():
        actions.answer(made.objection(), deed, reason=reason, actor=legal)


def test_a_visitor_objects_and_reads_the_answer_with_the_code_they_were_given(app, visitor):
    made.laid_out(made.firm())
    with made.on(made.AFTER_CALL):
        visitor.get(entry()).press("提出异议").submit("提出异议", words="片中的海不是海（样例）。")
        assert visitor.heading == "异议已收到"
        code = next(e.text for e in visitor.tree.iter() if str(e.tag).endswith("}code"))
        page = visitor.get("/commendations/objections/").submit("查看", code=code.lower().replace("-", " "))
        assert "还没有答复" in page.text
        answered("dismiss", "海是海。")
        assert "海是海。" in visitor.get("/commendations/objections/").submit("查看", code=code).text
        assert "没有这个回执码" in visitor.get("/commendations/objections/").submit("查看", code="ABCD").text
    assert made.nomination("作品0").state is NominationState.PROPOSED


def test_pressed_twice_it_is_one_objection_with_the_same_code(app, visitor):
    made.laid_out(made.firm())
    with made.on(made.AFTER_CALL):
        first, second = visitor.get(entry() + "object/").again("提出异议", words="样例")
        assert (first.status_code, second.status_code) == (200, 200)
        assert first.text.partition("<code>")[2][:19] == second.text.partition("<code>")[2][:19]
    assert session.query(type(made.objection())).count() == 1


def test_upheld_it_takes_the_entry_out_and_both_organisations_hear_without_a_word_of_it(app):
    made.laid_out(made.firm(101), made.firm(102, name="白鹭样例影视有限公司"))
    with made.on(made.AFTER_CALL):
        made.objected(who=WHO)
        answered("uphold")
    assert made.nomination("作品0").state is NominationState.REMOVED
    assert made.objection().state is ObjectionState.UPHELD
    told = session.query(Letter).filter_by(template="commendations/remove").all()
    assert len(told) == 2
    assert all("公示期间的异议成立" in letter.body and "海" not in letter.body for letter in told)


def test_the_list_waits_until_every_objection_is_answered(app):
    made.laid_out(made.firm())
    with made.on(made.AFTER_CALL):
        made.objected()
    with made.on(made.AFTER_PUBLICITY):
        made.days_pass()
        with pytest.raises(Refused, match="还有1件异议没有答复"):
            made.begun(Stage.RESULT)
        answered("dismiss")
        made.issued(Stage.RESULT)


def test_outside_the_publicity_nobody_objects(app, visitor):
    made.laid_out(made.firm())
    with made.on("2026-12-19T00:10:00+08:00"):
        with pytest.raises(Refused, match="不在公示期内"):
            made.objected()
        assert visitor.get(entry() + "object/").status == 409


def test_whoever_had_a_hand_in_it_does_not_answer(app):
    made.opened()
    mine = made.firm()
    both = cast.actor(cast.somebody("legal", "registrar"))
    made.nominated(mine, called="作品0")
    made.take("admit", both, "作品0")
    with made.on(made.AFTER_CALL):
        made.days_pass()
        made.take("propose", "reviewer", "作品0", reason="好")
        made.issued(Stage.PUBLICITY)
        made.objected()
        with pytest.raises(Refused, match="另一人答复"), writing():
            actions.answer(made.objection(), "dismiss", reason="不成立", actor=both)


@pytest.mark.parametrize("role", ["editor", "reviewer", "issuer", "registrar", "auditor", "admin", "intake"])
def test_only_those_who_answer_read_an_objection(app, as_, role):
    made.laid_out(made.firm())
    with made.on(made.AFTER_CALL):
        made.objected(who=WHO)
        reader = as_(role)
        for path in ("", "who/", "answer/dismiss/"):
            assert reader.get(f"/desk/commendations/objections/{made.objection().id}/{path}").status == 403


def test_who_objected_is_shown_for_a_reason_that_is_logged_and_is_nowhere_else(app, as_):
    made.laid_out(made.firm())
    with made.on(made.AFTER_CALL):
        made.objected(who=WHO)
        legal = as_("legal")
        page = legal.get("/desk/").press("办理：公示异议")
        assert WHO not in page.html
        page.press("查看异议的提出人").submit("查看")
        assert page.errors == ["请填写为什么要看提出人"]
        page.submit("查看", reason="核实事实")
        assert WHO in page.text
        assert WHO not in page.press("回到异议").html
        assert "核实事实" in page.text
    assert session.query(AuditEntry).filter_by(deed="see_objector").count() == 1
    assert not session.query(AuditSecret).filter(AuditSecret.value.contains("关样例")).count()
    assert not session.query(Letter).filter(Letter.body.contains("关样例")).count()
    assert not [e for e in session.query(AuditEntry).all() if "关样例" in str(e.details)]
    raw = session.connection().exec_driver_sql("select words, who from objection").one()
    assert "海" not in raw[0]
    assert "关样例" not in raw[1]


def test_somebody_signed_in_is_not_noted_either(app, as_):
    made.laid_out(made.firm())
    with made.on(made.AFTER_CALL):
        reader = as_("trainee")
        reader.get(entry() + "object/").submit("提出异议", words="样例")
    (entry_,) = session.query(AuditEntry).filter_by(deed="object").all()
    assert entry_.account_id is None


def test_words_and_author_go_after_their_time_and_the_answer_stays(app):
    made.laid_out(made.firm())
    with made.on(made.AFTER_CALL):
        code = made.objected(who=WHO)
        answered("dismiss", "海是海。")
    with time_machine.travel("2027-07-01T10:00:00+08:00"), writing():
        assert clockwork.forget_objectors() == 1
    session.expire_all()
    found = made.objection()
    assert (found.words, found.who, found.answer) == (None, None, "海是海。")
    from bulletins.commendations import queries

    assert queries.by_receipt(code) is not None
