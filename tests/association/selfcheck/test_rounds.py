"""Rounds: who must, by when, who has and who is late; and what may be said of all together."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.selfcheck import actions, clockwork, queries
from association.selfcheck.models import Part, Round, RoundState
from association.selfcheck.workflow import ROUND, SELF_CHECK
from tests import cast
from tests.association.selfcheck import asked
from tests.page import Page


def _letters(template: str) -> list[str]:
    session.rollback()
    return [letter.to_address for letter in session.query(Letter).filter_by(template=template)]


def test_exactly_those_who_must_are_told_once_and_others_as_soon_as_they_are_verified(app: Flask) -> None:
    studio = cast.verified(101)
    cast.verified(102, name="样例视听平台有限公司", kinds=["platform"])
    id_ = asked.opened(asked.published())
    assert [p.organisation_id for p in session.query(Part)] == [studio.id]
    assert _letters("selfcheck/told") == [studio.clerk_account.email]
    later = cast.verified(103, name="样例后来影视有限公司")
    with writing():
        clockwork.keep_days()
    from association.kernel import jobs

    jobs.run_due()
    assert asked.part(id_, later)
    assert len(_letters("selfcheck/told")) == 2


def test_one_drafts_and_another_opens(app: Flask) -> None:
    version_id, registrar = asked.published(), cast.staff("registrar")
    with writing():
        round_ = actions.draft_round(**asked.round_facts(version_id), actor=registrar)
        ROUND.take("submit", round_, actor=registrar)
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        ROUND.take("open", asked.round_(round_.id), actor=registrar)
    with pytest.raises(Refused, match="不能再改"), writing():
        actions.change_round(asked.round_(round_.id), **asked.round_facts(version_id), actor=registrar)
    with pytest.raises(Forbidden), writing():
        actions.draft_round(**asked.round_facts(version_id), actor=cast.staff("auditor"))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"topic": "没有的主题"}, "topic"), ({"due_on": asked.TODAY - timedelta(days=1)}, "due_on"), ({"keys": ["q99"]}, "keys"),
        ({"named": ["没有"]}, "named"), ({"only_named": True}, "named"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(app: Flask, changes: dict[str, object], field: str) -> None:
    version_id = asked.published()
    with pytest.raises(Refused) as refused, writing():
        actions.draft_round(**asked.round_facts(version_id, **changes), actor=cast.staff("registrar"))
    assert refused.value.field == field


def test_only_the_chosen_questions_are_asked(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked.opened(asked.published("甲是否？", "乙是否？", "丙是否？"), keys=["q1", "q3"])
    page = cast.signed_in(app, firm.clerk_account.email)
    page.get("/my/").press("专项自查：片名专项自查").submit("开始自查")
    assert "甲是否？" in page.text
    assert "乙是否？" not in page.text
    page.press("开始填写").submit("保存，到下一题", value="yes").submit("保存，看全部", value="yes")
    page.press("完成自查").submit("完成自查")
    own = asked.part(id_, firm)
    assert own
    assert own.finished_at
    assert "专项自查：片名专项自查" not in page.get("/my/").text


def test_staff_see_who_has_finished_and_who_is_late_and_no_answer(app: Flask, as_) -> None:
    firm, other = cast.verified(101), cast.verified(102, name="样例别家影视有限公司")
    id_ = asked.opened(asked.published(), due_on=asked.TODAY + timedelta(days=3))
    asked.in_round(id_, firm, "yes", "no")
    with time_machine.travel("2026-11-30T10:00:00+08:00"):
        page = as_("registrar").get(f"/desk/selfcheck/rounds/{id_}/?standing=late")
        assert "应参加2家，已完成1家" in page.text
        assert "逾期1家" in page.text
        assert other.organisation.name in page.text
        assert firm.organisation.name not in page.text
        assert "专项自查：片名专项自查" in page.get("/desk/").text
        page.get(f"/desk/selfcheck/rounds/{id_}/?format=csv")
        assert "样例说明" not in page.answer.text
        assert page.answer.text.count("逾期") == 1


def test_reminders_come_at_their_marks_and_once_past_the_day(app: Flask) -> None:
    firm = cast.verified(101)
    asked.opened(asked.published(), due_on=asked.TODAY + timedelta(days=14))
    sent = []
    for day in range(20):
        with time_machine.travel("2026-11-23T10:00:00+08:00", tick=True) as at:
            at.shift(timedelta(days=day))
            with writing():
                sent.append(clockwork.keep_days())
    assert [day for day, n in enumerate(sent) if n] == [7, 13, 15]
    assert len(_letters("selfcheck/reminded")) == 6
    assert firm.signer_account.email in _letters("selfcheck/reminded")


def test_closed_it_takes_nobody_any_more_and_says_so(app: Flask, post) -> None:
    firm = cast.verified(101)
    id_ = asked.opened(asked.published())
    with writing():
        ROUND.take("close", asked.round_(id_), actor=cast.staff("registrar"), reason="多数单位已完成。")
    post()
    assert len(_letters("selfcheck/closed")) == 2
    with pytest.raises(Refused, match="已经结束"), writing():
        actions.start(firm.organisation, part=asked.part(id_, firm), actor=firm.clerk)
    assert (
        "多数单位已完成。"
        in cast.signed_in(app, firm.clerk_account.email).get("/my/selfcheck/rounds/1/").text
    )


def _five(id_: int, *, shared: int) -> None:
    firms = [
        cast.Firm(o.organisation_id, *_people(o.organisation_id))
        for o in session.query(Part).order_by(Part.id)
    ]
    for n, firm in enumerate(firms):
        check = asked.in_round(id_, firm, "yes", "no" if n < 2 else "yes")
        if n < shared:
            asked.share(firm, check)


def _people(organisation_id: int):
    return _firms[organisation_id].clerk_account, _firms[organisation_id].signer_account


_firms: dict[int, cast.Firm] = {}


@pytest.mark.parametrize(("shared", "shows"), [(4, False), (5, True)])
def test_figures_are_of_what_was_shared_and_only_from_five(app: Flask, shared: int, shows: bool) -> None:
    _firms.clear()
    for serial in range(101, 106):
        firm = cast.verified(serial, name=f"样例{serial}影视有限公司")
        _firms[firm.id] = firm
    id_ = asked.opened(asked.published())
    _five(id_, shared=shared)
    found = [(f.yes, f.no, f.na) for f in queries.rounds.figures(asked.round_(id_))]
    assert found == ([(5, 0, 0), (3, 2, 0)] if shows else [])
    with writing():
        ROUND.take("close", asked.round_(id_), actor=cast.staff("registrar"), reason="都完成了。")
    with writing():
        ROUND.take("publish", asked.round_(id_), actor=cast.staff("issuer"))
    slug = asked.round_(id_).slug
    page = Page(app).get(f"/selfcheck/rounds/{slug}/")
    assert "都完成了。" in page.text
    assert "应参加5家，已完成5家" in page.text
    assert ("共享的单位太少" not in page.text) is shows
    assert "样例101" not in page.html
    if shows:
        first = next(iter(_firms.values()))
        with writing():
            SELF_CHECK.take("unshare", asked.check(1), actor=first.signer)
        assert "共享的单位太少" in page.get(f"/selfcheck/rounds/{slug}/").text
    with writing():
        ROUND.take("take_back", asked.round_(id_), actor=cast.staff("issuer"), reason="有误")
    assert Page(app).get(f"/selfcheck/rounds/{slug}/", follow=False).status == 302
    assert asked.round_(id_).state is RoundState.CLOSED


def test_staff_draft_a_round_on_the_desk_and_another_opens_it(app: Flask, as_) -> None:
    cast.verified(101)
    asked.published("甲是否？", "乙是否？")
    page = as_("registrar").get("/desk/selfcheck/rounds/").press("起草专项自查")
    page.submit(
        "存为草稿",
        title="片名",
        topic="内容与片名",
        purpose="查片名。",
        due_on="2026-12-20",
        kinds=["studio"],
    )
    page.press("修改，选题").submit("保存", keys=["q2"])
    assert "乙是否？" in page.text
    page.press("送另一人发起").submit("送另一人发起")
    other = as_("registrar").get("/desk/").press("专项自查：片名").press("发起").submit("发起")
    assert "进行中" in other.text
    session.rollback()
    assert [q.words for q in session.query(Round).one().questions] == ["乙是否？"]
