"""Every page of exams speaks English too: what is Chinese on them is what people have written."""

from flask import Flask

from association.exams.models import Sitting
from association.kernel.db import session
from tests import cast
from tests.association.exams import hall
from tests.association.exams.test_marking import sat
from tests.page import Page


def english(page: Page) -> Page:
    page.speak("en")
    return page


def test_the_pages_of_who_sits(app: Flask) -> None:
    _held, (place,) = hall.held(hall.WITH_WRITTEN)
    page = english(cast.signed_in(app, "p1@demo.example"))
    for address in ("/my/exams/", f"/my/exams/of/{place}/", "/my/exams/claim/", f"/my/exams/of/{place}/start/", f"/my/training/{place}/"):  # fmt: skip
        assert page.get(address).status == 200, address
    sitting = hall.started(place)
    for address in (
        f"/my/exams/{sitting}/",
        f"/my/exams/{sitting}/hand-in/",
        f"/my/exams/{sitting}/answers/1/",
    ):
        assert page.get(address).status == 200, address
    assert "Until:" in page.get(f"/my/exams/{sitting}/").text
    hall.answered(sitting, right=False, text="")
    hall.handed_in(sitting)
    assert "Not passed" in page.get(f"/my/exams/{sitting}/").text
    page.press("申诉" if "申诉" in page.links() else "Appeal")
    assert page.status == 200


def test_the_pages_of_teachers_and_of_the_desk(app: Flask) -> None:
    _place, sitting = sat()
    marker = english(cast.signed_in(app, "teacher1@demo.example"))
    assert marker.get("/review/exams/").status == 200
    assert marker.get(f"/review/exams/{sitting}/").status == 200
    course = session.get_one(Sitting, sitting).plan.course_id
    session.rollback()
    question = hall.question(is_used=False)
    desk = english(cast.signed_in(app, cast.somebody("courses").email))
    for address in (
        "/desk/exams/", "/desk/exams/questions/new/", f"/desk/exams/questions/{question}/", f"/desk/exams/questions/{question}/edit/",
        f"/desk/exams/questions/{question}/clauses/", f"/desk/exams/questions/{question}/clauses/remove/", "/desk/exams/lists/new/",
        f"/desk/exams/of/{course}/", f"/desk/exams/of/{course}/edit/", "/desk/exams/papers/", f"/desk/exams/papers/{sitting}/", f"/desk/training/courses/{course}/",
        "/training/reviewers/",
    ):  # fmt: skip
        assert desk.get(address).status == 200, address
