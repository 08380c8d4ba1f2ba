"""Public answers: no asker in them, three people, and whether they still hold when a cited clause changes."""

import pytest
import time_machine
from flask import Flask

from association.guidance import actions
from association.guidance.models import PublicState
from association.guidance.workflow import PUBLIC_ANSWER
from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.policy import VISITOR
from association.kernel.search import records
from association.kernel.transactions import writing
from association.rules import actions as rules
from association.rules import queries as rule_queries
from association.rules.models import ClauseFate, EditionState
from association.rules.workflow import EDITION
from tests import cast
from tests.association.guidance.asked import (
    answered,
    asked,
    doubts_of,
    public,
    published,
    question,
    reviewed,
)
from tests.association.rules import texts
from tests.page import Page


def test_it_is_public_with_its_basis_in_list_json_csv_feed_search_and_on_the_clauses_page(
    app: Flask, visitor: Page, post
) -> None:
    firm, edition = cast.verified(101), texts.kept()
    id_ = asked(firm)
    answered(id_, edition=edition)
    published(id_, edition=edition)
    post()
    page = visitor.get("/guidance/").press("预告片改剪镜头顺序可以吗")
    for words in (
        "非约束性指导",
        "《样例短剧自律规则》（2024-03-01）第三条",
        "可以，意思须与正片一致。",
        "指导〔2026〕1号",
    ):
        assert words in page.text
    assert visitor.get("/guidance/?format=json").answer.json["items"][0]["url"].endswith("/guidance/2026-1/")
    assert visitor.get("/guidance/?topic=其他事项&format=json").answer.json["count"] == 0
    assert visitor.get("/guidance/?q=改剪&format=json").answer.json["count"] == 1
    for way in ("csv", "atom", "jsonfeed"):
        assert "预告片改剪" in visitor.get(f"/guidance/?format={way}").answer.text
    assert records.find("改剪镜头", VISITOR, limit=5).hits
    clause = session.merge(edition)
    assert "预告片改剪镜头顺序可以吗" in visitor.get(f"/rules/{clause.document.slug}/p/3/").text
    assert visitor.get("/guidance/2026-1/document.pdf").answer.mimetype == "application/pdf"


@pytest.mark.parametrize(
    "trace",
    [
        "晨曦样例影视有限公司",
        "长夜样例",
        "样例追剧号",
        "甘样例",
        "13812345678",
        "11010119900307123X",
        "a.b@site.example",
    ],
)
def test_what_would_name_the_asker_is_refused_at_its_field(app: Flask, as_, trace: str) -> None:
    firm = cast.verified(101)
    id_ = asked(firm)
    answered(id_)
    page = as_("editor").get(f"/my/guidance/{id_}/").press("改写为公开指导")
    page.submit(
        "存为草稿",
        title="预告可以改剪吗",
        asks=f"某单位（{trace}）的预告。",
        answers="可以。",
        basis_on="2026-11-23",
    )
    assert page.status == 409
    assert any(trace in error for error in page.errors)
    assert page.value("asks").startswith("某单位")


def test_the_gate_stops_a_review_too_and_names_nobody(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked(firm, works=[])
    answered(id_)
    editor = cast.staff("editor")
    with writing():
        answer = actions.draft(
            question=question(id_), topic="其他事项", title="《晚归样例》可以吗", asks="一部剧。", answers="可以。", basis_on=clock.today(),
            basis_note="章程", actor=editor,
        ).id  # fmt: skip
    with writing():
        question(id_).works = ["晚归样例"]
    with pytest.raises(Refused, match="请退回改写") as refused, writing():
        PUBLIC_ANSWER.take("submit", public(answer), actor=editor)
    assert "晚归" not in str(refused.value.sentence)


def test_three_people_review_it(app: Flask) -> None:
    all_in_one = cast.staff("editor", "reviewer", "issuer")
    with writing():
        id_ = actions.draft(
            question=None,
            topic="其他事项",
            title="问",
            asks="况",
            answers="答",
            basis_on=clock.today(),
            basis_note="章程",
            actor=all_in_one,
        ).id
    for deed in ("submit", "first_review"):
        with writing():
            PUBLIC_ANSWER.take(deed, public(id_), actor=all_in_one)
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        PUBLIC_ANSWER.take("second_review", public(id_), actor=all_in_one)


def test_a_reworded_clause_puts_it_in_doubt_and_somebody_says_that_it_holds(
    app: Flask, visitor: Page, as_
) -> None:
    edition = texts.kept()
    id_ = published(edition=edition)
    assert doubts_of(id_) == []
    texts.kept(texts.NEW)
    jobs.run_due()
    assert doubts_of(id_) == ["reworded"]
    assert visitor.get("/guidance/?format=json").answer.json["items"][0]["state"] == "待复核"
    assert "文字修改" in visitor.get("/guidance/2026-1/").text
    legal = as_("legal")
    assert "所引条款有变动" in legal.get("/desk/").text
    legal.press("公开指导：").press("复核：仍然适用").submit(
        "复核：仍然适用", reason="保存期变长，结论不变。"
    )
    assert visitor.get("/guidance/?format=json").answer.json["items"][0]["state"] == "已公开"
    assert "保存期变长，结论不变。" in visitor.get("/guidance/2026-1/").text
    with writing():
        assert actions.recheck_all() == 0


def test_a_clause_that_stayed_the_same_leaves_it_in_peace(app: Flask) -> None:
    edition = texts.kept()
    editor = cast.staff("editor")
    with writing():
        answer = actions.draft(
            question=None,
            topic="其他事项",
            title="问",
            asks="况",
            answers="答",
            basis_on=clock.today(),
            actor=editor,
        )
        actions.add_public_clause(answer, edition=session.merge(edition), path="1", actor=editor)
        id_ = answer.id
    reviewed(id_)
    texts.kept(texts.NEW)
    jobs.run_due()
    assert doubts_of(id_) == []


def test_what_staff_say_of_a_mapping_counts_and_may_be_taken_back(app: Flask) -> None:
    edition = texts.kept()
    id_ = published(edition=edition)
    new = texts.kept(texts.NEW)
    jobs.run_due()
    old, new = session.merge(edition), session.merge(new)
    line = next(m for m in rule_queries.mappings(old, new) if m.old == ["3"])
    with writing():
        rules.correct(
            line, fate=ClauseFate.SAME, old=line.old, new=line.new, note="", actor=cast.staff("editor")
        )
    jobs.run_due()
    assert doubts_of(id_) == []
    assert not public(id_).is_in_doubt


def test_a_repealed_and_a_withdrawn_text_put_it_in_doubt(app: Flask) -> None:
    edition = texts.kept()
    id_ = published(edition=edition)
    with writing():
        kept = session.merge(edition)
        rules.check(
            kept, kind=kept.document.kind, issuer="", binds=[], effective_on=clock.today().replace(year=2025),
            ceased_on=clock.today().replace(month=12, day=20), repealed=True, source="公报", note="", actor=cast.staff("editor"),
        )  # fmt: skip
    jobs.run_due()
    assert doubts_of(id_) == []
    with time_machine.travel("2026-12-21T10:00:00+08:00"), writing():
        actions.recheck_all()
    assert doubts_of(id_) == ["ceased"]
    with writing():
        EDITION.take("withdraw", session.merge(edition), actor=cast.staff("reviewer"), reason="读错了")
    jobs.run_due()
    assert doubts_of(id_) == ["withdrawn"]
    assert session.merge(edition).state is EditionState.WITHDRAWN


def test_a_new_version_takes_its_place_and_the_old_one_stays_readable(app: Flask, visitor: Page, as_) -> None:
    id_ = published()
    editor = as_("editor")
    editor.get(f"/desk/guidance/public/{id_}/").press("修订为新的一版").submit("起草新版")
    editor.press("修改").submit("保存", answers="可以，但须注明。")
    new = int(editor.path.rstrip("/").rsplit("/", 1)[-1])
    assert editor.get(f"/desk/guidance/public/{id_}/revise/").submit("起草新版").status == 409
    reviewed(new)
    session.expire_all()
    assert (public(id_).state, public(new).state) == (PublicState.SUPERSEDED, PublicState.PUBLISHED)
    assert "可以，但须注明。" in visitor.get("/guidance/2026-1/").text
    old = visitor.press("第1版")
    assert "已有新版" in old.text
    assert "可以，意思须与正片一致。" in old.text
    assert visitor.get("/guidance/?format=json").answer.json["count"] == 1


def test_a_withdrawn_one_says_why_and_nothing_else(app: Flask, visitor: Page, post) -> None:
    id_ = published()
    post()
    with writing():
        PUBLIC_ANSWER.take("withdraw", public(id_), actor=cast.staff("issuer"), reason="规定已经全部改变。")
    assert visitor.get("/guidance/?format=json").answer.json["count"] == 0
    page = visitor.get("/guidance/2026-1/")
    assert "规定已经全部改变。" in page.text
    assert "意思须与正片一致" not in page.html
    assert visitor.get("/guidance/2026-1/document.pdf").status == 404
    assert not records.find("改剪镜头", VISITOR, limit=5).hits


def test_a_draft_is_nobodys_and_whoever_may_not_see_the_question_does_not_see_where_it_came_from(
    app: Flask, visitor: Page, as_
) -> None:
    firm = cast.verified(101)
    id_ = asked(firm)
    answered(id_)
    new = published(id_)
    assert "咨询〔2026〕1号" in as_("editor").get(f"/desk/guidance/public/{new}/").text
    assert "咨询〔2026〕1号" not in as_("issuer").get(f"/desk/guidance/public/{new}/").text
    assert visitor.get(f"/desk/guidance/public/{new}/", follow=False).status == 302
    with pytest.raises(Forbidden), writing():
        actions.draft(
            question=question(id_),
            topic="其他事项",
            title="问",
            asks="况",
            answers="答",
            basis_on=clock.today(),
            actor=cast.staff("reviewer"),
        )


def test_every_page_speaks_english(app: Flask, as_) -> None:
    firm = cast.verified(101)
    id_ = asked(firm)
    answered(id_)
    new = published(id_)
    page = as_("editor", "legal", "issuer")
    page.client.set_cookie("lang", "en")
    page.language = "en"
    for path in (
        "/guidance/", "/guidance/2026-1/", "/guidance/2026-1/1/", "/my/guidance/", "/my/guidance/ask/", f"/my/guidance/{id_}/", "/desk/guidance/",
        "/desk/guidance/public/", "/desk/guidance/public/new/", f"/desk/guidance/public/{new}/", f"/desk/guidance/public/{new}/revise/",
    ):  # fmt: skip
        assert page.get(path).status == 200, path
