"""A studio enters a work, uploads an episode over a line that breaks three times, and watches it; what it watched is on record."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Route

from tests.journeys.reader import Person

FILM = Path(__file__).parents[2] / "demo/films/lantern.webm"
TITLE = "样例晚潮（旅程）"


def test_a_work_is_entered_uploaded_over_a_breaking_line_and_watched(
    somebody: Callable[..., Person], tmp_path: Path
) -> None:
    clerk = somebody("clerk@aurora.example")
    clerk.goes_to("/my/").follows("我单位的作品").follows("填报作品")
    clerk.fills(title=TITLE, synopsis="潮水和修船的人（演示）。", day="2026-09-01", yuan="45", episodes="3")
    clerk.presses("存为草稿").sees("草稿", "提示，不是决定").follows("登记在册").presses("登记在册").sees(
        "已登记在册"
    )
    clerk.follows("版本和文件").follows("新开一版").fills(note="初剪").presses("新开一版").sees(
        "WebM视频、MP4视频"
    )

    # Three pieces, and three times the line breaks; the page goes on by itself from where the server is.
    film = tmp_path / "第一集.webm"
    film.write_bytes(FILM.read_bytes() + bytes(9 * 1024 * 1024))
    broken: list[str] = []

    def breaks(route: Route) -> None:
        if route.request.method == "PATCH" and len(broken) < 3:
            broken.append(route.request.url)
            route.abort("connectionreset")
        else:
            route.continue_()

    clerk.page.route("**/uploads/*", breaks)
    clerk.fills(kind="episode", episode="1", file=film)
    clerk.page.get_by_role("button", name="上传", exact=True).click()
    clerk.page.wait_for_url("**/files/", timeout=90_000)
    assert len(broken) == 3
    clerk.page.wait_for_function(
        "() => document.querySelector('table') || (setTimeout(() => location.reload(), 500), false)",
        polling=1000,
    )
    clerk.sees("剧集，第1集", "9 MB")

    clerk.clicks(clerk.page.get_by_role("button", name="打开").first).sees(
        "我已看完全部内容", "画面上叠加的是你的姓名和时间"
    )
    video = clerk.page.locator("[data-player] video")
    video.evaluate("film => { film.muted = true; return film.play(); }")
    clerk.page.wait_for_function("() => document.querySelector('video').currentTime > 2")
    with clerk.page.expect_response("**/played/") as told:
        video.evaluate("film => film.pause()")
    assert told.value.status == 204
    clerk.page.reload()
    clerk.sees("看过").presses("我已看完全部内容").sees("确认看完")
    staff = somebody("experts@demo.example").goes_to("/desk/works/").follows(TITLE)
    staff.follows("观看记录").sees("第一集.webm", "确认看完")
