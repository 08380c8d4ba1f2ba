"""Joiners and leavers as a numbered roster: taken by the clock at the set interval, and never changed again."""

import hashlib
from datetime import date

import pytest
import time_machine

from association.kernel import clock, dated, documents, jobs
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from association.rosters import clockwork, effects
from association.rosters.models import Movement, Roster
from tests.association.amendments import moved as way
from tests.association.pledges import signed
from tests.page import Page

YEAR_END = "2027-01-01T10:00:00+08:00"
SPRING = "2027-04-01T10:00:00+08:00"


def on(day: str) -> time_machine.travel:
    return time_machine.travel(day, tick=True)


def taken() -> int:
    with writing():
        return clockwork.take_due()


def roster(number: int) -> Roster:
    return session.query(Roster).filter_by(number=number).one()


def names(number: int, movement: Movement) -> list[str]:
    return [row.name for row in roster(number).rows if row.movement is movement]


def test_a_roster_is_taken_once_after_the_last_day_of_the_period(app, visitor):
    signed.issued()
    way.firms(2)
    assert taken() == 0
    with on(YEAR_END):
        assert taken() == 1
        assert taken() == 0
        found = roster(1)
        assert (found.as_of, found.previous_on, found.bound, found.joined, found.gone) == (
            date(2026, 12, 31),
            None,
            2,
            2,
            0,
        )
        address = f"/pledges/{signed.pledge().document.slug}/rosters/"
        page = visitor.get(f"/pledges/{signed.pledge().document.slug}/").press("名册").press("第1期")
        assert "样例101影视有限公司" in page.text
        assert "排名不分先后" in page.text
        assert found.sha256 in page.text
        raw = visitor.get(f"{address}1/roster.json").answer.data
        assert hashlib.sha256(raw).hexdigest() == roster(1).sha256
        assert session.query(LogEntry).filter_by(act="take", subject_kind="pledge_roster").count() == 1
        assert "第1期" in visitor.get(f"{address}?format=atom").answer.text
        items = visitor.get(f"{address}1/?format=json&order=name").answer.get_json()["items"]
        assert [row["name"] for row in items] == ["样例101影视有限公司", "样例102影视有限公司"]
        assert visitor.get(f"{address}1/?format=csv").answer.text.startswith("\ufeff")


def test_joiners_and_leavers_since_the_roster_before(app):
    signed.issued()
    _first, second = way.firms(2)
    with on(YEAR_END):
        taken()
    with on("2027-02-10T10:00:00+08:00"):
        signed.left(second)
        way.firms(1, first=103)
    with on(SPRING):
        assert taken() == 1
    assert names(2, Movement.STAYED) == ["样例101影视有限公司"]
    assert names(2, Movement.JOINED) == ["样例103影视有限公司"]
    assert names(2, Movement.LEFT) == ["样例102影视有限公司"]
    with on("2027-07-01T10:00:00+08:00"):
        assert taken() == 1
        assert [row.name for row in roster(3).rows] == ["样例101影视有限公司", "样例103影视有限公司"]


def test_a_roster_never_changes(app, visitor):
    signed.issued()
    first, _second = way.firms(2)
    with on(YEAR_END):
        taken()
        before = effects.canonical(roster(1))
        signed.left(first)
        with writing():
            session.get_one(Organisation, first.id).name = "改了名的样例影视有限公司"
        taken()
        assert effects.canonical(roster(1)) == before
        page = visitor.get(f"/pledges/{signed.pledge().document.slug}/rosters/1/")
        assert "样例101影视有限公司" in page.text
        assert "改了名" not in page.text


def test_a_clock_that_stood_still_takes_what_is_missing_as_of_each_day(app):
    signed.issued()
    _first, second = way.firms(2)
    with on("2027-02-10T10:00:00+08:00"):
        signed.left(second)
    with on("2027-07-05T10:00:00+08:00"):
        assert taken() == 3
        assert [(r.as_of, r.bound, r.gone) for r in session.query(Roster).order_by(Roster.number)] == [
            (date(2026, 12, 31), 2, 0), (date(2027, 3, 31), 1, 1), (date(2027, 6, 30), 1, 0),
        ]  # fmt: skip


def test_the_interval_is_a_dated_setting(app):
    signed.issued()
    way.firms(1)
    with writing():
        dated.change(
            "rosters.months", value=1, basis="试", in_force_from=clock.today(), checked_by="管", checked_on=None, actor=SYSTEM
        )  # fmt: skip
    with on("2026-12-01T10:00:00+08:00"):
        assert taken() == 1
        assert roster(1).as_of == date(2026, 11, 30)


def test_natural_persons_are_not_named_in_what_never_changes(app):
    signed.issued()
    first, _second = way.firms(2)
    with writing():
        organisation = session.get_one(Organisation, first.id)
        organisation.uscc = "92" + organisation.uscc[2:]
        organisation.public_basis = "本人书面同意"
    with on(YEAR_END):
        taken()
        assert "样例101" not in effects.canonical(roster(1)).decode()
        assert names(1, Movement.JOINED)[0] == "自然人经营者（不列名）"


def test_nobody_who_has_signed_makes_no_roster(app, visitor):
    signed.issued()
    with on(YEAR_END):
        assert taken() == 0
        assert "还没有名册" in visitor.get(f"/pledges/{signed.pledge().document.slug}/rosters/").text


@pytest.mark.parametrize("many", [1, 4])
def test_a_roster_costs_the_same_however_many_are_on_it(app, visitor, many):
    signed.issued()
    way.firms(many)
    with on(YEAR_END):
        taken()
        assert visitor.get(f"/pledges/{signed.pledge().document.slug}/rosters/1/").statements <= 14


def test_it_is_printed_once(app, visitor):
    signed.issued()
    way.firms(2)
    with on(YEAR_END):
        taken()
        address = f"/pledges/{signed.pledge().document.slug}/rosters/1/document.pdf"
        assert visitor.get(address).status == 503
        jobs.run_due()
        answer = visitor.get(address).answer
        assert answer.data.startswith(b"%PDF")
        first = documents.document_of(roster(1), "roster").sha256
        jobs.run_due()
        assert documents.document_of(roster(1), "roster").sha256 == first


def test_followers_of_the_pledge_hear_of_a_roster(app):
    from association.following.models import Happening

    signed.issued()
    way.firms(1)
    with on(YEAR_END):
        taken()
    happening = session.query(Happening).filter_by(life="pledge_roster").one()
    assert happening.title == "《样例短剧制作自律公约》签署单位名册第1期"


def test_rosters_are_read_in_english_too(app):
    signed.issued()
    way.firms(1)
    with on(YEAR_END):
        taken()
        reader = Page(app, language="en")
        for address in ("rosters/", "rosters/1/"):
            assert reader.get(f"/pledges/{signed.pledge().document.slug}/{address}").status == 200
