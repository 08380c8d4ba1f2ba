"""A clerk and a signer for each of many organisations, written past the actions because hundreds are wanted in a second: p0 and p1@many.example are
the first one's, p2 and p3 the second's."""

from datetime import date

from sqlalchemy import func, insert, select

from association.accounts import passwords
from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from association.organisations.models import Officer, OfficerState, Post
from association.people.models import Person

EACH = 2


def officers(organisations: int, *, after: int = 0, password: str | None = None) -> None:
    """For the organisations numbered from `after` on. On PostgreSQL the last to be made: the ids are given by hand."""
    first, first_account = ((session.scalar(select(func.max(row.id))) or 0) + 1 for row in (Person, Account))
    hashed = passwords.hashed(password) if password else None
    session.rollback()
    places = range(organisations * EACH)
    with writing():
        session.execute(
            insert(Person),
            [{"id": first + n, "name": f"样例{first + n}", "made_at": clock.now()} for n in places],
        )
        session.execute(
            insert(Account),
            [
                {"id": first_account + n, "person_id": first + n, "email": f"p{n}@many.example", "email_key": f"p{n}@many.example",
                 "email_proven_at": clock.now() if hashed else None, "password_hash": hashed, "language": "zh", "totp_last_step": 0,
                 "is_demo": False, "made_at": clock.now()}
                for n in places
            ],
        )  # fmt: skip
        session.execute(
            insert(Officer),
            [
                {"organisation_id": after + n // EACH + 1, "person_id": first + n, "post": (Post.CLERK, Post.SIGNER)[n % EACH],
                 "state": OfficerState.ACTIVE, "invited_email": "", "invited_name": "", "starts_on": clock.today(),
                 "ends_on": date(2099, 1, 1), "made_at": clock.now()}
                for n in places
            ],
        )  # fmt: skip
