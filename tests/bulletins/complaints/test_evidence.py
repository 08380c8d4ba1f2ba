"""Evidence is kept as it came, under seal, and shown as a copy that does not say where it was made."""

import hashlib

import pytest

from association.kernel import dated, files, jobs
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.transactions import writing
from bulletins.complaints.models import ComplaintEvidence
from demo.papers import Paper
from tests.bulletins.complaints import made
from tests.kernel.test_cleaning import TRACES, film, photograph

SOURCE = "自己拍的，十一月一日"
HASH = hashlib.sha256(photograph()).hexdigest()


def given(visitor) -> ComplaintEvidence:
    visitor.get("/complaints/new").submit(
        "提交", kind="作品内容", words=made.WORDS, place=made.PLACE, files=made.picture(), source=SOURCE
    )
    return made.complaint().evidence[0]


def test_handed_in_with_a_complaint_it_has_hash_time_and_source(app, visitor):
    evidence = given(visitor)
    assert (evidence.sha256, evidence.size) == (HASH, len(photograph()))
    page = made.staff(app, "intake").get(made.page(evidence.complaint))
    assert HASH in page.text
    assert SOURCE in page.text
    assert "副本正在生成" in page.text
    entry = session.query(AuditEntry).filter_by(deed="add_evidence").one()
    assert entry.details["sha256"] == [HASH]


def test_the_store_holds_neither_the_original_nor_the_copy_in_the_clear(app, visitor):
    evidence = given(visitor)
    jobs.run_due()
    stored = [evidence.stored_sha256, made.complaint().evidence[0].copy.stored_sha256]
    assert not any(trace in files.read(sha256) for sha256 in stored for trace in (*TRACES, b"JFIF"))


def test_staff_open_a_copy_without_the_place_under_a_name_that_says_nothing(app, visitor):
    evidence = given(visitor)
    intake = made.staff(app, "intake")
    assert intake.client.get(f"/desk/complaints/evidence/{evidence.id}/copy").status_code == 404
    jobs.run_due()
    intake.get(made.page(evidence.complaint))
    assert "打开副本" in intake.text
    copy = intake.client.get(f"/desk/complaints/evidence/{evidence.id}/copy")
    assert copy.data.startswith(b"\xff\xd8\xff")
    assert not any(trace in copy.data for trace in TRACES)
    assert "filename=TS-" in copy.headers["Content-Disposition"]


def test_the_original_is_opened_for_a_reason_that_is_logged(app, visitor):
    evidence = given(visitor)
    intake = made.staff(app, "intake").get(made.page(evidence.complaint)).press("打开原件…")
    intake.submit("打开")
    assert intake.errors == ["请填写为什么要看"]
    original = intake.ready("打开", reason="核实拍摄时间。")()
    assert original.data == photograph()
    entry = session.query(AuditEntry).filter_by(deed="open_original").one()
    assert (entry.details["reason"], entry.details["sha256"]) == ("核实拍摄时间。", HASH)


def test_a_file_from_nowhere_is_refused_and_waits_under_seal_for_the_next_try(app, visitor):
    form = visitor.get("/complaints/new")
    form.submit("提交", kind="作品内容", words=made.WORDS, place=made.PLACE, files=made.picture())
    assert form.errors == ["请写明证据从哪里来、什么时候取得。"]
    form.submit("提交", source=SOURCE)
    assert made.complaint().evidence[0].sha256 == HASH


def test_more_comes_under_the_code_and_staff_add_their_own(app, visitor):
    code = made.told()
    follow = visitor.get(made.FOLLOW)
    follow.submit("查看或补充", code=code, files=made.picture("second.jpg"), source=SOURCE)
    assert HASH in follow.text
    intake = made.staff(app, "intake").get(made.page(made.complaint())).press("添加证据…")
    intake.submit("保存证据", files=made.picture("third.jpg"), source="电话记录")
    assert [e.is_ours for e in made.complaint().evidence] == [False, True]
    assert "协会添加" in visitor.get(made.FOLLOW).submit("查看或补充", code=code).text


def test_there_is_a_number_of_files_beyond_which_nothing_is_taken(app, visitor, monkeypatch):
    given(visitor)
    real = dated.value
    monkeypatch.setattr(
        dated, "value", lambda key, **how: 1 if key == "complaints.most_files" else real(key, **how)
    )
    intake = made.staff(app, "intake").get(made.page(made.complaint()) + "evidence/")
    assert intake.status == 409
    assert "一件最多收1份证据，请合并后再交。" in intake.text


def test_what_cannot_be_taken_apart_says_so_and_opens_for_a_reason_only(app):
    made.told(files=[Paper("broken.jpg", photograph()[:300])], source=SOURCE)
    jobs.run_due()
    intake = made.staff(app, "intake").get(made.page(made.complaint()))
    assert "做不出清除了位置信息的副本" in intake.text
    assert intake.get(f"/desk/complaints/evidence/{made.complaint().evidence[0].id}/copy").status == 409


def test_a_film_of_a_telephone_is_evidence_too_and_its_copy_says_no_place(app):
    made.told(files=[Paper("film.mp4", film())], source=SOURCE)
    jobs.run_due()
    evidence = made.complaint().evidence[0]
    copy = made.staff(app, "intake").client.get(f"/desk/complaints/evidence/{evidence.id}/copy")
    assert (copy.status_code, copy.mimetype) == (200, "video/mp4")
    assert not any(trace in copy.data for trace in TRACES)


def test_no_code_can_change_or_delete_it(app, visitor):
    given(visitor)
    with pytest.raises(TypeError, match="neither changed nor taken away"), writing():
        session.query(ComplaintEvidence).one().source = "other"
        session.flush()
    with pytest.raises(TypeError, match="neither changed nor taken away"), writing():
        session.delete(session.query(ComplaintEvidence).one())
        session.flush()


@pytest.mark.parametrize("role", ["auditor", "editor"])
def test_nobody_else_opens_any_of_it(app, visitor, role):
    evidence = given(visitor)
    jobs.run_due()
    page = made.staff(app, role)
    for rest in ("copy", "original/"):
        assert page.get(f"/desk/complaints/evidence/{evidence.id}/{rest}").status in (403, 404)
