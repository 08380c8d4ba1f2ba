"""What is not shared is nobody else's: planted words are looked for wherever the site could say them."""

import pytest
from flask import Flask
from sqlalchemy import select

from association.kernel import jobs
from association.kernel.audit import AuditEntry
from association.kernel.db import db, session
from association.kernel.errors import Forbidden
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.selfcheck import actions, clockwork
from association.selfcheck.models import SelfCheck, Value
from association.selfcheck.workflow import SELF_CHECK
from demo.papers import scan
from tests import cast
from tests.association.selfcheck import asked
from tests.page import Page

WORD = "紫檀木匣"
OWNER = "钱某某样例"


@pytest.fixture
def planted(app: Flask) -> tuple[cast.Firm, int]:
    """A finished self-check with the word in its note, its file's name, its plan; its owner named."""
    firm = cast.verified(101)
    round_id = asked.opened(asked.published())
    with writing():
        own = asked.part(round_id, firm)
        check = actions.start(firm.organisation, part=own, actor=firm.clerk)
        for question in check.questions:
            actions.answer(
                check,
                question,
                value=Value.NO,
                note=WORD,
                owner=OWNER,
                due_on=asked.TODAY,
                evidence=[scan(WORD, "样例")],
                actor=firm.clerk,
            )
        id_ = check.id
    asked.finish(firm, id_)
    with writing():
        gap = asked.gap(id_)
        actions.plan(gap, owner=OWNER, due_on=asked.TODAY, is_done=True, done_note=WORD, actor=firm.clerk)
    with writing():
        clockwork.keep_days()
    jobs.run_due()
    return firm, id_


ADDRESSES = (
    "/my/selfcheck/", "/my/selfcheck/1/", "/my/selfcheck/1/?format=csv", "/my/selfcheck/1/document.pdf", "/my/selfcheck/1/1/",
    "/my/selfcheck/answers/1/plan/", "/my/selfcheck/rounds/1/", "/my/selfcheck/self_check/1/share/", "/my/selfcheck/answers/1/evidence/3/remove/",
    "/desk/", "/desk/?format=csv", "/desk/selfcheck/", "/desk/selfcheck/shared/", "/desk/selfcheck/shared/?format=csv",
    "/desk/selfcheck/shared/?format=json", "/desk/selfcheck/rounds/1/", "/desk/selfcheck/rounds/1/?format=json",
    "/desk/administration/trail/", "/desk/administration/trail/?format=csv", "/my/", "/my/?format=csv", "/selfcheck/",
    "/selfcheck/rounds/", "/selfcheck/rounds/2026-1/", f"/search?q={WORD}", f"/search?q={WORD}&format=json", "/log/",
)  # fmt: skip


def _said(page: Page, path: str) -> str:
    page.get(path)
    return (
        page.answer.get_data().decode(errors="replace") if page.answer.mimetype != "application/pdf" else WORD
    )


def test_unshared_it_is_seen_by_its_officers_and_nobody_else(app: Flask, as_, planted) -> None:
    firm, id_ = planted
    other = cast.verified(102, name="样例别家影视有限公司")
    readers = {
        "visitor": Page(app), "another organisation": cast.signed_in(app, other.signer_account.email),
        "auditor": as_("auditor"), "admin": as_("admin"),
        "staff": as_("registrar", "issuer", "editor", "reviewer", "legal", "intake", "investigator", "experts", "courses"),
        "expert": as_("expert"),
    }  # fmt: skip
    papers = [f"/files/{n}/{WORD}.pdf" for n in range(1, 12)]
    for who, page in readers.items():
        for path in (*ADDRESSES, *papers):
            said = (
                _said(page, path)
                .replace(f'value="{WORD}"', "")
                .replace(f"“{WORD}”", "")
                .replace(f"q={WORD}", "")
            )
            assert page.status != 200 or (WORD not in said and OWNER not in said), (who, path)
    own = cast.signed_in(app, firm.signer_account.email)
    assert WORD in _said(own, f"/my/selfcheck/{id_}/")
    assert own.get("/my/selfcheck/1/document.pdf").status == 200


def test_no_letter_and_no_line_of_the_trail_says_what_was_answered(app: Flask, planted) -> None:
    for letter in session.query(Letter):
        assert WORD not in letter.subject + letter.body
        assert OWNER not in letter.subject + letter.body
    for entry in session.query(AuditEntry):
        assert WORD not in str(entry.details)
        assert OWNER not in str(entry.details)


def test_at_rest_what_people_wrote_is_encrypted(app: Flask, planted) -> None:
    raw = (
        db.session.connection()
        .exec_driver_sql("select note, owner, done_note from self_check_answer")
        .fetchall()
    )
    assert raw
    assert all(WORD not in str(row) and OWNER not in str(row) for row in raw)


def test_shared_it_is_read_by_registrar_and_auditor_and_taken_back_it_is_gone(
    app: Flask, as_, planted
) -> None:
    firm, id_ = planted
    registrar, auditor, editor = as_("registrar"), as_("auditor"), as_("editor")
    with pytest.raises(Forbidden), writing():
        SELF_CHECK.take("share", asked.check(id_), actor=firm.clerk)
    page = cast.signed_in(app, firm.signer_account.email).get(f"/my/selfcheck/{id_}/")
    page.press("共享给协会").submit("共享给协会")
    assert "已共享给协会" in page.text
    for reader in (registrar, auditor):
        assert WORD in _said(reader, f"/my/selfcheck/{id_}/")
        assert firm.organisation.name in reader.get("/desk/selfcheck/shared/").text
        assert reader.get(f"/my/selfcheck/{id_}/1/").status == 403
    assert editor.get(f"/my/selfcheck/{id_}/").status == 403
    assert "看共享的自查" in registrar.get("/desk/selfcheck/rounds/1/").text
    session.rollback()
    assert session.scalars(select(Letter).where(Letter.template == "selfcheck/shared")).all()
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/my/selfcheck/{id_}/")
    clerk.press("收回共享").submit("收回共享")
    for reader in (registrar, auditor):
        assert reader.get(f"/my/selfcheck/{id_}/").status == 403
        assert firm.organisation.name not in reader.get("/desk/selfcheck/shared/").text


def test_sharing_this_years_shares_nothing_of_last_years(app: Flask, as_) -> None:
    firm = cast.verified(101)
    version_id = asked.published("只在去年缺的是否？", "今年是否？")
    asked.finished(firm, version_id, "no", "yes")
    second = asked.finished(firm, version_id, "yes", "yes")
    asked.share(firm, second)
    page = as_("registrar").get(f"/my/selfcheck/{second}/")
    assert "与上次相比" not in page.text
    page.get(f"/my/selfcheck/{second}/?format=csv")
    assert "否" not in page.answer.text.replace("是否", "")
    assert page.get("/my/selfcheck/1/").status == 403


def test_a_former_officer_sees_it_no_longer(app: Flask, planted) -> None:
    from association.organisations import queries as organisations
    from association.organisations.workflow import OFFICER

    firm, id_ = planted
    with writing():
        clerk = next(
            o
            for o in organisations.officers_of(firm.organisation)
            if o.person_id == firm.clerk_account.person_id
        )
        OFFICER.take("end", clerk, actor=firm.signer, reason="离任")
    assert cast.signed_in(app, firm.clerk_account.email).get(f"/my/selfcheck/{id_}/").status == 403
    assert session.query(SelfCheck).count() == 1


def test_a_forgotten_colleague_is_named_neither_in_answers_nor_in_the_print(app: Flask) -> None:
    from association.kernel import documents
    from association.people.actions import forget

    firm = cast.verified(101)
    name = firm.clerk_account.person.name
    id_ = asked.finished(firm, asked.published(), "yes", "no", owner=name)
    jobs.run_due()
    with writing():
        forget(session.merge(firm.clerk_account).person, because="本人申请", actor=cast.staff("admin"))
    session.rollback()
    assert asked.gap(id_).owner not in (None, name)
    paper = documents.document_of(asked.check(id_), "self_check")
    assert paper
    assert paper.state is documents.DocumentState.WAITING


def test_followers_hear_of_questionnaires(app: Flask) -> None:
    from association.following.models import Happening

    asked.published()
    assert [h.deed for h in session.query(Happening)] == ["publish"]
