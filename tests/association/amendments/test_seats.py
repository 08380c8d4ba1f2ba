"""Voting through the pages: with password and code, once an organisation, to be changed until the close, and sealed until then."""

from dataclasses import replace

import pytest

from association.amendments.models import BallotState, Choice
from association.kernel import clock, dated, jobs
from association.kernel.audit import AuditEntry, LogEntry
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.letters import Letter
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.pledges import queries
from association.pledges.models import Standing, VersionState
from tests import cast
from tests.association.amendments import moved as way
from tests.association.pledges import signed
from tests.page import Page

B, V = BallotState, VersionState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=f"amendments/{template}").count()


def test_a_vote_through_the_pages_with_password_and_code(app, visitor):
    first, second, _third = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        editor = cast.signed_in(app, "editor@staff.example")
        editor.get(f"/desk/pledges/{signed.version().id}/").press("交签署单位表决").submit(
            "开始表决", note="期限缩短。"
        )
        assert "表决中" in editor.text
        jobs.run_due()
        assert letters("ballot") == 6
        signer = cast.signed_in(app, first.signer_account.email)
        signer.get("/my/").press("阅读并投票")
        assert "五个工作日" in signer.text
        assert "我是样例101影视有限公司的授权签署人" in signer.text
        signer.submit("代表单位投票", agree=None, password="", code="")
        assert signer.errors == [
            "请选择同意、不同意或弃权",
            "请先勾选同意",
            "请填写账户密码",
            "请填写动态验证码",
        ]
        signer.submit("代表单位投票", choice="for", agree="y", password="wrong", code="000000")
        assert signer.errors == ["密码不对，或因多次失败暂停。"]
        slug = signed.pledge().document.slug
        clerk = cast.signed_in(app, first.clerk_account.email)
        clerk.get(f"/my/pledges/votes/{way.seat(first).id}/")
        assert clerk.status == 409
        assert "请由授权签署人办理" in clerk.text
        other = cast.signed_in(app, second.signer_account.email)
        assert other.get(f"/my/pledges/votes/{way.seat(first).id}/").status == 403
        assert visitor.get(f"/pledges/{slug}/votes/1/compare/").status == 200
        assert "五" in visitor.text


def test_a_double_click_votes_once(app, monkeypatch):
    first, *_others = way.waiting_for_a_vote()
    monkeypatch.setitem(app.extensions, "settings", replace(app.extensions["settings"], mode="demo"))
    with signed.later(33):
        signed.answered()
        way.put()
        page = Page(app)
        page.get("/account/login").submit("登录", email=first.signer_account.email, password=cast.PASSWORD)
        page.get(f"/my/pledges/votes/{way.seat(first).id}/")
        answers = page.again("代表单位投票", choice="for", agree="y", password=cast.PASSWORD)
        assert [answer.status_code for answer in answers] == [303, 303]
        session.rollback()
        mine = way.seat(first)
        assert (mine.choice, mine.casts, mine.method) == (Choice.FOR, 1, "password")
        assert mine.consent.startswith("我是样例101影视有限公司的授权签署人")
        assert letters("voted") == 2


def test_a_vote_is_changed_until_the_close_and_the_last_one_counts(app):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        way.voted(first)
        with pytest.raises(Refused, match="已经投了“同意”；要改投，请选另一项"):
            way.voted(first)
        with pytest.raises(Refused, match="刚刚已经有人投过票"):
            way.voted(first, Choice.AGAINST, casts=0)
        way.voted(first, Choice.ABSTAIN)
        assert (way.seat(first).choice, way.seat(first).casts) == (Choice.ABSTAIN, 2)
    with signed.later(49):
        with pytest.raises(Refused, match="表决已于2027年1月10日截止"):
            way.voted(first, Choice.FOR)
        way.kept()
        assert (way.ballot().in_favour, way.ballot().abstained) == (0, 1)


def test_before_the_close_nobody_sees_how_anybody_votes(app, visitor):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        way.voted(first, Choice.AGAINST)
        address = f"/pledges/{signed.pledge().document.slug}/votes/1/"
        for role in ("editor", "issuer", "auditor"):
            page = cast.signed_in(app, cast.somebody(role).email).get(address)
            assert "不同意" not in page.text
        assert "不同意" not in visitor.get(address).text
        assert "不同意" in cast.signed_in(app, first.signer_account.email).get(address).text
        trail = session.query(AuditEntry).filter_by(deed="vote_amendment").one()
        assert "against" not in str(trail.details)
        assert session.query(LogEntry).filter_by(act="open_ballot").count() == 1


@pytest.mark.parametrize("public", [0, 1])
def test_who_voted_how_is_public_only_where_that_was_set_before_the_opening(app, visitor, public):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33), writing():
        dated.change(
            "amendments.names_public", value=public, basis="试", in_force_from=clock.today(), checked_by="管", checked_on=None,
            actor=SYSTEM,
        )  # fmt: skip
    with signed.later(33):
        signed.answered()
        way.put()
        way.voted(first, Choice.AGAINST)
    with signed.later(49):
        way.kept()
        address = f"/pledges/{signed.pledge().document.slug}/votes/1/"
        assert ("样例101影视有限公司" in visitor.get(address).text) is bool(public)
        assert "样例101影视有限公司" in cast.signed_in(app, cast.somebody("auditor").email).get(address).text


def test_those_who_have_not_voted_are_reminded_once_on_each_set_day(app):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        jobs.run_due()
        way.voted(first)
        assert way.kept() == 0
    for days, expected in ((33 + 8, 4), (33 + 8, 4), (33 + 13, 8), (33 + 14, 8)):
        with signed.later(days):
            way.kept()
            jobs.run_due()
            assert letters("remind") == expected


def test_the_pages_are_read_in_english_too(app):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        way.put()
        slug = signed.pledge().document.slug
        reader = Page(app, language="en")
        for address in ("amendments/", "motions/1/", "votes/1/", "votes/1/compare/"):
            assert reader.get(f"/pledges/{slug}/{address}").status == 200
        signer = cast.signed_in(app, first.signer_account.email)
        signer.client.set_cookie("lang", "en")
        signer.language = "en"
        assert "last one counts" in signer.get(f"/my/pledges/votes/{way.seat(first).id}/").text
        assert signer.get(f"/my/pledges/{slug}/motions/new/").status == 200


def test_an_overdue_signatory_moves_nothing_and_yet_votes(app):
    first, *_others = way.waiting_for_a_vote()
    with signed.later(33):
        signed.answered()
        with writing():
            queries.living_spell(signed.pledge().id, first.id).standing = Standing.OVERDUE
        with pytest.raises(Refused, match="不是这份公约的有效签署单位"):
            way.moved(first)
        way.put()
        way.voted(first)
        assert way.seat(first).choice is Choice.FOR
