"""Marking letters read."""

from sqlalchemy import update

from association.kernel import clock
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.policy import Actor


def mark_read(letter: Letter) -> None:
    letter.read_at = letter.read_at or clock.now()


def mark_all_read(actor: Actor) -> None:
    session.execute(
        update(Letter)
        .where(Letter.account_id == actor.account_id, Letter.read_at.is_(None))
        .values(read_at=clock.now())
    )
