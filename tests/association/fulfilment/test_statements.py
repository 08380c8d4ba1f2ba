"""The yearly statement: reminded of, written clause by clause, confirmed by the signer; what everybody may know of it and what not."""

import io
from datetime import date

import pytest

from association.fulfilment import actions, settings
from association.fulfilment.models import Kept, Statement, StatementState
from association.fulfilment.workflow import STATEMENT
from association.kernel.attachments import Named
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from demo.papers import Paper, scan
from tests import cast
from tests.association.fulfilment import owed
from tests.association.pledges import signed as way

S = StatementState


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=f"fulfilment/{template}").count()


@pytest.mark.parametrize(
    ("setting", "since", "last", "due"),
    [
        ("周年", date(2026, 1, 10), None, date(2027, 1, 10)), ("周年", date(2024, 2, 29), date(2026, 2, 28), date(2027, 2, 28)),
        ("周年", date(2026, 11, 23), None, date(2027, 11, 23)), ("03-31", date(2026, 11, 20), None, date(2028, 3, 31)),
        ("03-31", date(2026, 9, 1), None, date(2027, 3, 31)), ("03-31", date(2026, 9, 1), date(2027, 3, 31), date(2028, 3, 31)),
        ("02-31", date(2026, 6, 1), None, date(2027, 2, 28)), ("随便", date(2026, 1, 10), None, date(2027, 1, 10)),
    ],
)  # fmt: skip
def test_it_is_due_on_the_anniversary_or_on_a_fixed_day_and_always_ahead(app, setting, since, last, due):
    owed.setting("fulfilment.due_on", setting)
    assert settings.due_after(since, last) == due


def test_it_is_reminded_of_sixty_thirty_and_seven_days_before(app):
    owed.issued()
    firm = owed.bound()
    assert (owed.statement(firm).state, owed.statement(firm).due_on) == (S.AHEAD, owed.DUE)
    for day, told in (
        ("2027-04-30", 0), ("2027-05-01", 2), ("2027-05-02", 2), ("2027-05-31", 4), ("2027-06-22", 4), ("2027-06-23", 6), ("2027-06-30", 6),
    ):  # fmt: skip
        with owed.on(day):
            owed.ticked()
            owed.ticked()
            assert (day, letters("due")) == (day, told)
    assert owed.statement(firm).state is S.OPEN


def test_a_clerk_writes_it_in_pieces_and_the_signer_confirms_it(app, as_, visitor):
    owed.issued()
    firm = owed.bound()
    with owed.on("2027-05-01"):
        owed.ticked()
        clerk = as_(email=firm.clerk_account.email)
        clerk.get("/my/").press("填报").submit("保存", kept_1="kept", did_1="首次投放前逐条核对")
        assert "已保存，可以以后接着写。" in clerk.html
        assert clerk.value("did_1") == "首次投放前逐条核对"
        clerk.submit("送签署人确认", kept_2="partly", did_2="")
        assert clerk.refusals == ["第三条没有完全做到，请写明情况和改进。"]
        clerk.submit("送签署人确认", kept_2="partly", did_2="七月起设专人", summary=" ")
        assert clerk.refusals == ["请先填写总的说明。"]
        clerk.submit("送签署人确认", summary="总体做到。", evidence=scan("核对记录", "样例"), is_open=None)
        assert "待签署人确认" in clerk.text
        assert not any(words.startswith("确认并报送") for words in clerk.links())
        signer = as_(email=firm.signer_account.email)
        signer.get("/my/").press("核对并确认").press("退回修改").submit("退回修改", reason="请补充投诉的情况")
        clerk.get("/my/").press("填报")
        assert "请补充投诉的情况" in clerk.text
        clerk.submit("送签署人确认", summary="总体做到，投诉十日内答复。")
        signer.get("/my/").press("核对并确认").press("确认并报送").submit("确认并报送")
        assert "已报送" in signer.text
        session.rollback()
        assert [letters(t) for t in ("due", "submitted", "given_back", "given")] == [2, 2, 2, 2]
        found = session.query(Statement).filter_by(state=S.GIVEN).one()
        assert [(mark, kept.value) for mark, kept, _did in found.told] == [
            ("第二条", "kept"),
            ("第三条", "partly"),
        ]
        assert owed.statement(firm).due_on == date(2028, 6, 30)
        assert session.query(LogEntry).filter_by(act="give").count() == 1
        slug = way.pledge().document.slug
        listed = visitor.get(f"/pledges/{slug}/statements/")
        assert "晨曦样例影视有限公司" in listed.text
        assert "不对外公开" in listed.text
        assert visitor.get(f"/pledges/{slug}/statements/{found.id}/").path.startswith("/account/login")
        record = visitor.get(f"/organisations/{firm.organisation.uscc}/").text
        assert "年度履约说明" in record
        assert "总体做到" not in record


def test_its_content_is_public_only_where_the_organisation_chose_so_and_its_evidence_never(app, visitor, as_):
    owed.issued()
    shown, hidden = owed.bound(101), owed.bound(102, name="白鹭样例影视有限公司")
    with owed.on("2027-05-02"):
        owed.ticked()
        with writing():
            actions.write(
                owed.statement(shown), summary="公开的说明。", answers={"2": (Kept.KEPT, "核对")}, is_open=True,
                evidence=[_named(scan("核对记录", "样例"))], actor=shown.clerk,
            )  # fmt: skip
        number = owed.statement(shown).id
        owed.given(shown, is_open=True, answers={"2": (Kept.KEPT, "核对")})
        owed.given(hidden)
        slug = way.pledge().document.slug
        content = visitor.get(f"/pledges/{slug}/statements/").press("看内容")
        assert "首次投放前都核对过素材" in content.text
        assert "第二条" in content.text
        assert "核对记录" not in content.html
        rows = visitor.get(f"/pledges/{slug}/statements/?format=json").answer.get_json()["items"]
        assert {row["name"]: row["is_open"] for row in rows} == {
            "晨曦样例影视有限公司": "是",
            "白鹭样例影视有限公司": "否",
        }
        staff = as_("auditor").get(f"/my/pledges/statements/{number}/")
        assert staff.status == 200
        paper = next(href for words, href in staff.links().items() if href.startswith("/files/"))
        assert visitor.get(paper).path.startswith("/account/login")
        stranger = as_(email=hidden.clerk_account.email)
        assert stranger.get(paper).status == 404
        assert stranger.get(f"/my/pledges/statements/{number}/").status == 403


def _named(paper: Paper) -> Named:
    return Named(paper.filename, io.BytesIO(paper.body))


def test_nobody_confirms_what_they_wrote_themselves(app):
    owed.issued()
    firm = owed.bound()
    with owed.on("2027-05-02"):
        owed.ticked()
        with writing():
            actions.write(
                owed.statement(firm),
                summary="由签署人写",
                answers={},
                is_open=False,
                evidence=[],
                actor=firm.signer,
            )
        with writing():
            actions.submit(owed.statement(firm), actor=firm.signer)
        with pytest.raises(Refused, match="须由另一人办理"), writing():
            STATEMENT.take("give", owed.statement(firm), actor=firm.signer)
        with pytest.raises(Forbidden), writing():
            STATEMENT.take("give", owed.statement(firm), actor=firm.clerk)


def test_before_its_time_and_after_it_was_given_nothing_is_written(app, as_):
    owed.issued()
    firm = owed.bound()
    clerk = as_(email=firm.clerk_account.email)
    page = clerk.get(f"/my/pledges/statements/{owed.statement(firm).id}/write/")
    assert (page.status, "现在是“未到填报期”，不能填报。" in page.text) == (409, True)


def test_another_organisation_may_not_write_it(app, as_):
    owed.issued()
    firm, other = owed.bound(101), cast.verified(102, name="白鹭样例影视有限公司")
    with owed.on("2027-05-02"):
        owed.ticked()
        page = as_(email=other.clerk_account.email).get(
            f"/my/pledges/statements/{owed.statement(firm).id}/write/"
        )
        assert page.status == 403


def test_a_double_click_gives_it_once(app, as_):
    owed.issued()
    firm = owed.bound()
    with owed.on("2027-05-02"):
        owed.ticked()
        number = owed.drafted(firm).id
        signer = (
            as_(email=firm.signer_account.email).get(f"/my/pledges/statements/{number}/").press("确认并报送")
        )
        assert [a.status_code for a in signer.again("确认并报送")] == [303, 303]
        session.rollback()
        assert session.query(Statement).filter_by(state=S.GIVEN).count() == 1
        assert letters("given") == 2


def test_leaving_ends_what_is_owed_and_signing_anew_begins_it_again(app):
    owed.issued()
    firm = owed.bound()
    first = owed.statement(firm).id
    way.left(firm)
    assert session.get_one(Statement, first).state is S.CLOSED
    with owed.on("2027-01-10"):
        way.confirmed(firm)
        assert (owed.statement(firm).period_from, owed.statement(firm).due_on) == (
            date(2027, 1, 10),
            date(2028, 6, 30),
        )


def test_who_signed_before_statements_were_asked_for_has_one_ahead_after_the_clock_has_looked(app):
    owed.issued()
    firm = owed.bound()
    with writing():
        session.delete(owed.statement(firm))
    owed.ticked()
    assert owed.statement(firm).due_on == owed.DUE


def test_the_desk_sees_who_has_not(app, as_):
    owed.issued()
    given, late = owed.bound(101), owed.bound(102, name="白鹭样例影视有限公司")
    with owed.on("2027-05-02"):
        owed.ticked()
        owed.given(given)
    with owed.on("2027-07-16"):
        owed.ticked()
        page = as_("registrar").get("/desk/pledges/statements/?late=overdue")
        assert "白鹭样例影视有限公司" in page.text
        assert "晨曦样例影视有限公司" not in page.text
        assert late.id
        assert as_("editor").get("/desk/pledges/statements/").status == 403
