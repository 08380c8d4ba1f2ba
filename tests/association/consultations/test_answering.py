"""Staff look before display, answer one or many with a reason, never their own; the answers are public and sent when all is answered."""

import pytest
import time_machine
from flask import Flask

from association.accounts.actors import actor_of
from association.consultations import actions, queries
from association.consultations.models import Comment, CommentState, Outcome
from association.consultations.workflow import COMMENT
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.rules.models import Citation
from tests import cast
from tests.association.consultations.laid_out import (
    AFTER,
    BETTER,
    REVISED,
    SLUG,
    WORDING,
    consultation,
    edition,
    finished,
    link_in,
    one,
    opened,
    over,
    said,
    shown,
    visitor_says,
)
from tests.page import Page


def desk(app: Flask) -> Page:
    return cast.signed_in(app, cast.somebody("editor").email).get(f"/desk/consultations/{consultation().id}/")


def test_nothing_is_public_before_somebody_has_looked(app: Flask) -> None:
    opened()
    said(body="尚未查看的话")
    assert "尚未查看的话" not in Page(app).get(f"/consultations/{SLUG}/").html
    assert Page(app).get(f"/consultations/{SLUG}/comments/?format=json").answer.json["count"] == 0
    page = cast.signed_in(app, cast.somebody("editor").email).get("/desk/")
    assert "意见待查看" in page.text
    page.press("查看：意见待查看").get("/desk/consultations/comments/1/").press("公开").submit("公开")
    assert "尚未查看的话" in Page(app).get(f"/consultations/{SLUG}/").text


def test_one_is_hidden_with_a_reason_its_author_is_told(app: Flask) -> None:
    opened()
    said(body="有人的电话是……")
    page = cast.signed_in(app, cast.somebody("legal").email).get("/desk/consultations/comments/1/")
    page.press("不公开").submit("不公开")
    assert page.errors == ["请填写不公开的理由（提出人会收到）"]
    page.submit("不公开", reason="含他人个人信息")
    assert one().state is CommentState.HIDDEN
    letter = session.query(Letter).filter(Letter.template == "consultations/hidden").one()
    assert "含他人个人信息" in letter.body
    assert queries.unanswered(consultation()) == 1, "a hidden comment is answered too"


def test_an_organisations_name_can_be_hidden_and_shown_again(app: Flask) -> None:
    firm = cast.verified()
    opened()
    with writing():
        actions.comment(
            consultation(), path="4", body="太短", proposed="", reason="", language="zh", machine="192.0.2.1",
            organisation_id=firm.id, actor=firm.clerk,
        )  # fmt: skip
    page = cast.signed_in(app, cast.somebody("editor").email).get("/desk/consultations/comments/1/")
    page.press("公开").submit("公开")
    page.press("隐去提出人").submit("隐去提出人")
    assert "晨曦" not in Page(app).get(f"/consultations/{SLUG}/").text
    page.press("恢复显示提出人").submit("恢复显示提出人")
    assert "晨曦" in Page(app).get(f"/consultations/{SLUG}/").text


def test_an_answer_wants_a_look_an_outcome_and_a_reason(app: Flask) -> None:
    opened()
    said()
    page = cast.signed_in(app, cast.somebody("editor").email).get("/desk/consultations/comments/1/answer/")
    page.submit("保存答复", outcome="taken", because="说得对")
    assert page.status == 409
    assert "还没有查看" in page.refusals[0]
    shown(one())
    page.submit("保存答复", because="")
    assert len(page.errors) == 2 or page.errors == ["请填写答复的理由"]
    page.submit("保存答复", outcome="partly", because="改为六个月")
    assert one().outcome is Outcome.PARTLY
    assert "改为六个月" not in Page(app).get(f"/consultations/{SLUG}/").text, "public when finished"


def test_many_are_shown_and_answered_at_once_without_script(app: Flask) -> None:
    opened()
    for path in ("4", "3", "1"):
        said(path)
    page = desk(app)
    page.submit("一起答复", outcome="taken", because="好")
    assert page.refusals == ["请先勾选意见。"]
    ids = [str(c.id) for c in session.query(Comment).order_by(Comment.number)]
    page.submit("公开勾选的", chosen=ids[:2])
    assert "已公开2条" in page.text
    page.submit("一起答复", chosen=ids, outcome="not_taken", because="已有规定")
    assert page.refusals == ["第3条还没有查看，请先决定是否公开。"]
    assert queries.unanswered(consultation()) == 3, "all or none"
    page.submit("一起答复", chosen=ids[:2], outcome="not_taken", because="已有规定")
    assert "已答复2条" in page.text
    assert queries.unanswered(consultation()) == 1


def test_what_is_chosen_and_typed_is_kept_when_it_is_refused(app: Flask) -> None:
    opened()
    said()
    page = desk(app).submit("一起答复", chosen=["1"], outcome="", because="先写好的理由")
    assert page.errors == ["请选择处理意见。"]
    assert page.value("because") == "先写好的理由"
    assert page.value("chosen") == "['1']"


def test_nobody_answers_their_own_nor_their_organisations_comment(app: Flask) -> None:
    firm = cast.verified()
    opened()
    account = cast.somebody("editor", email=firm.clerk_account.email)
    shown(said(by=account, organisation_id=firm.id))
    shown(said(by=cast.somebody()))
    actor = cast.actor(account)
    with pytest.raises(Forbidden), writing():
        actions.answer(one(), outcome=Outcome.TAKEN, because="当然", actor=actor)
    with pytest.raises(Refused, match="第1条是你自己"), writing():
        actions.answer_many([one(1), one(2)], outcome=Outcome.TAKEN, because="当然", actor=actor)
    assert cast.signed_in(app, account.email).get("/desk/consultations/comments/1/answer/").status == 403
    with pytest.raises(Forbidden), writing():
        COMMENT.take("hide", one(), actor=actor, reason="不想公开")


def test_a_visitors_comment_under_a_staff_members_address_is_their_own(app: Flask, post) -> None:
    opened()
    account = cast.somebody("editor", email="both@people.example")
    visitor_says(app, email="Both@people.example")
    Page(app).get(link_in(post())).submit("确认")
    shown(one())
    with pytest.raises(Forbidden), writing():
        actions.answer(one(), outcome=Outcome.TAKEN, because="当然", actor=actor_of(account))


def test_answers_are_public_beside_the_comments_and_sent_once_when_finished(app: Flask) -> None:
    opened()
    author = cast.somebody(language="en")
    shown(said(by=author, proposed=BETTER))
    finished()
    page = Page(app).get(f"/consultations/{SLUG}/")
    assert "采纳" in page.text
    assert "已据此修改" in page.text
    letters = session.query(Letter).filter(Letter.template == "consultations/answered").all()
    assert [letter.account_id for letter in letters] == [author.id]
    assert "Taken" in letters[0].body
    assert letters[0].subject.startswith("Answer to your comment no. 1")
    with pytest.raises(Refused, match="已经公布"), writing():
        actions.answer(one(), outcome=Outcome.NOT_TAKEN, because="反悔", actor=cast.staff("editor"))


def test_a_comment_is_moved_to_the_clause_it_means(app: Flask) -> None:
    opened()
    said("3", body="保存期太短")
    page = cast.signed_in(app, cast.somebody("editor").email).get("/desk/consultations/comments/1/reassign/")
    page.submit("改归", path="4")
    assert one().place == "第四条"
    assert one().original == WORDING
    entry = session.query(AuditEntry).filter(AuditEntry.deed == "reassign").one()
    assert entry.details["changes"] == [["clause", "第三条", "第四条"]]


def test_the_final_clause_knows_which_comments_changed_it(app: Flask) -> None:
    opened()
    shown(said(proposed=BETTER))
    editor = cast.somebody("editor")
    page = cast.signed_in(app, editor.email)
    with writing():
        actions.answer(one(), outcome=Outcome.TAKEN, because="说得对", actor=actor_of(editor))
    with writing():
        final = edition(REVISED, consultation().edition.document).id
    page.get("/desk/consultations/comments/1/changes/").submit("登记", edition=str(final), path="第九十条")
    assert page.errors == ["那个版本里没有这一条。"]
    page.submit("登记", edition=str(final), path="第四条")
    assert "据此修改：第四条" in page.text
    assert queries.comments_that_changed("4", edition_id=final) == [], "public when finished"
    finished()
    document = consultation().edition.document_id
    assert [c.number for c in queries.comments_that_changed("4", edition_id=final)] == [1]
    assert [c.number for c in queries.comments_that_changed("4", document_id=document)] == [1]
    assert {path: len(found) for path, found in queries.changed_by_clause(final).items()} == {"4": 1}
    assert "据此修改：第四条" in Page(app).get(f"/consultations/{SLUG}/").text
    cited = session.query(Citation).one()
    assert (cited.edition_id, cited.path, cited.outcome) == (final, "4", "采纳")
    assert cited.url == f"/consultations/{SLUG}/#c-1"
    with writing():
        COMMENT.take("hide", one(), actor=actor_of(editor), reason="含个人信息")
    assert session.query(Citation).count() == 0, "the clause's page names public comments only"


def test_only_a_comment_that_was_taken_can_have_changed_a_clause(app: Flask) -> None:
    opened()
    shown(said())
    editor = cast.staff("editor")
    with writing():
        actions.answer(one(), outcome=Outcome.NOT_TAKEN, because="已有规定", actor=editor)
    with writing():
        final = edition(REVISED, consultation().edition.document)
        with pytest.raises(Refused, match="采纳"):
            actions.link_change(one(), edition=final, path="4", actor=editor)


def test_what_is_unanswered_is_seen_by_clause_and_by_whom(app: Flask) -> None:
    firm = cast.verified()
    opened()
    said("4")
    said("3")
    said("4", by=firm.clerk_account, organisation_id=firm.id)
    page = desk(app)
    assert "第四条22" in page.text.replace(" ", "")
    page.press("晨曦样例影视有限公司")
    assert "1 条" in page.text
    page.get(f"/desk/consultations/{consultation().id}/?clause=4&state=unanswered&by=persons")
    assert "1 条" in page.text


def test_pages_cost_the_same_number_of_statements_however_many_comments(app: Flask) -> None:
    opened()
    shown(said())
    few = Page(app, language="zh")
    few.client.set_cookie("anything", "1")  # past the page cache
    first = few.get(f"/consultations/{SLUG}/").statements
    staff = desk(app)
    before = staff.get(staff.path).statements
    for n in range(12):
        shown(said("3.1.1", body=f"第{n}条"))
    assert few.get(f"/consultations/{SLUG}/").statements == first
    assert staff.get(staff.path).statements == before


def test_the_desk_names_what_waits_until_the_answers_are_public(app: Flask) -> None:
    opened()
    shown(said())
    editor = cast.somebody("editor")
    with time_machine.travel(AFTER):
        page = cast.signed_in(app, editor.email)
        over()
        assert "意见待答复" in page.get("/desk/").text
        with writing():
            actions.answer(one(), outcome=Outcome.TAKEN, because="说得对", actor=actor_of(editor))
        page.get("/desk/").press("公布：公布答复").press("处理完毕，公布答复").submit("处理完毕，公布答复")
        assert "意见已处理" in page.text
        assert "公布答复：" not in page.get("/desk/").text.split("办过的")[0]
