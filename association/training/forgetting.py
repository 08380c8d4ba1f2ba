"""What training keeps of a person, destroyed when that person is forgotten. That a place was taken stays, and whose it was does not."""

from sqlalchemy import select

from association.kernel import attachments, events
from association.kernel.certificates import paper_of
from association.kernel.db import session
from association.kernel.documents import document_of
from association.people.actions import PersonForgotten
from association.training.gates import EVIDENCE, SLIP
from association.training.models import Enrolment


def _forget(event: PersonForgotten) -> None:
    for enrolment in session.scalars(select(Enrolment).where(Enrolment.person_id == event.person.id)):
        enrolment.facts, enrolment.number_key, enrolment.because = {}, None, ""
        enrolment.invoice_title = enrolment.invoice_number = ""
        if enrolment.certificate is not None and (printed := paper_of(enrolment.certificate)) is not None:
            session.delete(printed)
        while (sheet := document_of(enrolment.session, "sheet")) is not None:
            session.delete(sheet)
            session.flush()
        for kind in (EVIDENCE, SLIP):
            for paper in attachments.attachments_of(enrolment, kind):
                attachments.remove(paper)


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
