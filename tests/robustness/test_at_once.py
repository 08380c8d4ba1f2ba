"""Two who press at the same moment, each in a thread with a connection of their own: one deed is done, and both are told what is so."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.audit import AuditEntry, LogEntry
from association.kernel.db import lock, session
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import Organisation, OrganisationState
from association.rules import queries
from association.rules.models import Mapping
from tests import cast
from tests.association.rules.texts import NEW, OLD, kept
from tests.page import Page

TURNS = 4
"""How often each race is run: a fault that needs the right moment gets several."""


def together(*presses: Callable[[], TestResponse]) -> list[TestResponse]:
    """All pressed at the same moment; the answers in the order of the presses."""
    session.rollback()
    moment = threading.Barrier(len(presses))
    answers: dict[int, TestResponse] = {}

    def press(n: int) -> None:
        moment.wait(10)
        answers[n] = presses[n]()

    threads = [threading.Thread(target=press, args=(n,)) for n in range(len(presses))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return [answers[n] for n in range(len(presses))]


def count(model: type, **facts: object) -> int:
    return session.scalar(select(func.count()).select_from(model).filter_by(**facts)) or 0


def registrars(app: Flask) -> list[Page]:
    return [cast.signed_in(app, cast.somebody("registrar").email) for _ in range(2)]


def test_two_staff_who_decide_differently_at_the_same_moment_decide_once(app: Flask) -> None:
    first, second = registrars(app)
    for turn in range(TURNS):
        firm = cast.submitted(200 + turn)
        letters = count(Letter)
        file = f"/organisations/file/{firm.id}/"
        answers = together(
            first.get(file).press("核验通过").ready("核验通过"),
            second.get(file).press("不予通过").ready("不予通过", reason="资料不全"),
        )
        assert sorted(a.status_code for a in answers) == [303, 409]
        loser = next(a for a in answers if a.status_code == 409)
        assert "可能刚刚有人办过" in loser.text
        decided = list(
            session.scalars(
                select(AuditEntry.deed).where(
                    AuditEntry.subject_id == firm.id, AuditEntry.deed.in_(["approve", "refuse"])
                )
            )
        )
        won = "approve" if answers[0].status_code == 303 else "refuse"
        assert decided == [won]
        state = OrganisationState.APPROVED if won == "approve" else OrganisationState.REFUSED
        assert firm.organisation.state is state
        assert count(Letter) == letters + 2  # the clerk's and the signer's


def test_two_who_take_the_same_decision_at_the_same_moment_take_it_once(app: Flask) -> None:
    pages = registrars(app)
    for turn in range(TURNS):
        firm = cast.submitted(300 + turn)
        file = f"/organisations/file/{firm.id}/"
        answers = together(*[page.get(file).press("核验通过").ready("核验通过") for page in pages])
        assert sorted(a.status_code for a in answers) == [303, 409]
        assert count(AuditEntry, subject_kind="organisation", subject_id=firm.id, deed="approve") == 1
    assert count(LogEntry, act="approve") == TURNS


def test_a_double_click_on_a_decision_is_one_decision_and_no_reproach(app: Flask) -> None:
    page, _other = registrars(app)
    for turn in range(TURNS):
        firm = cast.submitted(400 + turn)
        click = page.get(f"/organisations/file/{firm.id}/").press("核验通过").ready("核验通过")
        answers = together(click, click)
        assert [a.status_code for a in answers] == [303, 303]
        assert answers[0].location == answers[1].location
        assert count(AuditEntry, subject_kind="organisation", subject_id=firm.id, deed="approve") == 1


def applying(app: Flask, clerk: Account, serial: int) -> Callable[[], TestResponse]:
    page = cast.signed_in(app, clerk.email).get("/my/organisations/apply/")
    return page.ready(
        "保存并邀请签署人", code=cast.code(serial), name=f"样例{serial}影视有限公司", kinds="studio",
        province="99", founded_on="2018-05-20", legal_representative="甘样例", address="示例路1号",
        signer_name="樊样例", signer_email=f"signer{serial}@people.example", authority=cast.paper(),
        authority_ends_on=(clock.today() + timedelta(days=365)).isoformat(),
    )  # fmt: skip


def test_a_double_click_on_an_application_is_one_application_with_one_invitation(app: Flask) -> None:
    for turn in range(TURNS):
        click = applying(app, cast.somebody(), 500 + turn)
        answers = together(click, click)
        assert [a.status_code for a in answers] == [303, 303]
        assert answers[0].location == answers[1].location
        assert count(Organisation, uscc=cast.code(500 + turn)) == 1
        assert count(Letter, to_address=f"signer{500 + turn}@people.example") == 1


def test_two_clerks_who_apply_for_one_code_at_the_same_moment_are_told_apart(app: Flask) -> None:
    for turn in range(TURNS):
        presses = [applying(app, cast.somebody(), 600 + turn) for _ in range(2)]
        answers = together(*presses)
        assert sorted(a.status_code for a in answers) == [303, 409]
        assert count(Organisation, uscc=cast.code(600 + turn)) == 1


def test_a_double_click_that_is_refused_by_its_own_first_half_is_no_reproach(app: Flask) -> None:
    editor = cast.signed_in(app, cast.somebody("editor").email)
    first, second = kept(OLD), kept(NEW)
    line = queries.mappings(first, second)[0]
    click = editor.get(f"/desk/rules/mapping/line/{line.id}/").ready("确认", note="没有变化。")
    answers: list[TestResponse] = []
    presses = [threading.Thread(target=lambda: answers.append(click())) for _ in range(2)]
    with writing():
        lock(session.get_one(Mapping, line.id))
        for press in presses:
            press.start()
        time.sleep(1)  # both have found their form unanswered, and wait for the line
    for press in presses:
        press.join(30)
    assert [a.status_code for a in answers] == [303, 303]
    assert count(AuditEntry, subject_kind="edition", subject_id=second.id, deed="confirm_mapping") == 1
