"""A process of its own in which organisations sign a pledge, each through its clerk, its signer and the association, each in a transaction of its own:
python -m tests.robustness.sign_many DATA URL FIRST LAST."""

import sys
from pathlib import Path

from sqlalchemy import select

from app import create_app
from association.accounts import queries as accounts
from association.accounts.actors import actor_of
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from association.organisations.models import Officer, Organisation, Post
from association.pledges import actions, queries
from association.pledges.models import Pledge, Signature
from tests.conftest import settings_for

REGISTRAR = "registrar@staff.example"


def _officer(organisation_id: int, post: Post) -> Actor:
    person = session.scalars(
        select(Officer.person_id).where(Officer.organisation_id == organisation_id, Officer.post == post)
    ).one()
    (account,) = accounts.accounts_of([person or 0])
    return actor_of(account)


def sign(number: int, registrar: Actor) -> None:
    clerk, signer = _officer(number, Post.CLERK), _officer(number, Post.SIGNER)
    session.rollback()
    with writing():
        pledge = session.scalars(select(Pledge)).one()
        actions.prepare(pledge, session.get_one(Organisation, number), actor=clerk)
    with writing():
        signature = _under_way(number)
        actions.sign(signature, seen=signature.text_hash, method="password_totp", actor=signer)
    with writing():
        actions.confirm(_under_way(number), batch="", actor=registrar)


def _under_way(number: int) -> Signature:
    found = queries.under_way(session.scalars(select(Pledge.id)).one(), number)
    if found is None:
        raise LookupError(number)
    return found


def main() -> None:
    data, url, first, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    with create_app(settings_for(data, url)).app_context():
        account = accounts.by_email(REGISTRAR)
        if account is None:
            raise LookupError(REGISTRAR)
        registrar = actor_of(account)
        session.rollback()
        for number in range(first, last + 1):
            sign(number, registrar)
            print(number, flush=True)


if __name__ == "__main__":
    main()
