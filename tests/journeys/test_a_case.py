"""A case, from a complaint without a name over decision and appeal to the day the respondent's name leaves: each step by the hand it needs, refused to
the hands it does not; who complained is afterwards in no row, letter, paper, index, file or export.

The site lives in three times: today, past the least term of publicity, and past its end.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser

from association.kernel import clock
from demo.cast import PASSWORD, code
from demo.papers import scan
from tests.journeys import leftovers, telling
from tests.journeys.reader import Person
from tests.journeys.server import LiveSite, running

FIRM = "晨曦样例影视"
FACT = "一条推广素材里的情节正片里没有（旅程）。"
TITLE = "推广素材写了正片没有的情节（旅程）"
CALLED, PHONE, MAIL = "甘棠样例", "10100004321", "gantang-journey@reader.example"
"""Who complains: in words nothing else of the site has."""
PANEL = ("panel1@demo.example", "panel2@demo.example", "panel3@demo.example")
HEARERS = ("appeals1@demo.example", "appeals2@demo.example", "appeals3@demo.example")
LEAST, TERM = 100, 200
"""Days after which repair may be applied for, and after which the publicity of six months is over."""


def test_a_case_is_opened_decided_made_lighter_shown_and_masked_at_its_term(
    chromium: Browser, demo: Path, tmp_path: Path
) -> None:
    windows: dict[str, Person] = {}
    paper = _screenshot(tmp_path)

    @contextmanager
    def site(days_later: int) -> Iterator[LiveSite]:
        with running(demo, days_later=days_later) as live:
            windows.clear()
            yield live
            for person in windows.values():
                person.context.close()

    def by(email: str, live: LiveSite) -> Person:
        if email not in windows:
            person = Person(chromium, live.address, seen=seen)
            windows[email] = person.signs_in(email, PASSWORD) if email else person
        return windows[email]

    seen: set[str] = set()
    with site(0) as live:
        hand = lambda name: by(f"{name}@demo.example", live)  # noqa: E731
        visitor, clerk = by("", live), by("clerk@aurora.example", live)
        complaint = _complained(visitor, hand("intake"))
        case = _filed(hand("investigator"), hand("legal"), complaint, paper)
        _is_not_known_to(case, by("clerk@borealis.example", live), hand("trainee"))
        ours = _pleaded(hand("investigator"), clerk, case)
        _deliberated([by(email, live) for email in PANEL], hand("experts"), case, word="as_proposed")
        _decided(hand("legal"), hand("issuer"), hand("intake"), case)
        signer = by("signer@aurora.example", live)
        _appealed(signer, hand("appeals1"), ours, case)
        _deliberated(
            [by(email, live) for email in HEARERS], hand("experts"), case, word="changed", again=True
        )
        _made_lighter(hand("appeals1"), hand("appeals2"), case)
        live.letter_to("signer@aurora.example", about="申诉")
        signer.goes_to(ours).sees("变更", "警示", "3个月")
        _carried_out(clerk, hand("investigator"), ours, case)
        _shown(hand("investigator"), hand("issuer"), case)
        record = _record(visitor)
        visitor.sees("警示")
        number = hand("investigator").goes_to(case).page.inner_text("main .kicker").split()[0]
        article = telling.told(hand, number, title=TITLE, firm=FIRM)
        telling.corrected(hand, article)
        assert telling.says(visitor, article, FIRM) == [article, *telling.LISTED]

    with site(LEAST) as live:
        signer, legal = by("signer@aurora.example", live), by("legal@demo.example", live)
        signer.goes_to(ours).follows("申请信用修复").fills(grounds="已经改正（旅程）。").presses("提交申请")
        legal.goes_to(case).follows("不同意修复").fills(reason="抽查时还有一条没有改（旅程）。").presses(
            "不同意修复"
        )
        live.letter_to("signer@aurora.example", about="信用修复")
        signer.goes_to(ours).sees("抽查时还有一条没有改（旅程）。")
        by("", live).goes_to(record).sees("警示")
        assert article in telling.says(by("", live), article, FIRM)

    with site(TERM) as live:
        live.letter_to("signer@aurora.example", about="公示")
        visitor = by("", live)
        assert "警示" not in visitor.goes_to(record).page.inner_text("main")
        assert telling.says(visitor, article, FIRM) == []
        investigator = by("investigator@demo.example", live)
        investigator.goes_to(case).sees("公示结束").follows("归档").presses("归档").sees("已归档")
        exports = _exports(by("auditor@demo.example", live))

    assert leftovers.places_of(FACT, demo), "what is there would be found"
    assert TITLE in exports
    assert [word for word in (CALLED, PHONE, MAIL) if word in exports] == []
    assert [word for word in (CALLED, PHONE, MAIL) if leftovers.places_of(word, demo)] == []


def _complained(visitor: Person, intake: Person) -> str:
    """Told without an account; the name is given to those who handle it only."""
    visitor.goes_to("/complaints/").follows("我要投诉举报").fills(
        words=FACT, work="样例短剧（旅程）", who=f"{CALLED}，{PHONE}", email=MAIL
    )
    visitor.presses("提交").sees("回执码")
    intake.goes_to("/desk/complaints/").clicks(intake.page.locator("main tbody a").first)
    complaint = intake.path
    intake.sees(FACT).follows("受理").presses("受理")
    assert not intake.may("开始核查"), "who took it in does not look into it"
    return complaint


def _filed(investigator: Person, legal: Person, complaint: str, paper: Path) -> str:
    """From the complaint to a case: whoever opens it does not file it."""
    investigator.goes_to(complaint).follows("开始核查").presses("开始核查")
    investigator.goes_to(complaint).follows("转入案件").fills(
        code=code(101), title=TITLE, fault="推广素材与正片不一致", happened_on=_day(-2), lead=FACT
    )
    investigator.presses("登记").sees(FACT)
    case = investigator.path
    investigator.follows("开始初核").presses("开始初核")
    investigator.goes_to(case).follows("写明所指的事实").fills(path="第五条", fact=FACT).presses("写入案卷")
    investigator.goes_to(case).follows("加入证据").fills(
        title="素材截图（旅程）", taken_on=_day(-1), taken_from="平台页面（旅程）", file=paper
    )
    investigator.presses("存入案卷").sees("素材截图（旅程）")
    assert not investigator.may("立案")
    assert investigator.context.request.get(f"{investigator.address}{case}file/").status in {403, 404}
    legal.goes_to(case).follows("立案").fills(reason="有截图为证（旅程）。").presses("立案")
    assert not legal.may("告知拟处理")
    return case


def _is_not_known_to(case: str, *others: Person) -> None:
    for other in others:
        own = case.replace("/desk/", "/my/")
        for path in (case, own, f"{case}notice.pdf", f"{own}plead/"):
            assert other.context.request.get(f"{other.address}{path}").status in {403, 404}


def _pleaded(investigator: Person, clerk: Person, case: str) -> str:
    investigator.goes_to(case).follows("告知拟处理").fills(
        months="6", grounds="截图与正片逐条核对过（旅程）。", channel="post", sent_on=_day(0)
    )
    investigator.page.locator("main input[name=measure][value=criticise]").check()
    investigator.presses("告知单位").sees("业内通报批评")
    ours = case.replace("/desk/", "/my/")
    clerk.goes_to(ours).sees(FACT).follows("陈述申辩")
    clerk.fills(text="请求从轻（旅程）。").page.locator("main textarea[name^=answer_]").fill(
        "已下架（旅程）。"
    )
    clerk.presses("陈述申辩").sees("请求从轻（旅程）。")
    investigator.goes_to(case).follows("提交审议").presses("提交审议")
    assert not investigator.may("组成审议组")
    return ours


def _deliberated(
    members: list[Person], experts: Person, case: str, *, word: str, again: bool = False
) -> None:
    """Each declares, then gives a sealed opinion; one writes the minutes, the others confirm them."""
    name = "组成复核组" if again else "组成审议组"
    experts.goes_to(case).follows(name)
    for box in experts.page.locator("main input[name=people]").all():
        box.check()
    experts.fills(due_on=_day(10)).presses("组成")
    seats = []
    for member in members:
        member.goes_to("/review/panels/").clicks(member.page.locator("main ul.dated a").first)
        seats.append(member.path)
        member.follows("声明无利害关系").presses("声明无利害关系")
        member.goes_to(seats[-1]).follows("提交意见")
        member.page.locator(f"main input[name=word][value={word}]").check()
        member.fills(because="从记录看（旅程）。").presses("提交意见")
    writer, *others = members
    writer.goes_to(seats[0]).follows("写纪要").fills(text="经审议（旅程）。")
    writer.page.locator(f"main input[name=conclusion][value={word}]").check()
    writer.presses("写好，请成员确认")
    for member, seat in zip(others, seats[1:], strict=True):
        member.goes_to(seat).follows("确认纪要")
        member.page.locator("main input[name=agrees][value=yes]").check()
        member.presses("提交")


def _decided(legal: Person, issuer: Person, intake: Person, case: str) -> None:
    """Drafted by one, signed by another, served by a third."""
    legal.goes_to(case).follows("拟写决定")
    legal.page.locator("main input[name^=found_][value=yes]").check()
    legal.page.locator("main textarea[name^=finding_]").fill("截图与正片核对过（旅程）。")
    legal.fills(measure="criticise", months="6", reasons="请求已经考虑（旅程）。").presses("送签发")
    assert not legal.may("签发决定")
    issuer.goes_to(case).follows("签发决定").presses("签发决定").sees("案决〔")
    intake.goes_to(case).follows("登记送达").fills(paper="decision", channel="post", sent_on=_day(0))
    intake.presses("登记")


def _appealed(signer: Person, hearer: Person, ours: str, case: str) -> None:
    signer.goes_to(ours).follows("签收决定书").presses("签收决定书")
    signer.goes_to(ours).follows("附上声明").fills(reason="素材由代理商自行剪辑（旅程）。").presses(
        "附上声明"
    )
    signer.goes_to(ours).follows("申诉").fills(grounds="措施过重（旅程）。").presses("申诉")
    hearer.goes_to(case).follows("受理申诉").fills(reason="在期限以内（旅程）。").presses("受理申诉")


def _made_lighter(first: Person, second: Person, case: str) -> None:
    first.goes_to(case).follows("拟写申诉决定").fills(
        measure="warn", months="3", reasons="下架及时，从轻（旅程）。"
    )
    first.presses("拟写申诉决定")
    assert not first.may("签发申诉决定")
    second.goes_to(case).follows("签发申诉决定").presses("签发申诉决定")


def _carried_out(clerk: Person, investigator: Person, ours: str, case: str) -> None:
    clerk.goes_to(ours).follows("报告执行情况").fills(reason="素材全部下架（旅程）。").presses("报告执行情况")
    investigator.goes_to(case).follows("登记执行完毕").fills(reason="看过下架记录（旅程）。")
    investigator.presses("登记执行完毕")


def _shown(investigator: Person, issuer: Person, case: str) -> None:
    assert not investigator.goes_to(case).may("公示")
    issuer.goes_to(case).follows("公示").fills(months="6", because="措施可公开，已经生效（旅程）。").presses(
        "公示"
    )


def _record(visitor: Person) -> str:
    """The public record of the respondent."""
    visitor.goes_to(f"/search?q={FIRM}").clicks(visitor.page.locator("main a[href*='/organisations/']").first)
    return visitor.path


def _exports(auditor: Person) -> str:
    """Every list of the desk that such a case touches, as files."""
    lists = ("/desk/complaints/", "/desk/cases/", "/desk/cases/appeals/", "/desk/audit/", "/desk/letters/")
    asked = [f"{auditor.address}{path}?format={kind}" for path in lists for kind in ("csv", "json")]
    answers = [auditor.context.request.get(path) for path in asked]
    return "".join(answer.text() for answer in answers if answer.ok)


def _day(distance: int) -> str:
    return (clock.today() + timedelta(days=distance)).isoformat()


def _screenshot(folder: Path) -> Path:
    made = scan("素材截图", TITLE)
    path = folder / made.filename
    path.write_bytes(made.stream.read())
    return path
