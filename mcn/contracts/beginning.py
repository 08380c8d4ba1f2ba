"""The model clauses a new site begins with: the association's own words, suggestions for a contract between an agency and a host. Blanks are
for the parties; a lawyer's word is advised on every page. Not read again once the rows are there.
"""

from datetime import date
from typing import Any

from sqlalchemy import exists, select

from association.kernel.db import session
from association.kernel.proposals import Proposal
from mcn.contracts.models import ModelClause
from mcn.contracts.texts import conduct, money, parties

BEGINS = date(2026, 11, 1)
CLAUSES: tuple[dict[str, Any], ...] = (*parties.CLAUSES, *money.CLAUSES, *conduct.CLAUSES)


def plant() -> int:
    """The first rows, where there are none at all; returns how many."""
    if session.scalar(select(exists().where(ModelClause.id.is_not(None)))):
        return 0
    session.add_all(rows())
    return len(CLAUSES)


def rows() -> list[ModelClause]:
    """The same as rows of nowhere, in their order."""
    empty: dict[str, Any] = {"applies": "", "also": [], "also_why": "", "doubtful": [], "doubtful_why": ""}
    return [
        ModelClause(**empty | clause, position=position * 10, in_force_from=BEGINS, state=Proposal.CONFIRMED)
        for position, clause in enumerate(CLAUSES, 1)
    ]
