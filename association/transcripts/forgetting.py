"""A transcript goes with the person; that one was issued stays on its check page, under a masked name."""

from sqlalchemy import select

from association.kernel import events
from association.kernel.certificates import paper_of
from association.kernel.db import session
from association.people.actions import PersonForgotten
from association.transcripts.models import Transcript


def _forget(event: PersonForgotten) -> None:
    for transcript in session.scalars(select(Transcript).where(Transcript.person_id == event.person.id)):
        transcript.rows = []
        if transcript.certificate is not None and (printed := paper_of(transcript.certificate)) is not None:
            session.delete(printed)


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
