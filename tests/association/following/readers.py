"""Those who follow in the tests, the worker's rounds at a later hour, and what arrived."""

from datetime import timedelta

import time_machine

from association.accounts.actors import actor_of
from association.accounts.models import Account
from association.following import actions, spreading
from association.following.models import Follow, Pace
from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from tests import cast, stages


def follows(
    account: Account, key: str, pace: Pace = Pace.AT_ONCE, organisation: Organisation | None = None
) -> Follow:
    with writing():
        return actions.follow(key, pace=pace, actor=actor_of(account), organisation=organisation)


def reader(key: str, pace: Pace = Pace.AT_ONCE, *, language: str = "zh") -> Account:
    """Somebody with no role who follows this."""
    account = cast.somebody(language=language)
    follows(account, key, pace)
    return account


def spread(*, minutes: int = 3) -> None:
    """The worker's round some minutes on."""
    with time_machine.travel(clock.now() + timedelta(minutes=minutes), tick=True):
        jobs.run_due()
    session.rollback()


def digests(moment: str) -> None:
    """The worker's rounds at a moment: what is due, then the digests whose hour has come."""
    with time_machine.travel(moment, tick=True):
        jobs.run_due()
        with writing():
            spreading.promise_digests()
        jobs.run_due()
    session.rollback()


def got(account: Account, template: str = "following/") -> list[Letter]:
    """Letters to this account whose template begins so, in order."""
    rows = session.query(Letter).filter(
        Letter.to_address == account.email, Letter.template.startswith(template)
    )
    return rows.order_by(Letter.id).all()


stages.remember(__name__)
