"""Verbs of records of training: a transcript is drawn up for oneself."""

from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _, spoken_in
from association.people.models import Person
from association.transcripts import papers, queries
from association.transcripts.models import Transcript
from association.transcripts.policy import P


def draw_up(*, actor: Actor) -> Transcript:
    """Of today; the one before ends with it. Refused where there is nothing to say; asked again on the same day with nothing new it is the same."""
    require(actor, P.OWN)
    person = session.get(Person, actor.person_id) if actor.person_id is not None else None
    if person is None:
        raise Refused(_("还没有可以写进记录的培训。"))
    lock(person)
    enrolments = queries.certified_of(person.id)
    with spoken_in("zh_Hans"):
        rows = papers.rows_of(enrolments)
    if not rows:
        raise Refused(_("还没有可以写进记录的培训。"))
    before = queries.newest_of(person.id)
    is_todays = before is not None and clock.day_of(before.made_at) == clock.today()
    if before is not None and is_todays and before.rows == rows:
        return before
    transcript = Transcript(person=person, person_id=person.id)
    session.add(transcript)
    session.flush()
    papers.issue(transcript, enrolments, before=before, actor=actor)
    audit.record("draw_up_transcript", transcript, actor=actor)
    return transcript
