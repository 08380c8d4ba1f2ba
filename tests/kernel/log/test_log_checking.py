"""Whoever rewrites history is found, and it is said which entry."""

import pytest
from sqlalchemy import select

from association.kernel import chain
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.log import growing, key, merkle, reading
from association.kernel.log.checking import Fault, first_fault
from association.kernel.log.models import Checkpoint, LogTile
from tests.kernel.log import acts
from tests.kernel.log.test_log_growing import _bytes
from tests.kernel.test_chain import behind_our_back


@pytest.fixture
def told(app):
    """Twelve acts: a checkpoint after the fifth, the eighth and the twelfth."""
    for count in (5, 3, 4):
        acts.several(count)
        acts.grown()
    return app


def rewritten(first: int, **facts: str) -> list[str]:
    """Statements by which somebody with all of the database would give entry `first` other facts and seal all that follow anew."""
    statements, previous = [], None
    for row in session.scalars(select(LogEntry).where(LogEntry.seq >= first).order_by(LogEntry.seq)):
        previous = previous or row.previous
        if row.seq == first:
            for name, value in facts.items():
                setattr(row, name, value)
        hash_ = chain.digest(row, seq=row.seq, previous=previous)
        statements.append(
            f"update log_entry set act = '{row.act}', previous = '{previous}', hash = '{hash_}' where seq = {row.seq}"
        )
        previous = hash_
    session.rollback()
    return statements


def leaves_anew() -> str:
    """The statement that makes level 0 fit whatever the entries are now."""
    rows = session.scalars(select(LogEntry).order_by(LogEntry.seq)).all()
    hashes = b"".join(merkle.leaf_hash(body) for body in reading.bodies(rows))
    session.rollback()
    return f"update log_tile set hashes = {_bytes(hashes)} where level = 0"


def test_a_history_nobody_touched_holds_and_the_command_says_so(told):
    assert first_fault() is None
    answer = told.test_cli_runner().invoke(args=["log", "verify"])
    assert answer.exit_code == 0
    assert "public log: 12 entries, whole" in answer.output
    assert "checkpoint: 12 entries, root" in answer.output


def test_a_changed_entry_is_named(told):
    behind_our_back("update log_entry set act = 'withdraw' where seq = 7")
    assert first_fault() == Fault(7, "its content was changed")


def test_an_entry_whose_whole_chain_was_sealed_anew_is_named_by_the_tree(told):
    behind_our_back(*rewritten(7, act="withdraw"))
    assert chain.first_fault(LogEntry) is None
    assert first_fault() == Fault(7, "its hash in the tree is another")


def test_a_chain_and_a_tree_made_anew_do_not_fit_what_was_signed(told):
    behind_our_back(*rewritten(7, act="withdraw"))
    behind_our_back(leaves_anew())
    assert first_fault() == Fault(6, "rewritten after a checkpoint was signed over it", until=8)
    answer = told.test_cli_runner().invoke(args=["log", "verify"])
    assert answer.exit_code == 1
    assert "public log: entries 6 to 8: rewritten after a checkpoint was signed over it" in answer.output


def test_checkpoints_signed_anew_by_another_key_are_not_ours(told):
    stranger = growing.notes
    other = growing.key.Ed25519PrivateKey.generate()
    newest = session.scalars(select(Checkpoint).order_by(Checkpoint.size.desc())).first()
    head = stranger.opened(newest.note, key.trusted()[0])
    forged = stranger.sign(head, other, name=head.origin)
    behind_our_back(f"update log_checkpoint set note = '{forged}' where size = 12")
    assert first_fault() == Fault(12, "the checkpoint over it is not signed by the log's key")


def test_entries_cut_off_the_end_are_missed(told):
    behind_our_back("delete from log_entry where seq > 9")
    assert chain.first_fault(LogEntry) is None
    assert first_fault() == Fault(10, "missing, although a checkpoint was signed over it", until=12)


def test_a_kept_content_that_was_exchanged_is_named(told):
    commitment = session.scalars(select(LogEntry.commitment).where(LogEntry.seq == 4)).one()
    behind_our_back(f"update audit_secret set value = 'another' where commitment = '{commitment}'")
    assert first_fault() == Fault(4, "the content kept for it was changed")


def test_a_content_that_was_masked_breaks_nothing(told):
    commitment = session.scalars(select(LogEntry.commitment).where(LogEntry.seq == 4)).one()
    behind_our_back(f"delete from audit_secret where commitment = '{commitment}'")
    assert first_fault() is None


def test_a_hash_further_up_that_was_exchanged_is_named_by_the_first_entry_below_it(app):
    acts.several(600)
    acts.grown()
    upper = session.get(LogTile, (1, 0)).hashes
    behind_our_back(f"update log_tile set hashes = {_bytes(upper[:32] + bytes(32))} where level = 1")
    assert first_fault() == Fault(257, "a hash above it in the tree is another")


def test_staff_see_the_fault_where_they_look_the_records_over(told, as_):
    behind_our_back(*rewritten(7, act="withdraw"))
    desk = as_("auditor").get("/desk/administration/logs/?check=1")
    assert "第7条有问题：树上的散列与它不符" in desk.text
