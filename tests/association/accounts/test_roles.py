"""A role takes two: one administrator proposes, another decides, and never about themselves."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from association.accounts import actions, queries
from association.accounts.actors import actor_of
from association.accounts.models import GrantState, Role
from association.accounts.waiting import waiting_for
from association.kernel import clock
from association.kernel.audit import AuditEntry, LogEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.transactions import rollback, writing
from tests.association.accounts.house import Browser, again, count, grant_of, person, set_settings, step

EMAIL = "helper@studio.example"


@pytest.fixture
def somebody(live):
    return person(EMAIL, name="样例甲")


def roles(number: int) -> list[Role]:
    rollback()
    return queries.roles_of(number)


def deeds(grant_id: int) -> list[tuple[str, int | None]]:
    rollback()
    rows = session.execute(
        select(AuditEntry.deed, AuditEntry.account_id)
        .where(AuditEntry.subject_kind == "role_grant", AuditEntry.subject_id == grant_id)
        .order_by(AuditEntry.id)
    )
    return [(row.deed, row.account_id) for row in rows]


def test_a_proposal_alone_grants_nothing(admins, somebody):
    admins.propose(somebody, Role.EDITOR)
    assert roles(somebody) == []


def test_the_second_administrator_confirms_and_all_three_are_written_to(admins, somebody, letter_box):
    grant_id = admins.propose(somebody, Role.EDITOR)
    assert letter_box.templates("two@admin.example") == ["grant_waits"]
    step("confirm", grant_id, by=admins.second)
    assert roles(somebody) == [Role.EDITOR]
    assert deeds(grant_id) == [("propose", admins.first), ("confirm", admins.second)]
    assert letter_box.templates(EMAIL) == ["grant_confirm"]
    assert letter_box.templates("one@admin.example") == ["grant_told_confirm"]
    assert count(LogEntry) == 0, "who works here is no public act"


def test_nobody_confirms_their_own_proposal(admins, somebody):
    grant_id = admins.propose(somebody, Role.EDITOR)
    with pytest.raises(Refused, match="须由另一人办理"):
        step("confirm", grant_id, by=admins.first)
    assert roles(somebody) == []


def test_nobody_grants_a_role_to_themselves(admins):
    with pytest.raises(Forbidden), writing():
        actions.propose(
            again(admins.first), role=Role.EDITOR, ends_on=None, actor=actor_of(again(admins.first))
        )


def test_nobody_decides_about_themselves(admins, somebody):
    grant_id = admins.propose(admins.second, Role.EDITOR)
    for deed in ("confirm", "refuse"):
        with pytest.raises(Forbidden):
            step(deed, grant_id, by=admins.second, reason="样例理由")
    assert roles(admins.second) == [Role.ADMIN]


def test_a_new_administrator_needs_the_two_as_well(admins, somebody):
    admins.grant(somebody, Role.ADMIN)
    assert roles(somebody) == [Role.ADMIN]
    grant_id = admins.propose(person("next@studio.example"), Role.LEGAL)
    step("confirm", grant_id, by=somebody)


@pytest.mark.parametrize("role", ["registrar", "auditor", None])
def test_only_administrators_propose(live, admins, somebody, role):
    other = person("other@studio.example")
    if role:
        admins.grant(other, Role(role))
    with pytest.raises(Forbidden), writing():
        actions.propose(again(somebody), role=Role.EDITOR, ends_on=None, actor=actor_of(again(other)))


def test_a_refusal_needs_a_reason_and_reaches_the_proposer(admins, somebody, letter_box):
    grant_id = admins.propose(somebody, Role.EDITOR)
    with pytest.raises(Refused, match="请写明：不予确认的理由"):
        step("refuse", grant_id, by=admins.second)
    step("refuse", grant_id, by=admins.second, reason="样例理由")
    assert "样例理由" in letter_box.all("one@admin.example")[-1].body
    assert letter_box.templates(EMAIL) == []
    assert roles(somebody) == []


def test_a_decided_proposal_is_not_decided_again(admins, somebody):
    grant_id = admins.grant(somebody, Role.EDITOR)
    with pytest.raises(Refused, match="现在的状态是“已授予”"):
        step("refuse", grant_id, by=admins.second, reason="样例理由")


def test_the_proposer_withdraws_and_nobody_else(admins, somebody):
    grant_id = admins.propose(somebody, Role.EDITOR)
    with pytest.raises(Forbidden):
        step("withdraw", grant_id, by=admins.second)
    step("withdraw", grant_id, by=admins.first)
    rollback()
    assert grant_of(grant_id).state is GrantState.WITHDRAWN


def test_the_same_role_is_not_proposed_twice(admins, somebody):
    admins.propose(somebody, Role.EDITOR)
    with pytest.raises(Refused, match="已有同样的提议待确认"):
        admins.propose(somebody, Role.EDITOR)


def test_a_role_ends_with_its_last_day_and_nobody_has_to_do_anything(admins, somebody):
    admins.grant(somebody, Role.EDITOR, ends_on=clock.today() + timedelta(days=2))
    for days, held in ((0, True), (2, True), (3, False)):
        with clock.telling(clock.now() + timedelta(days=days)):
            assert (Role.EDITOR in roles(somebody)) is held
            assert (Role.EDITOR.value in actor_of(again(somebody)).roles) is held


def test_a_role_cannot_end_before_it_begins(admins, somebody):
    with pytest.raises(Refused, match="截止日期不能在今天之前"):
        admins.propose(somebody, Role.EDITOR, ends_on=clock.today() - timedelta(days=1))


def test_a_proposal_whose_last_day_has_passed_is_not_confirmed(admins, somebody):
    grant_id = admins.propose(somebody, Role.EDITOR, ends_on=clock.today())
    with clock.telling(clock.now() + timedelta(days=2)), pytest.raises(Refused, match="提议的截止日期已过"):
        step("confirm", grant_id, by=admins.second)


def test_one_administrator_ends_a_role_with_a_reason_and_history_keeps_it(admins, somebody, letter_box):
    grant_id = admins.grant(somebody, Role.EDITOR)
    with clock.telling(clock.now() + timedelta(days=10)):
        with pytest.raises(Refused, match="请写明：终止的理由"):
            step("end", grant_id, by=admins.first)
        step("end", grant_id, by=admins.first, reason="样例理由")
        assert roles(somebody) == []
        assert queries.roles_of(somebody, clock.today() - timedelta(days=1)) == [Role.EDITOR]
        assert "样例理由" in letter_box.all(EMAIL)[-1].body


def test_nobody_ends_their_own_role(admins):
    own = queries.grants_of(admins.first)[0].id
    with pytest.raises(Forbidden):
        step("end", own, by=admins.first, reason="样例理由")


def test_a_proposal_waits_on_the_desk_of_the_other_administrator_only(admins, somebody):
    admins.propose(somebody, Role.EDITOR)
    rollback()
    waits = {
        n: [w.title for w in waiting_for(actor_of(again(n)))] for n in (admins.first, admins.second, somebody)
    }
    assert waits == {admins.first: [], admins.second: ["授予角色：第二人确认"], somebody: []}


def test_the_pages_lead_through_proposing_and_confirming(live, admins, somebody):
    set_settings(live, mode="demo")
    one, two = Browser(live).sign_in("one@admin.example"), Browser(live).sign_in("two@admin.example")
    one.get("/desk/accounts/?q=样例甲").press("样例甲").press("提议授予角色")
    one.submit("提议", role="editor", ends_on="")
    assert "待第二人确认" in one.text
    assert "确认授予" not in one.links(), "not by whoever proposed it"
    two.get(one.path).press("确认授予").submit("确认授予")
    assert "已授予" in two.text
    assert "管理two" in two.text, "the history says who"
    assert roles(somebody) == [Role.EDITOR]


def test_a_wrong_day_is_said_at_its_field_and_the_role_stays_chosen(live, admins, somebody):
    set_settings(live, mode="demo")
    one = Browser(live).sign_in("one@admin.example")
    one.fill(f"/desk/accounts/{somebody}/propose/", "提议", role="legal", ends_on="2020-01-01")
    assert one.errors == ["截止日期不能在今天之前。"]
    assert one.value("role") == "legal"
    assert one.value("ends_on") == "2020-01-01"


def test_two_administrators_confirming_at_once_grant_once(admins, somebody):
    third = person("three@admin.example")
    admins.grant(third, Role.ADMIN)
    grant_id = admins.propose(somebody, Role.EDITOR)
    step("confirm", grant_id, by=admins.second)
    with pytest.raises(Refused):
        step("confirm", grant_id, by=third)
    assert [deed for deed, _who in deeds(grant_id)] == ["propose", "confirm"]
