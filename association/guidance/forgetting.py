"""What guidance forgets of somebody who is forgotten: the words of what they asked for themselves. What an organisation asked is its own."""

from sqlalchemy import select

from association.accounts.models import Account
from association.guidance.models import GuidanceMessage, Question
from association.kernel import attachments, events
from association.kernel.db import session
from association.people.actions import PersonForgotten

FORGOTTEN = "–"


def _forget(event: PersonForgotten) -> None:
    accounts = select(Account.id).where(Account.person_id == event.person.id)
    own = select(Question).where(Question.account_id.in_(accounts), Question.organisation_id.is_(None))
    questions = list(session.scalars(own.order_by(Question.id)))
    for question in questions:
        question.title, question.works, question.accounts, question.helped_note = FORGOTTEN, [], [], ""
    rows = select(GuidanceMessage).where(
        GuidanceMessage.question_id.in_([q.id for q in questions]), GuidanceMessage.by_staff.is_(False)
    )
    messages = list(session.scalars(rows.order_by(GuidanceMessage.id)))
    for message in messages:
        message.text = FORGOTTEN
    for papers in attachments.of_many(messages).values():
        for paper in papers:
            attachments.remove(paper)


def init_app() -> None:
    events.subscribe(PersonForgotten, _forget)
