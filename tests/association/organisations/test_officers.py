"""Who acts for an organisation: invitations, authorities that end, hand-over when the only officer has left."""

import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from association.accounts.actors import actor_of
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.policy import can
from association.kernel.transactions import writing
from association.organisations import actions, queries
from association.organisations.models import Officer, OfficerState, Post
from association.organisations.policy import P
from association.organisations.workflow import OFFICER
from tests import cast


def officer(firm: cast.Firm, post: Post, state: OfficerState = OfficerState.ACTIVE) -> Officer:
    return next(o for o in queries.officers_of(firm.organisation) if o.post is post and o.state is state)


def the_link() -> str:
    """The address in the newest invitation."""
    letter = (
        session.query(Letter)
        .filter(Letter.template == "organisations/invited")
        .order_by(Letter.id.desc())
        .first()
    )
    assert letter is not None
    found = re.search(r"http://site\.example(/my/organisations/invitation/\S+)", letter.body)
    session.rollback()
    assert found is not None
    return found.group(1)


def test_a_signer_invites_a_clerk_who_accepts_by_the_link(app: Flask) -> None:
    firm = cast.verified()
    signer = cast.signed_in(app, firm.signer_account.email).get(
        f"/my/organisations/{firm.id}/officers/invite/"
    )
    signer.submit("发出邀请", post="clerk", name="苗样例", email="new@aurora.example")
    guest = cast.somebody(email="new@aurora.example")
    page = cast.signed_in(app, guest.email).get(the_link()).submit("接受")
    assert page.heading == firm.organisation.name
    assert can(actor_of(guest), P.PREPARE, firm.organisation)
    used = cast.signed_in(app, guest.email).get(the_link())
    assert (used.status, used.heading) == (410, "这份邀请已经不能用了")


def test_an_invitation_may_be_declined_and_the_others_are_told(app: Flask) -> None:
    firm = cast.verified()
    with writing():
        actions.invite(
            firm.organisation, name="苗样例", email="new@aurora.example", post=Post.CLERK, actor=firm.signer
        )
    guest = cast.somebody(email="new@aurora.example")
    cast.signed_in(app, guest.email).get(the_link()).submit("不接受")
    assert not can(actor_of(guest), P.PREPARE, firm.organisation)
    assert session.query(Letter).filter(Letter.template == "organisations/declined").count() == 2


def test_an_invitation_means_nothing_until_it_is_accepted(app: Flask) -> None:
    firm = cast.verified()
    guest = cast.somebody(email="new@aurora.example")
    with writing():
        actions.invite(
            firm.organisation, name="苗样例", email=guest.email, post=Post.CLERK, actor=firm.signer
        )
    assert not can(actor_of(guest), P.PREPARE, firm.organisation)


def test_a_second_signer_needs_a_document_that_staff_check(app: Flask) -> None:
    firm = cast.verified()
    with pytest.raises(Refused, match="请上传授权书"), writing():
        actions.invite(
            firm.organisation, name="丁样例", email="d@aurora.example", post=Post.SIGNER, actor=firm.signer
        )
    guest = cast.somebody(email="d@aurora.example")
    with writing():
        actions.invite(
            firm.organisation, name="丁样例", email=guest.email, post=Post.SIGNER, authority=cast.paper(),
            ends_on=clock.today() + timedelta(days=100), actor=firm.signer,
        )  # fmt: skip
    cast.signed_in(app, guest.email).get(the_link()).submit("接受")
    assert not can(actor_of(guest), P.SIGN, firm.organisation)
    staff = cast.signed_in(app, cast.somebody("registrar").email).get("/desk/")
    assert "请核对授权书" in staff.text
    with writing():
        OFFICER.take(
            "approve", officer(firm, Post.SIGNER, OfficerState.PROPOSED), actor=cast.staff("registrar")
        )
    assert can(actor_of(guest), P.SIGN, firm.organisation)


def test_an_authority_ends_with_its_last_day_without_anybody_doing_anything(app: Flask) -> None:
    firm = cast.verified()
    last = officer(firm, Post.SIGNER).ends_on
    assert last is not None
    with time_machine.travel(f"{last.isoformat()}T23:00:00+08:00"):
        assert can(firm.signer, P.SIGN, firm.organisation)
    with time_machine.travel(f"{(last + timedelta(days=1)).isoformat()}T00:30:00+08:00"):
        assert not can(firm.signer, P.SIGN, firm.organisation)


def test_reminders_come_once_at_each_mark(app: Flask) -> None:
    firm = cast.verified()
    last = officer(firm, Post.SIGNER).ends_on
    assert last is not None
    reminded = []
    for days in (70, 60, 59, 30, 29, 7, 6, 0):
        with time_machine.travel(f"{(last - timedelta(days=days)).isoformat()}T09:00:00+08:00"), writing():
            reminded.append((days, actions.remind_of_ending_authorities()))
    assert [days for days, n in reminded if n] == [60, 30, 7]


def test_the_only_signer_cannot_simply_be_ended(app: Flask) -> None:
    firm = cast.verified()
    with pytest.raises(Refused, match="唯一的授权签署人"), writing():
        OFFICER.take("end", officer(firm, Post.SIGNER), actor=firm.signer, reason="离职")


def test_a_clerk_who_left_is_ended_by_the_signer_with_a_reason(app: Flask) -> None:
    firm = cast.verified()
    page = cast.signed_in(app, firm.signer_account.email).get(f"/organisations/file/{firm.id}/")
    page.press("登记离任").submit("登记离任", reason="已离职")
    assert not can(firm.clerk, P.PREPARE, firm.organisation)
    assert session.query(Letter).filter(Letter.template == "organisations/officer_end").count() >= 1


def test_hand_over_when_the_only_officer_has_left(app: Flask) -> None:
    firm = cast.verified()
    newcomer = cast.somebody()
    page = cast.signed_in(app, newcomer.email).get("/my/organisations/join/")
    page.submit(
        "提交核对", code=cast.code(101), post="signer", because="原签署人已离职", authority=cast.paper(),
        authority_ends_on=(clock.today() + timedelta(days=300)).isoformat(),
    )  # fmt: skip
    assert page.status == 200
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(f"/organisations/file/{firm.id}/")
    staff.press("办理交接")
    staff.submit("确认交接", reason="单位更换函，2026年11月20日")
    assert staff.errors == ["请勾选已经离任的人。"]
    left = officer(firm, Post.SIGNER)
    staff.submit("确认交接", leaving=[str(left.id)], reason="单位更换函，2026年11月20日")
    assert staff.heading == firm.organisation.name
    assert can(actor_of(newcomer), P.SIGN, firm.organisation)
    assert not can(firm.signer, P.SIGN, firm.organisation)


def test_joining_an_unknown_code_says_where_to_go(app: Flask) -> None:
    page = cast.signed_in(app, cast.somebody().email).get("/my/organisations/join/")
    page.submit(
        "提交核对", code=cast.code(999), post="clerk", because="x", authority=cast.paper(),
        authority_ends_on=(clock.today() + timedelta(days=300)).isoformat(),
    )  # fmt: skip
    assert page.errors == ["没有找到这个代码的已登记单位；单位还没有登记的，请直接申请登记。"]


def test_renewing_keeps_the_present_authority_until_staff_have_checked(app: Flask) -> None:
    firm = cast.verified()
    old = officer(firm, Post.SIGNER)
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/my/organisations/officer/{old.id}/renew/")
    page.submit("提交核对", authority=cast.paper(), authority_ends_on="2030-12-31")
    assert can(firm.signer, P.SIGN, firm.organisation)
    renewed = officer(firm, Post.SIGNER, OfficerState.PROPOSED)
    with writing():
        OFFICER.take("approve", renewed, actor=cast.staff("registrar"))
    with time_machine.travel("2029-06-01T09:00:00+08:00"):
        assert can(firm.signer, P.SIGN, firm.organisation)
