"""Questionnaires: what comes with the platform, how a new version is made, what may be cited."""

import re

import pytest
from flask import Flask

from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import VISITOR
from association.kernel.search import records
from association.kernel.transactions import writing
from association.organisations.models import Kind
from association.rules import actions as rules
from association.rules.reading.reader import read_document
from association.rules.workflow import EDITION
from association.selfcheck import actions, offered, queries
from association.selfcheck.actions.planting import plant
from association.selfcheck.models import CheckQuestion, QuestionnaireVersion, VersionState
from association.selfcheck.workflow import VERSION
from tests import cast
from tests.association.selfcheck import asked
from tests.page import Page

ARTICLE = re.compile(r"第[一二三四五六七八九十百]+条")


def test_four_questionnaires_come_with_the_platform_the_mcn_one_has_42_questions(app: Flask) -> None:
    laid_ready = {one.slug: one for one in offered.all_offered()}
    assert {slug: one.kind for slug, one in laid_ready.items()} == {
        "mcn": Kind.MCN, "studio": Kind.STUDIO, "miniapp": Kind.MINIAPP, "platform": Kind.PLATFORM,
    }  # fmt: skip
    assert len(laid_ready["mcn"].questions) == 42
    for one in laid_ready.values():
        assert all(
            q["words"].endswith("？") and q["explanation"] and q["evidence"] and q["basis"]
            for q in one.questions
        )


def test_of_the_agencies_rule_only_the_first_four_articles_are_cited_and_drafts_say_so(app: Flask) -> None:
    for one in offered.all_offered():
        for question in one.questions:
            if question["number"] == "广电发〔2022〕34号":
                cited = ARTICLE.findall(
                    question.get("clause", "") + question["words"] + question["explanation"]
                )
                assert set(cited) <= {"第一条", "第二条", "第三条", "第四条"}, question["key"]
            assert question["is_draft"] == ("草案" in question["basis"] or "征求意见" in question["basis"])


def test_they_are_planted_once_and_staff_go_on_from_them(app: Flask) -> None:
    with writing():
        assert plant() == 4
    with writing():
        assert plant() == 0
    page = Page(app).get("/selfcheck/")
    assert "MCN/经纪机构合规自查" in page.text
    page.press("MCN/经纪机构合规自查")
    assert "征求意见稿" in page.text
    assert "未与正式文本核对" in page.text
    with writing():
        draft = actions.begin_version(asked.version(1).questionnaire, actor=cast.staff("registrar"))
        assert draft.number == 2
        assert [q.key for q in draft.questions] == [q.key for q in asked.version(1).questions]


def test_what_was_not_compared_is_not_cited_by_number(app: Flask) -> None:
    id_ = asked.drafted("样例是否？")
    facts = asked.facts("合同是否书面？", number="广电发〔2022〕34号", clause="第七条")
    with pytest.raises(Refused, match="第七条还没有与正式文本核对"), writing():
        actions.add_question(asked.version(id_), **facts, actor=cast.staff("registrar"))
    with writing():
        actions.add_question(
            asked.version(id_), **facts | {"clause": "第二条"}, actor=cast.staff("registrar")
        )


def test_whoever_drafts_does_not_publish_and_what_is_published_is_frozen(app: Flask) -> None:
    registrar = cast.staff("registrar")
    with writing():
        version = actions.found(title="样例自查", kind=Kind.STUDIO, actor=registrar)
        with pytest.raises(Refused, match="还没有一道题"):
            VERSION.take("submit", version, actor=registrar)
        actions.add_question(version, **asked.facts("是否？"), actor=registrar)
        VERSION.take("submit", version, actor=registrar)
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        VERSION.take("publish", asked.version(version.id), actor=registrar)
    with writing():
        VERSION.take("publish", asked.version(version.id), actor=cast.staff("registrar"))
    question = session.query(CheckQuestion).one()
    for deed in (
        lambda: actions.change_question(question, **asked.facts("改？"), actor=registrar),
        lambda: actions.remove_question(question, actor=registrar),
        lambda: actions.add_question(question.version, **asked.facts("加？"), actor=registrar),
    ):
        with pytest.raises(Refused, match="不能再改"), writing():
            deed()


def test_a_new_version_takes_the_place_of_the_one_before(app: Flask) -> None:
    first = asked.published("甲是否？")
    with writing():
        second = actions.begin_version(asked.version(first).questionnaire, actor=cast.staff("registrar")).id
        with pytest.raises(Refused, match="已有一个新版本在起草"):
            actions.begin_version(asked.version(first).questionnaire, actor=cast.staff("registrar"))
    asked.publish(second)
    assert asked.version(first).state is VersionState.SUPERSEDED
    assert "已被代替" in Page(app).get("/selfcheck/studio/1/").text
    assert Page(app).get("/selfcheck/studio/").text.count("第2版") == 1
    with writing():
        VERSION.take("retire", asked.version(second), actor=cast.staff("registrar"), reason="不再需要")
    page = Page(app).get("/selfcheck/studio/")
    assert "已停用" in page.text
    assert "不再需要" in page.text


def test_drafts_are_not_public_and_found_by_nobody(app: Flask) -> None:
    asked.drafted("只有起草人知道的是否？")
    assert Page(app).get("/selfcheck/studio/").status == 404
    assert "/account/login" in Page(app).get("/selfcheck/studio/1/", follow=False).answer.location
    assert "样例自查" not in Page(app).get("/selfcheck/").text


def test_what_is_published_is_found_and_followed(app: Flask) -> None:
    asked.published("片名是否经过审核？")
    records.sync()
    found = records.find("片名是否经过审核", VISITOR)
    assert [hit.url for hit in found.hits] == ["/selfcheck/studio/"]
    page = Page(app)
    page.get("/selfcheck/?format=json")
    assert page.answer.json["count"] == 1
    assert "样例自查" in page.get("/selfcheck/?format=atom").answer.text


def test_a_clause_is_a_link_where_the_text_is_here(app: Flask) -> None:
    text = "# 样例片名规则\n\n示视协发〔2026〕9号\n\n第一条 总则。\n\n第二条 片名应当经过审核。\n"
    with writing():
        edition = rules.read_in(
            read_document("rule.md", text.encode()), file_name="rule.md", actor=cast.staff("editor")
        ).edition
    with writing():
        EDITION.take("publish", session.merge(edition), actor=cast.staff("reviewer"))
    with writing():
        draft = actions.found(title="样例自查", kind=Kind.STUDIO, actor=cast.staff("registrar"))
        facts = asked.facts("片名是否经过审核？", basis="样例片名规则", clause="第二条")
        actions.add_question(draft, **facts, actor=cast.staff("registrar"))
        id_ = draft.id
    asked.publish(id_)
    place = queries.places(asked.version(id_).questions)[asked.version(id_).questions[0].id]
    assert place.path == "2"
    page = Page(app).get("/selfcheck/studio/")
    assert any(href.endswith("#p-2") for href in page.links().values())
    hub = Page(app).get(f"/rules/{edition.document.slug}/p/2/")
    assert "样例自查" in hub.text


def test_staff_write_one_on_the_desk(app: Flask, as_) -> None:
    page = as_("registrar").get("/desk/selfcheck/new/").submit("建立", title="投流自查", kind="promoter")
    page.press("加一题").submit(
        "保存", group="素材", words="素材是否审核？", basis="样例文件", checked_by="陆样例"
    )
    assert page.errors == ["核对人和核对日期要一起填。"]
    page.submit("保存", checked_on="2026-11-20")
    assert "陆样例于2026年11月20日核对" in page.text
    page.press("加一题").submit("保存", words="账号是否核对？", basis="样例文件")
    page.press("上移：账号是否核对？").submit("上移")
    session.rollback()
    assert [q.words for q in session.query(QuestionnaireVersion).one().questions] == [
        "账号是否核对？",
        "素材是否审核？",
    ]
    page.press("改题：素材是否审核？").press("删去").submit("删去")
    assert "素材是否审核？" not in page.text
    page.press("写本版说明").submit("保存", note="首版")
    page.press("送另一人发布").submit("送另一人发布")
    other = as_("registrar").get("/desk/")
    assert "自查问卷：投流自查，第1版" in other.text
    other.press("自查问卷：投流自查").press("发布").submit("发布")
    assert "使用中" in other.text
    assert "首版" in Page(app).get("/selfcheck/promoter/").text
