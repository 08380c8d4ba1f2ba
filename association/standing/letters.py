"""What is sent about standing: that something is due, that its day has passed, that a term is over. Of the deed that wrote a row its own feature
writes, for it knows what to say."""

from collections.abc import Iterable

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.standing.models import Standing


def readers_of(row: Standing) -> Iterable[Account]:
    """Clerks and signers of the organisation it is about, or the very person."""
    if row.organisation_id is None:
        return accounts.accounts_of([row.person_id] if row.person_id else [])
    acting = organisations.acting_officers([row.organisation_id], Post.CLERK, Post.SIGNER)
    return accounts.accounts_of([officer.person_id for officer in acting if officer.person_id])


def _tell(row: Standing, template: str) -> None:
    for account in readers_of(row):
        to_accounts.write_to(account, template, about=row, row=row, path=f"/standing/{row.id}/")


def due_soon(row: Standing) -> None:
    _tell(row, "standing/due_soon")


def overdue(row: Standing) -> None:
    _tell(row, "standing/overdue")


def expired(row: Standing) -> None:
    _tell(row, "standing/expired")
