"""A course from the first sign-up to a certificate that a stranger checks on a telephone: ten places booked and eight named, somebody who waits and is offered
a place by letter, a session that moves and tells everybody, the code of the room, an exam that is interrupted and gone on with elsewhere.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from association.kernel import clock
from demo.cast import PASSWORD
from demo.papers import scan
from tests.association.training.school import number
from tests.journeys.reader import Person
from tests.journeys.server import ROOT, LiveSite, environment, free_port, running

COURSE = "微短剧内容审核员提高班（演示）"
WAITS = "trainee3@demo.example"
"""Signs up when nothing is free."""
LATER = 4
"""Days until the session is held, after it was moved."""
Sits = Callable[..., Person]
Sites = Callable[[int], AbstractContextManager[tuple[LiveSite, Sits]]]
ROOM = """
import sys
from app import create_app
from association.kernel.db import session
from association.training import presence
from association.training.models import CourseSession
with create_app().app_context():
    print(presence.code_now(session.get_one(CourseSession, int(sys.argv[1]))))
"""


@pytest.fixture
def sites(demo: Path, chromium: Browser, seen: set[str]) -> Sites:
    """The same association so many days on: its site, and windows at it."""

    @contextmanager
    def opened(days_later: int) -> Iterator[tuple[LiveSite, Sits]]:
        with running(demo, days_later=days_later) as live, ExitStack() as windows:

            def sits_down(email: str = "") -> Person:
                person = Person(chromium, live.address, seen=seen)
                windows.callback(person.context.close)
                return person.signs_in(email, PASSWORD) if email else person

            yield live, sits_down

    return opened


@pytest.fixture
def demo(demo_in: Callable[[Path], Path], tmp_path: Path) -> Path:
    return demo_in(tmp_path / "data")


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    paper = scan("工作证明", "旅程")
    path = tmp_path / paper.filename
    path.write_bytes(paper.stream.read())
    return path


def test_from_ten_booked_places_to_a_certificate_checked_on_a_telephone(sites: Sites, evidence: Path) -> None:
    day = clock.today() + timedelta(days=LATER)
    with sites(0) as (live, sits):
        session = _announced(sits("courses@demo.example"))
        officer = sits("training@aurora.example")
        _books_ten_and_names_eight(officer, session, evidence)
        waiting = _waits(sits(WAITS), session, evidence)
        officer.goes_to("/my/training/").page.locator("main tbody a", has_text="（未填人员）").first.click()
        officer.page.wait_for_load_state()
        officer.follows("退出这一期…").fills(reason="少去一人（旅程）").presses("退出这一期")
        _accepts_by_letter(live, sits, waiting)
        desk = sits("courses@demo.example")
        desk.goes_to(f"/my/training/{waiting}/").follows("审核通过").presses("审核通过").sees("已录取")
        _moves(live, desk, session, day)
    with sites(LATER) as (live, sits):
        _signs_in_by_phone(sits("courses@demo.example"), sits(WAITS), live, session)
    with sites(LATER + 1) as (live, sits):
        _sits_the_exam(sits, waiting)
        code = _is_certified(sits("issuer@demo.example"), live, session)
        visitor = sits()
        visitor.goes_to("/verify/").fills(q=code).presses("核验")
        visitor.page.set_viewport_size({"width": 360, "height": 740})
        visitor.sees("有效", "桂某某", COURSE)
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert "桂样例" not in visitor.page.content()


def _announced(desk: Person) -> int:
    """A session of ten places, in a month; announced."""
    desk.goes_to("/desk/training/").follows(COURSE).follows("安排一期")
    begins = clock.today() + timedelta(days=30)
    desk.fills(
        starts_at=f"{begins:%Y-%m-%dT09:00}", ends_at=f"{begins:%Y-%m-%dT17:00}", place="示例培训中心（旅程）", places="10",
        opens_on=clock.today().isoformat(), closes_on=(clock.today() + timedelta(days=20)).isoformat(),
        swap_until=(clock.today() + timedelta(days=25)).isoformat(), contact="training@demo.example",
    )  # fmt: skip
    desk.presses("安排一期").follows("公布这一期").presses("公布这一期").sees("已公布")
    return int(desk.path.rstrip("/").rpartition("/")[2])


def _books_ten_and_names_eight(officer: Person, session: int, evidence: Path) -> None:
    officer.goes_to(f"/my/training/sessions/{session}/").follows("先订名额，以后填人员")
    officer.fills(places="10").presses("订名额").sees("10个名额已为单位保留。")
    for n in range(8):
        officer.goes_to("/my/training/").page.locator("main tbody a", has_text="（未填人员）").first.click()
        officer.page.wait_for_load_state()
        officer.follows("填写人员").fills(
            name=f"申样例{n}", number=number(700 + n), post="审核员", years="3", files=evidence, declared=True
        ).presses("保存")
        officer.sees("已保存，等待审核。")


def _waits(person: Person, session: int, evidence: Path) -> int:
    """Nothing is free; returns the sign-up."""
    person.goes_to(f"/my/training/sessions/{session}/").sees("名额已满").follows("为自己报名")
    person.fills(name="桂样例", number=number(730), post="审核员", years="3", files=evidence, declared=True)
    person.presses("报名").sees("已排入候补，现在是第1位")
    return int(person.path.rstrip("/").rpartition("/")[2])


def _accepts_by_letter(live: LiveSite, sits: Sits, waiting: int) -> None:
    """The link of the letter leads to a page that asks once more: nothing happens by being fetched."""
    path = live.link_in_letter_to(WAITS, about="轮到你递补")
    person = sits(WAITS)
    person.goes_to(f"/my/training/{waiting}/").sees("待答复递补")
    person.goes_to(path).sees("名额归你").presses("接受递补").sees("待资格审核")


def _moves(live: LiveSite, desk: Person, session: int, day: date) -> None:
    """Everybody who has a place hears, and each once."""
    desk.goes_to(f"/desk/training/{session}/").follows("改期").fills(
        starts_at=f"{day:%Y-%m-%d}T00:01", ends_at=f"{day:%Y-%m-%d}T23:58", reason="场地调整（旅程）"
    )
    desk.presses("改期并告知").sees("已改期，并写信告知每个人。")
    for address in (WAITS, "training@aurora.example", "clerk@aurora.example"):
        assert "场地调整（旅程）" in live.letter_to(address, about="培训有变动")


def _signs_in_by_phone(desk: Person, person: Person, live: LiveSite, session: int) -> None:
    """The screen shows a code that changes by itself; where it leads is worked out as the phone would read it."""
    desk.goes_to(f"/desk/training/{session}/code/").sees("用手机扫描")
    assert desk.page.locator("meta[http-equiv]").count() == 0
    before = desk.page.locator(".room-code").inner_html()
    desk.page.wait_for_function(
        "was => document.querySelector('.room-code').innerHTML !== was", arg=before, timeout=240_000
    )
    assert desk.page.locator(".room-code svg path").count() == 1
    person.page.set_viewport_size({"width": 360, "height": 740})
    person.goes_to(_read(live, session)).presses("签到").sees("已签到。")


def _read(live: LiveSite, session: int) -> str:
    """What the picture says; no reader of pictures is at hand, so the site is asked in its own folder and at its own time."""
    env = environment(live.data, free_port()) | {
        "JOURNEY_DAYS_LATER": str(LATER), "PYTHONPATH": f"{ROOT}:{ROOT / 'tests/journeys/later'}"
    }  # fmt: skip
    asked = [sys.executable, "-c", ROOM, str(session)]
    told = subprocess.run(asked, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=True)
    return f"/training/check-in/{session}/{told.stdout.split()[-1]}/"


def _sits_the_exam(sits: Sits, waiting: int) -> None:
    person = sits(WAITS)
    person.goes_to(f"/my/training/{waiting}/").sees("还没有参加考试。").follows("考试").sees("可以考了")
    person.follows("开始考试").presses("开始，计时").sees("到此为止")
    paper = person.path
    first = person.page.locator("fieldset.exam-question").first
    with person.page.expect_response(lambda answer: answer.request.method == "POST"):
        first.locator("input[type=radio]").first.check()
    person.page.locator("[data-saved]", has_text="已自动保存").wait_for()
    person.page.close()  # in the middle

    other = sits(WAITS)
    other.goes_to(f"/my/exams/of/{waiting}/").follows("继续考试")
    assert other.path == paper
    assert other.page.locator("fieldset.exam-question").first.locator("input[type=radio]").first.is_checked()
    assert "还剩" in other.page.locator("[data-left]").inner_text()
    _answers_rightly(other)
    other.presses("去交卷").sees("全部答过了").presses("交卷").sees("待评阅")
    _marked(sits)
    other.goes_to(paper).sees("考试通过")


def _answers_rightly(person: Person) -> None:
    """By the words of the demo's own bank."""
    from demo.exams import BANK, GOOD

    answers = {words: [dict(zip("ABCDEFGH", options, strict=False)).get(k, k) for k in right] for _k, _t, _p, words, options, right, _e in BANK}  # fmt: skip
    said = {"right": "正确", "wrong": "错误"}
    for question in person.page.locator("fieldset.exam-question").all():
        words = question.locator("legend").inner_text().partition(". ")[2].strip()
        if question.locator("textarea").count():
            question.locator("textarea").fill(GOOD)
        for right in answers[words]:
            question.get_by_label(said.get(right, right), exact=True).check()


def _marked(sits: Sits) -> None:
    """By whoever of the two teachers finds it waiting; the page names nobody."""
    teacher = sits("expert5@demo.example")
    teacher.goes_to("/review/exams/").page.locator("main tbody a").last.click()
    teacher.page.wait_for_load_state()
    assert "桂" not in teacher.page.inner_text("main")
    points = teacher.page.locator("input[name^=p]").first.get_attribute("name") or ""
    teacher.fills(**{points: "25"}).presses("评阅").sees("已评阅")


def _is_certified(issuer: Person, live: LiveSite, session: int) -> str:
    """Offered once the exam is passed; returns the code of the paper."""
    issuer.goes_to(f"/desk/training/{session}/attendance/").follows("签发证书").sees("桂样例")
    issuer.presses("签发证书").sees("已签发1份证书")
    link = live.link_in_letter_to(WAITS, about="培训证书已签发")
    return link.rstrip("/").rpartition("/")[2]
