"""The pages of figures as people work them."""

import pytest
from flask import Flask

from association.kernel.db import session
from bulletins.figures.models import Edition, Report, ReportState
from tests import cast
from tests.bulletins.figures import made
from tests.page import Page


def test_clerk_and_signer_report_on_pages(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    clerk = cast.signed_in(app, firm.clerk_account.email)
    assert "请填报样例平台101有限公司的数据。" in clerk.get("/my/").text
    clerk.get("/my/figures/").press("填报：").submit("保存", n0="１,０００")
    assert session.query(Report).one().answers == {made.period().codes[0]: 1000}
    clerk.submit("送签署人确认")
    assert clerk.status == 409
    assert clerk.refusals[0].startswith("还没有填")
    assert clerk.value("n0") == "1000"
    clerk.submit("送签署人确认", **{f"n{n}": "7" for n in range(1, 9)})
    assert "待签署人确认" in clerk.text
    signer = cast.signed_in(app, firm.signer_account.email)
    signer.get("/my/").press("核对并确认").press("确认并报送").submit("确认并报送")
    assert "已报送" in signer.text
    session.expire_all()
    assert session.query(Report).one().state is ReportState.CONFIRMED


def test_what_is_no_count_is_said_at_its_field_and_kept(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/figures/{made.CODE}/{firm.id}/write/")
    page.submit("保存", n0="一百多", n1="5", u1="y", n2="-3")
    assert page.status == 422
    assert page.errors == [
        "请填0到1000000000000的整数。", "填了数就不要再勾“未统计”。", "请填0到1000000000000的整数。",
    ]  # fmt: skip
    assert (page.value("n0"), page.value("n2")) == ("一百多", "-3")
    assert session.query(Report).count() == 0


def test_the_office_opens_drafts_and_another_issues(app: Flask, as_) -> None:
    firms = [made.platform(n) for n in (101, 102, 103)]
    office = as_("registrar", email="registrar@staff.example").get("/desk/figures/").press("开始收集一期")
    office.submit("开始收集并告知")
    assert office.heading == "2026年第3季度"
    for firm, count in zip(firms, (100, 200, 300), strict=True):
        made.reported(firm, made.answers(count, appeals_upheld=None))
    office.get(f"/desk/figures/{made.CODE}/").press("拟定合计").submit("拟定")
    assert "600" in office.text
    issuer = as_("issuer")
    assert issuer.get(f"/desk/figures/{made.CODE}/reports/").status == 403
    issuer.get("/desk/").press("办理").press("签发公布").submit("签发公布")
    visitor = Page(app).get("/figures/").press("2026年第3季度")
    assert "数量不足，不公布" in visitor.text
    assert "600" in visitor.text
    assert "样例平台" not in visitor.html


def test_a_correction_and_the_former_edition(app: Flask) -> None:
    firms = [made.platform(n) for n in (101, 102, 103)]
    made.opened()
    for firm, count in zip(firms, (100, 200, 300), strict=True):
        made.reported(firm, made.answers(count))
    made.issued()
    clerk = cast.signed_in(app, firms[1].clerk_account.email)
    clerk.get("/my/figures/").press("2026年第3季度").press("更正").submit("送签署人确认", n0="250")
    assert clerk.status == 409
    assert clerk.errors == ["已经报送过，更正请写明原因。"]
    clerk.submit("送签署人确认", n0="250", because="漏了一天")
    made.take("confirm", session.query(Report).filter_by(version=2).one().id, firms[1].signer)
    made.issued("有单位更正")
    page = Page(app).get(f"/figures/{made.CODE}/")
    assert "650" in page.text
    assert "有单位更正" in page.text
    page.press("初版")
    assert "已有修订" in page.text
    assert "600" in page.text


def test_sums_as_csv_json_feed_and_api(app: Flask) -> None:
    firms = [made.platform(n) for n in (101, 102, 103)]
    made.opened()
    for firm in firms:
        made.reported(firm, made.answers(50))
    made.issued()
    page = Page(app)
    assert "150" in page.get(f"/figures/{made.CODE}/?format=csv").answer.text
    assert page.get(f"/figures/{made.CODE}/?format=json").answer.json["count"] == 9
    assert "2026年第3季度" in page.get("/figures/?format=atom").answer.text
    found = page.get(f"/api/v1/figures/{made.CODE}/totals").answer.json["items"]
    assert {row["total"] for row in found} == {150}
    assert page.get("/api/v1/figures").answer.json["items"][0]["period"] == made.CODE


def test_what_is_not_issued_is_nobodys(app: Flask) -> None:
    made.platform(101)
    made.opened()
    assert Page(app).get(f"/figures/{made.CODE}/").status == 404
    assert Page(app).get("/figures/2020-Q1/").status == 404


@pytest.mark.parametrize("role", ["editor", "courses", "legal"])
def test_other_roles_have_no_door(app: Flask, as_, role: str) -> None:
    made.opened()
    assert as_(role).get("/desk/figures/").status == 403


def test_another_organisations_report_is_not_shown(app: Flask) -> None:
    firm, other = made.platform(101), made.platform(102)
    made.opened()
    id_ = made.reported(firm)
    page = cast.signed_in(app, other.signer_account.email)
    assert page.get(f"/my/figures/reports/{id_}/").status == 403
    assert page.get(f"/my/figures/{made.CODE}/{firm.id}/write/").status == 403


def test_something_to_count_is_proposed_and_confirmed_by_another(app: Flask, as_) -> None:
    office = as_("registrar").get("/desk/figures/faults/").press("提出统计项目")
    office.submit(
        "提出", code="Fake!", group="虚假宣传", label="下架的海报", unit="张", definition="本期内下架的海报。", in_force_from="2026-12-01", basis="协会自行设置",
    )  # fmt: skip
    assert office.errors == ["代码用小写字母、数字和短横线，以字母开头。"]
    office.submit("提出", code="fake-posters")
    assert office.heading == "下架的海报"
    as_("issuer").get("/desk/").press("办理").press("确认采用").submit("确认采用")
    assert "下架的海报" not in Page(app).get("/figures/definitions/").text


def test_lists_cost_the_same_with_one_and_with_many(app: Flask, as_) -> None:
    office = as_("registrar", email="registrar@staff.example")
    first = made.platform(101)
    made.opened("2026-Q2")
    made.opened()
    made.reported(first, code="2026-Q2")
    made.reported(first)
    addresses = (f"/desk/figures/{made.CODE}/", f"/desk/figures/{made.CODE}/reports/", "/desk/figures/")
    few = [office.get(a).statements for a in addresses]
    for n in range(102, 110):
        firm = made.platform(n)
        made.reported(firm, code="2026-Q2")
        made.reported(firm)
    assert [office.get(a).statements for a in addresses] == few


def test_every_page_speaks_english(app: Flask, as_) -> None:
    firms = [made.platform(n) for n in (101, 102, 103)]
    made.opened()
    ids = [made.reported(firm, made.answers(50, pirated_videos=None)) for firm in firms]
    made.issued()
    made.reported(firms[0], made.answers(60), because="漏了一天")
    made.drafted("有单位更正")
    visitor = Page(app, language="en")
    for address in (
        "/figures/",
        "/figures/definitions/",
        f"/figures/{made.CODE}/",
        f"/figures/{made.CODE}/editions/1/",
    ):
        assert visitor.get(address).status == 200
    office = as_("registrar")
    office.speak("en")
    for address in (
        "",
        f"{made.CODE}/",
        f"{made.CODE}/reports/",
        "open/",
        "faults/",
        "faults/propose/",
        "faults/1/",
    ):
        assert office.get(f"/desk/figures/{address}").status == 200
    clerk = cast.signed_in(app, firms[0].clerk_account.email)
    clerk.speak("en")
    for address in ("", f"reports/{ids[0]}/", f"{made.CODE}/{firms[0].id}/write/"):
        assert clerk.get(f"/my/figures/{address}").status == 200
    assert session.query(Edition).count() == 2
