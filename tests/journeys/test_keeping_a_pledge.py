"""Keeping a pledge: what is overdue is handed in and the register, the check page and the badge say so at once; what is publicised is put right and lifted."""

from urllib.request import urlopen

from playwright.sync_api import Browser

from demo.cast import PASSWORD
from demo.pledges import TITLE
from tests.journeys.reader import Person
from tests.journeys.server import LiveSite

VALID, REMARKED = "#0f6e4f", "#9a6200"


def test_an_overdue_statement_is_handed_in_and_a_publicity_is_put_right(
    chromium: Browser, live: LiveSite, seen: set[str]
) -> None:
    def sits(email: str) -> Person:
        return Person(chromium, live.address, seen=seen).signs_in(email, PASSWORD)

    visitor = Person(chromium, live.address, seen=seen)
    visitor.goes_to("/pledges/").follows(TITLE)
    register = f"{visitor.path}signatories/"

    # One owes its yearly statement: the clerk goes on where they had stopped, the signer confirms.
    late = _checked(visitor, register, "overdue")
    visitor.sees("拾光样例影业有限公司", "年度履约说明逾期未报")
    assert REMARKED in _badge(live, late)
    clerk = sits("clerk@shiguang.example")
    clerk.goes_to("/my/pledges/statements/").follows(TITLE).follows("填报").sees("演示").presses(
        "送签署人确认"
    )
    clerk.sees("待签署人确认")
    signer = sits("signer@shiguang.example")
    live.letter_to("signer@shiguang.example", about="请确认年度履约说明")
    signer.goes_to(clerk.path).follows("确认并报送").presses("确认并报送").sees("已报送", "迟于截止日")
    visitor.goes_to(late).sees("证书今天有效")
    assert VALID in _badge(live, late)
    visitor.goes_to(f"{register}?standing=overdue").sees("没有签署单位")

    # One is publicised after a query and a warning: it reports, and somebody who decides lifts it.
    shown = _checked(visitor, register, "publicised")
    visitor.sees("长桥样例数字股份有限公司", "公示中")
    assert REMARKED in _badge(live, shown)
    visitor.goes_to(register.replace("signatories", "publicity")).follows("长桥样例数字股份有限公司").sees(
        "未执行公约第九条"
    )
    publicity = visitor.path
    officer = sits("clerk@changqiao.example")
    officer.goes_to("/my/pledges/inquiries/")
    officer.clicks(officer.page.get_by_role("link", name="质询　").first).sees("公示", "警示")
    panel = sits("panel1@demo.example")
    panel.goes_to(officer.path)
    panel.page.locator("section:has(h2:text-is('公示')) >> text=提前解除").first.click()
    panel.fills(reason="已经改正（演示）").presses("提前解除").sees("提前解除")
    live.letter_to("clerk@changqiao.example", about="已提前解除")
    visitor.goes_to(shown).sees("证书今天有效")
    assert VALID in _badge(live, shown)
    assert visitor.context.request.get(publicity).status == 404


def _checked(visitor: Person, register: str, standing: str) -> str:
    """The check page of the one organisation that stands so; the visitor is there."""
    visitor.goes_to(f"{register}?standing={standing}").clicks(
        visitor.page.get_by_role("link", name="GY-DJ-").first
    )
    return visitor.path


def _badge(live: LiveSite, check: str) -> str:
    with urlopen(f"{live.address}{check}badge.svg") as answer:
        return str(answer.read().decode())
