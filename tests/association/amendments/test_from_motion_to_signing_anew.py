"""The whole way through the pages: a signatory moves, another supports it, the revision is drafted, asked about, voted on, adopted, reviewed, issued – and
signed anew by one, while the other is still bound by the old text."""

from dataclasses import replace
from datetime import timedelta

from flask import Flask

from association.amendments.models import BallotState, MotionState
from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.transactions import writing
from association.pledges import clockwork as pledge_clock
from tests import cast
from tests.association.amendments import moved as way
from tests.association.pledges import signed
from tests.page import Page


def sits(app: Flask, email: str) -> Page:
    """On the demo site, where a password is enough."""
    page = Page(app)
    page.get("/account/login").submit("登录", email=email, password=cast.PASSWORD)
    session.rollback()
    return page


def test_from_a_motion_to_a_new_signature(app, visitor, monkeypatch):
    monkeypatch.setitem(app.extensions, "settings", replace(app.extensions["settings"], mode="demo"))
    signed.issued()
    first, second, third, fourth = way.firms(4)
    for role in ("editor", "reviewer", "issuer", "registrar"):
        signed.staff(role)
    slug = signed.pledge().document.slug

    # Moved, received, supported: the revision begins by itself.
    mover = sits(app, first.signer_account.email)
    mover.get(f"/pledges/{slug}/amendments/").press("提出修订动议")
    mover.submit("提出动议", reason="答复太慢", wording=way.WORDING, organisation=str(first.id))
    editor = sits(app, "editor@staff.example")
    editor.get("/desk/").press("办理").press("受理并公开").submit("受理并公开")
    supporter = sits(app, second.signer_account.email)
    supporter.get("/my/").press("看动议").press("代表单位附议").submit("附议")
    assert way.motion().state is MotionState.TAKEN_UP

    # Drafted and laid out for everybody's comments.
    signed.written(way.SHORTER)
    editor.get("/desk/").press("办理").press("公开征求意见")
    editor.submit("开始征求意见", closes_on=(clock.today() + timedelta(days=31)).isoformat())
    assert "征求意见" in visitor.get("/consultations/").text

    # Put to the vote once the comments are answered; sealed until its last day has passed.
    with signed.later(33):
        signed.answered()
        editor = sits(app, "editor@staff.example")
        editor.get(f"/desk/pledges/{signed.version().id}/").press("交签署单位表决").submit(
            "开始表决", note="第三条的期限缩短。"
        )
        for firm, choice in ((first, "for"), (second, "for"), (third, "for"), (fourth, "against")):
            voter = sits(app, firm.signer_account.email)
            voter.get("/my/").press("阅读并投票").submit(
                "代表单位投票", choice=choice, agree="y", password=cast.PASSWORD
            )
            assert "已投：" in voter.text
        assert "不同意" not in visitor.get(f"/pledges/{slug}/votes/1/").text

    # Counted by the clock, adopted as the signatories' own decision, reviewed by three, issued.
    with signed.later(49):
        way.kept()
        assert way.ballot().state is BallotState.CARRIED
        assert "表决通过" in visitor.get(f"/pledges/{slug}/amendments/").text
        issuer = sits(app, "issuer@staff.example")
        issuer.get("/desk/").press("办理").press("登记通过")
        issuer.submit("登记", effective_on=clock.today().isoformat())
        assert "签署单位表决" in issuer.text
        signed.reviewed()
        with writing():
            pledge_clock.keep_days()
        jobs.run_due()
        assert "五个工作日" in visitor.get(f"/pledges/{slug}/").text

        # One signs anew, the others are bound by the old text until the last day of the window.
        clerk = sits(app, first.clerk_account.email)
        clerk.get("/my/").press("重新签署").submit("填报")
        signer = sits(app, first.signer_account.email)
        signer.get("/my/").press("阅读并签署").submit("代表单位签署", agree="y", password=cast.PASSWORD)
        registrar = sits(app, "registrar@staff.example")
        registrar.get("/desk/").press("办理").press("确认签署").submit("确认签署")
        rows = visitor.get(f"/pledges/{slug}/signatories/?format=json").answer.get_json()["items"]
        assert sorted((row["name"][2:5], row["standing"]) for row in rows) == [
            ("101", "有效"), ("102", "待重签"), ("103", "待重签"), ("104", "待重签"),
        ]  # fmt: skip
        assert {row["version"] for row in rows if row["standing"] == "有效"} == {
            signed.version().edition.name
        }
