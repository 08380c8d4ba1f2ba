"""What is brought back is what was arranged: tests stand on it."""

from datetime import date
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from association.kernel import clock, dated
from association.kernel.db import db, session
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from tests import cast, stages
from tests.association.pledges import signed
from tests.conftest import NOW, emptied


def everything() -> dict[str, list[Any]]:
    """Every row of every table."""
    session.rollback()
    return {
        table.name: [
            tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))
        ]
        for table in db.metadata.sorted_tables
    }


def arranged() -> cast.Firm:
    signed.issued()
    firm = cast.verified()
    signed.confirmed(firm)
    return firm


def test_the_site_the_clock_the_files_and_what_was_returned_come_back(app: Flask) -> None:
    stages.nothing_is_kept()
    files = app.extensions["settings"].data / "files"
    firm = arranged()
    first, id_, now = everything(), firm.id, clock.now()
    papers = sorted(path.relative_to(files) for path in files.rglob("*"))
    emptied(app)
    assert session.scalar(select(Organisation.id)) is None
    again = arranged()
    assert everything() == first
    assert sorted(path.relative_to(files) for path in files.rglob("*")) == papers
    assert (again.id, again.organisation.name) == (id_, firm.organisation.name)
    assert signed.standing(again, clock.today()) == "good"
    assert clock.now() >= now


def test_what_is_brought_back_is_never_of_a_moment_to_come(app: Flask) -> None:
    """A site arranged late in a minute, brought back early in it."""
    stages.nothing_is_kept()
    with time_machine.travel(NOW.replace("10:00:00", "10:00:40"), tick=True):
        arranged()
    emptied(app)
    with time_machine.travel(NOW, tick=True):
        firm = arranged()
        assert firm.clerk_account.made_at < clock.now()
        assert signed.signature(firm).signed_at < clock.now()


def test_somebody_made_afterwards_is_somebody_else(app: Flask) -> None:
    firm = arranged()
    emptied(app)
    firm = arranged()
    assert cast.somebody().email not in {firm.clerk_account.email, firm.signer_account.email}
    assert cast.verified(102).id != firm.id


def test_other_words_another_day_or_another_past_are_arranged_anew(app: Flask) -> None:
    arranged()
    emptied(app)
    assert cast.verified(short_name="样例简称").organisation.short_name == "样例简称"
    emptied(app)
    with signed.later(1):
        assert signed.issued() is not None
        assert signed.version().adopted_on == date(2026, 11, 24)
    emptied(app)
    cast.verified(102)
    assert cast.verified().id == 2


def test_what_was_done_again_is_not_followed_by_what_was_put_aside_after_the_first(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session's token is another each time: whoever was signed in anew must not find the sessions of the time before."""
    stages.nothing_is_kept()
    for _time in ("first", "again"):
        emptied(app)
        monkeypatch.setattr(stages, "WORTH_KEEPING", dict.fromkeys(("sqlite", "postgresql"), 1_000))
        mine = cast.signed_in(app, cast.somebody("editor").email)
        monkeypatch.setattr(stages, "WORTH_KEEPING", dict.fromkeys(("sqlite", "postgresql"), 0))
        cast.signed_in(app, cast.somebody("editor").email)
        assert mine.get("/desk/", follow=False).status == 200


def test_after_a_deed_of_the_test_itself_nothing_is_brought_back(app: Flask) -> None:
    arranged()
    emptied(app)
    with writing():
        dated.change(
            "fulfilment.due_on", value="03-31", basis="测试", in_force_from=clock.today(), checked_by="甲样例", checked_on=clock.today(),
            actor=SYSTEM,
        )  # fmt: skip
    arranged()
    assert dated.value("fulfilment.due_on") == "03-31"
