"""Overdue, lapsed, restored: register, check page, badge and record change each time, and the past stays as it was."""

from datetime import date, timedelta

import pytest
import time_machine

from association.fulfilment.models import StatementState
from association.fulfilment.workflow import STATEMENT
from association.kernel import certificates, clock
from association.kernel.certificates import CertificateState
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.pledges import clockwork, papers
from association.pledges.models import SignatureState
from tests import cast
from tests.association.fulfilment import owed
from tests.association.pledges import signed as way

OVERDUE, LAPSED = "2027-07-16", "2027-09-14"
"""The first days: after 15 days of grace, and 60 days later."""


def letters(template: str) -> int:
    return session.query(Letter).filter_by(template=f"fulfilment/{template}").count()


def certificate(firm):
    return papers.of(way.signature(firm))


def badge(visitor, firm) -> str:
    return visitor.get(f"/verify/{certificate(firm).code}/badge.svg").answer.text


def test_reminded_overdue_handed_in_late_and_restored(app, visitor, as_):
    owed.issued()
    firm = owed.bound()
    register = f"/pledges/{way.pledge().document.slug}/signatories/"
    with owed.on("2027-05-01"):
        owed.ticked()
        assert "有效" in visitor.get(register).text
        assert "#0f6e4f" in badge(visitor, firm)
    with owed.on("2027-07-15"):
        owed.ticked()
        assert way.standing(firm, clock.today()) == "good"
    with owed.on(OVERDUE):
        owed.ticked()
        owed.ticked()
        assert letters("overdue") == 2
        assert "逾期未报" in visitor.get(register).text
        assert "今天受公约约束的有1家" in visitor.text
        assert "年度履约说明逾期未报" in visitor.get(f"/verify/{certificate(firm).code}/").text
        assert certificate(firm).state is CertificateState.VALID
        assert "#9a6200" in badge(visitor, firm)
        assert "逾期未报" in badge(visitor, firm)
        assert "逾期未报" in visitor.get(f"/organisations/{firm.organisation.uscc}/").text
        clerk = as_(email=firm.clerk_account.email).get("/my/")
        clerk.press("查看并办理")
        assert f"补交《{way.TITLE}》年度履约说明（2027年6月30日截止）" in clerk.text
    with owed.on("2027-08-01"):
        owed.given(firm)
        assert way.standing(firm, clock.today()) == "good"
        assert "#0f6e4f" in badge(visitor, firm)
        listed = visitor.get(f"/pledges/{way.pledge().document.slug}/statements/")
        assert "迟于截止日" in listed.text
    days = (date(2027, 7, 15), date(2027, 7, 16), date(2027, 7, 31), date(2027, 8, 1))
    assert [way.standing(firm, day) for day in days] == ["good", "overdue", "overdue", "good"]
    with owed.on("2027-08-02"):
        past = visitor.get(f"{register}?on=2027-07-20&standing=overdue&format=json").answer.get_json()[
            "items"
        ]
        assert [row["standing"] for row in past] == ["逾期未报"]


def lapsed(firm: cast.Firm) -> None:
    for day in ("2027-05-01", OVERDUE, LAPSED):
        with owed.on(day):
            owed.ticked()


def test_it_lapses_after_a_further_time_and_a_late_statement_restores_it(app, visitor):
    owed.issued()
    firm = owed.bound()
    with owed.on("2027-05-01"):
        owed.ticked()
    with owed.on(OVERDUE):
        owed.ticked()
        assert owed.statement(firm).lapses_on == date(2027, 9, 14)
    with owed.on("2027-09-13"):
        owed.ticked()
        assert way.signature(firm).state is SignatureState.IN_FORCE
    with owed.on(LAPSED):
        owed.ticked()
        owed.ticked()
        assert way.signature(firm).state is SignatureState.LAPSED
        assert letters("lapsed") == 2
        assert certificate(firm).state is CertificateState.LAPSED
        assert "#8a8680" in badge(visitor, firm)
        page = visitor.get(f"/verify/{certificate(firm).code}/").text
        assert "已失效" in page
        assert "逾期未报送年度履约说明" in page
        assert (
            "今天受公约约束的有0家" in visitor.get(f"/pledges/{way.pledge().document.slug}/signatories/").text
        )
        with pytest.raises(Refused, match="补交说明即可恢复，不必重新签署"):
            way.prepared(firm)
    with owed.on("2027-10-01"):
        number = certificate(firm).number
        owed.given(firm)
        assert way.signature(firm).state is SignatureState.IN_FORCE
        assert (certificate(firm).state, certificate(firm).number) == (CertificateState.VALID, number)
        assert owed.statement(firm).due_on == date(2028, 6, 30)
    days = (date(2027, 7, 16), date(2027, 9, 14), date(2027, 9, 30), date(2027, 10, 1))
    assert [way.standing(firm, day) for day in days] == ["overdue", "lapsed", "lapsed", "good"]


def test_the_office_restores_with_a_reason_and_nobody_else(app, as_):
    owed.issued()
    firm = owed.bound()
    lapsed(firm)
    with owed.on("2027-10-01"):
        with pytest.raises(Forbidden), writing():
            STATEMENT.take("excuse", owed.statement(firm), actor=firm.signer, reason="请免")
        registrar = as_("registrar").get(f"/my/pledges/statements/{owed.statement(firm).id}/")
        registrar.press("免予报送").submit("免予报送", reason=" ")
        assert registrar.errors == ["请填写理由（单位会看到）"]
        registrar.submit("免予报送", reason="停业整顿期间无业务，理事会同意免报")
        assert "免予报送" in registrar.text
        session.rollback()
        assert way.standing(firm, clock.today()) == "good"
        assert letters("excused") == 2
        assert owed.statement(firm).state is StatementState.AHEAD
        signature = as_(email=firm.signer_account.email).get(
            f"/my/pledges/signatures/{way.signature(firm).id}/"
        )
        assert "停业整顿期间无业务" in signature.text
        assert "失效" in signature.text


def test_an_overdue_one_that_signs_the_new_version_still_owes_its_statement(app):
    owed.issued()
    firm = owed.bound()
    with owed.on("2027-05-01"):
        owed.ticked()
    with owed.on(OVERDUE):
        owed.ticked()
        way.revised(way.TEXT.replace("十个工作日", "五个工作日"))
        with way.later(33):
            way.carried()
            way.adopted()
            way.reviewed()
            with writing():
                assert clockwork.keep_days() == 1
            assert session.query(Letter).filter_by(template="pledges/resign").count() == 2
            assert way.standing(firm, clock.today()) == "overdue"
            way.confirmed(firm)
            assert way.standing(firm, clock.today()) == "overdue"
            owed.given(firm)
            assert way.standing(firm, clock.today()) == "good"


def test_a_lapse_before_a_new_version_is_not_taken_back_but_signed_anew(app):
    owed.issued()
    firm = owed.bound()
    lapsed(firm)
    with owed.on(LAPSED):
        way.revised(way.TEXT.replace("十个工作日", "五个工作日"))
        with way.later(33):
            way.adopted()
            way.reviewed()
            registrar = way.staff("registrar")
            with pytest.raises(Refused, match="请单位按新版重新签署"), writing():
                STATEMENT.take("excuse", owed.statement(firm), actor=registrar, reason="恢复")
            way.confirmed(firm)
            assert way.standing(firm, clock.today()) == "good"
            assert owed.statement(firm).state is StatementState.AHEAD
            assert certificates.certificates_of(way.signature(firm))[0].state is CertificateState.VALID


@pytest.mark.parametrize("days", [0, 30])
def test_grace_and_lapse_are_dated_settings(app, days):
    owed.issued()
    owed.setting("fulfilment.grace_days", days)
    firm = owed.bound()
    with owed.on("2027-05-01"):
        owed.ticked()
    last = owed.DUE + timedelta(days=days)
    with time_machine.travel(f"{last}T10:00:00+08:00", tick=True):
        owed.ticked()
        assert way.standing(firm, clock.today()) == "good"
    with time_machine.travel(f"{last + timedelta(days=1)}T10:00:00+08:00", tick=True):
        owed.ticked()
        assert way.standing(firm, clock.today()) == "overdue"
