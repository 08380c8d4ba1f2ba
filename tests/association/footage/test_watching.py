"""Watching and reading: by the maker, and by whom a feature above lets in; every viewing a row; nothing to take away."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from association.footage import queries
from association.footage.models import FileKind, Viewing, WorkFile, WorkVersion
from association.footage.policy import P
from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.policy import can
from association.kernel.transactions import writing
from association.ties.models import Tie
from tests import cast
from tests.association.footage import reels
from tests.association.ties import tied
from tests.association.works import works
from tests.page import Page


class Shown:
    """A closed version with a script, an episode, its subtitles and a still, and an expert."""

    def __init__(self) -> None:
        self.firm = cast.verified()
        v = reels.version(self.firm)
        for name, kind, episode, data in (
            ("剧本.txt", FileKind.SCRIPT, None, reels.SCRIPT), ("1.webm", FileKind.EPISODE, 1, reels.WEBM),
            ("1.srt", FileKind.SUBTITLE, 1, reels.SRT), ("剧照.png", FileKind.STILL, None, reels.PNG),
        ):  # fmt: skip
            reels.added(v, self.firm, name, data, kind=kind, episode=episode)
        reels.closed(v, self.firm)
        jobs.run_due()
        self.version_id, self.work_id = v.id, v.work_id
        self.expert = cast.somebody("expert", name="石样例")

    def file(self, kind: FileKind) -> int:
        return int(session.query(WorkFile).filter_by(kind=kind).one().id)

    def open(self, page: Page, kind: FileKind) -> int:
        page.get(f"/watch/files/{self.file(kind)}/").submit("打开")
        return int(page.path.split("/")[2])


@pytest.fixture
def shown(app: Flask) -> Shown:
    return Shown()


@pytest.fixture
def expert(app: Flask, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> Page:
    reels.opened_to(monkeypatch, shown.expert.id)
    return cast.signed_in(app, shown.expert.email)


def test_a_film_plays_with_the_viewers_name_over_it_and_in_the_parts_a_player_asks_for(
    expert: Page, shown: Shown
) -> None:
    id_ = shown.open(expert, FileKind.EPISODE)
    assert "石样例" in "".join(re.findall(r'class="watermark".*?</div>', expert.html, re.DOTALL))
    assert "media-src 'self'" in expert.answer.headers["Content-Security-Policy"]
    whole = expert.client.get(f"/watch/{id_}/film")
    assert (whole.status_code, whole.data, whole.headers["Accept-Ranges"]) == (200, reels.WEBM, "bytes")
    assert whole.headers["Content-Disposition"] == "inline"
    assert "no-store" in whole.headers["Cache-Control"]
    part = expert.client.get(f"/watch/{id_}/film", headers={"Range": "bytes=100-199"})
    assert (part.status_code, part.data) == (206, reels.WEBM[100:200])
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(reels.WEBM)}"
    rest = expert.client.get(f"/watch/{id_}/film", headers={"Range": "bytes=10000-"})
    assert rest.data == reels.WEBM[10000:]
    assert expert.client.get(f"/watch/{id_}/film", headers={"Range": "bytes=999999-"}).status_code == 416
    track = re.search(r'src="([^"]+\.vtt)"', expert.get(f"/watch/{id_}/").html)
    assert track is not None
    assert expert.client.get(track[1]).text.startswith("WEBVTT\n\n1\n00:00:01.000")


def test_what_was_played_is_written_down_as_far_as_time_allows(
    app: Flask, expert: Page, shown: Shown
) -> None:
    with time_machine.travel(clock.now(), tick=False) as traveller:
        id_ = shown.open(expert, FileKind.EPISODE)
        token = re.search(r'data-csrf="([^"]+)"', expert.html)
        assert token is not None

        def told(stretches: str) -> int:
            with app.app_context():
                return expert.client.post(
                    f"/watch/{id_}/played/", data={"stretches": stretches, "length": "95"}, headers={"X-CSRFToken": token[1]}
                ).status_code  # fmt: skip

        traveller.shift(timedelta(seconds=30))
        assert told("0-20,15-30,x-y,7") == 204
        assert told("30-95") == 204  # at once: five seconds of leeway, no more
        with app.app_context():
            assert expert.client.post(f"/watch/{id_}/played/", data={"stretches": "0-9"}).status_code == 400
    session.expire_all()
    viewing = session.get_one(Viewing, id_)
    assert (viewing.stretches, viewing.seconds, viewing.length) == ([[0, 35]], 35, 95)
    seen = queries.seen(session.get_one(WorkVersion, shown.version_id), shown.expert.id)[viewing.file_id]
    assert (seen.seconds, seen.length, seen.confirmed_at) == (35, 95, None)
    expert.get(f"/watch/{id_}/").submit("我已看完全部内容")
    assert "确认看完" in expert.text


def test_a_script_is_read_page_by_page_and_each_page_is_noted_before_it_is_shown(
    expert: Page, shown: Shown
) -> None:
    id_ = shown.open(expert, FileKind.SCRIPT)
    assert "第1场 渡口" in expert.text
    assert "石样例" in expert.html
    ahead = expert.get(f"/watch/{id_}/?page=2")
    assert "第1页，共" in ahead.text  # what was not turned to is not shown
    expert.submit("我已看完全部内容")
    assert "还有没翻到的页" in expert.text
    expert.get(f"/watch/{id_}/").submit("下一页")
    assert "第2页，共" in expert.text
    assert session.get_one(Viewing, id_).pages == [1, 2]
    total = session.get_one(WorkFile, shown.file(FileKind.SCRIPT)).pages
    for _n in range((total or 0) - 2):
        expert.submit("下一页")
    expert.submit("我已看完全部内容")
    assert "确认看完" in expert.text


def test_a_still_is_shown_in_place(expert: Page, shown: Shown) -> None:
    id_ = shown.open(expert, FileKind.STILL)
    answer = expert.client.get(f"/watch/{id_}/picture")
    assert (answer.data, answer.mimetype, answer.headers["Content-Disposition"]) == (
        reels.PNG,
        "image/png",
        "inline",
    )


def test_nobody_is_let_in_by_default_and_nobody_goes_on_with_anothers_viewing(
    app: Flask, expert: Page, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = shown.open(expert, FileKind.EPISODE)
    for role in ("expert", "experts", "auditor", "admin", "editor"):
        page = cast.signed_in(app, cast.somebody(role).email)
        for path in ("", "film", "subtitles/3.vtt", "picture"):
            assert page.get(f"/watch/{id_}/{path}").status == 403
        assert page.get(f"/watch/files/{shown.file(FileKind.EPISODE)}/").status == 403
    maker = works.clerk(app, shown.firm)
    assert maker.get(f"/watch/{id_}/").status == 403  # the maker's own, but another's viewing
    assert expert.get(f"/my/works/files/{shown.file(FileKind.EPISODE)}/download").status == 403
    reels.opened_to(monkeypatch)  # the review is over
    assert expert.get(f"/watch/{id_}/film").status == 403
    assert Page(app).get(f"/watch/{id_}/", follow=False).status == 302


def test_an_open_version_is_shown_to_nobody_but_its_maker(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm, person = cast.verified(), cast.somebody("expert")
    v = reels.version(firm)
    reels.opened_to(monkeypatch, person.id)
    assert not can(cast.actor(person), P.WATCH, session.get_one(WorkVersion, v.id))
    reels.closed(v, firm)
    assert can(cast.actor(person), P.WATCH, session.get_one(WorkVersion, v.id))


def test_from_behind_a_wall_nobody_watches_whatever_a_feature_says(
    app: Flask, expert: Page, shown: Shown
) -> None:
    id_ = shown.open(expert, FileKind.EPISODE)
    tied.tie(shown.expert, shown.firm)
    assert session.query(Tie).count() == 1
    for path in (f"/watch/{id_}/", f"/watch/{id_}/film", f"/watch/files/{shown.file(FileKind.EPISODE)}/"):
        assert expert.get(path).status == 403
    staff = cast.somebody("experts")
    desk = cast.signed_in(app, staff.email)
    assert "石样例" in desk.get(f"/desk/works/{shown.work_id}/views/").text
    tied.tie(staff, shown.firm)
    assert desk.get(f"/desk/works/{shown.work_id}/views/").status == 403
    assert desk.get(f"/my/works/{shown.work_id}/").status == 403
    assert "样例河灯" not in desk.get("/desk/works/").text


def test_a_viewing_ends_after_some_hours(expert: Page, shown: Shown) -> None:
    id_ = shown.open(expert, FileKind.EPISODE)
    with writing():
        session.get_one(Viewing, id_).begun_at -= timedelta(hours=13)
    assert expert.get(f"/watch/{id_}/").status == 409
    assert "请重新打开" in expert.text
    assert expert.get(f"/watch/{id_}/film").status == 409


def test_staff_see_who_watched_and_the_maker_sees_how_often(app: Flask, expert: Page, shown: Shown) -> None:
    shown.open(expert, FileKind.EPISODE)
    shown.open(expert, FileKind.SCRIPT)
    desk = (
        cast.signed_in(app, cast.somebody("experts").email)
        .get(f"/my/works/{shown.work_id}/")
        .press("观看记录")
    )
    assert "石样例" in desk.text
    assert "1页，共" in desk.text
    rows = json.loads(desk.get(f"/desk/works/{shown.work_id}/views/?format=json&kind=script").answer.text)
    assert [(row["who"], row["file"]) for row in rows["items"]] == [("石样例", "剧本.txt")]
    maker = works.clerk(app, shown.firm).get(f"/my/works/{shown.work_id}/files/")
    assert "石样例" not in maker.html
    cells = re.findall(r'<td class="col-wide">(\d)</td>', maker.html)
    assert cells == ["1", "1", "0", "0"]
    assert maker.get(f"/desk/works/{shown.work_id}/views/").status == 403


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_whole_in_both_languages(
    app: Flask, shown: Shown, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    reels.opened_to(monkeypatch, shown.expert.id)
    with writing():
        for account in (shown.expert, shown.firm.clerk_account):
            account.language = language
            session.merge(account)
    expert, maker = cast.signed_in(app, shown.expert.email), works.clerk(app, shown.firm)
    staff = cast.signed_in(app, cast.somebody("experts", language=language).email)
    for page in (expert, maker, staff):
        page.client.set_cookie("lang", language)
        page.language = language
    for kind in (FileKind.SCRIPT, FileKind.EPISODE, FileKind.STILL):
        assert (
            expert.get(f"/watch/files/{shown.file(kind)}/")
            .submit("打开" if language == "zh" else "Open")
            .status
            == 200
        )
    assert staff.get(f"/desk/works/{shown.work_id}/views/").status == 200
    for path in (
        f"{shown.work_id}/files/",
        f"{shown.work_id}/files/begin/",
        f"versions/{shown.version_id}/add/",
    ):
        assert maker.get(f"/my/works/{path}").status == 200


def test_a_page_of_files_costs_the_same_with_one_and_with_ten(app: Flask) -> None:
    firm = cast.verified()
    v = reels.version(firm)
    reels.added(v, firm, "0.webm", reels.WEBM + b"0", episode=1)
    page = works.clerk(app, firm)
    one = page.get(f"/my/works/{v.work_id}/files/").statements
    for n in range(1, 10):
        reels.added(v, firm, f"{n}.webm", reels.WEBM + str(n).encode(), episode=n)
    assert page.get(f"/my/works/{v.work_id}/files/").statements == one
