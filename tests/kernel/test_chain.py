"""Both logs are chains: what was sealed cannot be changed unseen, nor through the site at all."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from association.kernel import audit, chain
from association.kernel.audit import AuditEntry, LogEntry
from association.kernel.db import db, session
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.people import actions as people
from tests import cast


@pytest.fixture
def told(app):
    """A site with some history."""
    cast.verified(101)
    cast.verified(102, name="拾光样例影业有限公司")
    return app


def behind_our_back(*statements: str) -> None:
    """As somebody with the database's own password would do it: triggers off, then a change."""
    session.rollback()
    with db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("set session_replication_role = replica"))
        else:
            for name in (
                connection.execute(text("select name from sqlite_master where type = 'trigger'"))
                .scalars()
                .all()
            ):
                connection.execute(text(f"drop trigger {name}"))
        for statement in statements:
            connection.execute(text(statement))
        if connection.dialect.name == "postgresql":
            connection.execute(text("set session_replication_role = origin"))


def test_every_entry_is_numbered_from_one_without_a_gap(told):
    numbers = list(session.scalars(select(AuditEntry.seq).order_by(AuditEntry.seq)))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 8


def test_untouched_chains_hold_and_the_command_says_how_long_they_are(told):
    answer = told.test_cli_runner().invoke(args=["log", "verify"])
    assert answer.exit_code == 0
    number, head = chain.head(AuditEntry)
    assert f"audit trail: {number} entries, whole, head {head[:16]}" in answer.output


def test_a_changed_entry_is_named_and_it_is_the_first_one(told):
    behind_our_back(
        "update audit_entry set deed = 'approve' where seq = 5",
        "update audit_entry set deed = 'approve' where seq = 7",
    )
    assert chain.first_fault(AuditEntry) == (5, "its content was changed")
    answer = told.test_cli_runner().invoke(args=["log", "verify"])
    assert answer.exit_code == 1
    assert "audit trail: entry 5: its content was changed" in answer.output


def test_a_deleted_entry_is_missed(told):
    behind_our_back("delete from audit_entry where seq = 3")
    assert chain.first_fault(AuditEntry) == (3, "missing")


def test_an_entry_sealed_anew_by_somebody_breaks_the_one_after_it(told):
    row = session.scalars(select(AuditEntry).where(AuditEntry.seq == 4)).one()
    row.deed = "approve"
    forged = chain.digest(row, seq=4, previous=row.previous)
    session.rollback()
    behind_our_back(f"update audit_entry set deed = 'approve', hash = '{forged}' where seq = 4")
    assert chain.first_fault(AuditEntry) == (5, "the hash before it is another")


@pytest.mark.parametrize("table", ["audit_entry", "log_entry"])
@pytest.mark.parametrize("statement", ["update {} set at = at", "delete from {}"])
def test_the_database_itself_refuses_to_change_or_delete(told, table, statement):
    session.rollback()
    with pytest.raises(DBAPIError, match="append-only"), db.engine.begin() as connection:
        connection.execute(text(statement.format(table)))


def test_the_session_refuses_to_change_or_delete(told):
    entry = session.scalars(select(AuditEntry).limit(1)).one()
    with pytest.raises(TypeError, match="cannot be changed"), writing():
        session.get_one(AuditEntry, entry.id).deed = "x"
    with pytest.raises(TypeError, match="cannot be deleted"), writing():
        session.delete(session.get_one(AuditEntry, entry.id))


def test_a_public_act_enters_the_public_log_without_its_text(told):
    entry = session.scalars(select(LogEntry).order_by(LogEntry.seq)).first()
    assert entry.act == "approve"
    assert "晨曦" not in str(entry.content())
    assert chain.first_fault(LogEntry) is None


def test_what_is_personal_is_in_the_chain_as_a_commitment_and_can_be_forgotten(app):
    person = cast.somebody().person
    with writing():
        entry = audit.record(
            "note", person, actor=cast.staff("admin"), personal={"phone": "13800000000"}, person_id=person.id
        )
    assert "13800000000" not in str(entry.content())
    commitment = entry.details["personal"]["phone"]
    assert audit.revealed([commitment]) == {commitment: "13800000000"}
    with writing():
        people.forget(person, because="样例", actor=SYSTEM)
    assert audit.revealed([commitment]) == {}
    assert chain.first_fault(AuditEntry) is None
