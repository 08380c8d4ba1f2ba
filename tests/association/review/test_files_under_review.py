"""Files under review: read and noted by the panel, with their days on the desk; to everybody else they stay shut, by whatever address."""

import io

import pytest
from flask import Flask

from association.accounts.models import Account
from association.footage import actions as footage
from association.footage import queries as files
from association.footage.models import FileKind
from association.kernel import jobs
from association.kernel.attachments import Named
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.search import records
from association.kernel.transactions import writing
from association.review import actions, queries
from association.review.models import Genre
from association.ties import actions as ties
from association.works.models import Work
from tests import cast
from tests.association.footage import reels
from tests.association.review.reviewed import (
    CLEAR,
    assigned,
    conferred,
    confirmed,
    expert,
    review,
    round_of,
    seat_of,
    seated,
    work,
)
from tests.page import Page

LINE = "暗号石榴"
TITLE = "小城表匠样例"


def three() -> list[Account]:
    return [expert("剧本创作"), expert("影视评论"), expert("法学")]


def with_script(firm: cast.Firm, people: list[Account]) -> int:
    """Assigned, with a script beside the episodes."""
    id_ = work(firm)
    with writing():
        version = files.versions_of(session.get_one(Work, id_))[0]
        script = Named("剧本.txt", io.BytesIO(f"第1场\n{LINE}。".encode() + reels.SCRIPT))
        footage.add(version, kind=FileKind.SCRIPT, episode=None, file=script, actor=firm.clerk)
    jobs.run_due()
    with writing():
        made = actions.submit(session.get_one(Work, id_), genre=Genre.DRAMA, wish="", actor=firm.clerk)
        review_id = int(made.id)
    with writing():
        actions.accept(review(review_id), genre=Genre.DRAMA, wants=(), actor=cast.staff("experts"))
    seated(review_id, people)
    return review_id


def test_a_script_is_noted_at_the_page_one_has_come_to(app: Flask) -> None:
    people = three()
    id_ = with_script(cast.verified(), people)
    page = cast.signed_in(app, people[0].email).get(f"/review/opinions/{seat_of(id_, people[0]).id}/")
    opinion = page.path
    page.submit("打开 剧本.txt").submit("下一页").press("在这一页记下问题（按N键）")
    assert page.value("page") == "2"
    page.submit("记下", page="0", fact="台词重复。")
    assert page.errors == ["页码请填1到9999。"]
    page.submit("记下", page="2", fact="台词重复。")
    assert "已在剧本.txt 第2页记下。" in page.html
    assert "第2页，共" in page.text
    page.press("回到我的意见")
    assert page.path == opinion
    assert "剧本.txt 第2页" in page.text
    others = cast.signed_in(app, people[1].email)
    # Nobody notes at somebody else's reading, nor for somebody else's opinion.
    assert others.get(f"{opinion}read/1/note/").status == 403
    own = seat_of(id_, people[1]).id
    assert others.get(f"/review/opinions/{own}/read/1/note/").status == 403


def test_what_was_handed_in_and_opened_is_not_noted_any_more(app: Flask) -> None:
    people = three()
    id_ = with_script(cast.verified(), people)
    page = cast.signed_in(app, people[0].email).get(f"/review/opinions/{seat_of(id_, people[0]).id}/")
    page.submit("打开 剧本.txt")
    note = page.links()["在这一页记下问题（按N键）"]
    for account in people:
        who = cast.actor(account)
        with writing():
            for file in files.files_of(round_of(id_).version):
                viewing = footage.open_file(file, actor=who)
                for number in range(2, (file.pages or 1) + 1):
                    footage.turn_to(viewing, number, actor=who)
                footage.confirm_seen(viewing, actor=who)
            actions.save(
                seat_of(id_, account),
                gates=CLEAR,
                merits="",
                checks={},
                word="meets",
                summary="可看。",
                actor=who,
            )
            actions.hand_in(seat_of(id_, account), actor=who)
    assert "意见已经开封，不能再改。" in page.get(note).html
    assert "在这一页记下问题" not in page.get(page.path).text


def test_conferring_and_signing_have_their_last_day_on_the_desk(app: Flask, as_) -> None:
    people, firm = three(), cast.verified()
    id_ = conferred(firm, people)
    opened = round_of(id_).panel.closed_at
    assert queries.handed_over([review(id_)]) == {id_: opened}
    assert "截止" in as_("experts").get("/desk/").text
    confirmed(id_, people)
    secretary = as_("experts").get(f"/desk/reviews/{id_}/").press("报告送签发").submit("报告送签发")
    assert secretary.status == 200
    assert queries.handed_over([review(id_)])[id_] >= opened
    assert "截止" in as_("issuer").get("/desk/").text


def _walled(firm: cast.Firm, role: str) -> Account:
    account = cast.somebody(role)
    with writing():
        ties.enter(
            email=account.email, kind="employer", to_kind="organisation", typed=firm.organisation.uscc, from_on=None, to_on=None, note="",
            actor=cast.staff("experts"),
        )  # fmt: skip
    return account


@pytest.mark.parametrize(
    "who",
    [
        "walled expert",
        "walled secretary",
        "walled issuer",
        "walled auditor",
        "expert",
        "editor",
        "another studio",
        "visitor",
    ],
)
def test_no_file_opens_to_whoever_has_no_part_in_the_review(app: Flask, who: str) -> None:
    people, firm = three(), cast.verified()
    id_ = with_script(firm, people)
    member = cast.actor(people[0])
    with writing():
        viewings = [int(footage.open_file(f, actor=member).id) for f in files.files_of(round_of(id_).version)]
    ids = [f.id for f in files.files_of(round_of(id_).version)]
    page = _page(app, firm, who)
    assert_shut(page, id_, ids, viewings)
    records.sync()
    for address in (
        "/search?q=表匠", "/search?q=石榴&format=json", "/desk/reviews/?format=csv", "/desk/reviews/?format=json", "/desk/works/?format=csv",
        "/desk/works/?format=json", "/desk/panels/?format=json", "/desk/", "/my/", "/review/", "/review/panels/", "/my/works/", "/my/reviews/",
    ):  # fmt: skip
        told = page.get(address).html
        assert LINE not in told, address
        assert TITLE not in told, address


def _page(app: Flask, firm: cast.Firm, who: str) -> Page:
    if who == "visitor":
        return Page(app)
    if who == "another studio":
        return cast.signed_in(app, cast.verified(102, name="样例乙影视有限公司").clerk_account.email)
    role = {
        "walled expert": "expert",
        "walled secretary": "experts",
        "walled issuer": "issuer",
        "walled auditor": "auditor",
    }.get(who, who)
    account = _walled(firm, role) if who.startswith("walled") else cast.somebody(role)
    return cast.signed_in(app, account.email)


def assert_shut(page: Page, id_: int, ids: list[int], viewings: list[int]) -> None:
    """Neither the page before a file, nor opening it, nor what somebody else has opened, nor taking it away."""
    token = "csrf_token"
    for file_id in ids:
        for address in (f"/watch/files/{file_id}/", f"/my/works/files/{file_id}/download"):
            answer = page.get(address)
            assert (LINE in answer.html, TITLE in answer.html) == (False, False), address
            assert answer.status in (200, 403), address  # 200: the sign-in page
        assert page.client.post(f"/watch/files/{file_id}/open/", data={token: "x"}).status_code in (
            302,
            303,
            400,
            403,
        )
    for viewing in viewings:
        for part in ("", "film", "picture"):
            answer = page.client.get(f"/watch/{viewing}/{part}")
            assert answer.status_code in (302, 303, 403), part
            assert LINE.encode() not in answer.data
    assert page.get(f"/desk/works/{id_}/views/").status in (200, 403, 404)
    assert TITLE not in page.get(f"/my/reviews/{id_}/").html


def test_a_wall_that_comes_up_shuts_what_is_open(app: Flask) -> None:
    people, firm = three(), cast.verified()
    id_ = with_script(firm, people)
    page = cast.signed_in(app, people[0].email).get(f"/review/opinions/{seat_of(id_, people[0]).id}/")
    opinion = page.path
    page.submit("打开 剧本.txt")
    assert LINE in page.text
    with writing():
        ties.enter(
            email=people[0].email, kind="employer", to_kind="organisation", typed=firm.organisation.uscc, from_on=None, to_on=None, note="",
            actor=cast.staff("experts"),
        )  # fmt: skip
    for address in (page.path, opinion):
        assert page.get(address).status == 403
        assert LINE not in page.html


def test_the_studio_reads_its_own_files_and_learns_nothing_of_the_panel(app: Flask) -> None:
    people, firm = three(), cast.verified()
    id_ = with_script(firm, people)
    script = next(f for f in files.files_of(round_of(id_).version) if f.kind is FileKind.SCRIPT)
    clerk = cast.signed_in(app, firm.clerk_account.email)
    clerk.get(f"/watch/files/{script.id}/").submit("打开")
    assert LINE in clerk.text
    assert "回到我的意见" not in clerk.text
    for address in (f"/my/reviews/{id_}/", "/my/", f"/my/works/{round_of(id_).version.work_id}/files/"):
        told = clerk.get(address).html
        assert not any(account.name in told for account in people), address
    said = "".join(
        letter.body for letter in session.query(Letter) if letter.account_id == firm.clerk_account.id
    )
    assert not any(account.name in said for account in people)


def test_whoever_accepts_may_look_but_takes_nothing_away(app: Flask, as_) -> None:
    id_ = assigned(cast.verified(), three())
    film = files.files_of(round_of(id_).version)[0].id
    secretary = as_("experts")
    assert secretary.get(f"/watch/files/{film}/").status == 200
    assert secretary.get(f"/my/works/files/{film}/download").status == 403
