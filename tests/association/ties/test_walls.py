"""Behind a wall no role counts: pages, lists, exports, the desk, letters, files, search and the trail all ask the same."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from association.accounts.actors import actor_of
from association.kernel import clock
from association.kernel.attachments import Attachment
from association.kernel.db import session
from association.kernel.errors import Forbidden
from association.kernel.letters import Letter
from association.kernel.policy import can
from association.kernel.search import records
from association.kernel.transactions import writing
from association.organisations.models import Succession, SuccessionKind
from association.organisations.policy import P
from association.organisations.workflow import ORGANISATION
from tests import cast
from tests.association.ties import tied


def test_a_tied_registrar_sees_neither_page_nor_list_nor_export(app: Flask) -> None:
    registrar, colleague = cast.somebody("registrar"), cast.somebody("registrar")
    firm, other = cast.submitted(101), cast.submitted(102, name="远山样例文化经纪有限公司")
    tied.tie(registrar, firm)
    page = cast.signed_in(app, registrar.email)
    assert page.get(f"/organisations/file/{firm.id}/").status == 403
    assert page.get(f"/organisations/file/{firm.id}/permits/").status == 403
    assert page.get(f"/organisations/file/{other.id}/").status == 200
    for address in (
        "/organisations/file/",
        "/organisations/file/?format=csv",
        "/organisations/file/?format=json",
        "/desk/",
        "/desk/?format=csv",
    ):
        told = page.get(address).html
        assert "晨曦样例" not in told, address
        assert "远山样例" in told, address
    assert "晨曦样例" in cast.signed_in(app, colleague.email).get("/organisations/file/").html


def test_what_is_public_they_read_like_everybody(app: Flask) -> None:
    registrar, firm = cast.somebody("registrar"), cast.verified(101)
    tied.tie(registrar, firm)
    page = cast.signed_in(app, registrar.email)
    assert page.get(f"/organisations/{firm.organisation.uscc}/").status == 200
    assert "晨曦样例影视有限公司" in page.get("/organisations/").text


def test_for_their_own_organisation_they_still_act(app: Flask) -> None:
    firm = cast.verified(101)
    cast.somebody("expert", email=firm.clerk_account.email)
    clerk = actor_of(firm.clerk_account)
    assert ("organisation", firm.id) in clerk.walls  # nobody declared it: the register knows
    assert can(clerk, P.PREPARE, firm.organisation)
    assert cast.signed_in(app, firm.clerk_account.email).get(f"/organisations/file/{firm.id}/").status == 200


def test_a_step_is_forbidden_whoever_calls_it(app: Flask) -> None:
    registrar, firm = cast.somebody("registrar"), cast.submitted(101)
    tied.tie(registrar, firm)
    with pytest.raises(Forbidden), writing():
        ORGANISATION.take("approve", firm.organisation, actor=actor_of(registrar))
    assert not ORGANISATION.open_to(actor_of(registrar), firm.organisation)


def test_letters_to_a_role_pass_by_whoever_is_tied(app: Flask) -> None:
    registrar, colleague = cast.somebody("registrar"), cast.somebody("registrar")
    firm = cast.applied(101)
    tied.tie(registrar, firm)
    with writing():
        ORGANISATION.take("sign", firm.organisation, actor=firm.signer)
    told = set(session.scalars(select(Letter.account_id).where(Letter.template == "organisations/waits")))
    assert told == {colleague.id}


def test_files_are_behind_the_wall_too(app: Flask) -> None:
    registrar = cast.somebody("registrar")
    firm = cast.verified(101)
    page = cast.signed_in(app, registrar.email)
    paper = session.scalars(select(Attachment).where(Attachment.subject_kind == "officer")).one()
    address = f"/files/{paper.id}/{paper.name}"
    assert page.get(address).status == 200
    tied.tie(registrar, firm)
    assert page.get(address).status == 404


def test_search_leaves_out_what_is_closed_and_concerns_the_other_side(app: Flask) -> None:
    registrar, firm = cast.somebody("registrar"), cast.verified(101)
    with writing():
        records.publish(
            key="secret:1", kind="file", title="晨曦内部材料", body="", url="/x/", audience=P.VERIFY.code, dated_on=clock.today(),
            concerns=[("organisation", firm.id)],
        )  # fmt: skip
    records.sync()
    assert records.find("内部材料", actor_of(registrar)).count == 1
    tied.tie(registrar, firm)
    found = records.find("内部材料", actor_of(registrar))
    assert (found.count, found.hits, dict(found.kinds)) == (0, [], {})
    assert records.find("晨曦样例", actor_of(registrar)).count == 1  # its public record


def test_the_trail_is_shorter_behind_a_wall(app: Flask) -> None:
    auditor, firm = cast.somebody("auditor"), cast.verified(101)
    page = cast.signed_in(app, auditor.email)
    line = f"organisation:{firm.id}"
    assert line in page.get(f"/desk/administration/trail/?subject={line}&format=csv").html
    shown = page.get(f"/desk/administration/trail/?subject={line}").links().values()
    entry = next(address for address in shown if re.search(r"/trail/\d+/$", address))
    tied.tie(auditor, firm)
    assert line not in page.get(f"/desk/administration/trail/?subject={line}&format=csv").html
    assert page.get(entry).status == 403


def test_a_wall_costs_a_list_no_statement_more_per_row(app: Flask) -> None:
    registrar, firm = cast.somebody("registrar"), cast.verified(101)
    tied.tie(registrar, firm)
    cast.verified(102)
    page = cast.signed_in(app, registrar.email)
    few = page.get("/organisations/file/").statements
    for serial in range(103, 108):
        cast.verified(serial)
    assert page.get("/organisations/file/").statements == few


def test_the_wall_stands_three_years_after_the_tie_has_ended(app: Flask) -> None:
    registrar, other, firm = cast.somebody("registrar"), cast.somebody("registrar"), cast.verified(101)
    today = clock.today()
    tied.tie(registrar, firm, to_on=today.replace(year=today.year - 3) + timedelta(days=1))
    tied.tie(other, firm, to_on=today.replace(year=today.year - 3))
    assert not can(actor_of(registrar), P.VERIFY, firm.organisation)
    assert can(actor_of(other), P.VERIFY, firm.organisation)
    with time_machine.travel(clock.now() + timedelta(days=1)):
        assert can(actor_of(registrar), P.VERIFY, firm.organisation)


def test_what_an_organisation_went_into_is_behind_the_same_wall(app: Flask) -> None:
    registrar, firm, heir = cast.somebody("registrar"), cast.verified(101), cast.verified(102)
    tied.tie(registrar, firm)
    assert can(actor_of(registrar), P.VERIFY, heir.organisation)
    with writing():
        session.add(Succession(predecessor_id=firm.id, successor_id=heir.id, kind=SuccessionKind.MERGED, on=clock.today(), basis="公告"))  # fmt: skip
    assert not can(actor_of(registrar), P.VERIFY, heir.organisation)


def test_a_lift_opens_the_door_until_its_last_day(app: Flask) -> None:
    registrar, firm = cast.somebody("registrar"), cast.verified(101)
    tied.lifted(tied.tie(registrar, firm), days=10)
    assert can(actor_of(registrar), P.VERIFY, firm.organisation)
    with time_machine.travel(clock.now() + timedelta(days=11)):
        assert not can(actor_of(registrar), P.VERIFY, firm.organisation)
