"""An agency drafts over two days, is asked for three changes, is registered, imports its roster, runs the self-check, asks a question, gets guidance
with a deadline, is reviewed a year later, and changes its name.
"""

import io
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Browser

from association.kernel import clock
from demo.cast import FIRMS, PASSWORD, code
from tests.journeys.reader import Person
from tests.journeys.server import LiveSite, running

NAME, NEW_NAME = "远山样例文化经纪有限公司", "远山样例经纪股份有限公司"
CLERK, SIGNER = "clerk@yuanshan.example", "signer@yuanshan.example"
REGISTRAR, REGISTRAR2 = "registrar@demo.example", "registrar2@demo.example"
NEXT_DAY, NEARLY_A_YEAR = 1, 330
EDITOR, LEGAL = "editor@demo.example", "legal@demo.example"
QUESTION, NOTE = "达人的合同可以只签一份吗（旅程）", "经纪人员配备的说明（旅程）"
RULE = "小程序类网络微短剧自律规则（示例）"
SYSTEMS = ("内容审核制度", "个人信息保护制度", "应急处置制度", "培训制度", "投诉处理制度")

Sits = Callable[[str], Person]


def test_an_agency_comes_onto_the_register_and_stays_true(
    chromium: Browser, demo: Path, tmp_path: Path, seen: set[str]
) -> None:
    with running(demo) as live:
        filing = _begun(_sits(chromium, live, seen))
    with running(demo, days_later=NEXT_DAY) as live:
        sits = _sits(chromium, live, seen)
        clerk = _finished(sits, filing)
        signer = sits(SIGNER)
        _signed(signer, filing)
        _asked_for_three_changes(sits, clerk, live, filing)
        _signed(signer, filing)
        number = _decided(sits, filing)
        live.letter_to(SIGNER, about="已采用")
        visitor = Person(chromium, live.address, seen=seen)
        visitor.goes_to("/mcn/").fills(q="ysyl").presses("筛选").sees(NAME, number)
        visitor.follows(NAME).sees("不构成行政许可", number)
        _roster(sits, clerk, tmp_path)
        _checked_itself(clerk)
        asked = _asked_and_answered(sits, clerk)
        _guided(sits, clerk, live, asked)
    with running(demo, days_later=NEARLY_A_YEAR) as live:
        sits = _sits(chromium, live, seen)
        live.letter_to(CLERK, about="年度复核")
        _reviewed(sits)
        _renamed(sits)
        visitor = Person(chromium, live.address, seen=seen)
        visitor.goes_to("/mcn/").fills(q="远山样例文化").presses("筛选").sees(NEW_NAME, number)
        visitor.follows(NEW_NAME).sees("曾用名", NAME, "最近一次年度复核")


def _sits(chromium: Browser, live: LiveSite, seen: set[str]) -> Sits:
    return lambda email: Person(chromium, live.address, seen=seen).signs_in(email, PASSWORD)


def _chooses(person: Person, **values: str) -> Person:
    """Round buttons and boxes by name and value."""
    for name, value in values.items():
        person.page.locator(f"main [name='{name}'][value='{value}']").check()
    return person


def _begun(sits: Sits) -> str:
    """The first day: what the demo has filed is taken back, an application is begun, two sections are filled in, one of them half."""
    clerk = sits(CLERK)
    clerk.goes_to("/my/mcn/").follows(NAME).follows("登记申请").follows("撤回…").presses("撤回").sees(
        "已撤回"
    )
    clerk.goes_to("/my/mcn/").clicks(clerk.page.locator("main a.btn-primary")).presses("开始填写").sees(
        "可以分几天填"
    )
    filing = clerk.path
    clerk.follows("机构").fills(
        entity_kind="公司", registered_at="示例市市场监督管理局", started_on="2019-03-01"
    )
    _chooses(clerk, services="签约服务").presses("保存").sees("已保存：机构。", "填好了")
    clerk.follows("联系人").fills(content_name="米样例").presses("保存").sees("还没有填：日常联络人：姓名")
    return filing


def _finished(sits: Sits, filing: str) -> Person:
    """The second day: what was half filled is still there; the rest is filled in and handed to the signer."""
    clerk = sits(CLERK)
    clerk.goes_to("/my/").sees("还在填报，可以接着填").goes_to(filing).follows("联系人")
    assert clerk.page.locator("[name=content_name]").input_value() == "米样例"
    clerk.fills(liaison_name="萧样例", liaison_phone="13800000000").presses("保存")
    clerk.follows("许可证")
    _chooses(clerk, complete="yes").presses("保存")
    clerk.follows("经纪人员").follows("增加：经纪人员").fills(
        name="庄样例", certificate="演出经纪人员资格证", certificate_number="示经纪00301", time="full", starts_on="2024-03-01"
    )  # fmt: skip
    _chooses(clerk, insured="yes").presses("保存").follows("回到各节")
    clerk.follows("签约人员").fills(
        performers="3", guests="0", presenters="1", streamers="130", others="0", in_writing="134", exclusive="20"
    ).presses("保存").sees("超过每名经纪人员100人的比例（原则上）")  # fmt: skip
    for section in ("未成年签约人员", "官方粉丝群", "出品的作品"):
        clerk.follows(section).presses("确认没有")
    clerk.follows("平台账号").follows("增加：账号").fills(
        platform="示例短视频", account="yuanshan-one", basis="own"
    )
    _chooses(clerk, shows_agency="yes").presses("保存").follows("回到各节")
    clerk.follows("公布的管理制度")
    for kind in SYSTEMS:
        clerk.follows("增加：制度").fills(
            kind=kind, title=f"{kind}（样例）", published_on="2025-06-01", address="https://www.yuanshan.example/rules"
        ).presses("保存")  # fmt: skip
    clerk.follows("回到各节").follows("内容审核人员").fills(number="2", trained="1").presses("保存")
    clerk.follows("年度说明")
    _chooses(clerk, tax="yes", advertising="yes").presses("保存")
    return clerk.follows("填好了，请签署人确认").presses("填好了，请签署人确认").sees("待签署人确认")


def _signed(signer: Person, filing: str) -> None:
    signer.goes_to(filing).follows("确认无误，提交核验").presses("确认无误，提交核验").sees("待核验")


def _asked_for_three_changes(sits: Sits, clerk: Person, live: LiveSite, filing: str) -> None:
    registrar = sits(REGISTRAR)
    registrar.goes_to(filing).follows("请对方修改")
    for field, because in (
        ("contacts__content_phone", "请补充电话"), ("works", "去年的作品没有填"), ("reviewers__trained", "与证书份数不符"),
    ):  # fmt: skip
        registrar.page.locator(f"[name='tick_{field}']").check()
        registrar.fills(**{f"because_{field}": because})
    registrar.presses("发给对方").sees("待补正")
    live.letter_to(CLERK, about="请修改")
    clerk.goes_to("/my/").sees("秘书处请你修改3项").goes_to(filing).sees("请补充电话", "去年的作品没有填")
    assert not clerk.may("填好了，请签署人确认")
    clerk.follows("联系人").fills(content_phone="13800000000").presses("保存")
    clerk.follows("出品的作品").follows("增加：一部作品").fills(
        title="样例山居", work_class="普通微短剧"
    ).presses("保存")
    clerk.goes_to(filing).follows("内容审核人员").fills(trained="2").presses("保存")
    clerk.follows("填好了，请签署人确认").presses("填好了，请签署人确认")


def _decided(sits: Sits, filing: str) -> str:
    """One registrar examines, another decides; returns the number."""
    registrar = sits(REGISTRAR)
    registrar.goes_to(filing).follows("登记核验和面谈").fills(interview="面谈了负责人，看了制度文本（演示）。").presses(
        "登记核验"
    ).sees("等另一位登记员决定")  # fmt: skip
    assert not registrar.may("采用")
    second = sits(REGISTRAR2)
    second.goes_to(filing).follows("采用").presses("采用").sees("已采用").follows(NAME)
    return second.page.locator("main dd a[href^='/mcn/MCN-']").first.inner_text()


def _roster(sits: Sits, clerk: Person, folder: Path) -> None:
    """A workbook: first with a fault, then right; taken, submitted, accepted as one."""
    clerk.goes_to("/my/mcn/").follows(NAME).follows("用表格导入花名册")
    template = clerk.context.request.get(clerk.path + "current.xlsx").body()
    clerk.fills(file=_filled(folder / "faulty.xlsx", template, time="有空就来")).presses("试读")
    _read(clerk).sees("没有载入", "可填：全职、兼职。").follows("重新上传")
    clerk.fills(file=_filled(folder / "roster.xlsx", template, time="兼职")).presses("试读")
    _read(clerk).sees("新增1，移出0，变动0").presses("载入填报")
    roster = clerk.path
    clerk.follows("提交核对").presses("提交核对").sees("待核验")
    registrar = sits(REGISTRAR)
    registrar.goes_to(roster).sees("温样例").follows("采用").presses("采用").sees("已采用")


def _filled(path: Path, template: bytes, *, time: str) -> Path:
    """One agent more."""
    book = load_workbook(io.BytesIO(template))
    book.worksheets[0].append(["温样例", "演出经纪人员资格证", "示经纪00302", time, "是", "2026-01-01", ""])
    book.save(path)
    return path


def _read(person: Person) -> Person:
    """The worker reads it; somebody looks again until it has."""
    until = time.monotonic() + 240
    while person.may("刷新") and time.monotonic() < until:
        person.follows("刷新")
    return person


def _checked_itself(clerk: Person) -> None:
    """All questions of the agencies' list, one of them with no; what is missing is put on a plan, and staff see none of it."""
    clerk.goes_to("/selfcheck/mcn/").follows(f"为{NAME}开始自查").presses("开始").follows("开始填写")
    clerk.ticks("否").fills(
        note="少一份合同（演示）。", owner="俞样例", due_on=(clock.today() + timedelta(days=60)).isoformat()
    ).presses("保存，到下一题")
    while clerk.may("保存，到下一题"):
        clerk.ticks("是").presses("保存，到下一题")
    if clerk.may("保存，看全部"):
        clerk.ticks("是").presses("保存，看全部")
    clerk.follows("完成自查").presses("完成自查").sees("1项，未改1项", "只有本单位能看到")


def _asked_and_answered(sits: Sits, clerk: Person) -> str:
    """In private; one drafts with a clause, another approves. Returns the reference of the question."""
    clerk.goes_to("/guidance/").follows("提出咨询").fills(
        title=QUESTION, text="同一位达人有两份合作，合同写在一起可以吗（演示）？", topic="登记与年审"
    ).presses("提交咨询").sees("待答复")
    question = clerk.path
    reference = clerk.page.locator(".kicker").inner_text().split()[-1]
    editor = sits(EDITOR)
    editor.goes_to(question).follows("起草答复").fills(text="两份合作分别写明（演示）。").presses("存为草稿")
    _rests_on_a_clause(editor)
    editor.follows("送审核").presses("送审核")
    sits(LEGAL).goes_to(question).follows("审核通过并答复").presses("审核通过并答复")
    clerk.goes_to(question).sees("两份合作分别写明", "非约束性指导")
    return reference


def _rests_on_a_clause(editor: Person) -> None:
    editor.follows("登记所依条款")
    chosen = editor.page.locator("select[name=edition] option", has_text=RULE).first.get_attribute("value")
    editor.fills(edition=str(chosen), path="第五条").presses("登记")


def _guided(sits: Sits, clerk: Person, live: LiveSite, reference: str) -> None:
    """What follows from the question has a deadline; the agency receives it and reports, another looks again and closes it."""
    editor, legal = sits(EDITOR), sits(LEGAL)
    editor.goes_to("/desk/remedies/").follows("起草指导意见").fills(
        code=code(next(f.serial for f in FIRMS if f.word == "yuanshan")), source="question", source_words=reference, title=NOTE,
        facts="咨询中了解到的情况（演示）。", asks="把两份合作分别写明\n报送修改后的合同样本", due_on=(clock.today() + timedelta(days=21)).isoformat(),
    ).presses("存为草稿")  # fmt: skip
    _rests_on_a_clause(editor)
    editor.follows("送签发").presses("送签发")
    note = editor.path
    legal.goes_to(note).follows("签发").presses("签发").sees("待签收")
    live.letter_to(CLERK, about="请签收")
    clerk.goes_to("/my/").sees(NOTE).goes_to(note).follows("签收").presses("签收")
    clerk.follows("报送材料").fills(text="合同已改（演示）。").presses("报送").sees("待复查")
    sits(REGISTRAR2).goes_to(note).follows("复查通过，办结").fills(text="两条都已办到（演示）。").presses(
        "复查通过，办结"
    ).sees("已办结")


def _reviewed(sits: Sits) -> None:
    """Every section is looked at, one has changed; the registrar sees what has changed since."""
    clerk = sits(CLERK)
    clerk.goes_to("/my/").follows(f"年度复核：{NAME}").presses("开始复核").sees("还没有核对")
    review = clerk.path
    for section in ("机构", "联系人", "许可证", "内容审核人员", "年度说明"):
        clerk.follows(section).presses("保存")
    clerk.follows("签约人员").fills(streamers="180", in_writing="184").presses("保存")
    for section in ("经纪人员", "平台账号", "公布的管理制度", "出品的作品"):
        clerk.follows(section).presses("核对过，没有变化")
    for section in ("未成年签约人员", "官方粉丝群"):
        clerk.follows(section).presses("确认没有")
    clerk.follows("填好了，请签署人确认").presses("填好了，请签署人确认")
    _signed(sits(SIGNER), review)
    registrar = sits(REGISTRAR)
    registrar.goes_to(review).sees("上次登记或复核以来的变化", "温样例", "180").follows("采用").presses(
        "采用"
    ).sees("已采用")


def _renamed(sits: Sits) -> None:
    clerk = sits(CLERK)
    clerk.goes_to("/my/").follows(NAME).follows("申请变更资料").fills(
        name=NEW_NAME, because="公司改制（演示）"
    ).presses("提交变更")
    organisation = clerk.path
    registrar = sits(REGISTRAR2)
    registrar.goes_to(organisation).follows("采用变更").presses("采用变更").sees(NEW_NAME)
