"""What the tests of complaints begin with."""

from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from bulletins.complaints import actions
from bulletins.complaints.actions import Told
from bulletins.complaints.models import Complaint
from bulletins.complaints.workflow import COMPLAINT
from demo.papers import Paper
from tests import cast, stages
from tests.kernel.test_cleaning import photograph
from tests.page import Page

WHO, EMAIL = "关样例 13900000000", "guan@people.example"
WORDS, PLACE = "片名同备案的不一样，只有剧组的人知道", "样例短剧第三集"
FOLLOW = "/complaints/follow/"
PLANTED = (WHO, "关样例", "13900000000", EMAIL, "guan@", WORDS, "只有剧组的人知道", PLACE)


def picture(name: str = "关样例拍的.jpg") -> Paper:
    """A photograph whose file name and whose file say who took it, and where."""
    return Paper(name, photograph())


def told(**details: object) -> str:
    """A complaint straight through the action; returns its code."""
    with writing():
        facts = {"kind": "作品内容", "words": WORDS, "place": PLACE, "who": WHO, "email": EMAIL} | details
        return actions.complain(Told(**facts), token=str(details))  # type: ignore[arg-type]


def complaint(index: int = -1) -> Complaint:
    session.rollback()
    return session.query(Complaint).order_by(Complaint.id).all()[index]


def actor(role: str) -> Actor:
    return cast.actor(cast.somebody(role, email=f"{role}@staff.example"))


def take(deed: str, one: Complaint, role: str, **inputs: object) -> None:
    with writing():
        COMPLAINT.take(deed, session.get_one(Complaint, one.id), actor=actor(role), **inputs)


def looked_into(**details: object) -> Complaint:
    told(**details)
    one = complaint()
    take("accept", one, "intake")
    take("check", one, "investigator")
    return complaint()


def staff(app, role: str) -> Page:
    return cast.signed_in(app, cast.somebody(role, email=f"{role}@staff.example").email)


def page(one: Complaint) -> str:
    return f"/desk/complaints/{one.id}/"


stages.remember(__name__)
