"""The charts of a period and the tables beside them."""

import time_machine
from flask import Flask

from tests.bulletins.figures import made
from tests.page import Page


def test_each_chart_has_its_table_and_a_withheld_sum_has_no_bar(app: Flask) -> None:
    firms = [made.platform(n) for n in (101, 102, 103)]
    made.opened("2026-Q2")
    made.opened("2026-Q3")
    for code, count in (("2026-Q2", 40), ("2026-Q3", 50)):
        for firm in firms:
            made.reported(firm, made.answers(count, appeals_upheld=None), code=code)
        made.issued(code=code)
    page = Page(app).get("/figures/2026-Q3/")
    assert page.html.count("<svg viewBox") == 8, (
        "of what is withheld throughout there is no chart, but a row of the table"
    )
    assert page.html.count('class="chart-bar"') == 16
    assert page.html.count("不公布</span>") == 2
    assert "2026年第2季度120" in page.text


def test_one_period_alone_has_no_chart(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    made.reported(firm)
    with time_machine.travel("2026-11-25T10:00:00+08:00"):
        made.issued()
    assert "<svg viewBox" not in Page(app).get(f"/figures/{made.CODE}/").html
