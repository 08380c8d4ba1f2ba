"""Desks: what waits, what was started, what was done, each for whom it concerns."""

from tests import cast


def test_a_registrar_sees_the_application_that_waits_and_afterwards_what_was_done_to_it(as_) -> None:
    firm = cast.submitted(101)
    registrar = as_("registrar")
    assert firm.organisation.name in registrar.get("/desk/").text
    registrar.press("核验").press("核验通过").submit("核验通过")
    desk = registrar.get("/desk/")
    assert "没有等你办的事" in desk.text
    assert "核验通过：晨曦样例影视有限公司" in desk.text
    assert desk.press("晨曦样例影视有限公司").status == 200


def test_a_visitor_is_asked_to_sign_in_and_a_clerk_has_no_desk(visitor, as_) -> None:
    firm = cast.submitted(101)
    clerk = as_(email=firm.clerk_account.email)
    assert visitor.get("/desk/").heading == "登录"
    assert clerk.get("/desk/").status == 403
    assert clerk.get("/my/").status == 200
