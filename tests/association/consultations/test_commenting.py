"""Anyone comments: signed in at once, a visitor once the address is proven; nothing twice to an address nobody proved."""

import pytest
import time_machine
from flask import Flask
from sqlalchemy import text

from association.consultations import actions, forgetting
from association.consultations.models import Comment, CommentState, Outcome, ProofLetter
from association.kernel import clock
from association.kernel.audit import AuditEntry, AuditSecret
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.policy import VISITOR
from association.kernel.transactions import writing
from association.organisations.policy import KIND
from association.people import actions as people
from tests import cast
from tests.association.consultations.laid_out import (
    BETTER,
    SLUG,
    WORDING,
    consultation,
    link_in,
    opened,
    over,
    said,
    shown,
    visitor_says,
)
from tests.page import Page


def comments() -> list[Comment]:
    return session.query(Comment).order_by(Comment.id).all()


def proofs() -> int:
    return session.query(Letter).filter(Letter.template == "consultations/prove").count()


def test_every_clause_has_its_number_its_anchor_and_its_way_to_comment(app: Flask) -> None:
    opened()
    page = Page(app).get(f"/consultations/{SLUG}/")
    for anchor in ("p-1.1", "p-2", "p-2.1", "p-2.2", "p-3.1.2", "p-4.1"):
        assert f'id="{anchor}"' in page.html
    # An article of one 款 is one clause.
    assert f"/consultations/{SLUG}/comment/4/" in page.html
    assert f"/consultations/{SLUG}/comment/4.1/" not in page.html
    assert {"提意见：第二条第二款", "提意见：第三条第（二）项", "对第三条整条提意见"} <= set(page.links())


def test_a_visitors_comment_waits_until_the_address_is_proven(app: Flask, post) -> None:
    opened()
    page = visitor_says(app, proposed=BETTER)
    assert "请到邮箱确认" in page.text
    assert comments()[0].state is CommentState.UNPROVEN
    staff = cast.signed_in(app, cast.somebody("editor").email).get(
        f"/desk/consultations/{consultation().id}/"
    )
    assert "还没有收到意见" in staff.text
    link = link_in(post())
    opened_link = Page(app).get(link)
    assert comments()[0].state is CommentState.UNPROVEN, "opening a link changes nothing"
    opened_link.submit("确认")
    assert comments()[0].state is CommentState.WAITING
    assert comments()[0].number == 1
    assert session.query(Letter).filter(Letter.template == "consultations/received").count() == 1
    assert Page(app).get(link).status == 410


def test_an_address_nobody_proved_is_written_to_once(app: Flask, post) -> None:
    opened()
    for path in ("4", "3", "2.1"):
        visitor_says(app, path, email="Victim@People.example")
    with time_machine.travel("2026-12-10T10:00:00+08:00"):
        with writing():
            forgetting.tidy_up()
        assert comments() == []
        visitor_says(app, "1", email="victim@people.example")
        assert proofs() == 1
        # The letter of then still proves what waits now.
        Page(app).get(link_in(post())).submit("确认")
    assert comments()[0].state is CommentState.WAITING
    with time_machine.travel("2026-12-10T12:00:00+08:00"):
        visitor_says(app, "1", email="victim@people.example", body="还有一条")
    assert proofs() == 2, "a proven address may be asked about the next comment"


def test_the_owner_says_which_are_theirs_and_the_others_go(app: Flask, post) -> None:
    opened()
    visitor_says(app, "4", body="我的意见")
    visitor_says(app, "3", body="冒名的意见")
    mine = comments()[0].id
    page = Page(app).get(link_in(post()))
    page.submit("确认", chosen=[])
    assert page.errors == ["请勾选你提出的意见"]
    page.submit("确认", chosen=[str(mine)])
    assert [c.body for c in comments()] == ["我的意见"]


def test_an_officer_chooses_the_organisation_and_a_stranger_cannot(app: Flask) -> None:
    firm = cast.verified()
    opened()
    page = cast.signed_in(app, firm.clerk_account.email).get(f"/consultations/{SLUG}/comment/4/")
    page.submit("提出意见", body="太短", organisation_id=str(firm.id))
    assert "我的意见" in page.heading
    shown(comments()[0])
    assert "晨曦样例影视有限公司" in Page(app).get(f"/consultations/{SLUG}/").text
    with pytest.raises(Refused) as refused:
        said(organisation_id=firm.id)
    assert refused.value.field == "organisation_id"
    assert firm.clerk.ids(KIND) == [firm.id]


def test_the_wording_comes_filled_in_and_unchanged_is_no_proposal(app: Flask) -> None:
    opened()
    page = Page(app).get(f"/consultations/{SLUG}/comment/4/")
    assert page.value("proposed") == WORDING
    visitor_says(app, body="保存期太短")
    assert comments()[0].proposed == ""
    nothing = visitor_says(app, body="")
    assert nothing.status == 409
    assert nothing.errors == ["请写下意见，或在原文上改出你建议的文字。"]


def test_the_proposed_wording_is_drawn_word_by_word(app: Flask) -> None:
    opened()
    shown(said(body="", proposed=BETTER))
    html = Page(app).get(f"/consultations/{SLUG}/").html
    assert "<del>" in html
    assert "不少于六" in html.split("<ins>")[1].split("</ins>")[0]


def test_a_double_click_is_one_comment_and_one_letter(app: Flask) -> None:
    opened()
    page = Page(app).get(f"/consultations/{SLUG}/comment/4/")
    answers = page.again("提出意见", times=3, body="太短", name="王样例", email="reader@people.example")
    assert [a.status_code for a in answers] == [303, 303, 303]
    assert len(comments()) == 1
    assert proofs() == 1


def test_many_comments_in_a_day_are_refused_and_the_next_day_are_not(app: Flask) -> None:
    opened()
    account = cast.somebody()
    for n in range(30):
        said(by=account, body=f"第{n}条")
    with pytest.raises(Refused, match="明天再来"):
        said(by=account)
    said(by=cast.somebody())
    with time_machine.travel("2026-11-24T10:00:01+08:00"):
        said(by=account)


def test_one_place_is_limited_whatever_addresses_it_gives(app: Flask) -> None:
    opened()
    for n in range(60):
        said(by=cast.somebody(), body=f"第{n}条", machine="192.0.2.9") if n < 2 else _from("192.0.2.9", n)
    with pytest.raises(Refused, match="所在的网络"):
        said(machine="192.0.2.9")


def _from(machine: str, n: int) -> None:
    """A visitor's comment from a place, without the form."""
    with writing():
        actions.comment(
            consultation(), path="4", body=f"第{n}条", proposed="", reason="", language="zh", machine=machine,
            actor=VISITOR, name="王样例", email=f"reader{n}@people.example",
        )  # fmt: skip


def test_names_and_addresses_are_encrypted_masked_and_commitments_in_the_trail(app: Flask, post) -> None:
    opened()
    visitor_says(app, email="wang@people.example")
    Page(app).get(link_in(post())).submit("确认")
    shown(comments()[0])
    page = Page(app).get(f"/consultations/{SLUG}/")
    assert "王某某" in page.text
    assert "王样例" not in page.html
    row = session.execute(text("select name, email, mail_key from consultation_comment")).one()
    assert row.name.startswith("v1:")
    assert row.email.startswith("v1:")
    assert "wang" not in row.mail_key
    trail = [
        str(e.details)
        for e in session.query(AuditEntry).filter(AuditEntry.subject_kind == "consultation_comment")
    ]
    assert not any("王样例" in line or "wang@" in line for line in trail)


def test_whoever_wishes_it_is_anonymous_in_public(app: Flask) -> None:
    opened()
    shown(said(wants_no_name=True))
    assert "匿名" in Page(app).get(f"/consultations/{SLUG}/").text


def test_visitors_are_forgotten_in_time_and_their_comments_stay(app: Flask, post) -> None:
    opened()
    visitor_says(app)
    Page(app).get(link_in(post())).submit("确认")
    shown(comments()[0])
    editor = cast.staff("editor")
    with time_machine.travel("2026-12-24T00:05:00+08:00"):
        over()
        with writing():
            actions.answer(comments()[0], outcome=Outcome.TAKEN, because="说得对", actor=editor)
        with writing():
            actions.finish(consultation(), actor=editor)
    assert session.query(AuditSecret).filter(AuditSecret.value == "王样例").count() == 1
    with time_machine.travel("2027-07-01T00:05:00+08:00"), writing():
        assert forgetting.tidy_up() == 1
    assert comments()[0].email is None
    assert comments()[0].public_author == "匿名"
    assert session.query(AuditSecret).filter(AuditSecret.value == "王样例").count() == 0
    assert session.query(Letter).filter(Letter.to_address == "reader@people.example").count() == 0


def test_somebody_forgotten_is_anonymous(app: Flask) -> None:
    opened()
    account = cast.somebody(name="欧阳样例")
    shown(said(by=account))
    admin, person = cast.staff("admin"), account.person_id
    with writing():
        from association.people.models import Person

        people.forget(session.get_one(Person, person), because="本人要求", actor=admin)
    assert comments()[0].public_author == "匿名"


def test_a_clause_that_is_not_there_is_unknown(app: Flask) -> None:
    opened()
    assert Page(app).get(f"/consultations/{SLUG}/comment/99/").status == 404
    assert Page(app).get("/consultations/nothing-2026-11/").status == 404


def test_a_comment_made_in_time_may_be_proven_a_day_later(app: Flask, post) -> None:
    opened()
    with time_machine.travel("2026-12-23T23:00:00+08:00"):
        visitor_says(app)
        link = link_in(post())
    with time_machine.travel("2026-12-24T09:00:00+08:00"):
        over()
        Page(app).get(link).submit("确认")
    assert comments()[0].number == 1


def test_only_hashes_of_an_address_outlive_an_unproven_comment(app: Flask) -> None:
    opened()
    visitor_says(app)
    with time_machine.travel("2026-12-01T10:00:00+08:00"), writing():
        forgetting.tidy_up()
    assert comments() == []
    kept = session.query(ProofLetter).one()
    assert len(kept.mail_key) == 64
    assert kept.sent_at <= clock.now()
