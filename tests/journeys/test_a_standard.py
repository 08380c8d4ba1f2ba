"""A standard from a proposal to publication by everybody whose turn it is: a stranger's comment is taken into a clause and answered. Then
the next edition of another one, its clauses mapped, while yesterday's citation still opens with the words of its day.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser

from demo.cast import PASSWORD
from tests.journeys.reader import Person
from tests.journeys.server import LiveSite, running

TITLE = "网络微短剧配乐规范（样例）"
TEXT = """第一条　为使配乐的来源清楚，制定本标准。

第二条　本标准适用于会员单位制作的网络微短剧。

第三条　制作机构应当保存配乐的授权文件三个月。
"""
OLD, NEW = "三个月", "不少于两年"
READER = "reader@people.example"
CONDUCT = "/standards/conduct-in-mini-programme-micro-dramas"
LATER = 31

Sits = Callable[[str], Person]


def day(days: int, *, of: int = 0) -> str:
    """A day as it is typed: `days` after the site's today."""
    china = datetime.now(UTC) + timedelta(hours=8, days=of + days)
    return china.date().isoformat()


@pytest.fixture
def sits_at(chromium: Browser, seen: set[str]):
    """`sits_at(site)("editor")`: a colleague of the demo at a window of their own."""
    windows: list[Person] = []

    def at(site: LiveSite) -> Sits:
        def sits(who: str) -> Person:
            person = Person(chromium, site.address, seen=seen)
            windows.append(person)
            return person.signs_in(who if "@" in who else f"{who}@demo.example", PASSWORD) if who else person

        return sits

    yield at
    for person in windows:
        person.context.close()


def step(person: Person, words: str, **typed: str) -> Person:
    """A step of a life: the button, its own small page, the button there."""
    return person.follows(words).fills(**typed).presses(words)


def test_a_standard_is_proposed_commented_on_reviewed_and_published_and_the_next_edition_keeps_old_citations(
    demo, sits_at
):
    with running(demo) as site:
        sits = sits_at(site)
        address = proposed_and_laid_out(sits)
        commented_on(sits, site, address)
    with running(demo, days_later=LATER) as site:
        sits = sits_at(site)
        project = answered(sits)
        through_the_ballot(sits, project)
        published(sits, project)
        the_change_is_told(sits, site)
        the_next_edition(sits)


def proposed_and_laid_out(sits: Sits) -> str:
    """An organisation proposes, the issuer accepts, the editor writes; what is missing is named. Returns the consultation's address."""
    clerk = sits("clerk@aurora.example")
    clerk.goes_to("/my/standards/").follows("建议制定或修订标准").fills(
        kind="group", title=TITLE, english_title="Music in micro-dramas", why="配乐来源不清的纠纷较多。", scope="会员单位制作的网络微短剧的配乐。"
    ).presses("提出建议").sees("待立项")  # fmt: skip
    issuer = sits("issuer").goes_to("/desk/").follows(f"标准：{TITLE}")
    step(issuer, "同意立项").sees("起草中", "还没有正文。")
    editor = sits("editor").goes_to("/desk/").follows(f"标准：{TITLE}")
    assert not editor.may("公开征求意见")
    editor.follows("起草正文").fills(text=TEXT)
    editor.page.locator("#preview .prov").nth(2).wait_for()
    editor.presses("保存").sees("已保存为第1版").follows("写完返回").follows("登记标准的事实").fills(
        in_charge="示例协会内容委员会", drafting_units="晨曦样例影视有限公司", drafters="林样例", explanation="由会员建议（样例）。",
    ).presses("登记")  # fmt: skip
    editor.follows("公开征求意见").fills(closes_on=day(29), note="请看第三条。").presses("开始征求意见").sees(
        "不少于30天"
    )
    editor.fills(closes_on=day(30)).presses("开始征求意见").sees("征求意见到")
    return editor.page.get_by_role("link", name=f"《{TITLE}》征求意见").get_attribute("href") or ""


def commented_on(sits: Sits, site: LiveSite, address: str) -> None:
    """A stranger comments on a clause, proves the address; a second editor shows it."""
    stranger = sits("").goes_to("/consultations/").follows(f"《{TITLE}》征求意见")
    stranger.clicks(stranger.page.locator("a.say").nth(2))
    stranger.fills(
        body="时间太短。",
        proposed=TEXT.rsplit("　", maxsplit=1)[-1].strip().replace(OLD, NEW),
        name="王样例",
        email=READER,
    )
    stranger.presses("提出意见")
    stranger.goes_to(site.link_in_letter_to(READER, about="意见"))
    stranger.clicks(stranger.page.locator("main button[type=submit]").first)
    colleague = sits("editor2").goes_to(address).follows("1")
    step(colleague, "公开").sees("已公开")


def answered(sits: Sits) -> str:
    """The last day is over: answered one by one, the text changed, the answers published. Returns the project's address."""
    editor = (
        sits("editor").goes_to("/desk/").follows(f"标准：{TITLE}").sees("意见处理", "还有1条意见没有答复。")
    )
    project = editor.path
    assert not editor.may("送审")
    editor.follows(f"《{TITLE}》征求意见").follows("1").follows("答复")
    editor.ticks("采纳").fills(because="改为不少于两年。").presses("保存答复")
    editor.goes_to(f"{project}write/").fills(text=TEXT.replace(OLD, NEW)).presses("保存")
    reviewer = sits("reviewer").goes_to(project).follows(f"《{TITLE}》征求意见")
    step(reviewer, "处理完毕，公布答复").sees("意见已处理")
    return project


def through_the_ballot(sits: Sits, project: str) -> None:
    """Five experts get the papers and vote; nobody sees a vote before the end."""
    editor = sits("editor").goes_to(project).follows("送审")
    editor.fills(votes_due_on=day(3, of=LATER)).presses("送审").sees("提前10个工作日")
    editor.fills(votes_due_on=day(30, of=LATER)).presses("送审").sees("审查中")
    secretary = sits("experts").goes_to(project)
    for n in range(1, 6):
        secretary.follows("邀请专家").page.locator("[name=account]").select_option(index=n)
        secretary.fills(unit=f"示例大学{n}", post="教授", is_senior=True).presses("列入名单")
    for n in range(1, 6):
        expert = sits(f"expert{n}").goes_to("/review/")
        title = secretary.heading
        expert.follows(f"标准审查：{title}")
        step(expert, "声明无利害关系").follows("提交意见")
        if n == 5:
            expert.ticks("不同意").presses("投票").sees("请写明理由")
            expert.fills(opinion="还可以更长。")
        else:
            expert.ticks("同意")
        expert.presses("投票").sees("已投票")
    secretary.goes_to(project).sees("已投")
    assert "还可以更长" not in secretary.page.content()
    secretary.follows("结束投票、登记纪要").fills(
        held_on=day(0, of=LATER), minutes="五位专家逐条讨论。"
    ).presses("结束投票")
    secretary.sees("同意4，不同意1，弃权0", "还可以更长")
    step(secretary, "审查通过").sees("待批准")


def published(sits: Sits, project: str, *, number: str = "T/DEMO 00") -> None:
    """Approved and numbered, the clauses mapped where there was an edition before, three reviews by three people."""
    issuer = sits("issuer").goes_to(project).follows("登记批准、编号")
    issuer.fills(approved_on=day(0, of=LATER), effective_on=day(0, of=LATER), note="制作机构请留意。").ticks(
        "制作机构"
    )
    issuer.presses("登记批准").sees("已批准，待送审", number)
    editor = sits("editor").goes_to(project)
    if editor.may("确认条款的对应"):
        assert not editor.may("送初审")
        mapped(editor)
        editor.goes_to(project)
    step(editor, "送初审")
    step(editor, "初审通过").sees("待复审")
    assert not editor.may("复审通过")
    step(sits("reviewer").goes_to(project), "复审通过").sees("待终审")
    step(issuer.goes_to(project), "终审签发").sees("已发布")


def mapped(editor: Person) -> None:
    """What became of each clause, on the side-by-side page: the unchanged at once, the others one by one."""
    editor.follows("确认条款的对应")
    same = editor.page.locator("main").get_by_role("button", name="确认文字未变的")
    if same.count():
        editor.clicks(same)
    while (rest := editor.page.locator("main").get_by_role("link", name="确认或改定")).count():
        editor.clicks(rest.first)
        editor.presses("确认")
    editor.sees("都已确认")


def the_change_is_told(sits: Sits, site: LiveSite) -> None:
    """The clause names the comment that changed it; whoever made it has the answer by letter."""
    assert "不少于两年" in site.letter_to(READER, about="答复")
    editor = sits("editor").goes_to("/desk/consultations/").follows(f"《{TITLE}》征求意见").follows("1")
    editor.follows("登记改了哪一条").fills(path="第三条").presses("登记")
    reader = (
        sits("").goes_to("/standards/").follows(TITLE).sees("不少于两年", "适用的单位", "第1条意见", "采纳")
    )
    reader.follows(f"《{TITLE}》征求意见第1条意见").sees("据此修改")


def the_next_edition(sits: Sits) -> None:
    """The demo's third edition of the conduct rule: its consultation is over by now."""
    before = sits("").goes_to(f"{CONDUCT}/").path
    cited = sits("").goes_to(f"{CONDUCT}/").page.locator("aside.cited a").first.get_attribute("href")
    editor = (
        sits("editor")
        .goes_to("/desk/standards/?state=answering")
        .follows("小程序类网络微短剧自律规则（示例）")
    )
    project = editor.path
    colleague = sits("editor2").goes_to(project)
    colleague.clicks(colleague.page.locator("main a", has_text="公开征求意见").last)
    desk = colleague.path
    for number in range(1, 4):
        colleague.goes_to(desk).follows(str(number))
        if colleague.may("公开"):
            step(colleague, "公开")
        if colleague.may("答复"):
            colleague.follows("答复").ticks("不采纳").fills(because="已权衡。").presses("保存答复")
    step(sits("reviewer").goes_to(desk), "处理完毕，公布答复")
    through_the_ballot(sits, project)
    published(sits, project, number="已批准")
    reader = sits("").goes_to(f"{CONDUCT}/").sees("一步关闭的入口")
    reader.goes_to(f"{CONDUCT}/life/")
    reader.clicks(reader.page.locator("table tbody tr").nth(1).locator("a").first)
    reader.sees("已被代替", "五个工作日").follows("看现行版").sees("三个工作日")
    assert reader.goes_to(before).page.locator("h1").count() == 1
    assert cited
    assert reader.goes_to(cited.partition("#")[0]).heading
