"""Facts with a term: recorded, in force on a day, ended with a reason, over by the calendar, owed until done."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine

from association import standing
from association.following import actions as following
from association.following.models import Pace
from association.kernel import clock, events
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.people import actions as people
from association.standing import StandingKind, StandingState, clockwork, queries
from tests import cast
from tests.association.standing import written
from tests.association.standing.written import row

S, K = StandingState, StandingKind


@pytest.fixture
def heard() -> Iterator[list[object]]:
    """What an upper feature would hear."""
    found: list[object] = []
    kinds = (standing.Recorded, standing.Removed, standing.Fulfilled, standing.Expired, standing.Overdue)
    for kind in kinds:
        events.subscribe(kind, found.append)
    yield found
    for kind in kinds:
        events._listeners[kind].remove(found.append)


def letters(template: str) -> int:
    session.rollback()
    return session.query(Letter).filter_by(template=template).count()


def clock_turns() -> None:
    with writing():
        clockwork.keep_days()


def test_what_is_recorded_stands_from_its_first_to_its_last_day(app, heard):
    firm = cast.verified()
    written.recorded(firm, from_on=date(2026, 12, 1), days=30)
    days = {d: bool(queries.of_organisation(firm.id, d)) for d in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 23), date(2026, 12, 24))}  # fmt: skip
    assert list(days.values()) == [False, True, True, False]
    assert all(row().stands_on(day) is stands for day, stands in days.items())
    assert [type(e) for e in heard] == [standing.Recorded]
    assert session.query(AuditEntry).filter_by(subject_kind="standing", deed="record_standing").count() == 1


def test_ended_early_it_says_when_and_why_and_stood_until_then(app, heard, visitor):
    firm = cast.verified()
    written.recorded(firm, from_on=date(2026, 11, 1))
    with writing():
        standing.end(row(), because="已经整改到位", actor=written.staff())
    assert (row().state, row().closed_on) == (S.ENDED, date(2026, 11, 23))
    assert queries.of_organisation(firm.id, date(2026, 11, 22))
    assert not queries.of_organisation(firm.id, date(2026, 11, 23))
    assert isinstance(heard[-1], standing.Removed)
    page = visitor.get(f"/organisations/{firm.organisation.uscc}/")
    assert "已经整改到位" in page.text
    with pytest.raises(Refused, match="提前结束"), writing():
        standing.end(row(), because="再来一次", actor=written.staff())


def test_what_is_annulled_is_in_no_public_page_and_on_no_day(app, visitor):
    firm = cast.verified()
    written.recorded(firm)
    with writing():
        standing.withdraw(row(), because="申诉成立", actor=written.staff())
    assert not queries.of_organisation(firm.id, clock.today())
    assert "暂停推优资格" not in visitor.get(f"/organisations/{firm.organisation.uscc}/").html
    assert visitor.get(f"/standing/{row().id}/").heading == "登录"


def test_a_term_that_is_over_expires_by_the_clock_once(app, heard):
    firm = cast.verified()
    written.recorded(firm, days=2)
    with time_machine.travel("2026-11-25T20:00:00+08:00"):
        clock_turns()
        assert row().state is S.ON_RECORD
    with time_machine.travel("2026-11-26T08:00:00+08:00"):
        clock_turns()
        clock_turns()
        assert row().state is S.EXPIRED
    assert letters("standing/expired") == 2
    assert [type(e) for e in heard].count(standing.Expired) == 1


def test_what_is_owed_is_reminded_of_noted_as_overdue_and_owed_until_it_is_done(app, heard):
    firm = cast.verified()
    id_ = written.owed(firm).id
    clock_turns()
    assert letters("standing/due_soon") == 0
    with time_machine.travel("2026-11-27T08:00:00+08:00"):
        clock_turns()
        clock_turns()
    assert letters("standing/due_soon") == 2
    with time_machine.travel("2026-12-02T08:00:00+08:00"):
        clock_turns()
    assert letters("standing/due_soon") == 4
    with time_machine.travel("2026-12-04T08:00:00+08:00"):
        clock_turns()
        clock_turns()
        assert row().is_overdue
        assert queries.of_organisation(firm.id, clock.today(), K.OBLIGATION)[0].id == id_
        with writing():
            standing.fulfil(row(), actor=firm.signer)
            standing.fulfil(row(), actor=firm.signer)
        assert not queries.of_organisation(firm.id, clock.today(), K.OBLIGATION)
    assert letters("standing/overdue") == 2
    kinds = [type(e) for e in heard]
    assert (kinds.count(standing.Overdue), kinds.count(standing.Fulfilled)) == (1, 1)


def test_an_obligation_can_get_a_later_day_and_not_an_earlier_one_than_today(app):
    firm = cast.verified()
    written.owed(firm, days=1)
    with pytest.raises(Refused) as refused, writing():
        standing.extend(row(), to_on=date(2026, 11, 1), because="样例", actor=written.staff())
    assert refused.value.field == "to_on"
    with writing():
        standing.extend(row(), to_on=date(2027, 1, 1), because="单位申请", actor=written.staff())
    with time_machine.travel("2026-12-04T08:00:00+08:00"):
        assert not row().is_overdue


def test_only_what_is_owed_is_fulfilled(app):
    written.recorded(cast.verified())
    with pytest.raises(ValueError, match="no obligation"), writing():
        standing.fulfil(row(), actor=written.staff())


def person_row(days: int | None = 30) -> None:
    person = cast.somebody(email="host@people.example", name="安样例").person
    actor = written.staff()
    with writing():
        standing.record(
            kind=K.MEASURE, about=person, title="暂停讲师资格", basis=written.BASIS, source=person, actor=actor,
            to_on=None if days is None else clock.today() + timedelta(days=days),
        )  # fmt: skip


def test_a_person_is_in_public_only_on_a_basis_with_a_second_look_and_a_last_day(app):
    person_row(days=None)
    actor, other = written.staff(), cast.somebody("legal")
    for basis, agreed, sentence in (("", other.id, "依据"), ("样例", actor.account_id, "另一人"), ("样例", other.id, "截止日期")):  # fmt: skip
        with pytest.raises(Refused, match=sentence), writing():
            standing.make_public(row(), actor=actor, basis=basis, agreed_by=agreed)
    with writing():
        standing.extend(row(), to_on=date(2027, 1, 1), because="样例", actor=actor)
        standing.make_public(row(), actor=actor, basis="样例依据", agreed_by=other.id)
    assert row().is_shown


def test_a_person_in_public_is_masked_and_a_forgotten_one_is_there_no_more(app, visitor, as_):
    person_row()
    actor, other = written.staff(), cast.somebody("legal")
    with writing():
        standing.make_public(row(), actor=actor, basis="样例依据", agreed_by=other.id)
    page = visitor.get(f"/standing/{row().id}/")
    assert "安某某" in page.text
    assert "安样例" not in page.html
    assert "安样例" in as_(email="host@people.example").get(f"/standing/{row().id}/").text
    with writing():
        people.forget(row().person, because="本人要求", actor=actor)
    assert not row().is_public
    assert visitor.get(f"/standing/{row().id}/").heading == "登录"


def test_a_person_cannot_be_recorded_in_public_from_the_first(app):
    person = cast.somebody().person
    with pytest.raises(ValueError, match="second look"), writing():
        standing.record(
            kind=K.MEASURE, about=person, title="样例", basis="样例", source=person, actor=written.staff(), is_public=True,
        )  # fmt: skip


def test_a_sole_trader_without_a_basis_is_in_no_public_page(app):
    firm = cast.verified(kinds=["agent"])
    written.recorded(firm)
    assert not row().is_shown
    assert not queries.of_record(firm.id)
    assert not queries.of_organisations([firm.id], clock.today(), public=True)[firm.id]
    assert queries.of_organisations([firm.id], clock.today())[firm.id]


def test_many_organisations_cost_one_statement(app, visitor):
    firms = [cast.verified(500 + n, name=f"样例{n}影视有限公司") for n in range(3)]
    for firm in firms:
        written.recorded(firm)
    found = queries.of_organisations([f.id for f in firms], clock.today(), K.MEASURE, public=True)
    assert [len(rows) for rows in found.values()] == [1, 1, 1]


def test_followers_of_the_organisation_hear_what_is_public_and_nothing_else(app, post):
    firm, reader = cast.verified(), cast.somebody()
    with writing():
        following.follow(f"organisation:{firm.id}", pace=Pace.AT_ONCE, actor=cast.actor(reader))
    written.recorded(firm, title="不公开的措施", public=False)
    written.recorded(firm, title="公开的措施")
    with time_machine.travel("2026-11-23T11:00:00+08:00"):
        post()
        post()
    session.rollback()
    told = session.query(Letter).filter_by(to_address=reader.email).all()
    assert [("公开的措施" in letter.body, "不公开的" in letter.body) for letter in told] == [(True, False)]
