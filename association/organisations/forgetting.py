"""What organisations keep of an officer beyond the person's own row, destroyed when that person is forgotten.

The office itself, its dates and its authority document stay: they prove for whom the organisation was bound, and the document is
the organisation's.
"""

from sqlalchemy import and_, delete, func, select, update

from association.kernel import events
from association.kernel.audit import AuditEntry, AuditSecret
from association.kernel.db import session
from association.kernel.letters import Letter
from association.organisations.models import Officer
from association.people.actions import PersonForgotten


def _forget(event: PersonForgotten) -> None:
    officers = list(session.scalars(select(Officer).where(Officer.person_id == event.person.id)))
    if not officers:
        return
    numbers = [officer.id for officer in officers]
    trail = session.scalars(
        select(AuditEntry.details).where(
            AuditEntry.subject_kind == Officer.__tablename__, AuditEntry.subject_id.in_(numbers)
        )
    )
    secrets = [commitment for details in trail for commitment in details.get("personal", {}).values()]
    session.execute(delete(AuditSecret).where(AuditSecret.commitment.in_(secrets)))
    about = and_(Letter.about_kind == Officer.__tablename__, Letter.about_id.in_(numbers))
    invited = [officer.invited_email for officer in officers if officer.invited_email]
    session.execute(delete(Letter).where(about, Letter.to_address.in_(invited)))
    # What colleagues were told of them stays in their inboxes, under the masked name.
    for name in {event.name, *(officer.invited_name for officer in officers)} - {""}:
        masked = {
            column: func.replace(column, name, event.person.name) for column in (Letter.subject, Letter.body)
        }
        session.execute(update(Letter).where(about).values(masked))
    for officer in officers:
        officer.invited_name = officer.invited_email = ""


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
