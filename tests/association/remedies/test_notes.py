"""Guidance notes: binding members and signatories only, received, reported on, rechecked by a third person, late, withdrawn."""

from datetime import date

import pytest
import time_machine
from flask import Flask

from association.accounts.actors import actor_of
from association.accounts.models import Role
from association.kernel.attachments import Attachment, readable
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import VISITOR, can
from association.kernel.search import records
from association.kernel.transactions import writing
from association.remedies import actions, queries
from association.remedies.models import Force, NoteState, Source
from association.remedies.policy import P
from association.remedies.workflow import NOTE
from association.standing import StandingState
from association.standing import queries as on_record
from tests import cast
from tests.association.guidance.asked import asked
from tests.association.pledges import signed as pledges
from tests.association.remedies.noted import (
    DUE,
    LATE,
    days_passed,
    drafted,
    issued,
    member,
    note,
    received,
    reported,
)
from tests.association.rules import texts
from tests.page import Page

PLANTED = "暗号石榴"


def test_from_a_draft_to_a_recheck_by_a_third_person(app: Flask, as_) -> None:
    firm, edition = member(), texts.kept()
    editor, legal, other = as_("editor"), as_("legal"), as_("registrar")
    editor.get("/desk/remedies/").press("起草指导意见").submit(
        "存为草稿", code=firm.organisation.uscc, source="own", title="推广素材的核对记录", facts="没有见到记录。", asks="补齐记录\n写明核对人",
        due_on="2026-12-10",
    )  # fmt: skip
    editor.press("登记所依条款").submit("登记", edition=str(edition.id), path="第三条")
    editor.press("送签发").submit("送签发")
    legal.get("/desk/").press("指导意见：晨曦样例影视有限公司").press("签发").submit("签发")
    assert "指导意见〔2026〕1号" in legal.text
    clerk = cast.signed_in(app, firm.clerk_account.email)
    assert "请代表晨曦样例影视有限公司签收" in clerk.get("/my/").text
    clerk.press("指导意见：").press("签收").submit("签收")
    for words in ("整改要求", "你单位是会员", "不是行政处罚", "第三条"):
        assert words in clerk.text
    clerk.press("报送计划").submit("报送", text="两周内补齐。")
    clerk.press("报送材料").submit("报送", text="已补齐。", files=cast.paper())
    for who in (editor, legal):
        assert "复查通过，办结" not in who.get(clerk.path).links()
    other.get("/desk/").press("指导意见：晨曦").press("请单位补正").submit(
        "请单位补正", until="2026-12-20", text="缺十月的记录。"
    )
    clerk.get(clerk.path).press("报送材料").submit("报送", text="十月的也补了。")
    other.get(clerk.path).press("复查通过，办结").submit("复查通过，办结", text="所列两条都已办到。")
    assert "所列两条都已办到。" in clerk.get(clerk.path).text
    assert session.query(Letter).filter(Letter.template.like("remedies/%")).count() == 5


def test_for_a_member_and_a_signatory_it_is_an_obligation_on_record_and_for_others_a_suggestion(
    app: Flask,
) -> None:
    bound, free = member(101), cast.verified(102, name="样例乙影视有限公司")
    for firm, force in ((bound, Force.OBLIGATION), (free, Force.SUGGESTION)):
        id_ = issued(firm)
        assert note(id_).force is force
        owed = [(row.title, row.to_on) for row in on_record.of_organisation(firm.id, date(2026, 11, 24))]
        assert owed == ([(note(id_).number, DUE)] if force is Force.OBLIGATION else [])


def test_a_signatory_is_bound_by_its_pledge(app: Flask) -> None:
    firm = cast.verified(101)
    pledges.issued()
    pledges.confirmed(firm)
    id_ = issued(firm)
    assert note(id_).is_obligation
    assert note(id_).bound_by != ["member"]


def test_a_suggestion_says_so_on_the_page_and_in_the_letter(app: Flask, post) -> None:
    firm = cast.verified(101)
    id_ = received(firm)
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/remedies/{id_}/")
    assert "是否采纳由你单位决定" in page.text
    assert "应当" not in page.text
    letter = session.query(Letter).filter_by(template="remedies/issue").one()
    assert letter.subject.startswith("改进建议")
    assert "应当" not in letter.body


def test_what_is_closed_or_withdrawn_or_given_more_time_is_so_on_record(app: Flask) -> None:
    firm = member()
    first, second = reported(firm), received(firm)
    with writing():
        NOTE.take("close", note(first), actor=cast.staff("registrar"), text="已办到。")
    with writing():
        NOTE.take("wish_time", note(second), actor=firm.clerk, until=date(2026, 12, 30), text="人手不够。")
    with writing():
        NOTE.take("extend", note(second), actor=cast.staff("registrar"), until=date(2026, 12, 28))
    assert [(r.state, r.to_on) for r in on_record.of_source(note(second))] == [
        (StandingState.ON_RECORD, date(2026, 12, 28))
    ]
    with writing():
        NOTE.take("withdraw", note(second), actor=cast.staff("legal"), text="情况已变。")
    assert [r.state for r in on_record.of_source(note(first))] == [StandingState.FULFILLED]
    assert [r.state for r in on_record.of_source(note(second))] == [StandingState.WITHDRAWN]


def test_who_drafts_does_not_issue_and_who_issued_does_not_recheck(app: Flask) -> None:
    firm = member()
    both = cast.somebody("editor", "legal")
    id_ = drafted(firm, edition=texts.kept())
    with writing():
        NOTE.take("propose", note(id_), actor=actor_of(both))
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        NOTE.take("issue", note(id_), actor=actor_of(both))
    legal = cast.staff("legal")
    with writing():
        NOTE.take("issue", note(id_), actor=legal)
    with writing():
        NOTE.take("receive", note(id_), actor=firm.clerk)
        actions.report(note(id_), text="已办。", actor=firm.clerk)
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        NOTE.take("close", note(id_), actor=legal, text="好。")


def test_not_received_in_time_the_other_officer_is_written_to_once(app: Flask) -> None:
    firm = member()
    id_ = issued(firm)
    assert days_passed() == 0
    with time_machine.travel("2026-11-28T10:00:00+08:00"):
        assert (days_passed(), days_passed()) == (1, 0)
    letters = session.query(Letter).filter_by(template="remedies/escalate").all()
    assert [letter.account_id for letter in letters] == [firm.signer_account.id]
    assert note(id_).escalated_at


def test_what_is_late_waits_at_the_desk_and_a_suggestion_is_reminded_of_before(app: Flask, as_) -> None:
    firm = cast.verified(101)
    id_ = received(firm)
    with time_machine.travel("2026-12-08T10:00:00+08:00"):
        assert (days_passed(), days_passed()) == (1, 0)
    assert session.query(Letter).filter_by(template="remedies/remind").count() == 2
    with time_machine.travel(LATE):
        assert days_passed() == 1
        assert "已经逾期" in as_("registrar").get("/desk/").text
    assert note(id_).state is NoteState.RECEIVED


def test_a_note_that_asks_for_no_report_is_done_with_its_receipt(app: Flask) -> None:
    firm = member()
    id_ = issued(firm, wants_report=False)
    with pytest.raises(Refused, match="不要求报送材料"), writing():
        NOTE.take("receive", note(id_), actor=firm.clerk)
    with writing():
        NOTE.take("note", note(id_), actor=firm.clerk)
    assert (note(id_).state, on_record.of_source(note(id_))) == (NoteState.CLOSED, [])


def test_a_note_may_come_from_a_question_of_that_very_organisation(app: Flask) -> None:
    firm, other = member(101), cast.verified(102, name="样例乙影视有限公司")
    asked(firm)
    with pytest.raises(Refused, match="没有这家单位的这件咨询"):
        drafted(other, edition=texts.kept(), source=Source.QUESTION, source_words="咨询〔2026〕1号")
    id_ = drafted(firm, edition=texts.kept(), source=Source.QUESTION, source_words="咨询〔2026〕1号")
    assert note(id_).question_id


def test_the_organisation_sees_nothing_before_it_is_issued_and_others_never(
    app: Flask, visitor: Page, as_
) -> None:
    firm, other = member(101), cast.verified(102, name="样例乙影视有限公司")
    draft = drafted(firm, edition=texts.kept(), title=f"标题{PLANTED}")
    clerk = cast.signed_in(app, firm.clerk_account.email)
    assert clerk.get(f"/my/remedies/{draft}/").status == 403
    assert PLANTED not in clerk.get("/my/remedies/").html
    id_ = reported(firm, title=f"标题{PLANTED}", facts=PLANTED, asks=PLANTED)
    assert PLANTED in clerk.get(f"/my/remedies/{id_}/").text
    assert visitor.get(f"/my/remedies/{id_}/", follow=False).status == 302
    for page in (cast.signed_in(app, other.clerk_account.email), as_("expert"), as_("admin")):
        assert page.get(f"/my/remedies/{id_}/").status == 403
        assert page.get("/desk/remedies/?format=csv").status == 403
        assert PLANTED not in page.get("/my/").html + page.get("/my/remedies/").html
    sees = [role.value for role in Role if can(cast.staff(role.value), P.SEE, note(id_))]
    assert sees == ["editor", "reviewer", "legal", "registrar", "auditor"]
    paper = session.query(Attachment).filter_by(subject_kind="note_report").one()
    assert [readable(paper, who) for who in (firm.signer, cast.staff("legal"), other.clerk, VISITOR)] == [
        True,
        True,
        False,
        False,
    ]


def test_nothing_planted_leaves_by_letters_trail_search_record_or_standing(
    app: Flask, visitor: Page, as_, post
) -> None:
    firm = member()
    id_ = reported(firm, title=f"标题{PLANTED}", facts=PLANTED, asks=PLANTED, source_words=PLANTED)
    with writing():
        NOTE.take(
            "ask_again", note(id_), actor=cast.staff("registrar"), text=PLANTED, until=date(2026, 12, 20)
        )
    with writing():
        NOTE.take("plan", note(id_), actor=firm.clerk, text=PLANTED)
    with writing():
        NOTE.take("wish_time", note(id_), actor=firm.clerk, text=PLANTED, until=date(2026, 12, 30))
    with writing():
        NOTE.take("withdraw", note(id_), actor=cast.staff("legal"), text=PLANTED)
    assert PLANTED not in "".join(post())
    assert not any(PLANTED in letter.body + letter.subject for letter in session.query(Letter))
    assert not any(PLANTED in str(entry.details) for entry in session.query(AuditEntry))
    assert not any(PLANTED in row.title + row.basis for row in on_record.of_source(note(id_)))
    assert not records.find(PLANTED, cast.staff("editor"), limit=5).hits
    for path in (f"/organisations/{firm.organisation.uscc}/", f"/search?q={PLANTED}&format=json"):
        assert PLANTED not in visitor.get(path).answer.text


def test_another_organisation_receives_nothing_in_its_name(app: Flask) -> None:
    firm, other = member(101), cast.verified(102, name="样例乙影视有限公司")
    id_ = issued(firm)
    with pytest.raises(Forbidden), writing():
        NOTE.take("receive", note(id_), actor=other.clerk)


def test_what_is_wrong_is_said_at_its_field_and_pressed_twice_it_is_reported_once(app: Flask, as_) -> None:
    firm = member()
    page = as_("editor").get("/desk/remedies/new/")
    page.submit(
        "存为草稿", code="91990000MA0000000X", title="标题", facts="情况", asks="要求", due_on="2026-12-10"
    )
    assert (page.status, page.errors) == (409, ["没有找到这个代码的已核验单位。"])
    page.submit("存为草稿", code=firm.organisation.uscc, due_on="2026-11-01")
    assert (page.errors, page.value("facts")) == (["期限须在今天之后。"], "情况")
    id_ = received(firm)
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/my/remedies/{id_}/report/")
    clerk.again("报送", text="已办。")
    assert len(queries.reports_of(note(id_))) == 1


def test_the_desk_costs_the_same_with_one_and_with_many(app: Flask, as_) -> None:
    firm = member()
    reported(firm)
    page = as_("registrar")
    few, waiting = page.get("/desk/remedies/").statements, page.get("/desk/").statements
    for _n in range(4):
        reported(firm)
    assert page.get("/desk/remedies/").statements == few
    assert page.get("/desk/").statements == waiting
