"""Private questions: asked, asked back, answered by two people, rated, asked further, closed – and read by nobody else."""

import pytest
import time_machine
from flask import Flask

from association.accounts.actors import actor_of
from association.accounts.models import Role
from association.guidance import actions, queries
from association.guidance.models import Question, QuestionState
from association.guidance.policy import P
from association.guidance.workflow import QUESTION
from association.kernel.attachments import Attachment, readable
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.policy import VISITOR, can
from association.kernel.search import records
from association.kernel.transactions import writing
from association.people import actions as people
from association.rules.queries import citations_of, clause_at
from tests import cast
from tests.association.guidance.asked import LATER, answered, asked, question
from tests.association.rules import texts
from tests.page import Page

PLANTED = "暗号樱桃"


def test_a_clerk_asks_is_asked_back_and_gets_an_answer_two_people_stand_behind(app: Flask, as_) -> None:
    firm = cast.verified(101)
    edition = texts.kept()
    clerk = cast.signed_in(app, firm.clerk_account.email)
    clerk.get("/guidance/").press("提出咨询").submit(
        "提交咨询", organisation_id=str(firm.id), topic="推广与投流", title="预告可以改剪吗", text="预告把第三集放到开头。",
        works="《长夜样例》\n《短昼样例》", work_class="ordinary", happens_on="2026-12-01", files=cast.paper(),
    )  # fmt: skip
    assert clerk.heading == "预告可以改剪吗"
    assert "咨询〔2026〕1号" in clerk.text
    assert "2026年12月7日" in clerk.text
    editor = as_("editor")
    assert "业务咨询：预告可以改剪吗" in editor.get("/desk/").text
    editor.press("业务咨询：预告可以改剪吗").press("请提问方补充").submit("发出", text="改动了哪些镜头？")
    assert "待补充" in editor.text
    assert "请补充：预告可以改剪吗" in clerk.get("/my/").text
    clerk.press("请补充：预告可以改剪吗").press("补充说明").submit("提交补充", text="只换了先后。")
    editor.get(clerk.path).press("起草答复").submit(
        "存为草稿", text="可以，但意思要与正片一致。", basis_on="2026-11-23"
    )
    editor.press("登记所依条款").submit("登记", edition=str(edition.id), path="第三条")
    editor.press("送审核").submit("送审核")
    assert "可以，但意思" not in clerk.get(clerk.path).text
    assert "待答复" in clerk.text
    legal = as_("legal")
    legal.get(editor.path).press("审核通过并答复").submit("审核通过并答复")
    clerk.get(clerk.path)
    for words in (
        "可以，但意思要与正片一致。",
        "非约束性指导",
        "《样例短剧自律规则》（2024-03-01）第三条",
        "依据截至2026年11月23日",
    ):
        assert words in clerk.text
    assert (
        clerk.press("这个答复有没有帮助").submit("提交", helped="yes", note="清楚。").text.count("有帮助")
        >= 1
    )
    clerk.press("结束咨询").submit("结束咨询")
    assert session.query(Question).one().state is QuestionState.CLOSED


def test_the_drafter_does_not_approve_and_nobody_answers_their_own_question(app: Flask) -> None:
    both = cast.somebody("editor", "legal")
    id_ = asked()
    with writing():
        actions.write(
            question(id_), text="可以。", basis_on=question(id_).due_on.replace(day=1, month=11), basis_note="章程", actor=actor_of(both)
        )  # fmt: skip
        QUESTION.take("propose", question(id_), actor=actor_of(both))
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        QUESTION.take("approve", question(id_), actor=actor_of(both))
    own = asked(actor=actor_of(both))
    with pytest.raises(Refused, match="须由另一人办理"), writing():
        actions.ask_back(question(own), text="请补充。", actor=actor_of(both))


def test_without_a_basis_no_answer_is_sent_on(app: Flask) -> None:
    id_, editor = asked(), cast.staff("editor")
    with pytest.raises(Refused, match="请先写好答复"), writing():
        QUESTION.take("propose", question(id_), actor=editor)
    with writing():
        actions.write(
            question(id_), text="可以。", basis_on=question(id_).asked_at.date(), basis_note="", actor=editor
        )
    with pytest.raises(Refused, match="请登记答复所依的条款"), writing():
        QUESTION.take("propose", question(id_), actor=editor)


def test_a_returned_answer_says_why_to_staff_and_not_to_the_asker(app: Flask) -> None:
    firm, editor, legal = cast.verified(101), cast.staff("editor"), cast.staff("legal")
    id_ = asked(firm)
    with writing():
        actions.write(
            question(id_),
            text="可以。",
            basis_on=question(id_).asked_at.date(),
            basis_note="章程",
            actor=editor,
        )
        QUESTION.take("propose", question(id_), actor=editor)
    with writing():
        actions.return_answer(question(id_), text=PLANTED, actor=legal)
    assert PLANTED not in cast.signed_in(app, firm.clerk_account.email).get(f"/my/guidance/{id_}/").text
    assert PLANTED in cast.signed_in(app, cast.somebody("registrar").email).get(f"/my/guidance/{id_}/").text
    assert session.query(Letter).filter_by(template="guidance/return_answer").count() == 1


def test_a_further_question_opens_it_again_and_the_first_answer_stays(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked(firm)
    answered(id_)
    with writing():
        actions.further(question(id_), text="那么片花呢？", actor=firm.signer)
    assert question(id_).state is QuestionState.ASKED
    answered(id_, text="片花一样。")
    assert [a.text for a in queries.answers_of(question(id_))] == [
        "可以，但要与正片的意思一致。",
        "片花一样。",
    ]


def test_after_a_month_of_silence_the_clock_closes_it_and_says_so(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = asked(firm)
    answered(id_)
    with writing():
        assert actions.lapse_silent() == 0
    with time_machine.travel(LATER), writing():
        assert actions.lapse_silent() == 1
    assert question(id_).state is QuestionState.CLOSED
    assert session.query(Letter).filter_by(template="guidance/lapse").count() == 2


def test_only_those_of_the_organisation_and_on_duty_read_it(app: Flask, visitor: Page, as_) -> None:
    firm, other = cast.verified(101), cast.verified(102, name="样例乙影视有限公司")
    id_ = asked(firm, title=f"问题{PLANTED}", text=f"内容{PLANTED}", works=[f"作品{PLANTED}"])
    address = f"/my/guidance/{id_}/"
    assert visitor.get(address, follow=False).status == 302
    for page in (cast.signed_in(app, other.clerk_account.email), as_("expert"), as_("admin")):
        assert page.get(address).status == 403
        assert page.get("/desk/guidance/?format=json").status == 403
        assert PLANTED not in page.get("/my/").html + page.get("/my/guidance/").html
    for page in (as_("registrar"), as_("auditor")):
        assert PLANTED in page.get(address).text
        assert page.get("/desk/guidance/?format=json").answer.json["count"] == 1
    sees = [role.value for role in Role if can(cast.staff(role.value), P.SEE, question(id_))]
    assert sees == ["editor", "reviewer", "legal", "registrar", "auditor"]
    assert PLANTED in cast.signed_in(app, firm.signer_account.email).get(address).text


def test_nothing_planted_leaves_by_search_trail_letters_feeds_or_files(
    app: Flask, visitor: Page, as_, post
) -> None:
    firm, other = cast.verified(101), cast.verified(102, name="样例乙影视有限公司")
    edition = texts.kept()
    id_ = asked(
        firm,
        title=f"问题{PLANTED}",
        text=f"内容{PLANTED}",
        works=[f"作品{PLANTED}"],
        accounts=[f"账号{PLANTED}"],
        files=[cast.paper()],
    )
    editor = cast.staff("editor")
    with writing():
        actions.ask_back(question(id_), text=f"请说明{PLANTED}", actor=editor)
    with writing():
        actions.reply(question(id_), text=f"说明{PLANTED}", actor=firm.clerk)
    answered(id_, edition=edition, text=f"答复{PLANTED}")
    letters = "".join(post())
    assert PLANTED not in letters
    assert not any(PLANTED in letter.body + letter.subject for letter in session.query(Letter))
    assert not any(PLANTED in str(entry.details) for entry in session.query(AuditEntry))
    for reader in (visitor, cast.signed_in(app, other.clerk_account.email), as_("admin"), as_("expert")):
        for path in (
            f"/search?q={PLANTED}",
            "/guidance/",
            "/guidance/?format=csv",
            "/guidance/?format=atom",
            edition_page(edition),
        ):
            assert PLANTED not in reader.get(path).html.replace(f'value="{PLANTED}"', "").replace(
                f"“{PLANTED}”", ""
            ), path
    assert not records.find(PLANTED, cast.staff("editor"), limit=5).hits
    paper = session.query(Attachment).filter_by(subject_kind="guidance_message").one()
    assert [readable(paper, who) for who in (firm.signer, editor, other.clerk, VISITOR)] == [
        True,
        True,
        False,
        False,
    ]
    clause = clause_at(edition.id, "3")
    assert clause
    assert citations_of(clause.provision_id, actor=other.clerk) == []
    assert [c.title for c in citations_of(clause.provision_id, actor=editor)] == ["咨询〔2026〕1号"]


def edition_page(edition) -> str:
    edition = session.merge(edition)
    return f"/rules/{edition.document.slug}/p/3/"


def test_an_officer_asks_for_their_own_organisation_only(app: Flask) -> None:
    firm, other = cast.verified(101), cast.verified(102, name="样例乙影视有限公司")
    with pytest.raises(Refused, match="请选择你代表的单位"):
        asked(other, actor=firm.clerk)


def test_a_person_without_an_organisation_asks_for_themselves(app: Flask) -> None:
    account = cast.somebody()
    page = cast.signed_in(app, account.email).get("/my/guidance/ask/")
    page.submit("提交咨询", organisation_id="0", topic="其他事项", title="个人可以入会吗", text="我想入会。")
    assert page.status == 200
    assert session.query(Question).one().asked_for == account.name


def test_a_forgotten_person_leaves_no_words(app: Flask) -> None:
    account = cast.somebody()
    id_ = asked(actor=actor_of(account), text=PLANTED, title=PLANTED)
    with writing():
        people.forget(session.merge(account).person, because="本人要求", actor=cast.staff("admin"))
    session.expire_all()
    said = [m.text for m in queries.messages_of(question(id_), internal=True)]
    assert (question(id_).title, said) == ("–", ["–"])


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(app: Flask) -> None:
    page = cast.signed_in(app, cast.somebody().email).get("/my/guidance/ask/")
    page.submit(
        "提交咨询", organisation_id="0", topic="其他事项", title="", text="我想入会。", happens_on="明天"
    )
    assert page.status == 422
    assert page.errors == ["请填写一句话说明问题", "日期请写成2026-11-23这样"]
    assert page.value("text") == "我想入会。"


def test_pressed_twice_it_is_asked_once(app: Flask) -> None:
    page = cast.signed_in(app, cast.somebody().email).get("/my/guidance/ask/")
    page.again("提交咨询", organisation_id="0", topic="其他事项", title="问", text="答？")
    assert session.query(Question).count() == 1


def test_whoever_has_too_many_open_asks_no_more_for_now(app: Flask) -> None:
    somebody = actor_of(cast.somebody())
    for _n in range(10):
        asked(actor=somebody)
    with pytest.raises(Refused, match="还有多件咨询没有结束"):
        asked(actor=somebody)


def test_another_organisation_answers_nothing_in_its_name(app: Flask) -> None:
    firm, other = cast.verified(101), cast.verified(102, name="样例乙影视有限公司")
    id_ = asked(firm)
    with pytest.raises(Forbidden), writing():
        actions.reply(question(id_), text="补充。", actor=other.clerk)


def test_the_desk_costs_the_same_with_one_and_with_many(app: Flask, as_) -> None:
    firm = cast.verified(101)
    asked(firm)
    page = as_("editor")
    few = page.get("/desk/guidance/").statements
    for _n in range(6):
        asked()
    assert page.get("/desk/guidance/").statements == few
