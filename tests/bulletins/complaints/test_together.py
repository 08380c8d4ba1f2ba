"""Several complaints of one matter are handled under a leading one, and a case takes all of them up."""

import pytest

from association.kernel import working_days
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from bulletins.complaints import actions, onward, queries
from bulletins.complaints.models import Complaint, ComplaintState
from bulletins.complaints.workflow import COMPLAINT
from tests import cast
from tests.association.ties.tied import tie
from tests.bulletins.complaints import made

S = ComplaintState


def two() -> tuple[Complaint, str]:
    """One that is looked into, and the code of another that has come in."""
    made.looked_into(words="第一件")
    code = made.told(words="第二件")
    return made.complaint(0), code


def joined(app) -> str:
    leading, code = two()
    made.staff(app, "intake").get(made.page(made.complaint(1))).press("合并办理").submit(
        "合并办理", number=f" {leading.number.lower()} "
    )
    return code


def test_the_second_goes_where_the_first_goes_and_its_holder_reads_it(app, visitor):
    code = joined(app)
    assert made.complaint(1).state is S.JOINED
    follow = visitor.get(made.FOLLOW).submit("查看或补充", code=code)
    assert "正在核查" in follow.text
    assert "同一件事还有别人反映，已合并办理。" in follow.text
    made.take("answer", made.complaint(0), "investigator", reason="已改正。")
    made.take("close", made.complaint(0), "investigator")
    assert "已改正。" in visitor.get(made.FOLLOW).submit("查看或补充", code=code).text
    assert made.complaint(1).ended_at is not None
    late = visitor.get(made.FOLLOW).submit("查看或补充", code=code, words="还有")
    assert late.errors == ["这件已经结束，不再往来；有新的情况请另外提出。"]


def test_both_who_left_an_address_are_told_of_news(app):
    joined(app)
    before = session.query(Letter).filter_by(template="complaints/news").count()
    made.take("answer", made.complaint(0), "investigator", reason="已改正。")
    assert session.query(Letter).filter_by(template="complaints/news").count() == before + 2


def test_the_files_name_each_other(app):
    joined(app)
    intake = made.staff(app, "intake")
    assert made.complaint(1).number in intake.get(made.page(made.complaint(0))).text
    assert made.complaint(0).number in intake.get(made.page(made.complaint(1))).text


def test_apart_again_it_is_looked_into_on_its_own(app):
    joined(app)
    made.staff(app, "intake").get(made.page(made.complaint(1))).press("分开办理").submit(
        "分开办理", reason="不是同一件事。"
    )
    one = made.complaint(1)
    assert (one.state, one.leading_id) == (S.ACCEPTED, None)
    assert one.due_on is not None


def test_what_is_said_under_a_joined_one_waits_at_the_desk_until_it_is_answered(app, visitor):
    code = joined(app)
    visitor.get(made.FOLLOW).submit("查看或补充", code=code, words="还有一句")
    desk = made.staff(app, "investigator").get("/desk/")
    assert "投诉人有补充，请看后答复。" in desk.text
    desk.get(made.page(made.complaint(1))).press("问投诉人…").submit("写下", words="收到。")
    assert "投诉人有补充" not in desk.get("/desk/").text
    assert "收到。" in visitor.get(made.FOLLOW).submit("查看或补充", code=code).text


def test_what_it_led_comes_along(app):
    joined(app)
    made.looked_into(words="第三件")
    made.take("join", made.complaint(0), "investigator", number=made.complaint(2).number)
    assert [made.complaint(i).leading_id for i in (0, 1)] == [made.complaint(2).id] * 2
    assert [c.words for c in queries.matter_of(made.complaint(1))] == ["第三件", "第一件", "第二件"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("TS-1", "没有这个编号的投诉举报。"),
        ("itself", "请填另一件的编号，不能同自己合并。"),
        ("over", "那一件已经结束，不能再合并进去。"),
    ],
)
def test_what_cannot_be_joined_is_refused_at_its_field(app, number, sentence):
    made.told(words="结束的")
    made.take("refuse", made.complaint(), "intake", reason="样例")
    over = made.complaint().number
    one = made.looked_into(words="在办的")
    typed = {"itself": one.number, "over": over}.get(number, number)
    page = made.staff(app, "investigator").get(made.page(one) + "join/").submit("合并办理", number=typed)
    assert page.errors == [sentence]
    assert made.complaint().state is S.CHECKING


def test_to_a_complaint_behind_ones_wall_nothing_is_joined(app):
    leading, _code = two()
    firm = cast.verified()
    with writing():
        session.get_one(Complaint, leading.id).organisation_id = firm.id
    tie(cast.somebody("intake", email="intake@staff.example"), firm)
    with pytest.raises(Forbidden), writing():
        COMPLAINT.take("join", made.complaint(1), actor=made.actor("intake"), number=leading.number)


def test_no_case_file_no_door(app, monkeypatch):
    monkeypatch.setattr(onward, "_doors", [])
    one = made.looked_into()
    assert "转入案件" not in made.staff(app, "investigator").get(made.page(one)).text


def test_a_case_takes_up_the_whole_matter_and_its_holders_see_how_far_it_is(app, visitor, monkeypatch):
    code = joined(app)
    monkeypatch.setattr(onward, "_doors", [lambda c: f"/desk/complaints/{c.id}/"])
    assert "转入案件" in made.staff(app, "investigator").get(made.page(made.complaint(0))).text
    assert [c.id for c in session.scalars(queries.open_to_cases())] == [made.complaint(0).id]
    with writing():
        actions.bring_into_case(
            made.complaint(0), number="案〔2026〕1号", address="/desk/", actor=made.actor("investigator")
        )
    assert "已转入案件" in visitor.get(made.FOLLOW).submit("查看或补充", code=code).text
    assert list(session.scalars(queries.open_to_cases())) == []
    assert "案〔2026〕1号" in made.staff(app, "intake").get(made.page(made.complaint(1))).text
    made.take("answer", made.complaint(0), "investigator", reason="案件已决定。")
    assert "案件已决定。" in visitor.get(made.FOLLOW).submit("查看或补充", code=code).text


def test_whoever_took_it_in_brings_it_into_no_case(app):
    one = made.looked_into()
    cast.somebody("investigator", email="intake@staff.example")
    with pytest.raises(Refused), writing():
        actions.bring_into_case(made.complaint(), number="1", address="/", actor=made.actor("intake"))
    assert one.state is S.CHECKING


def test_time_is_made_longer_once_and_everybody_of_the_matter_reads_why(app, visitor):
    code = joined(app)
    before = made.complaint(0).due_on
    page = made.staff(app, "investigator").get(made.page(made.complaint(0))).press("延长期限")
    page.submit("延长期限", reason="须等平台调取记录。")
    assert made.complaint(0).due_on == working_days.add(before, 15).on
    assert "须等平台调取记录。" in visitor.get(made.FOLLOW).submit("查看或补充", code=code).text
    assert "延长期限" not in page.get(made.page(made.complaint(0))).links()
    again = page.get(f"/desk/complaints/complaint/{made.complaint(0).id}/extend/")
    assert (again.status, "期限已经延长过一次。" in again.text) == (409, True)


def test_news_of_many_matters_cost_the_desk_as_much_as_of_one(app, visitor):
    def told_and_joined(n: int) -> None:
        """Handled together with another one, and its holder has said something since."""
        leading = made.looked_into(words=f"第一件{n}")
        code = made.told(words=f"第二件{n}")
        with writing():
            COMPLAINT.take(
                "join", queries.by_receipt(code), actor=cast.staff("intake"), number=leading.number
            )
        visitor.get(made.FOLLOW).submit("查看或补充", code=code, words="还有一处")

    def costs() -> int:
        session.expire_all()
        return made.staff(app, "intake").get("/desk/?area=complaints").statements

    told_and_joined(1)
    one = costs()
    told_and_joined(2)
    told_and_joined(3)
    assert costs() == one
