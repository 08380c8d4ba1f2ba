"""A place that an organisation has signed up: its code is for the officer's eyes, and claims it with the number of the paper."""

from flask import Flask

from association.exams import tickets
from association.kernel.db import session
from association.kernel.transactions import writing
from association.training import actions as training
from association.training.models import CourseSession, Enrolment
from tests import cast
from tests.association.exams import hall
from tests.association.training import school


def test_a_code_is_for_the_organisations_eyes_and_claims_the_place(app: Flask) -> None:
    """Signed up by an organisation: the officer reads the code, the person brings it and the number of their paper."""
    course = school.course()
    hall.bank()
    hall.plan(course)
    held, firm = school.announced(course, places=3), cast.verified()
    with writing():
        row = session.get_one(CourseSession, held)
        place = int(training.enrol_one(row, firm.organisation, facts=school.person(7), files=[], actor=firm.clerk).id)  # fmt: skip
    hall.end(held, [place])
    officer = cast.signed_in(app, firm.clerk_account.email).get(f"/my/exams/of/{place}/")
    code = tickets.code_of(session.get_one(Enrolment, place))
    session.rollback()
    assert code in officer.text
    assert "开始考试" not in officer.links()
    page = cast.signed_in(app, cast.somebody(email="sits@demo.example").email).get("/my/exams/claim/")
    page.submit("认领", code=code, number=school.number(8))
    assert page.errors == ["准考码和证件号码对不上，请核对单位交给你的准考码。"]
    page.submit("认领", code=f"{code[:5]}-{code[5:].lower()}", number=school.number(7))
    assert "可以考了" in page.text
    page.press("开始考试").submit("开始，计时")
    assert "到此为止" in page.text
    assert code not in page.html
    other = cast.signed_in(app, cast.somebody(email="other@demo.example").email).get("/my/exams/claim/")
    other.submit("认领", code=code, number=school.number(7))
    assert other.errors == ["这个准考码已经由另一个账户认领；不是你本人认领的，请告诉培训部门。"]
    for account in ("other@demo.example",):
        assert cast.signed_in(app, account).get(f"/my/exams/of/{place}/").status == 403
