"""A list of people as a workbook: handed in, read by the worker, then taken as a whole or not at all."""

from association.kernel import attachments, audit, jobs
from association.kernel.attachments import WORKBOOKS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Organisation
from association.training import effects, queries, trial
from association.training.actions.enrolling import opened, seat, theirs, told
from association.training.models import CourseSession, ListState, PeopleList
from association.training.policy import P
from association.training.trial import PAPER, READ
from association.training.workflow import ENROLMENT


def check_open(row: CourseSession) -> None:
    if not row.is_open:
        raise Refused(_("这一期现在不在报名期内。"))


def hand_in_list(
    row: CourseSession, organisation: Organisation, *, file: Upload, language: str, actor: Actor
) -> PeopleList:
    """Keep the workbook and let the worker read it; nobody is signed up yet."""
    require(actor, P.BOOK, organisation)
    check_open(row)
    people = PeopleList(session_id=row.id, organisation_id=organisation.id)
    session.add(people)
    session.flush()
    attachments.store(file, subject=people, kind=PAPER, actor=actor, limits=WORKBOOKS)
    audit.record("hand_in_list", people, actor=actor, session=row.id, organisation=organisation.id)
    jobs.later(READ, people=people.id, language=language)
    return people


def take_list(people: PeopleList, *, actor: Actor) -> tuple[int, int]:
    """Places that were booked are named first, then the others are signed up in the order of the rows; returns how many are held and how many wait. Refused
    a second time, and as a whole when somebody of the list was signed up meanwhile.
    """
    lock(people)
    row, organisation = people.session, people.organisation
    require(actor, P.BOOK, organisation)
    if people.state is not ListState.READY:
        raise Refused(_("这份名单现在不能报名：%(state)s。", state=people.state.label))
    places = opened(row)
    facts = [effects.kept_facts(found) for _number, found in people.found["rows"]]
    if queries.with_number(row, [key for _facts, key in facts]):
        raise Refused(_("名单上有人在此期间已经报了这一期，请改好后重新上传。"))
    booked = queries.unnamed(row, organisation)
    named = []
    for (kept, key), enrolment in zip(facts, booked, strict=False):
        ENROLMENT.take("name", enrolment, actor=actor, facts=kept, number_key=key)
        named.append(enrolment)
    made = [
        theirs(row, organisation, facts=kept, number_key=key, has_declared=True)
        for kept, key in facts[len(booked) :]
    ]
    seat(made, places, named=True)
    trial.clear(people, ListState.TAKEN)
    audit.record("take_list", people, actor=actor, session=row.id, people=len(facts))
    return told(row, organisation, [*named, *made], actor)
