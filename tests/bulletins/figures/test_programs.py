"""Programs report with a token; workbooks are read cell by cell."""

import io
import json
import re
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import text

from association.accounts.tokens import hash_of
from association.kernel import clock
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from bulletins.figures import actions, clockwork, workbook
from bulletins.figures.models import READ, WRITE, Report, ReportState, Token, Via
from tests import cast
from tests.bulletins.figures import made

ADDRESS = f"/api/v1/figures/{made.CODE}/report"


def token(firm: cast.Firm, *scopes: str) -> str:
    with writing():
        return actions.make_token(
            firm.organisation, name="数据平台", scopes=scopes or (WRITE, READ), actor=firm.signer
        )[1]


def put(app: Flask, secret: str, answers: object, **more: object):
    session.rollback()
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    with app.app_context():
        return app.test_client().put(ADDRESS, json={"answers": answers} | more, headers=headers)


def got(app: Flask, secret: str):
    session.rollback()
    with app.app_context():
        return app.test_client().get(ADDRESS, headers={"Authorization": f"Bearer {secret}"})


def test_a_program_reports_and_the_signer_confirms(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    secret = token(firm)
    answer = put(app, secret, made.answers(5, vulgar_videos=None))
    assert (answer.status_code, answer.json["state"]) == (201, "prepared")
    again = put(app, secret, made.answers(5, vulgar_videos=None))
    assert (again.status_code, again.json["version"]) == (200, 1)
    report = session.query(Report).one()
    assert (report.via, report.state, report.drafted_by) == (Via.PROGRAM, ReportState.PREPARED, "数据平台")
    assert put(app, secret, made.answers(6)).status_code == 409, "it waits for the signer"
    made.take("confirm", report.id, firm.signer)
    assert put(app, secret, made.answers(5, vulgar_videos=None)).status_code == 200
    assert put(app, secret, made.answers(6)).status_code == 409, "a correction says why"
    assert put(app, secret, made.answers(6), because="漏了一天").status_code == 201
    assert got(app, secret).json["version"] == 2
    assert session.query(Token).one().last_used_at is not None


@pytest.mark.parametrize("fault", ["none", "wrong", "expired", "revoked", "organisation ended"])
def test_what_is_no_living_token_is_401(app: Flask, fault: str) -> None:
    firm = made.platform(101)
    made.opened()
    secret = token(firm)
    with writing():
        row = session.query(Token).one()
        if fault == "expired":
            row.expires_at = clock.now() - timedelta(seconds=1)
        elif fault == "revoked":
            actions.revoke_token(row, actor=firm.signer)
        elif fault == "organisation ended":
            from association.organisations.models import OrganisationState

            row.organisation.state, row.organisation.ended_on = OrganisationState.ENDED, clock.today()
    answer = put(app, {"none": "", "wrong": "yzf_no"}.get(fault, secret), made.answers())
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert session.query(Report).count() == 0


def test_a_token_does_what_its_scope_says_for_its_own_organisation(app: Flask) -> None:
    firm, other = made.platform(101), made.platform(102)
    made.opened()
    made.reported(firm)
    assert put(app, token(other, READ), made.answers()).status_code == 403
    assert got(app, token(other, WRITE)).status_code == 403
    assert got(app, token(other, READ)).status_code == 404, "the other's report is not its own"
    assert got(app, token(firm, READ)).json["organisation"] == firm.organisation.uscc


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"[",
        b"[]",
        b'{"answers": 3}',
        b"[" * 90_000,
        b'{"answers": {"\\ud800": 1}}',
        b'{"answers": {}, "because": "\\ud800"}',
        b"\xff",
    ],
)
def test_what_is_no_report_is_answered_and_nothing_is_written(app: Flask, sent: bytes) -> None:
    firm = made.platform(101)
    made.opened()
    headers = {"Authorization": f"Bearer {token(firm)}", "Content-Type": "application/json"}
    session.rollback()
    with app.app_context():
        answer = app.test_client().put(ADDRESS, data=sent, headers=headers)
    assert answer.status_code == 422
    assert answer.json["faults"]
    assert session.query(Report).count() == 0


def test_every_fault_is_named(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    given = made.answers() | {"vulgar-videos": -1, "vulgar-accounts": True, "no-such": 3}
    del given["appeals-upheld"]
    answer = put(app, token(firm), given)
    assert answer.status_code == 422
    places = {fault["at"] for fault in answer.json["faults"]}
    assert places == {
        "answers.vulgar-videos",
        "answers.vulgar-accounts",
        "answers.no-such",
        "answers.appeals-upheld",
    }


def test_clerk_and_signer_are_told_twice_before_a_token_ends_and_of_a_revoked_one_never(
    app: Flask, post
) -> None:
    firm = made.platform(101)
    made.opened()
    token(firm)
    token(firm)
    with writing():
        first = session.query(Token).order_by(Token.id).first()
        actions.revoke_token(first, actor=firm.signer)
    post()
    told = "select count(*) from letter where template = 'figures/token_ends'"
    for days, letters in ((334, 0), (335, 2), (335, 2), (350, 2), (358, 4), (366, 4)):
        with time_machine.travel(clock.now() + timedelta(days=days)):
            with writing():
                clockwork.tell_of_ends()
            assert (days, session.scalar(text(told))) == (days, letters)
            session.rollback()
    letter = session.query(Letter).filter_by(template="figures/token_ends").first()
    assert letter.subject == "报送接口的令牌快要失效：数据平台"
    assert "2027年11月23日" in letter.body


def test_the_token_is_shown_once_and_kept_as_a_hash(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    signer = (
        cast.signed_in(app, firm.signer_account.email)
        .get("/my/figures/")
        .press("报送接口的令牌")
        .press("生成令牌")
    )
    signer.submit("生成", name="数据平台", scopes=["figures:write"])
    found = re.search(r"yzf_[A-Za-z0-9_-]+", signer.text)
    assert found is not None
    secret = found[0]
    row = session.query(Token).one()
    assert (row.token_hash, row.scopes) == (hash_of(secret), ["figures:write"])
    assert secret not in signer.get(f"/my/figures/tokens/{firm.id}/").html
    assert not any(
        secret in json.dumps(e.details, default=str)
        for e in session.query(AuditEntry)
        if hasattr(e, "details")
    )
    signer.press("撤销").submit("撤销")
    assert put(app, secret, made.answers()).status_code == 401


@pytest.mark.parametrize("who", ["clerk", "another's signer"])
def test_only_the_signer_keeps_tokens(app: Flask, who: str) -> None:
    firm, other = made.platform(101), made.platform(102)
    account = firm.clerk_account if who == "clerk" else other.signer_account
    page = cast.signed_in(app, account.email)
    assert page.get(f"/my/figures/tokens/{firm.id}/").status == 403
    assert page.get(f"/my/figures/tokens/{firm.id}/make/").status == 403


def _filled(changes: dict[str, object], *, without: str = "") -> bytes:
    book = load_workbook(io.BytesIO(workbook.template(made.period(), {})))
    sheet = book.worksheets[0]
    for row in list(sheet.iter_rows(min_row=2)):
        code = row[0].value
        row[5].value = changes.get(str(code), 7)  # type: ignore[assignment]
        if code == without:
            sheet.delete_rows(row[0].row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_becomes_the_draft(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    clerk = cast.signed_in(app, firm.clerk_account.email)
    assert clerk.get(f"/my/figures/{made.CODE}/{firm.id}/template.xlsx").status == 200
    clerk.get(f"/my/figures/{made.CODE}/{firm.id}/write/").press("上传填好的表格")
    clerk.submit(
        "上传",
        file=(io.BytesIO(_filled({"vulgar-videos": "未统计", "values-videos": "１,２００"})), "数.xlsx"),
    )
    assert clerk.heading == "样例平台101有限公司"
    report = session.query(Report).one()
    assert (report.via, report.answers["vulgar-videos"], report.answers["values-videos"]) == (
        Via.WORKBOOK,
        None,
        1200,
    )


def test_every_cell_that_cannot_be_read_is_named_and_nothing_is_written(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    codes = made.period().codes
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/my/figures/{made.CODE}/{firm.id}/upload/")
    broken = _filled({codes[0]: "很多", codes[1]: "=1+1", codes[2]: None, codes[3]: -4}, without=codes[8])
    clerk.submit("上传", file=(io.BytesIO(broken), "数.xlsx"))
    assert clerk.status == 409
    assert [e.split("：")[0] for e in clerk.errors[:4]] == ["F2", "F3", "F4", "F5"]
    assert codes[8] in clerk.errors[4]
    assert session.query(Report).count() == 0
    assert workbook.read(made.period(), b"PK\x03\x04 no book")[1] == [
        "这不是可以读取的.xlsx表格，请用模板另存后再上传。"
    ]


def test_the_pages_of_tokens_and_workbooks_speak_english(app: Flask) -> None:
    firm = made.platform(101)
    made.opened()
    for account in (firm.signer_account, firm.clerk_account):
        page = cast.signed_in(app, account.email)
        page.speak("en")
        page.get(f"/my/figures/{made.CODE}/{firm.id}/upload/")
        if account is firm.signer_account:
            page.get(f"/my/figures/tokens/{firm.id}/").press("Make a token")
    assert page.status == 200
