"""Putting forward: one's own or another's, agreed to by those whose work it is, and refused with the reason where it cannot be."""

import pytest

from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.standing import StandingKind
from association.standing import queries as stands
from bulletins.commendations import actions
from bulletins.commendations.models import NominationState
from tests import cast
from tests.association.standing import written
from tests.bulletins.commendations import made

S = NominationState


def letters(template: str) -> int:
    session.rollback()
    return session.query(Letter).filter_by(template=f"commendations/{template}").count()


def test_a_nomination_counts_once_its_own_signer_has_agreed(app):
    mine, other = made.firm(101), made.firm(102, name="白鹭样例影视有限公司")
    made.opened()
    made.nominated(mine, by=other)
    assert made.nomination().state is S.ASKED
    assert letters("asked") == 2
    assert not stands.of_organisation(mine.id, clock.today())
    with pytest.raises(Forbidden):
        made.take("agree", other.signer)
    with pytest.raises(Forbidden):
        made.take("agree", mine.clerk)
    made.take("agree", mine.signer)
    rows = stands.of_organisation(mine.id, clock.today(), StandingKind.NOMINATION)
    assert [(row.kind, row.is_public) for row in rows] == [(StandingKind.NOMINATION, False)]


def test_its_own_signer_nominates_and_agrees_at_once_its_clerk_does_not(app):
    mine = made.firm()
    made.opened()
    assert made.nominated(mine).state is S.SUBMITTED
    with writing():
        actions.nominate(
            made.round_(), code=mine.organisation.uscc, subject="practice", called="自审三遍", grounds="样例", evidence=[], by=mine.organisation,
            actor=mine.clerk,
        )  # fmt: skip
    assert made.nomination("自审三遍").state is S.ASKED


def test_who_is_no_fit_nominee_is_refused_with_the_reason(app):
    mine, new = made.firm(), cast.verified(102, name="白鹭样例影视有限公司")
    made.opened()
    for whose, sentence in ((new, "核验还不满90天"), (mine, "有自律措施在案")):
        made.nominated(whose, called=whose.organisation.name)
        if whose is mine:
            written.recorded(mine)
        with pytest.raises(Refused, match=sentence):
            made.take("admit", "registrar", whose.organisation.name)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"code": "91990000MA0009999X"}, "没有使用这个代码"),
        ({"called": "海边的灯"}, "已经提名"),
    ],
)
def test_what_cannot_be_nominated_is_said_at_its_field(app, typed, sentence):
    mine = made.firm()
    made.opened()
    made.nominated(mine)
    facts = {"code": mine.organisation.uscc, "called": "另一件", "subject": "work", "grounds": "样例", "evidence": []} | typed  # fmt: skip
    with pytest.raises(Refused, match=sentence) as refused, writing():
        actions.nominate(made.round_(), by=mine.organisation, actor=mine.signer, **facts)
    assert refused.value.field in typed


def test_nobody_nominates_more_than_their_share_or_after_the_last_day(app):
    mine = made.firm()
    made.opened()
    for n in range(5):
        made.nominated(mine, called=f"第{n}件")
    with pytest.raises(Refused, match="最多提名5件"):
        made.nominated(mine, called="第六件")
    with made.on(made.AFTER_CALL), pytest.raises(Refused, match="现在不接受提名"):
        made.nominated(mine, called="晚了")


def test_staff_who_act_for_the_organisation_do_not_nominate_it_for_the_house(app):
    mine = made.firm()
    made.opened()
    with writing():
        from association.accounts.models import GrantState, Role, RoleGrant

        session.add(RoleGrant(account_id=mine.signer_account.id, role=Role.EDITOR, state=GrantState.CONFIRMED))  # fmt: skip
    with pytest.raises(Refused, match="不能以协会的名义提名"):
        made.nominated(mine, actor=mine.signer)
