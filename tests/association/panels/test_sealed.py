"""Sealed means sealed: while a panel is open, no address, export, trail, letter, log line or row tells what anybody's opinion is."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from association.accounts.models import Account, Role
from association.kernel import chain
from association.kernel.audit import AuditEntry
from association.kernel.db import Model, session
from association.kernel.transactions import writing
from association.panels import actions
from tests import cast
from tests.association.panels import boards as b
from tests.page import Page

SECRET = "此话密封勿泄"
"""Stands in each opinion and nowhere else; the choice that was taken is named by a word of its own."""


@pytest.fixture(autouse=True)
def _known() -> Iterator[None]:
    with b.known():
        yield


def _open_panel() -> tuple[int, Account, Account, Account]:
    """One has voted, one has a draft, one has nothing; the keeper has changed the last day since."""
    first, second, third = b.experts()
    keeper = cast.somebody("experts", name="样例秘书")
    panel = b.convened(cast.verified(101), [first, second, third], keeper=keeper)
    b.clear(panel, first, second, third)
    b.voted(panel, first, "unfit", SECRET)
    by, keeping = cast.actor(second), cast.actor(keeper)
    with writing():
        actions.save_draft(
            b.seat(panel, second), word="unfit", because=SECRET, facts={"gate": SECRET}, actor=by
        )
        guest = actions.name_guest(b.the(panel), name="样例嘉宾", unit="样例大学", actor=keeping)
        actions.record_vote(guest, word="unfit", because=SECRET, actor=keeping)
        actions.extend(b.the(panel), due_on=b.day(30), reason="节假日", actor=keeping)
    return panel, first, third, keeper


def _addresses(app: Flask, panel: int) -> list[str]:
    """Every address without a blank, and those of panels for this one; each list with its exports."""
    seats = [seat.id for seat in b.the(panel).seats]
    fills: list[dict[str, Any]] = [{}, {"id": panel}, *({"id": id_} for id_ in seats)]
    deeds = ("close", "dissolve", "conclude", "declare_clear", "remove")
    fills += [{"id": id_, "deed": deed} for id_ in (panel, *seats) for deed in deeds]
    bind = app.url_map.bind("x")
    return [
        bind.build(rule.endpoint, values)
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and rule.endpoint not in ("static", "bootstrap.static", "accounts.logout")
        for values in fills
        if rule.arguments == values.keys()
        and (not values or rule.endpoint.startswith(("own_panels.", "panel_")))
    ]


def _said(page: Page, path: str) -> str:
    """What an address answers, with its exports where it has any."""
    whole = page.client.get(path).get_data().decode(errors="replace")
    more = [f"{path}?format={kind}" for kind in ("csv", "json", "atom") if f"format={kind}" in whole]
    return whole + "".join(page.client.get(one).get_data().decode(errors="replace") for one in more)


def _leaks(page: Page, paths: list[str]) -> list[str]:
    """Where the words stand, or where a form is drawn with somebody's choice taken."""
    with page.app.app_context():
        told = {path: _said(page, path) for path in paths}
    session.rollback()
    return [
        path
        for path, words in told.items()
        if SECRET in words or ("/panels/" in path and " checked" in words)
    ]


def test_nobody_reads_another_s_opinion_at_any_address(app: Flask) -> None:
    panel, _first, third, _keeper = _open_panel()
    everything = cast.somebody(*(role.value for role in Role), name="样例全能")
    paths = _addresses(app, panel)
    assert len(paths) > 100
    assert _leaks(cast.signed_in(app, everything.email), paths) == []
    ours = [path for path in paths if "panels" in path or "trail" in path]
    assert _leaks(cast.signed_in(app, third.email), ours) == []
    assert _leaks(Page(app), ours) == []


@pytest.mark.parametrize("third_of_them", range(3))  # so many sign-ins from one address as the limit allows
def test_no_role_alone_opens_what_is_sealed(app: Flask, third_of_them: int) -> None:
    panel, first, _third, _keeper = _open_panel()
    seat, guest = b.seat(panel, first).id, b.the(panel).seats[-1].id
    told = [
        f"/desk/panels/{panel}/",
        "/desk/panels/?format=json",
        f"/desk/panels/seats/{guest}/paper/",
        f"/review/panels/{seat}/vote/",
        "/desk/",
        "/desk/administration/trail/",
    ]
    for role in list(Role)[third_of_them::3]:
        assert _leaks(cast.signed_in(app, cast.somebody(role.value).email), told) == [], role


def test_only_the_member_reads_their_own(app: Flask) -> None:
    panel, first, third, _keeper = _open_panel()
    seat = b.seat(panel, first).id
    mine = cast.signed_in(app, first.email)
    assert SECRET in mine.get(f"/review/panels/{seat}/vote/").html
    assert cast.signed_in(app, third.email).get(f"/review/panels/{seat}/vote/").status == 403


def test_no_row_but_the_encrypted_one_holds_a_word_of_it(
    app: Flask, capfd: pytest.CaptureFixture[str]
) -> None:
    panel, _first, _third, _keeper = _open_panel()
    for table in Model.metadata.sorted_tables:
        rows = session.execute(text(f'select * from "{table.name}"')).mappings()
        for row in rows:
            assert SECRET not in json.dumps(dict(row), ensure_ascii=False, default=str), table.name
            if table.name.startswith(("panel", "audit", "letter", "job")):
                assert "unfit" not in json.dumps(dict(row), ensure_ascii=False, default=str), table.name
    assert chain.first_fault(AuditEntry) is None
    said = "".join(capfd.readouterr())
    assert SECRET not in said
    assert b.the(panel).is_sealed


def test_when_it_is_opened_those_who_may_read_it_do(app: Flask) -> None:
    panel, _first, third, keeper = _open_panel()
    b.voted(panel, third)
    by = cast.actor(keeper)
    with writing():
        actions.remove(next(s for s in b.the(panel).seats if s.voted_at is None), reason="生病", actor=by)
        actions.close(b.the(panel), actor=by)
    for who in (third, keeper, cast.somebody("auditor")):
        path = f"/review/panels/{b.seat(panel, third).id}/" if who is third else f"/desk/panels/{panel}/"
        assert SECRET in cast.signed_in(app, who.email).get(path).html
    assert cast.signed_in(app, cast.somebody("editor").email).get(f"/desk/panels/{panel}/").status == 403
