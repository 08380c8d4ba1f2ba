"""A course a guidance note requires: asked with the note, booked from its page, closed by the certificates."""

from datetime import timedelta

import pytest
from flask import Flask

from association.accounts.actors import actor_of
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.remedies.workflow import NOTE
from association.requirements import actions, clockwork, queries
from association.requirements.models import CourseRequirement, RequirementState
from association.requirements.workflow import REQUIREMENT
from association.standing import StandingState
from association.training.models import Course
from tests import cast
from tests.association.coverage.test_coverage import certified, training_contact
from tests.association.remedies.noted import drafted, member, note, reported
from tests.association.training import school
from tests.page import Page


def asked(firm: cast.Firm, course: int, *, people: int = 2, issue: bool = True, earlier: bool = False) -> int:
    """A note with the course; returns the requirement."""
    note_id = drafted(firm, wants_report=False)
    with writing():
        id_ = int(
            actions.require_course(
                note(note_id), course=session.get_one(Course, course), people=people, whose="核对素材的人员",
                due_on=clock.today() + timedelta(days=30), counts_earlier=earlier, actor=cast.staff("editor"),
            ).id
        )  # fmt: skip
    for deed, role in (("propose", "editor"), ("issue", "legal")) if issue else ():
        person = cast.somebody(role)
        with writing():
            NOTE.take(deed, note(note_id), actor=actor_of(person))
    return id_


def row(id_: int) -> CourseRequirement:
    session.rollback()
    session.expire_all()
    return session.get_one(CourseRequirement, id_)


@pytest.fixture
def firm() -> cast.Firm:
    return member(101)


@pytest.fixture
def course() -> int:
    return school.course(audience="平台内容审核人员")


def test_from_the_draft_of_a_note_to_its_closing_by_certificates(
    app: Flask, firm: cast.Firm, course: int, as_
) -> None:
    note_id = drafted(firm, wants_report=False)
    editor, legal = as_("editor"), as_("legal")
    editor.get(f"/my/remedies/{note_id}/").press("要求修课程").submit(
        "登记", course=str(course), people="2", whose="核对素材的人员", due_on="2026-12-20"
    )
    assert "随指导意见签发" in editor.text
    clerk = cast.signed_in(app, firm.clerk_account.email)
    (id_,) = (r.id for r in session.query(CourseRequirement))
    session.rollback()
    assert clerk.get(f"/my/requirements/{id_}/").status == 403
    editor.get(f"/my/remedies/{note_id}/").press("送签发").submit("送签发")
    legal.get(f"/my/remedies/{note_id}/").press("签发").submit("签发")
    assert session.query(Letter).filter_by(template="requirements/asked").count() == 2
    clerk.get(f"/my/remedies/{note_id}/").press("须修课程：内容审核员基础班")
    assert "还差2人" in clerk.text
    assert "应办事项" in clerk.text
    held = school.announced(course, places=3)
    clerk.get(clerk.path).press("内容审核员基础班 第1期").press("先订名额，以后填人员")
    assert clerk.path == f"/my/training/sessions/{held}/for/{firm.id}/book/"
    certified(firm, 1, course=course)
    assert "还差1人" in clerk.get(f"/my/requirements/{id_}/").text
    certified(firm, 1, first=7, course=course)
    assert "证书已齐" in clerk.get(f"/my/requirements/{id_}/").text
    done = row(id_)
    assert done.state is RequirementState.MET
    assert done.standing is not None
    assert done.standing.state is StandingState.FULFILLED
    assert session.query(Letter).filter_by(template="requirements/met").count() == 2


def test_for_whom_nothing_binds_it_is_a_suggestion(app: Flask, course: int) -> None:
    free = cast.verified(102, name="样例乙影视有限公司")
    id_ = asked(free, course)
    assert row(id_).standing is None
    page = cast.signed_in(app, free.clerk_account.email).get("/my/")
    assert "请安排人员修完课程" in page.text
    assert "由单位自行决定" in page.press("须修课程：样例乙").text


def test_certificates_from_before_count_only_where_that_was_said(
    app: Flask, firm: cast.Firm, course: int
) -> None:
    other = cast.verified(103, name="样例丙影视有限公司")
    certified(firm, 1, course=course)
    certified(other, 1, first=5, course=course)
    with clock.telling(clock.now() + timedelta(days=5)):
        strict = asked(firm, course, people=1)
        lenient = asked(other, course, people=1, earlier=True)
    assert row(strict).state is RequirementState.OPEN
    assert row(lenient).state is RequirementState.MET
    assert [e.organisation_id for e in queries.who_passed(row(lenient))] == [other.id]


def test_a_note_is_not_closed_before_and_lifting_says_why(
    app: Flask, firm: cast.Firm, course: int, as_
) -> None:
    note_id = reported(firm)
    with writing():
        each = CourseRequirement(
            note_id=note_id, organisation_id=firm.id, course_id=course, people=1, whose="某岗位", due_on=clock.today(), from_on=clock.today(),
            state=RequirementState.OPEN,
        )  # fmt: skip
        session.add(each)
        session.flush()
        id_ = each.id
    checker, legal = as_("registrar"), as_("legal")
    assert "须修课程还没有完成" in checker.get(f"/desk/remedies/{note_id}/close/").text
    legal.get(f"/my/requirements/{id_}/").press("不再要求").submit("不再要求", reason="岗位已撤销")
    assert "岗位已撤销" in cast.signed_in(app, firm.clerk_account.email).get(f"/my/requirements/{id_}/").text
    assert session.query(Letter).filter_by(template="requirements/lifted").count() == 2
    session.rollback()
    checker.get(f"/my/remedies/{note_id}/").press("复查通过，办结").submit(
        "复查通过，办结", text="都已办到。"
    )
    assert "已办结" in checker.text


def test_it_ends_with_a_note_that_is_withdrawn(app: Flask, firm: cast.Firm, course: int) -> None:
    id_ = asked(firm, course)
    with writing():
        NOTE.take("withdraw", row(id_).note, actor=cast.staff("legal"), text="弄错了单位")
    assert row(id_).state is RequirementState.LIFTED
    standing = row(id_).standing
    assert standing is not None
    assert standing.state is StandingState.ENDED


def test_who_may_ask_see_and_lift(app: Flask, firm: cast.Firm, course: int, as_) -> None:
    stranger = cast.verified(104, name="样例丁影视有限公司")
    id_ = asked(firm, course)
    address = f"/my/requirements/{id_}/"
    assert cast.signed_in(app, stranger.clerk_account.email).get(address).status == 403
    assert Page(app).get(address, follow=False).status == 302
    contact = cast.signed_in(app, training_contact(firm).email)
    assert "还差2人" in contact.get("/my/").press("须修课程：").text
    assert "不再要求…" not in contact.links()
    for role, may in (("courses", False), ("auditor", False), ("legal", True)):
        assert ("不再要求…" in as_(role).get(address).links()) is may
    draft = drafted(firm, wants_report=False)
    for role in ("courses", "auditor", "reviewer"):
        with writing(), pytest.raises(Forbidden):
            actions.require_course(
                note(draft), course=session.get_one(Course, course), people=1, whose="x", due_on=clock.today() + timedelta(days=9),
                counts_earlier=False, actor=cast.staff(role),
            )  # fmt: skip


def test_what_cannot_be_asked_is_refused(app: Flask, firm: cast.Firm, course: int) -> None:
    draft, editor = drafted(firm, wants_report=False), cast.staff("editor")

    def ask(**changes: object) -> None:
        facts = {"people": 1, "whose": "x", "due_on": clock.today() + timedelta(days=9), "counts_earlier": False} | changes  # fmt: skip
        with writing():
            actions.require_course(note(draft), course=session.get_one(Course, course), **facts, actor=editor)  # type: ignore[arg-type]

    for changes, words in (({"people": 0}, "人数"), ({"due_on": clock.today()}, "期限")):
        with pytest.raises(Refused, match=words):
            ask(**changes)
    ask()
    with pytest.raises(Refused, match="已经要求"):
        ask()
    (id_,) = (r.id for r in session.query(CourseRequirement))
    session.rollback()
    with writing():
        REQUIREMENT.take("remove", row(id_), actor=editor)
    ask(people=3)
    assert row(id_).state is RequirementState.PLANNED
    assert row(id_).people == 3


def test_the_training_contact_is_reminded_once_and_the_desk_hears_of_what_is_late(
    app: Flask, firm: cast.Firm, course: int, as_, monkeypatch: pytest.MonkeyPatch
) -> None:
    training_contact(firm)
    asked(firm, course)
    with writing():
        assert clockwork.remind() == 0
    later = clock.now() + timedelta(days=20)
    monkeypatch.setattr(clock, "now", lambda: later)
    for expected in (1, 0):
        with writing():
            assert clockwork.remind() == expected
    assert session.query(Letter).filter_by(template="requirements/soon").count() == 1
    session.rollback()
    after = later + timedelta(days=20)
    monkeypatch.setattr(clock, "now", lambda: after)
    assert "期限已过，还没有修完" in as_("registrar").get("/desk/").text
    assert "已逾期" in as_("auditor").get("/desk/requirements/?late=late").text


def test_a_list_costs_the_same_with_many(app: Flask, firm: cast.Firm, course: int, as_) -> None:
    asked(firm, course)
    desk = as_("courses")
    few = desk.get("/desk/requirements/").statements
    for n in range(8):
        asked(cast.verified(120 + n, name=f"样例{n}影视有限公司"), course)
    assert desk.get("/desk/requirements/").statements <= few
    assert "0/2" in desk.text
