"""A call by two, applications, minors with a guardian, selection by two; and nobody else reads of the guardian."""

from collections.abc import Callable
from datetime import timedelta

from flask import Flask
from sqlalchemy import text

from association.kernel import clock
from association.kernel.db import db, session
from mcn.incubation.models import Talent, TalentState
from tests import cast
from tests.mcn.incubation import youth
from tests.page import Page

TYPED = {"born_on": "2003-08-09", "plan": "拍短剧", "experience": "", "truth": "y"}
PRIVATE = ("纪密样例", "密监同001", "2009-01-02", "2009年1月2日", "密拍一部短剧")


def test_a_call_is_written_by_one_and_published_by_another(
    app: Flask, visitor: Page, as_: Callable[..., Page]
) -> None:
    office = as_("courses").get("/desk/incubation/").press("起草孵化征集")
    closes = clock.today() + timedelta(days=30)
    typed = {"title": "青年孵化", "text": "面向青年", "places": "2"}
    office.submit("保存", closes_on="2026-11-01", **typed)
    assert office.errors == ["申请的截止日期不能在今天之前。"]
    assert office.value("title") == "青年孵化"
    office.submit("保存", closes_on=closes.isoformat(), **typed)
    assert "发布征集" not in office.text
    assert "青年孵化" not in visitor.get("/incubation/").text
    as_("issuer").get("/desk/").press("孵化征集：青年孵化").press("发布征集").submit("发布征集")
    assert "申请参加孵化" in visitor.get("/incubation/").press("青年孵化").text
    office.get(office.path)
    assert "修改孵化征集" not in office.text


def test_whoever_is_signed_in_applies_once_and_within_the_ages(
    app: Flask, post: Callable[[], list[str]]
) -> None:
    call, young = youth.call(), cast.somebody()
    page = cast.signed_in(app, young.email).get(f"/incubation/{call}/apply/")
    page.submit("提交申请", **TYPED | {"born_on": "1980-01-01"})
    assert page.errors == ["参加孵化的年龄是16岁到35岁。"]
    assert page.value("plan") == "拍短剧"
    page.submit("提交申请", **TYPED)
    assert "正在审核" in page.text
    page.get(f"/incubation/{call}/apply/").submit("提交申请", **TYPED)
    assert page.refusals == ["你已申请过这次征集。"]
    assert session.query(Talent).count() == 1


def test_a_double_click_applies_once(app: Flask) -> None:
    call, young = youth.call(), cast.somebody()
    page = cast.signed_in(app, young.email).get(f"/incubation/{call}/apply/")
    first, second = page.again("提交申请", **TYPED)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location


def test_a_minor_applies_with_a_guardians_consent_only(app: Flask) -> None:
    call, young = youth.call(), cast.somebody()
    page = cast.signed_in(app, young.email).get(f"/incubation/{call}/apply/")
    page.submit("提交申请", **TYPED | {"born_on": "2009-01-02"})
    assert page.errors == ["未成年人须有监护人同意：请写明监护人姓名、同意书编号和日期。"]
    guardian = {"guardian": "纪密样例", "consent_number": "密监同001"}
    page.submit("提交申请", **TYPED | {"born_on": "2009-01-02", "consented_on": "2026-12-30"} | guardian)
    assert page.errors == ["同意的日期不能在今天之后。"]
    page.submit("提交申请", **TYPED | {"born_on": "2009-01-02", "consented_on": "2026-11-01"} | guardian)
    assert "纪密样例" in page.text


def test_what_only_minors_say_is_not_kept_of_others(app: Flask) -> None:
    id_ = youth.applied(cast.somebody(), **youth.GUARDIAN)
    assert sorted(youth.talent(id_).facts) == ["born_on", "experience", "plan"]


def test_one_examines_and_another_decides_with_reasons(
    app: Flask, as_: Callable[..., Page], post: Callable[[], list[str]]
) -> None:
    young = cast.somebody(name="汤样例")
    id_ = youth.applied(young)
    both = as_("courses", "issuer").get("/desk/").press("孵化申请：汤样例").press("审核完毕，提请决定")
    both.submit("审核完毕，提请决定")
    assert both.errors == ["请填写审核意见（决定的人会看到）"]
    both.submit("审核完毕，提请决定", reason="设想具体")
    assert "入选" not in both.links()
    other = as_("issuer").get("/desk/").press("孵化申请：汤样例")
    assert "设想具体" in other.text
    other.press("入选").submit("入选", reason="题材贴近生活")
    assert youth.talent(id_).state is TalentState.SELECTED
    own = cast.signed_in(app, young.email).get(f"/my/incubation/{id_}/")
    assert "题材贴近生活" in own.text
    assert "设想具体" not in own.text
    assert any("题材贴近生活" in letter for letter in post())


def test_no_more_are_selected_than_there_are_places(app: Flask, as_: Callable[..., Page]) -> None:
    call = youth.call(places=1)
    youth.selected(cast.somebody(), call_id=call)
    second = youth.put_forward(youth.applied(cast.somebody(), call_id=call))
    page = as_("issuer").get(f"/my/incubation/{second}/")
    assert "入选" not in page.links()
    assert page.get(f"/my/incubation/incubation_talent/{second}/select/").status == 409


def test_what_is_asked_for_is_filled_in_and_comes_back(app: Flask, as_: Callable[..., Page]) -> None:
    young = cast.somebody()
    id_ = youth.applied(young)
    as_("courses").get(f"/my/incubation/{id_}/").press("请补充资料").submit("请补充资料", reason="写明周期")
    page = cast.signed_in(app, young.email).get("/my/").press("请补充：青年孵化")
    assert "写明周期" in page.text
    page.press("补充后重新提交").submit("重新提交", plan="三个月拍完", truth="y")
    assert youth.talent(id_).facts["plan"] == "三个月拍完"
    assert youth.talent(id_).state is TalentState.SUBMITTED


def test_nobody_off_duty_reads_of_a_guardian_or_an_age(
    app: Flask, visitor: Page, as_: Callable[..., Page], post: Callable[[], list[str]]
) -> None:
    id_ = youth.applied(cast.somebody(), **youth.GUARDIAN | {"born_on": youth.SEVENTEEN})
    youth.put_forward(id_)
    addresses = [
        f"/my/incubation/{id_}/", "/desk/incubation/", "/desk/incubation/?format=json", "/desk/incubation/?format=csv",
        "/incubation/", "/incubation/works/?format=json", "/search?q=纪密样例&format=json", "/my/incubation/", "/administration/",
    ]  # fmt: skip
    on_duty = as_("courses").get(f"/my/incubation/{id_}/")
    assert "纪密样例" in on_duty.text
    readers = {
        "visitor": visitor, "another": cast.signed_in(app, cast.somebody().email), "editor": as_("editor"), "expert": as_("expert"),
        "registrar": as_("registrar"), "admin": as_("admin"),
    }  # fmt: skip
    for who, page in readers.items():
        for path in addresses:
            body = page.client.get(path).data.decode().replace("/search?q=", "")
            found = [word for word in PRIVATE if word in body and f'value="{word}"' not in body]
            assert found == [], (who, path)
    # The auditor and whoever decides read the application, and that a consent is on record; not whose.
    for who in ("auditor", "issuer"):
        page = as_(who).get(f"/my/incubation/{id_}/")
        assert "已登记" in page.text
        assert not any(word in page.html for word in PRIVATE[:-1]), who
    assert not any(word in letter for letter in post() for word in PRIVATE)


def test_the_database_holds_none_of_it_in_the_open(app: Flask) -> None:
    youth.applied(cast.somebody(), **youth.GUARDIAN | {"born_on": youth.SEVENTEEN})
    for table in db.metadata.sorted_tables:
        for line in session.execute(text(f'select * from "{table.name}"')):
            kept = " ".join(str(value) for value in line)
            assert not any(word in kept for word in PRIVATE), table.name
    session.rollback()
