"""Reviews through their pages, for the studio, the secretary, the experts and whoever signs; and what others meet there."""

import json

from flask import Flask

from association.accounts.actors import actor_of
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.panels import actions as panels
from association.review.models import Gate, ReviewState
from association.ties import actions as ties
from tests import cast
from tests.association.review.reviewed import (
    accepted,
    assigned,
    conferred,
    expert,
    given,
    noted,
    reported,
    review,
    round_of,
    seat_of,
    seen_whole,
    submitted,
    work,
)
from tests.page import Page

PLANTED = "暗号石榴"


def three() -> list:
    return [expert("剧本创作"), expert("影视评论"), expert("法学")]


def test_from_the_studios_hands_to_the_experts(app: Flask, as_) -> None:
    people, firm = three(), cast.verified()
    work(firm)
    clerk = cast.signed_in(app, firm.clerk_account.email).get("/my/").press("作品评议")
    clerk.press("提交作品，请专家评议").submit("提交", genre="drama", wish="看第一集。")
    assert clerk.heading == "《小城表匠样例》"
    assert "待受理" in clerk.text
    secretary = as_("experts").get("/desk/").press("作品评议：《小城表匠样例》").press("受理")
    secretary.submit("受理并编号", genre="drama", wants=["法学"])
    secretary.press("指定专家")
    assert "懂法学" in secretary.text
    secretary.get("/desk/reviews/assign/").submit("全部按建议指定")
    assert "没有待指定专家的作品" in secretary.text
    assert "为单位" not in clerk.get(clerk.path).text
    assert not any(a.name in clerk.get(clerk.path).text for a in people)


def test_an_expert_writes_saves_notes_and_hands_in(app: Flask) -> None:
    people = three()
    id_ = assigned(cast.verified(), people)
    who = people[0]
    page = cast.signed_in(app, who.email).get(f"/review/opinions/{seat_of(id_, who).id}/")
    page.submit("保存", gate_title="clear", note_title="片名好记", merits="手艺清楚。")
    assert page.value("note_title") == "片名好记"
    page.press("登记问题").submit("保存", at="3:7x")
    assert page.errors == ["时间码请写成3:10或者1:03:10。"]
    page.submit("保存", at="3:10", fact="争吵过长。")
    assert "没有写全" in page.text
    page.press("写全").submit("保存", gate="content", severity="ordinary", cause="留人。", proposal="剪短。")
    page.submit("打开 第1集.webm")
    page.submit("记下", at="0:05", fact="片头过长。")
    assert "已在第1集 00:00:05记下。" in page.html
    page.press("回到我的意见").press("去掉").submit("去掉")
    seen_whole(id_, who)
    page.get(f"/review/opinions/{seat_of(id_, who).id}/")
    marks = {f"gate_{gate.value}": "clear" for gate in Gate}
    page.submit("去提交意见", **marks, summary="可看。", word="after_changes")
    page.submit("提交意见")
    assert "已提交，意见密封中" in page.text
    page.submit("重新提交意见", summary="再看一遍，仍然可看。")
    assert page.value("summary") == "再看一遍，仍然可看。"
    page.get(f"/review/opinions/{seat_of(id_, who).id}/findings/new/").submit("保存", fact="半句。")
    assert "没有写全" in page.html


def test_what_the_pages_clock_saves_is_there_when_the_page_is_opened_again(app: Flask) -> None:
    people = three()
    id_ = assigned(cast.verified(), people)
    page = cast.signed_in(app, people[0].email).get(f"/review/opinions/{seat_of(id_, people[0]).id}/")
    answer = page.client.post(
        page.path, data={"csrf_token": page.value("csrf_token"), "once": "", "do": "auto", "summary": "写到一半", "gate_pay": "nonsense"}
    )  # fmt: skip
    assert json.loads(answer.text) == {"said": "已自动保存"}
    assert page.get(page.path).value("summary") == "写到一半"


def test_the_conferring_shows_all_side_by_side_and_makes_one_report(app: Flask, as_) -> None:
    people, firm = three(), cast.verified()
    id_ = conferred(firm, people, dissenting=people[2])
    secretary = as_("experts").get("/desk/").press("作品评议：《小城表匠样例》").press("合议")
    for account in people:
        assert f"第一集的争吵过长（{account.name}）。" in secretary.text
    secretary.submit("把勾选的合并为一条")
    assert "请先勾选要合并的问题。" in secretary.html
    ids = [str(f.id) for f in round_of(id_).findings]
    secretary.get(f"/review/reviews/{id_}/rounds/1/merge/?f={ids[0]}&f={ids[1]}").submit(
        "写入报告", fact="第一集争吵过长。"
    )
    secretary.press("不写入报告")
    secretary.get(f"/review/reviews/findings/{ids[2]}/leave-out/").submit("不写入", because="与第一条相同。")
    secretary.press("总的看法和结论").submit(
        "请专家确认", conclusion="after_changes", summary="总体可看。", merits="手艺。"
    )
    for account in people:
        member = cast.signed_in(app, account.email).get(f"/review/reviews/{id_}/rounds/1/")
        member.press("确认报告稿，或保留意见")
        assert member.status == 200
        with writing():
            panels.confirm(seat_of(id_, account), agrees=True, note="", actor=actor_of(account))
    secretary.get(f"/desk/reviews/{id_}/").press("报告送签发").submit("报告送签发")
    issuer = (
        as_("issuer").get("/desk/").press("作品评议：《小城表匠样例》").press("签发报告").submit("签发报告")
    )
    assert "待单位答复" in issuer.text
    clerk = cast.signed_in(app, firm.clerk_account.email).get("/my/").press("作品评议：《小城表匠样例》")
    assert "有专家认为：不符合" in clerk.text
    assert "不是审查结论" in clerk.text
    clerk.press("答复这一条").submit("保存", reply="kept", answer="")
    assert clerk.errors == ["没有全部修改的，请写明为什么。"]
    clerk.submit("保存", reply="kept", answer="这一场是全剧的转折。")
    clerk.press("提交答复").submit("提交答复")
    secretary.get("/desk/").press("作品评议：《小城表匠样例》").press("归档").submit(
        "归档", reason="单位已说明。"
    )
    assert review(id_).state is ReviewState.ARCHIVED


def test_the_report_on_paper_names_no_expert(app: Flask, post) -> None:
    people, firm = three(), cast.verified()
    id_ = reported(firm, people, dissenting=people[0])
    post()
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/my/reviews/{id_}/report/1/document.pdf")
    assert (clerk.status, clerk.answer.mimetype) == (200, "application/pdf")
    other = cast.signed_in(app, cast.verified(102, name="样例乙影视有限公司").clerk_account.email)
    assert other.get(f"/my/reviews/{id_}/report/1/document.pdf").status == 403


def test_nothing_of_a_review_leaks(app: Flask, as_) -> None:
    """Another studio, the studio itself, an expert who does not sit, staff without the duty, staff and an expert behind a wall: every page and export."""
    people, firm = three(), cast.verified()
    id_ = assigned(firm, people)
    for account in people:
        noted(id_, account, PLANTED)
        given(id_, account)
    seats = [seat_of(id_, a).id for a in people]
    finding = round_of(id_).findings[0].id
    walled = []
    for role in ("experts", "expert"):
        somebody = cast.somebody(role)
        with writing():
            ties.enter(
                email=somebody.email, kind="kin", to_kind="organisation", typed=firm.organisation.uscc, from_on=None, to_on=None, note="",
                actor=cast.staff("experts"),
            )  # fmt: skip
        walled.append(cast.signed_in(app, somebody.email))
    paths = [
        f"/my/reviews/{id_}/", f"/desk/reviews/{id_}/", "/desk/reviews/?format=csv", "/desk/reviews/?format=json", f"/review/reviews/{id_}/rounds/1/",
        f"/review/reviews/{id_}/rounds/1/merge/?f={finding}", f"/review/reviews/{id_}/rounds/1/report/", f"/review/reviews/findings/{finding}/leave-out/",
        *(f"/review/opinions/{seat}/" for seat in seats), f"/my/reviews/{id_}/report/1/document.pdf", "/search?q=石榴",
    ]  # fmt: skip
    other = cast.verified(102, name="样例乙影视有限公司")
    outsiders = [
        cast.signed_in(app, other.clerk_account.email), cast.signed_in(app, firm.clerk_account.email), as_("editor"), as_("expert"), Page(app), *walled,
    ]  # fmt: skip
    for page in outsiders:
        for path in paths:
            assert PLANTED not in page.get(path).html
    for page in (outsiders[0], *outsiders[2:]):
        for path in paths:
            assert "小城表匠样例" not in page.get(path).html
    assert not any(PLANTED in letter.body for letter in session.query(Letter))
    assert not any(PLANTED in str(entry.details) for entry in session.query(AuditEntry))


def test_each_page_reads_in_english(app: Flask, as_) -> None:
    people, firm = three(), cast.verified()
    waiting, sent = accepted(firm, title="甲样例"), submitted(firm, "乙样例")
    id_ = reported(firm, people)
    secretary = as_("experts")
    secretary.speak("en")
    for path in (
        "/desk/reviews/", f"/desk/reviews/{id_}/", "/desk/reviews/assign/", f"/desk/reviews/{waiting}/assign/", f"/desk/reviews/{sent}/accept/",
        f"/review/reviews/{id_}/rounds/1/",
    ):  # fmt: skip
        assert secretary.get(path).status == 200, path
    clerk = cast.signed_in(app, firm.clerk_account.email)
    clerk.speak("en")
    for path in (
        "/my/reviews/",
        f"/my/reviews/{id_}/",
        "/my/reviews/submit/",
        f"/my/reviews/points/{round_of(id_).points[0].id}/",
    ):
        assert clerk.get(path).status == 200, path
    member = cast.signed_in(app, people[0].email)
    member.speak("en")
    assert member.get(f"/review/opinions/{seat_of(id_, people[0]).id}/").status == 200


def test_lists_cost_the_same_with_several_reviews_and_with_twice_as_many(app: Flask, as_) -> None:
    firm, secretary = cast.verified(), as_("experts")

    def more(word: str) -> None:
        for n in range(4):
            accepted(firm, title=f"{word}样例{n}")
            submitted(firm, f"{word}样例之二{n}")

    more("甲")
    clerk = cast.signed_in(app, firm.clerk_account.email)
    paths = (
        (secretary, "/desk/reviews/"), (secretary, "/desk/reviews/assign/"), (clerk, "/my/reviews/"), (clerk, "/my/"), (secretary, "/desk/"),
    )  # fmt: skip
    before = [page.get(path).statements for page, path in paths]
    more("乙")
    assert [page.get(path).statements for page, path in paths] == before
