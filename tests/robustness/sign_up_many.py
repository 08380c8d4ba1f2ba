"""A process of its own in which people sign up for one session, each in a transaction of its own:
python -m tests.robustness.sign_up_many DATA URL SESSION FIRST LAST. Says each number when it is done; whoever is signed up already is passed over."""

import sys
from pathlib import Path

from sqlalchemy import select

from app import create_app
from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.kernel.db import session
from association.kernel.transactions import writing
from association.training import actions, queries
from association.training.models import CourseSession
from tests.association.training import school
from tests.conftest import settings_for


def main() -> None:
    data, url = Path(sys.argv[1]), sys.argv[2]
    held, first, last = (int(typed) for typed in sys.argv[3:6])
    with create_app(settings_for(data, url)).app_context():
        for number in range(first, last + 1):
            account = session.scalars(select(Account).where(Account.email == f"p{number}@many.example")).one()
            actor = actor_of(account)
            session.rollback()
            with writing():
                row = session.get_one(CourseSession, held)
                if queries.living_of_person(row, actor.person_id or 0) is None:
                    facts = school.person(number)
                    actions.sign_up(row, facts=facts, employer="", files=[], actor=actor)
            print(number, flush=True)


if __name__ == "__main__":
    main()
