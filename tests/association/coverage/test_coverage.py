"""What an organisation needs, who is there, what is missing; who may read and declare it."""

from datetime import timedelta

import pytest
from flask import Flask

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.coverage import actions, clockwork, reckoning
from association.coverage.models import Departure, Figures
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations import actions as organisations
from association.organisations import queries as organisation_queries
from association.organisations.models import Post
from association.training import actions as training
from association.training.models import CourseSession, Enrolment
from association.training.workflow import ENROLMENT
from tests import cast
from tests.association.training import school
from tests.page import Page

PLATFORM = {"name": "白鹭样例短剧平台有限公司", "kinds": ["platform"]}


def certified(firm: cast.Firm, count: int = 2, *, first: int = 1, course: int | None = None) -> list[int]:
    """So many people of the organisation with a certificate of a session that is over; returns their enrolments."""
    held = school.announced(
        course or school.course(slug=f"over-{first}", audience="平台内容审核人员"),
        places=count,
        starts_at=clock.now() + timedelta(hours=1),
        ends_at=clock.now() + timedelta(hours=2),
        closes_on=clock.today(),
        swap_until=clock.today(),
    )
    ids = []
    for n in range(first, first + count):
        with writing():
            row = session.get_one(CourseSession, held)
            ids.append(
                int(training.enrol_one(row, firm.organisation, facts=school.person(n), files=[], actor=firm.clerk).id)
            )  # fmt: skip
    with writing():
        row = session.get_one(CourseSession, held)
        for id_ in ids:
            ENROLMENT.take("approve", school.enrolment(id_), actor=cast.staff("courses"))
        row.starts_at, row.ends_at = clock.now() - timedelta(minutes=90), clock.now() - timedelta(minutes=1)
        training.enter_attendance(row, day=clock.today(), present=ids, actor=cast.staff("courses"))
        training.issue_certificates(row, actor=cast.staff("issuer"))
    return ids


def declared(firm: cast.Firm, *, videos: int = 0, rooms: int = 0, days_ago: int = 0) -> None:
    with writing():
        actions.declare(
            firm.organisation,
            from_on=clock.today() - timedelta(days=days_ago),
            videos=videos,
            rooms=rooms,
            actor=firm.clerk,
        )


def coverage(firm: cast.Firm) -> reckoning.Coverage:
    session.rollback()
    return reckoning.coverage_for(firm.organisation)


@pytest.fixture
def firm() -> cast.Firm:
    return cast.verified(**PLATFORM)


def training_contact(firm: cast.Firm) -> Account:
    colleague = cast.somebody()
    with writing():
        organisations.invite(
            firm.organisation,
            name=colleague.name,
            email=colleague.email,
            post=Post.TRAINING,
            actor=firm.signer,
        )
    with writing():
        invited = next(o for o in organisation_queries.officers_of(firm.organisation) if o.invitation)
        organisations.accept(invited, actor=actor_of(colleague))
    return colleague


def test_an_officer_declares_figures_and_reads_what_is_needed_there_and_missing(
    app: Flask, firm: cast.Firm
) -> None:
    certified(firm, 2)
    clerk = cast.signed_in(app, firm.clerk_account.email).get("/my/coverage/").press(firm.organisation.name)
    assert "还没有填报业务量" in clerk.text
    clerk.press("填报业务量").submit("填报", from_on=clock.today().isoformat(), videos="2,001", rooms="５１")
    assert "已填报" in clerk.text
    assert "还差3人" in clerk.text
    assert "需要5人，持有效证书的2人" in clerk.text
    assert "1/1000" in clerk.text
    assert "1:50" in clerk.text
    clerk.get(f"/my/coverage/{firm.id}/declare/")
    assert clerk.value("videos") == "2001"


def test_with_people_enough_nothing_is_missing(app: Flask, firm: cast.Firm) -> None:
    certified(firm, 2)
    declared(firm, videos=2_000)
    page = cast.signed_in(app, firm.signer_account.email).get(f"/my/coverage/{firm.id}/")
    assert "人数够了" in page.text
    assert "填报业务量" not in page.links()
    assert "不再承担" not in page.links()


def test_what_is_wrong_is_said_at_its_field(app: Flask, firm: cast.Firm) -> None:
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/my/coverage/{firm.id}/declare/")
    clerk.submit("填报", from_on="2026-12-24", videos="1", rooms="0")
    assert clerk.status == 409
    assert clerk.errors == ["起算的日期不能在今天之后；到了那天再填报。"]
    clerk.submit("填报", from_on="2026-11-23", videos="许多", rooms="")
    assert clerk.status == 422
    assert clerk.errors == ["请填0到100000000的整数。", "请填一个整数，没有的填0。"]
    declared(firm, videos=5)
    with writing(), pytest.raises(Refused, match="更晚的日期"):
        actions.declare(firm.organisation, from_on=clock.today() - timedelta(days=1), videos=1, rooms=0, actor=firm.clerk)  # fmt: skip


def test_earlier_figures_stay_and_are_reckoned_by_the_ratio_of_their_day(app: Flask, firm: cast.Firm) -> None:
    declared(firm, videos=3_000, days_ago=10)
    with writing():
        dated.change(
            "coverage.videos_per_reviewer", value=500, basis="样例", in_force_from=clock.today(), checked_by="样例", checked_on=None,
            actor=cast.staff("admin"),
        )  # fmt: skip
    declared(firm, videos=3_000)
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/coverage/{firm.id}/")
    assert coverage(firm).needed == 6
    assert [int(cell.text) for cell in page._all("td") if cell.text in ("3", "6")] == [6, 6, 3]


def test_one_person_counts_once_and_a_course_for_others_does_not(app: Flask, firm: cast.Firm) -> None:
    certified(firm, 2)
    certified(firm, 2, course=school.course(slug="again", audience="平台内容审核人员"))
    assert coverage(firm).certified == 2
    certified(firm, 1, first=9, course=school.course(slug="studio", audience="制作机构送审人员"))
    assert coverage(firm).certified == 2


def test_certificates_that_end_soon_are_counted_apart(
    app: Flask, firm: cast.Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    certified(firm, 2)
    declared(firm, videos=2_000)
    assert coverage(firm).ending == 0
    later = clock.now() + timedelta(days=680)
    monkeypatch.setattr(clock, "now", lambda: later)
    found = coverage(firm)
    assert (found.certified, found.ending, found.gap, found.gap_later) == (2, 2, 0, 2)


def test_who_left_counts_no_more_until_they_come_back(app: Flask, firm: cast.Firm) -> None:
    (id_, _other) = certified(firm, 2)
    certified(firm, 1, course=school.course(slug="again", audience="平台内容审核人员"))
    declared(firm, videos=2_000)
    contact = cast.signed_in(app, training_contact(firm).email)
    contact.get(f"/my/coverage/{firm.id}/").press(f"不再承担 {school.enrolment(id_).name}")
    contact.submit("登记", left_on="2026-12-24")
    assert contact.errors == ["离开的日期不能在今天之后。"]
    contact.submit("登记", left_on="2026-11-20")
    assert "还差1人" in contact.text
    assert coverage(firm).certified == 1
    assert session.query(Departure).count() == 2
    with writing():
        actions.depart(school.enrolment(id_), left_on=clock.today(), actor=firm.clerk)
    assert session.query(Departure).count() == 2
    session.rollback()
    contact.get(f"/my/coverage/people/{id_}/back/").submit("登记")
    assert "人数够了" in contact.text


def test_a_session_that_would_close_the_gap_can_be_booked_from_there(app: Flask, firm: cast.Firm) -> None:
    course = school.course(audience="平台内容审核人员")
    held = school.announced(course, places=3)
    school.announced(course, opens_on=clock.today() + timedelta(days=3))
    school.announced(school.course(slug="studio", audience="制作机构送审人员"))
    declared(firm, videos=5_000)
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/my/coverage/{firm.id}/")
    assert sorted(words for words in clerk.links() if words.startswith("去报名")) == [
        "去报名 内容审核员基础班 第1期"
    ]
    assert "起报名" in clerk.text
    clerk.press("去报名 内容审核员基础班 第1期")
    clerk.get(f"/my/training/sessions/{held}/for/{firm.id}/book/").submit("订名额", places="2")
    assert "另有2人已报名" in clerk.get(f"/my/coverage/{firm.id}/").text


def test_nobody_else_reads_it_but_the_desk(app: Flask, firm: cast.Firm) -> None:
    (id_, _other) = certified(firm, 2)
    declared(firm, videos=9)
    stranger = cast.verified(102, name="长桥样例影视有限公司")
    address = f"/my/coverage/{firm.id}/"
    other = cast.signed_in(app, stranger.clerk_account.email)
    assert [
        other.get(a).status for a in (address, f"{address}declare/", f"/my/coverage/people/{id_}/depart/")
    ] == [403] * 3
    assert firm.organisation.name not in other.get("/my/coverage/").text
    assert other.get("/desk/coverage/").status == 403
    registrar = cast.signed_in(app, cast.somebody("registrar").email)
    assert registrar.get(address).status == 403
    visitor = Page(app).get(address, follow=False)
    assert visitor.status == 302
    for role in ("courses", "auditor"):
        staff = cast.signed_in(app, cast.somebody(role).email)
        assert staff.get("/desk/coverage/").press(firm.organisation.name).status == 200
        assert "填报业务量" not in staff.links()
        assert staff.get(f"{address}declare/").status == 403
    for seen in (Page(app).get("/organisations/"), Page(app).get(f"/record/{firm.organisation.uscc}/")):
        assert "业务量" not in seen.text


def test_the_desk_lists_by_name_and_sums_only_what_says_nothing_of_one(app: Flask) -> None:
    firms = [cast.verified(101 + n, name=f"{word}样例平台有限公司") for n, word in enumerate("丁丙乙甲")]
    for n, each in enumerate(firms):
        declared(each, videos=1_000 * (n + 1))
    desk = cast.signed_in(app, cast.somebody("courses").email).get("/desk/coverage/")
    assert "不足5家" in desk.text
    names = [words for words in desk.links() if words.endswith("样例平台有限公司")]
    assert names == ["丙样例平台有限公司", "丁样例平台有限公司", "甲样例平台有限公司", "乙样例平台有限公司"]
    one = desk.statements
    declared(cast.verified(109, name="戊样例平台有限公司"), rooms=51)
    desk.get("/desk/coverage/")
    assert "5家，其中5家有缺口" in desk.text
    assert desk.statements <= one + 3
    many = desk.statements
    for n in range(10):
        declared(cast.verified(120 + n, name=f"己{n}样例平台有限公司"), rooms=51)
    assert desk.get("/desk/coverage/").statements <= many
    assert "戊样例平台有限公司" in desk.get("/desk/coverage/?format=csv", follow=False).html


def test_old_figures_are_asked_about_once(
    app: Flask, firm: cast.Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    declared(firm, videos=9)
    with writing():
        assert clockwork.ask_to_renew() == 0
    later = clock.now() + timedelta(days=200)
    monkeypatch.setattr(clock, "now", lambda: later)
    with writing():
        assert clockwork.ask_to_renew() == 1
    with writing():
        assert clockwork.ask_to_renew() == 0
    assert session.query(Letter).filter_by(template="coverage/renew").count() == 1
    session.rollback()
    page = cast.signed_in(app, firm.clerk_account.email).get("/my/")
    assert "请更新或重新填报" in page.text
    with clock.telling(later):
        declared(firm, videos=9)
    assert "请更新或重新填报" not in page.get("/my/").text
    assert session.query(Figures).count() == 2
    session.rollback()


def test_a_forgotten_person_counts_no_longer(app: Flask, firm: cast.Firm) -> None:
    (id_, _other) = certified(firm, 2)
    with writing():
        session.get_one(Enrolment, id_).number_key = None
    assert coverage(firm).certified == 1
