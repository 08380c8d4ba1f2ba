"""A studio has a work of three episodes reviewed, twice: three experts declare, watch, note by key, one dissents; then an essay on it is published."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from association.kernel import clock
from association.review.models import Gate
from demo.cast import COLLEAGUES
from tests.journeys.reader import Person
from tests.journeys.server import LiveSite

DEMO = Path(__file__).parents[2] / "demo"
FILM, SCRIPT = DEMO / "films/lantern.webm", DEMO / "texts/lantern-script.md"
TITLE = "样例晚潮（评议旅程）"
CALLED = f"《{TITLE}》"
Sits = Callable[..., Person]


@dataclass
class Member:
    """An expert of the panel, who stays at one window."""

    name: str
    person: Person


def test_a_work_is_reviewed_in_two_rounds_and_written_about(
    somebody: Sits, live: LiveSite, tmp_path: Path
) -> None:
    clerk, secretary = somebody("clerk@aurora.example"), somebody("experts@demo.example")
    _enters(clerk)
    _uploads(clerk, tmp_path, note="初剪", episodes=3)
    clerk.goes_to("/my/reviews/submit/").fills(
        work=f"{TITLE}（晨曦样例影视有限公司）", genre="drama", wish="第二集的水边戏。"
    )
    clerk.presses("提交").sees("待受理")
    review = clerk.path.rstrip("/").rpartition("/")[2]

    members = _seated(secretary, somebody, review, accepts=True)
    for number, member in enumerate(members):
        _watches(member, episodes=3, by_key=number == 0)
    _is_not_lost(members[0])
    for number, member in enumerate(members):
        dissents = number == 2
        _gives(member, word="does_not" if dissents else "after_changes", summary=f"总体看法{number}。")
    _confers(secretary, review, 1, conclusion="after_changes")
    members[2].person.goes_to(f"/review/reviews/{review}/rounds/1/").follows("确认报告稿，或保留意见")
    members[2].person.fills(note="水边的戏应当重拍（保留意见）。").ticks("有不实或遗漏，不同意").presses(
        "提交"
    )
    for member in members[:2]:
        _confirms(member, review, 1)
    # Whoever keeps another opinion is heard in the report; the panel is concluded with that on record.
    secretary.goes_to(f"/desk/reviews/{review}/").follows("组成、声明和更换").follows("附记录办结")
    secretary.fills(reason="保留意见已写入报告。").presses("附记录办结")
    _signs(secretary, somebody, review)

    clerk.goes_to("/my/").follows(f"作品评议：{CALLED}").sees("有专家认为：不符合", "不是审查结论")
    for member in members:
        assert member.name not in clerk.page.inner_text("main")
    clerk.follows("答复这一条").fills(answer="第二集已重剪。").ticks("已修改").presses("保存")
    _uploads(clerk, tmp_path, note="按评议修改", episodes=1)
    clerk.goes_to(f"/my/reviews/{review}/").follows("提交答复").fills(with_version=True).presses(
        "提交答复"
    ).sees("已提交答复")

    secretary.goes_to(f"/desk/reviews/{review}/").follows("安排复核新版本").presses("安排复核新版本")
    again = _seated(secretary, somebody, review)
    assert {m.name for m in again} == {m.name for m in members}  # who saw the version before is asked first
    for member in again:
        _watches(member, episodes=1)
        member.person.ticks("已解决")
        _gives(member, word="meets", summary="问题已经改好。")
    secretary.goes_to(f"/review/reviews/{review}/rounds/2/").follows("上一轮的问题复核的结果").presses("保存")
    _sums_up(secretary, conclusion="meets")
    for member in again:
        _confirms(member, review, 2)
    _signs(secretary, somebody, review)
    clerk.goes_to(f"/my/reviews/{review}/").sees("第2轮报告", "符合")
    live.letter_to("clerk@aurora.example", about="评议")
    secretary.goes_to(f"/desk/reviews/{review}/")
    clerk.follows("提交答复").presses("提交答复")
    secretary.goes_to(f"/desk/reviews/{review}/").follows("归档").fills(reason="两轮评议完成。").presses(
        "归档"
    ).sees("两轮评议完成。")


def _enters(clerk: Person) -> None:
    clerk.goes_to("/my/works/").follows("填报作品")
    clerk.fills(title=TITLE, synopsis="潮水和修船的人（演示）。", day="2026-09-01", yuan="45", episodes="3")
    clerk.presses("存为草稿").follows("登记在册").presses("登记在册").sees("已登记在册")


def _uploads(clerk: Person, folder: Path, *, note: str, episodes: int) -> None:
    clerk.goes_to("/my/works/").follows(TITLE).follows("版本和文件").follows("新开一版").fills(
        note=note
    ).presses("新开一版")
    adding = clerk.path
    files = {
        "script": [(folder / "剧本.txt", "")],
        "episode": [(folder / f"第{n}集.webm", str(n)) for n in range(1, episodes + 1)],
    }
    for kind, found in files.items():
        for file, episode in found:
            file.write_bytes(
                (SCRIPT if kind == "script" else FILM).read_bytes() + file.name.encode()
            )  # no two alike
            clerk.goes_to(adding).fills(kind=kind, episode=episode, file=file)
            clerk.page.get_by_role("button", name="上传", exact=True).click()
            clerk.page.wait_for_url("**/files/", timeout=90_000)
    # The worker looks at each before it stands in the list.
    clerk.page.wait_for_function(
        f"() => document.querySelectorAll('table')[0]?.tBodies[0].rows.length === {episodes + 1} && !document.querySelector('main').innerText.includes('正在')"
        " || (setTimeout(() => location.reload(), 500), false)",
        polling=1500,
    )


def _seated(secretary: Person, somebody: Sits, review: str, *, accepts: bool = False) -> list[Member]:
    """Accepted if it was not, assigned as proposed; each declares to have no tie."""
    secretary.goes_to(f"/desk/reviews/{review}/")
    if accepts:
        secretary.follows("受理").fills(genre="drama").presses("受理并编号")
    secretary.follows("指定专家")
    employed = secretary.page.get_by_role("row").filter(has_text="龙样例")
    assert "有利害关系，须回避" in employed.inner_text()
    secretary.presses("指定并请其声明")
    seats = secretary.page.locator("section:has(h2:text-is('评审组')) tbody th").all_inner_texts()
    assert len(seats) == 3
    assert "龙样例" not in seats
    members = [
        Member(name, somebody(f"{next(c.word for c in COLLEAGUES if c.name == name)}@demo.example"))
        for name in seats
    ]
    for member in members:
        member.person.goes_to("/review/panels/").follows(CALLED).sees("先声明，后看材料").follows(
            "声明无利害关系"
        )
        member.person.presses("声明无利害关系").follows("提交意见")
    return members


def _watches(member: Member, *, episodes: int, by_key: bool = False) -> None:
    """Everything, from the opinion's own page; with a note dropped by key at a timecode, and at a page of the script."""
    person = member.person
    opinion = person.path
    person.clicks(person.page.get_by_role("button", name="打开 剧本.txt"))
    while person.page.get_by_role("button", name="下一页", exact=True).is_enabled():
        person.presses("下一页")
    if by_key:
        with person.page.expect_navigation():
            person.page.keyboard.press("n")
        person.fills(fact="这一页的台词有误。").presses("记下").sees("已在剧本.txt 第1页记下。")
    person.presses("我已看完全部内容").follows("回到我的意见")
    for episode in range(1, episodes + 1):
        person.clicks(person.page.get_by_role("button", name=f"打开 第{episode}集.webm"))
        if by_key and episode == 2:
            person.page.locator("[data-player] video").evaluate(
                "film => { film.muted = true; return film.play(); }"
            )
            person.page.wait_for_function("() => document.querySelector('video').currentTime > 1")
            person.page.locator("h1").click()
            person.page.keyboard.press("n")
            person.sees("已在第2集 00:00:0")
        person.presses("确认从头看到尾")
    assert person.path == opinion


def _is_not_lost(member: Member) -> None:
    """What is typed saves itself; then the browser is closed, and opened anew."""
    person, opinion = member.person, member.person.path
    person.fills(summary="写到一半")
    person.sees("已自动保存")
    person.fills(merits="潮水拍得好。")
    person.page.close()
    person.page = person.context.new_page()
    person.goes_to(opinion)
    assert person.page.input_value("[name='summary']") == "写到一半"
    assert person.page.input_value("[name='merits']") == "潮水拍得好。"
    person.sees("第2集 00:00:0", "剧本.txt 第1页", "没有写全")
    while person.page.get_by_role("link", name="写全", exact=True).count():
        person.follows("写全").fills(
            gate="content",
            severity="ordinary",
            fact="水边的争吵过长。",
            cause="为了留人。",
            proposal="剪短。",
        ).presses("保存")


def _gives(member: Member, *, word: str, summary: str) -> None:
    person = member.person
    for gate in Gate:
        person.page.locator(f"[name='gate_{gate.value}'][value='clear']").check()
    person.page.locator(f"[name='word'][value='{word}']").check()
    person.fills(summary=summary).presses("去提交意见").presses("提交意见").sees("意见已提交")


def _confers(secretary: Person, review: str, number: int, *, conclusion: str) -> None:
    """All findings become one point of the report."""
    secretary.goes_to("/desk/").sees(f"作品评议：{CALLED}").goes_to(
        f"/review/reviews/{review}/rounds/{number}/"
    ).sees("各人的看法")
    for box in secretary.page.locator("main input[name='f']").all():
        box.check()
    secretary.presses("把勾选的合并为一条").presses("写入报告")
    _sums_up(secretary, conclusion=conclusion)


def _sums_up(secretary: Person, *, conclusion: str) -> None:
    secretary.follows("总的看法和结论").fills(
        conclusion=conclusion, summary="人物可信（演示）。", merits="潮水。"
    ).presses("请专家确认")


def _confirms(member: Member, review: str, number: int) -> None:
    member.person.goes_to(f"/review/reviews/{review}/rounds/{number}/").follows("确认报告稿，或保留意见")
    member.person.ticks("如实，同意").presses("提交").sees("已记下")


def _signs(secretary: Person, somebody: Sits, review: str) -> None:
    secretary.goes_to(f"/desk/reviews/{review}/").follows("报告送签发").presses("报告送签发")
    issuer = somebody("issuer@demo.example").goes_to("/desk/").follows(f"作品评议：{CALLED}")
    issuer.follows("签发报告").presses("签发报告").sees("待单位答复")


def test_an_essay_on_a_released_work_passes_three_reviews_and_is_read_by_everybody(somebody: Sits) -> None:
    title = "潮水退去以后（旅程）"
    secretary = somebody("experts@demo.example").goes_to("/desk/commentary/").follows("开始一篇阅评")
    secretary.fills(title=title, kind="essay", topic="现实题材", work=TITLE).presses("开始").follows(
        "约请专家撰写"
    )
    due = clock.today() + timedelta(days=10)
    secretary.fills(writer="石样例", due_on=due.isoformat()).presses("约请")
    expert = somebody("expert1@demo.example").goes_to(secretary.path).follows("撰写正文")
    expert.fills(text="## 一、看见的\n\n潮水里修船的人，手艺清楚（演示）。").presses("保存").follows(
        "写完返回"
    )
    expert.follows("登记长处或问题").fills(kind="merit", fact="修船的手艺有出处。").presses("登记")
    expert.follows("交稿，送初审").presses("交稿，送初审")
    for role, deed in (("editor", "初审通过"), ("reviewer", "复审通过"), ("issuer", "终审签发")):
        somebody(f"{role}@demo.example").goes_to(secretary.path).follows(deed).presses(deed)
    reader = somebody().goes_to("/commentary/").follows(title)
    reader.sees("不是审查结论", "修船的手艺有出处。")
