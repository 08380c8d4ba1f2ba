"""A consultation's life: long enough, prolonged but never shortened, closed by the clock, finished when every comment is answered."""

from datetime import date, timedelta

import pytest
import time_machine
from flask import Flask

from association.consultations import actions, queries
from association.consultations.events import ConsultationClosed, ConsultationFinished
from association.consultations.models import Comment, Consultation, ConsultationState, Outcome
from association.consultations.workflow import CONSULTATION
from association.kernel import dated, events
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import SYSTEM
from association.kernel.search import records
from association.kernel.transactions import writing
from tests import cast
from tests.association.consultations.laid_out import AFTER, consultation, edition, opened, over, said, shown
from tests.page import Page


def test_a_consultation_shorter_than_the_dated_setting_is_refused_at_its_last_day(app: Flask) -> None:
    with pytest.raises(Refused, match="最早为2026年12月23日") as refused:
        opened(days=29)
    assert refused.value.field == "closes_on"
    opened(days=30)
    assert consultation().state is ConsultationState.OPEN


def test_the_setting_of_the_first_day_counts(app: Flask) -> None:
    admin = cast.staff("admin")
    with writing():
        dated.change(
            "consultations.min_days", value=60, basis="本会管理办法", in_force_from=date(2026, 12, 1), checked_by="样例",
            checked_on=None, actor=admin,
        )  # fmt: skip
    with pytest.raises(Refused, match="不少于60天"):
        opened(days=45, opens_on=date(2026, 12, 1))
    opened(days=30)


def test_nobody_but_an_editor_opens_one(app: Flask) -> None:
    opened()
    with pytest.raises(Forbidden), writing():
        actions.open(
            consultation().edition.document, edition=consultation().edition, title="又一次", note="",
            closes_on=date(2027, 3, 1), actor=cast.staff("reviewer"),
        )  # fmt: skip


def test_one_at_a_time_about_one_subject(app: Flask) -> None:
    opened()
    editor = cast.staff("editor")
    with pytest.raises(Refused, match="正在征求意见"), writing():
        actions.open(
            consultation().edition.document, edition=consultation().edition, title="又一次", note="",
            closes_on=date(2027, 3, 1), actor=editor,
        )  # fmt: skip


def test_a_coming_one_begins_on_its_day_by_the_clock(app: Flask) -> None:
    opened(opens_on=date(2026, 12, 1))
    page = Page(app).get("/consultations/material-2026-12/")
    assert "从2026年12月1日起可以提出意见" in page.text
    assert Page(app).get("/consultations/material-2026-12/comment/").status == 409
    over()
    assert consultation().state is ConsultationState.COMING
    with time_machine.travel("2026-12-01T00:05:00+08:00"):
        over()
        assert consultation().state is ConsultationState.OPEN


def test_it_is_extended_with_a_public_reason_and_never_shortened(app: Flask) -> None:
    opened()
    staff = cast.signed_in(app, cast.somebody("editor").email).get("/desk/consultations/").press("样例短剧")
    staff.press("延长征求意见").submit("延长", closes_on="2026-12-20", reason="提早")
    assert staff.errors == ["只能延长：新的截止日须在2026年12月23日之后。"]
    staff.submit("延长", closes_on="2027-01-15", reason="多家单位请求延长")
    page = Page(app).get("/consultations/material-2026-11/")
    assert "2026-12-23推后到2027-01-15，理由：多家单位请求延长" in page.text
    assert [e.act for e in session.query(LogEntry).order_by(LogEntry.id)] == ["open", "extend"]


def test_comments_are_taken_on_the_last_day_and_not_on_the_next(app: Flask) -> None:
    opened()
    with time_machine.travel("2026-12-23T23:50:00+08:00"):
        over()
        said()
    with time_machine.travel(AFTER):
        with pytest.raises(Refused, match="已于2026年12月23日截止"):
            said()
        over()
        assert consultation().state is ConsultationState.CLOSED
        assert "已截止，意见处理中" in Page(app).get("/consultations/material-2026-11/").text


def test_nobody_closes_it_early_and_a_button_for_it_does_not_exist(app: Flask) -> None:
    opened()
    with pytest.raises(Refused, match="还没有过"), writing():
        actions.close(consultation(), actor=SYSTEM)
    editor = cast.somebody("editor")
    assert (
        "截止"
        not in cast.signed_in(app, editor.email).get(f"/desk/consultations/{consultation().id}/").links()
    )


def test_upper_features_hear_that_it_closed_and_that_it_is_finished(app: Flask) -> None:
    heard: list[object] = []
    events.subscribe(ConsultationClosed, heard.append)
    events.subscribe(ConsultationFinished, heard.append)
    opened()
    editor = cast.staff("editor")
    with time_machine.travel(AFTER):
        over()
        with writing():
            actions.finish(consultation(), actor=editor)
    assert [type(event) for event in heard] == [ConsultationClosed, ConsultationFinished]


def test_staff_are_written_to_when_it_closes(app: Flask) -> None:
    opened()
    said()
    with time_machine.travel(AFTER):
        over()
    letter = session.query(Letter).filter(Letter.template == "consultations/closed").first()
    assert letter is not None
    assert "1条待答复" in letter.subject


def test_it_is_finished_only_when_every_comment_is_answered(app: Flask) -> None:
    opened()
    first, second = said().id, said("3").id
    for id_ in (first, second):
        shown(said_one(id_))
    editor = cast.staff("editor")
    with time_machine.travel(AFTER):
        over()
        with writing():
            actions.answer(said_one(first), outcome=Outcome.TAKEN, because="说得对", actor=editor)
        with pytest.raises(Refused, match="还有1条"), writing():
            actions.finish(consultation(), actor=editor)
        with writing():
            actions.answer(said_one(second), outcome=Outcome.NOT_TAKEN, because="已有规定", actor=editor)
        with writing():
            actions.finish(consultation(), actor=editor)
    assert consultation().is_finished


def said_one(id_: int) -> Comment:
    return session.get_one(Comment, id_)


def test_a_withdrawn_one_keeps_its_page_with_the_reason_and_is_found_no_longer(app: Flask, post) -> None:
    opened()
    said()
    post()
    assert records.find("短剧推广", cast.staff()).count == 1
    editor = cast.staff("editor")
    with writing():
        CONSULTATION.take("withdraw", consultation(), actor=editor, reason="文本有误")
    post()
    assert records.find("短剧推广", cast.staff()).count == 0
    assert "文本有误" in Page(app).get("/consultations/material-2026-11/").text
    assert session.query(Letter).filter(Letter.template == "consultations/withdrawn").count() == 1


def test_what_a_subject_was_consulted_on(app: Flask) -> None:
    opened()
    assert [c.slug for c in queries.of(consultation().edition.document)] == ["material-2026-11"]
    assert queries.of(consultation().edition) == []


def test_the_list_has_open_ones_first_and_the_same_set_as_csv_and_json(app: Flask) -> None:
    assert "现在没有文本在征求意见" in Page(app).get("/consultations/").text
    opened()
    said()
    page = Page(app).get("/consultations/?state=open&q=推广")
    assert "1 次" in page.text
    assert "征求意见稿" in page.text
    found = Page(app).get("/consultations/?format=json").answer.json
    assert found["count"] == 1
    assert found["items"][0]["url"] == "/consultations/material-2026-11/"
    assert Page(app).get("/consultations/?format=csv").answer.data.startswith(b"\xef\xbb\xbf")
    assert Page(app).get("/consultations/?state=answered").text.count("去掉") == 1


def test_its_pages_speak_english_too(app: Flask) -> None:
    opened()
    for path in ("", "material-2026-11/", "material-2026-11/comments/", "material-2026-11/comment/4/"):
        page = Page(app, language="en").get(f"/consultations/{path}")
        assert page.status == 200
    assert "Draft for comment" in page.text


def test_days_left_count_today(app: Flask) -> None:
    opened()
    with time_machine.travel("2026-12-23T10:00:00+08:00"):
        assert session.query(Consultation).one().days_left == 1
    assert consultation().closes_on - timedelta(days=30) == consultation().opens_on


def test_an_editor_opens_one_for_a_draft_from_the_desk(app: Flask, as_) -> None:
    with writing():
        edition()
    editor = as_("editor")
    page = editor.get("/desk/consultations/")
    link = next(url for words, url in page.links().items() if words.startswith("公开征求意见"))
    page.get(link).submit("开始征求意见", closes_on="2026-11-30", note="欢迎提出意见。")
    assert page.status == 409
    assert "不少于30天" in page.errors[0]
    assert page.value("note") == "欢迎提出意见。"
    page.submit("开始征求意见", closes_on="2026-12-31")
    assert page.status == 200
    assert "《样例短剧推广素材规范》征求意见" in Page(app).get("/consultations/").text
    assert as_("reviewer").get(link).status == 403
