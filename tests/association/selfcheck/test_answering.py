"""Answering: kept at once, by several colleagues, finished into a private list of gaps, compared with last time."""

from datetime import timedelta

import pytest
from flask import Flask

from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.transactions import writing
from association.selfcheck import actions, queries
from association.selfcheck.models import CheckAnswer, CheckState, SelfCheck, Value
from association.selfcheck.workflow import SELF_CHECK
from demo.papers import scan
from tests import cast
from tests.association.selfcheck import asked
from tests.page import Page


def test_a_clerk_answers_over_two_days_and_finds_what_is_missing(app: Flask) -> None:
    firm = cast.verified(101)
    asked.published("片名是否经过审核？", "片头是否展示号码？", "投流素材是否审核？")
    page = cast.signed_in(app, firm.clerk_account.email)
    page.get("/my/selfcheck/").press("开始自查").submit("开始")
    assert "已答0题，共3题" in page.text
    page.press("开始填写").submit("保存，到下一题", value="yes", note="每部都有审核表")
    assert page.heading == "片头是否展示号码？"
    page.submit(
        "保存，到下一题",
        value="no",
        note="两部没有",
        owner="甘样例",
        due_on="2026-12-20",
        evidence=scan("截图", "样例"),
    )
    page.get("/my/selfcheck/")
    assert "已答2题" in page.text
    page.press("接着填")
    page.press("接着填").submit("保存，看全部", value="na", note="本季没有投流")
    page.press("完成自查").submit("完成自查")
    assert "两部没有" in page.text
    assert "甘样例" in page.text
    assert "1项，未改1项" in page.text
    assert "截图" in page.html


def test_an_answer_that_does_not_apply_says_why_and_nothing_typed_is_lost(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked.started(firm, asked.published())
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/selfcheck/{id_}/").press("开始填写")
    page.submit("保存，到下一题", value="na", owner="甘样例")
    assert page.status == 409
    assert page.errors == ["请写明为什么不适用。"]
    assert page.value("owner") == "甘样例"
    page.submit("保存，到下一题", value=None)
    assert page.errors == ["请选择是、否或不适用"]
    session.rollback()
    assert session.query(CheckAnswer).count() == 0


def test_two_colleagues_do_not_write_over_each_other(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked.started(firm, asked.published())
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/my/selfcheck/{id_}/").press("开始填写")
    signer = cast.signed_in(app, firm.signer_account.email).get(f"/my/selfcheck/{id_}/").press("开始填写")
    signer.submit("保存，到下一题", value="no", note="还缺一部")
    clerk.submit("保存，到下一题", value="yes", note="都有")
    assert clerk.status == 409
    assert clerk.refusals == ["你打开这一题之后有同事改过它，现在的回答是“否”。请看过再保存。"]
    assert clerk.value("note") == "都有"
    clerk.submit("保存，到下一题")
    session.rollback()
    assert session.query(CheckAnswer).one().value is Value.YES


def test_pressed_twice_one_self_check_is_begun(app: Flask) -> None:
    firm = cast.verified(101)
    asked.published()
    page = cast.signed_in(app, firm.clerk_account.email).get("/my/selfcheck/").press("开始自查")
    answers = page.again("开始")
    assert [a.status_code for a in answers] == [303, 303]
    assert session.query(SelfCheck).count() == 1
    with writing():
        again = actions.start(firm.organisation, asked.version(1), actor=firm.signer)
    assert again.id == 1


def test_it_is_finished_only_when_everything_is_answered(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked.started(firm, asked.published())
    asked.answer(firm, id_, "yes")
    with pytest.raises(Refused, match="还有1题没有回答，第一题是第2题"), writing():
        SELF_CHECK.take("finish", asked.check(id_), actor=firm.clerk)


def test_what_is_finished_stands_until_it_is_reopened(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked.finished(firm, asked.published(), "yes", "no")
    with pytest.raises(Refused, match="已经完成"):
        asked.answer(firm, id_, "no")
    with writing():
        SELF_CHECK.take("reopen", asked.check(id_), actor=firm.clerk)
    asked.answer(firm, id_, "yes", "yes")
    asked.finish(firm, id_)
    assert not any(a.is_gap for a in asked.check(id_).answers)


def test_given_up_it_takes_answers_and_files_with_it(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked.started(firm, asked.published())
    with writing():
        check = asked.check(id_)
        actions.answer(
            check,
            check.questions[0],
            value=Value.YES,
            note="",
            evidence=[scan("材料", "样例")],
            actor=firm.clerk,
        )
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/selfcheck/{id_}/")
    paper = next(href for href in page.links().values() if href.startswith("/files/"))
    assert page.get(paper).status == 200
    page.get(f"/my/selfcheck/{id_}/").press("放弃这次自查").submit("放弃这次自查")
    assert session.query(CheckAnswer).count() == 0
    assert page.get(paper).status == 404
    assert asked.check(id_).state is CheckState.DROPPED


def test_compared_with_last_time_it_says_what_is_better_worse_and_new(app: Flask) -> None:
    firm = cast.verified(101)
    first = asked.published("甲是否？", "乙是否？", "丙是否？", "丁是否？")
    asked.finished(firm, first, "no", "yes", "no", "yes")
    with writing():
        draft = actions.begin_version(asked.version(first).questionnaire, actor=cast.staff("registrar"))
        actions.remove_question(draft.questions[3], actor=cast.staff("registrar"))
        actions.add_question(draft, **asked.facts("戊是否？"), actor=cast.staff("registrar"))
        second = draft.id
    asked.publish(second)
    id_ = asked.finished(firm, second, "yes", "no", "no", "no")
    earlier = queries.checks.before(asked.check(id_))
    assert earlier
    found = queries.compared(asked.check(id_), earlier)
    assert {name: [line.question.words for line in lines] for name, lines in found.parts} == {
        "improved": ["甲是否？"], "worse": ["乙是否？"], "still": ["丙是否？"], "new": ["戊是否？"], "gone": ["丁是否？"],
    }  # fmt: skip
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/selfcheck/{id_}/")
    for words in ("改好了", "退步了", "上次就缺，现在还缺", "上次没有问", "这次不再问"):
        assert words in page.text


def test_whoever_began_with_a_version_goes_on_with_it(app: Flask) -> None:
    firm = cast.verified(101)
    first = asked.published("甲是否？")
    id_ = asked.started(firm, first)
    with writing():
        draft = actions.begin_version(asked.version(first).questionnaire, actor=cast.staff("registrar"))
        actions.change_question(
            draft.questions[0], **asked.facts("甲现在是否？"), actor=cast.staff("registrar")
        )
        second = draft.id
    asked.publish(second)
    assert [q.words for q in asked.check(id_).questions] == ["甲是否？"]
    asked.answer(firm, id_, "yes")
    asked.finish(firm, id_)
    with pytest.raises(Refused, match="不再使用"), writing():
        actions.start(firm.organisation, asked.version(first), actor=firm.clerk)


def test_a_gap_is_planned_put_right_and_reminded_of(app: Flask, post) -> None:
    firm = cast.verified(101)
    id_ = asked.finished(
        firm, asked.published(), "yes", "no", owner="甘样例", due_on=clock.today() + timedelta(days=7)
    )
    from association.selfcheck import clockwork

    with writing():
        assert clockwork.keep_days() == 1
        assert clockwork.keep_days() == 0
    letters = post()
    assert sum("自查的整改事项快到期限" in _read(letter) for letter in letters) == 2
    page = cast.signed_in(app, firm.clerk_account.email)
    assert "自查整改：晨曦样例影视有限公司" in page.get("/my/").text
    page.get(f"/my/selfcheck/{id_}/").press("安排整改").submit(
        "保存", is_done="y", done_note="已补", due_on="2026-12-01"
    )
    assert "2026年11月23日已整改" in page.text
    assert "自查整改" not in page.get("/my/").text
    assert asked.gap(id_).done_on == clock.today()


def _read(letter: str) -> str:
    import email
    from email import policy

    return str(email.message_from_string(letter, policy=policy.default)["subject"])


def test_the_csv_is_the_organisations_own(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked.finished(firm, asked.published(), "yes", "no", owner="甘样例")
    page = cast.signed_in(app, firm.clerk_account.email)
    page.get(f"/my/selfcheck/{id_}/?format=csv")
    lines = page.answer.text.splitlines()
    assert lines[0].removeprefix("\ufeff").startswith("序号,部分,题目,回答,说明,依据,整改负责人")
    assert "甘样例" in lines[2]


def test_only_officers_of_the_organisation_begin_and_answer(app: Flask) -> None:
    firm, other = cast.verified(101), cast.verified(102, name="样例别家影视有限公司")
    id_ = asked.started(firm, asked.published())
    for actor in (other.clerk, cast.staff("registrar"), cast.staff("auditor")):
        with pytest.raises(Forbidden), writing():
            actions.start(firm.organisation, asked.version(1), actor=actor)
        with pytest.raises(Forbidden), writing():
            actions.answer(
                asked.check(id_), asked.check(id_).questions[0], value=Value.YES, note="", actor=actor
            )


def test_what_was_missing_last_time_is_owed_no_longer_once_it_is_answered_anew(app: Flask) -> None:
    firm = cast.verified(101)
    version_id = asked.published("甲是否？", "乙是否？")
    asked.finished(firm, version_id, "no", "no")
    asked.finished(firm, version_id, "yes", "no")
    assert [(a.check_id, a.question.words) for a in queries.checks.gaps_of([firm.id])] == [(2, "乙是否？")]


def test_pages_cost_the_same_however_much_is_on_them(app: Flask) -> None:
    firm = cast.verified(101)
    version_id = asked.published(*[f"第{n}题是否？" for n in range(3)])
    asked.finished(firm, version_id, "no", "no", "no")
    page = cast.signed_in(app, firm.clerk_account.email)
    few = {path: page.get(path).statements for path in ("/my/", "/my/selfcheck/", "/my/selfcheck/1/")}
    with writing():
        draft = actions.begin_version(asked.version(version_id).questionnaire, actor=cast.staff("registrar"))
        for n in range(20):
            actions.add_question(draft, **asked.facts(f"又{n}题是否？"), actor=cast.staff("registrar"))
        more = draft.id
    asked.publish(more)
    second = asked.finished(firm, more, *["no"] * 23)
    many = {
        path: page.get(path).statements for path in ("/my/", "/my/selfcheck/", f"/my/selfcheck/{second}/")
    }
    assert [*many.values()][:2] == [*few.values()][:2]
    # The comparison with last time: the earlier one with its answers and their questions.
    assert many[f"/my/selfcheck/{second}/"] <= few["/my/selfcheck/1/"] + 3


def test_every_page_and_letter_is_there_in_english(app: Flask, as_, post) -> None:
    firm = cast.verified(101)
    with writing():
        firm.clerk_account.language = "en"
        session.merge(firm.clerk_account)
    round_id = asked.opened(asked.published())
    id_ = asked.in_round(round_id, firm, "yes", "no")
    second = asked.started(firm, 1)
    for page, paths in (
        (
            cast.signed_in(app, firm.signer_account.email),
            ("/my/selfcheck/", f"/my/selfcheck/{id_}/", f"/my/selfcheck/{second}/", f"/my/selfcheck/{second}/1/", "/my/selfcheck/answers/2/plan/",
             "/my/selfcheck/rounds/1/", f"/my/selfcheck/self_check/{id_}/share/"),
        ),
        (
            as_("registrar", "issuer"),
            ("/desk/selfcheck/", "/desk/selfcheck/new/", "/desk/selfcheck/1/", "/desk/selfcheck/1/next/", "/desk/selfcheck/shared/",
             "/desk/selfcheck/rounds/", "/desk/selfcheck/rounds/new/", "/desk/selfcheck/rounds/1/"),
        ),
        (Page(app), ("/selfcheck/", "/selfcheck/studio/", "/selfcheck/studio/1/", "/selfcheck/rounds/")),
    ):  # fmt: skip
        page.client.set_cookie("lang", "en")
        page.language = "en"
        for path in paths:
            assert page.get(path).status == 200, path
    assert any("Please take part in a self-check" in _read(letter) for letter in post())
