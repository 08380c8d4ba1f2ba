"""Training (培训): courses bound to clauses, sessions with a public calendar, sign-up alone or by an organisation, and a waiting list that can be defended.

A place is given under the lock of its session's row, so that the last one is given once; who finds none waits in the order of asking. What is free is
offered to whoever is next, for some working hours; every movement is a row with its reason.

models the tables · settings · labels · identity the check digit · presence the code of the room · hours working hours · policy · queries · gates what is missing · events · effects
places and what steps do · workflow the three lives · letters · papers the certificate · happenings · clockwork offers and reminders · workbook, trial a list of people, read by the worker · actions ·
forgetting · waiting · ics calendars · forms, views pages.
"""

from flask import Flask

from association.kernel import attachments
from association.kernel.audit import kind_of
from association.training import (
    clockwork,
    forgetting,
    gates,
    happenings,
    letters,
    papers,
    queries,
    settings,
    views,
)
from association.training.models import Course, Enrolment, PeopleList
from association.training.policy import P

# Imported for what the association may change.
_PRESENT = (settings,)


def init_app(app: Flask) -> None:
    # Letters first: who gives a place up is told before whoever is offered it.
    letters.init_app()
    clockwork.init_app()
    happenings.init_app()
    forgetting.init_app()
    attachments.owned_by(kind_of(Course), gates.may_read_material)
    attachments.owned_by(kind_of(Enrolment), attachments.who_may(Enrolment, P.SEE))
    attachments.owned_by(kind_of(PeopleList), attachments.who_may(PeopleList, P.SEE_LIST))
    app.jinja_env.globals.update(certified_name=papers.name_of, sheet_of=queries.admitted)
    views.init_app(app)
