"""Working days: announced holidays, weekends beyond them, corrections by staff."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from association.kernel import audit, clock, dated, working_days
from association.kernel.db import db, session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.kernel.working_days import Deadline, add, between, first_from, is_working

DAYS = st.dates(date(2004, 1, 1), date(2031, 12, 31))
AFTER = working_days.LAST_KNOWN_YEAR + 1
SMALL = st.integers(0, 120)
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def test_the_national_day_is_no_working_day_and_the_shifted_saturday_is_one(app):
    assert not is_working(date(2026, 10, 1))
    assert is_working(date(2026, 10, 10))


def test_three_working_days_before_the_holiday_end_after_it(app):
    assert add(date(2026, 9, 29), 3) == Deadline(date(2026, 10, 9), provisional=False)


def test_the_day_of_the_event_is_not_counted(app):
    assert add(date(2026, 11, 23), 1).on == date(2026, 11, 24)


def test_beyond_the_announced_years_only_weekends_count_and_the_deadline_says_so(app):
    assert add(date(AFTER - 1, 12, 30), 5).provisional
    assert [is_working(date(AFTER, 10, n)) for n in range(1, 8)] == [
        date(AFTER, 10, n).weekday() < 5 for n in range(1, 8)
    ]
    assert not add(date(2026, 11, 23), 5).provisional


def test_a_term_that_ends_on_a_holiday_ends_on_the_next_working_day(app):
    assert first_from(date(2026, 10, 3)).on == date(2026, 10, 8)
    assert first_from(date(2026, 11, 23)).on == date(2026, 11, 23)


@SHARED
@given(DAYS, SMALL, SMALL)
def test_more_days_end_later_and_two_steps_are_one(app, start, a, b):
    assert add(start, a).on <= add(start, a + b).on
    assert add(add(start, a).on, b).on == add(start, a + b).on


@SHARED
@given(DAYS, SMALL)
def test_counting_is_the_inverse_of_adding(app, start, n):
    end = add(start, n).on
    assert between(start, end) == n
    if is_working(start):
        assert add(end, -n).on == start


@SHARED
@given(DAYS, DAYS)
def test_counting_backwards_is_counting_forwards_with_the_other_sign(app, a, b):
    forwards = between(min(a, b), max(a, b))
    whole = between(min(a, b) - timedelta(days=1), max(a, b) - timedelta(days=1))
    assert between(max(a, b), min(a, b)) == -whole
    assert forwards >= 0


def test_staff_can_correct_a_day_to_come_and_the_trail_says_who_and_why(app):
    day = add(clock.today(), 3).on
    with writing():
        working_days.correct(day, working=False, note="样例通知：调休", actor=SYSTEM)
    assert not is_working(day)
    assert add(clock.today(), 3).on > day
    entry = session.scalars(select(audit.AuditEntry).where(audit.AuditEntry.deed == "correct_day")).one()
    assert entry.details["reason"] == "样例通知：调休"
    with writing():
        working_days.correct(day, working=True, note="改回", actor=SYSTEM)
    assert is_working(day)


def test_the_past_cannot_be_corrected(app):
    with pytest.raises(Refused), writing():
        working_days.correct(clock.today(), working=False, note="太晚了", actor=SYSTEM)


def test_once_staff_have_checked_a_year_its_deadlines_are_no_longer_provisional(app):
    assert add(date(AFTER, 3, 1), 5).provisional
    with writing():
        dated.change(
            "calendar.checked_through", value=AFTER, basis="样例通知", in_force_from=clock.today(),
            checked_by="测试", checked_on=clock.today(), actor=SYSTEM,
        )  # fmt: skip
    assert not add(date(AFTER, 3, 1), 5).provisional


def test_reckoning_a_year_costs_as_many_statements_as_reckoning_a_day(app):
    counted = []
    for n in (1, 250):
        session.rollback()
        session.info.clear()
        statements: list[str] = []
        listen = lambda *args, into=statements: into.append(args[2])  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", listen)
        add(date(2026, 12, 1), n)
        event.remove(db.engine, "before_cursor_execute", listen)
        counted.append(len(statements))
    assert counted[0] == counted[1] <= 3
