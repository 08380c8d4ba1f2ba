"""What the pool keeps of a person in words, destroyed when that person is forgotten. Numbers, terms and decisions stay."""

from sqlalchemy import select

from association.accounts.models import Account
from association.experts import papers, queries
from association.experts.models import Consent, Expert, Objection
from association.kernel import clock, events
from association.kernel.db import session
from association.kernel.search import records
from association.people.actions import PersonForgotten


def _forget(event: PersonForgotten) -> None:
    for expert in session.scalars(select(Expert).where(Expert.person_id == event.person.id)):
        expert.employer = expert.title = expert.profile = expert.because = expert.decided_because = ""
        expert.invited_name = expert.invited_email = ""
        _end_consents(expert.consents)
        records.withdraw(f"expert:{expert.id}")
        papers.rename(expert)
    for account in session.scalars(select(Account).where(Account.person_id == event.person.id)):
        for objection in session.scalars(
            select(Objection).where(Objection.by_key == queries.key_of(account.id))
        ):
            objection.by, objection.by_key = None, ""


def _end_consents(consents: list[Consent]) -> None:
    for consent in consents:
        consent.withdrawn_at = consent.withdrawn_at or clock.now()


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
