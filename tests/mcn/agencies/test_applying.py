"""An application: section by section, finished by the clerk, signed by the signer, examined by one registrar and decided by another."""

from collections.abc import Callable

from flask import Flask

from mcn.agencies.models import AgencyState
from tests import cast
from tests.mcn.agencies import agencies
from tests.page import Page


def test_an_agency_goes_from_a_draft_to_the_register(
    app: Flask, visitor: Page, post: Callable[[], list[str]]
) -> None:
    firm = agencies.verified()
    id_ = agencies.filled(firm)
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/mcn/file/filing/{id_}/")
    clerk.press("填好了，请签署人确认").submit("填好了，请签署人确认")
    signer = cast.signed_in(app, firm.signer_account.email).get(f"/mcn/file/filing/{id_}/")
    signer.press("确认无误，提交核验").submit("确认无误，提交核验")
    first = cast.signed_in(app, cast.somebody("registrar").email).get(f"/mcn/file/filing/{id_}/")
    assert "宋密甲" in first.text
    first.press("登记核验和面谈").submit("登记核验", interview="面谈了负责人，核对了证照。")
    assert "由另一位登记员决定" in first.text
    second = cast.signed_in(app, cast.somebody("registrar").email).get(f"/mcn/file/filing/{id_}/")
    second.press("采用").submit("采用")
    agency = agencies.agency_of(firm)
    assert agency.number == "MCN-99-2026-00001"
    visitor.get("/mcn/MCN-99-2026-00001/")
    assert visitor.heading == agencies.NAME
    assert "不构成行政许可" in visitor.text


def test_whoever_has_examined_does_not_decide(app: Flask) -> None:
    firm = agencies.verified()
    id_ = agencies.submitted(firm)
    one = cast.somebody("registrar")
    agencies.examined(id_, one)
    page = cast.signed_in(app, one.email).get(f"/mcn/file/agency_filing/{id_}/approve/")
    assert page.status == 409
    assert agencies.agency_of(firm).state is AgencyState.APPLYING
