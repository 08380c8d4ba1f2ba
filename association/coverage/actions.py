"""Verbs of coverage: figures are declared, somebody leaves or comes back."""

from datetime import date

from association.coverage import queries
from association.coverage.models import Departure, Figures
from association.coverage.policy import P
from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Organisation
from association.training.models import Enrolment


def declare(organisation: Organisation, *, from_on: date, videos: int, rooms: int, actor: Actor) -> Figures:
    """What the business is from a day on; earlier rows stay. Refused for a day to come, and for one before the newest row."""
    require(actor, P.DECLARE, organisation)
    lock(organisation)
    if from_on > clock.today():
        raise Refused(_("起算的日期不能在今天之后；到了那天再填报。"), field="from_on")
    newest = next(iter(queries.figures_of(organisation)), None)
    if newest is not None and from_on < newest.from_on:
        raise Refused(_("已有从更晚的日期起的填报；以前的填报只供查看，不再改动。"), field="from_on")
    row = Figures(organisation_id=organisation.id, from_on=from_on, videos=videos, rooms=rooms)
    session.add(row)
    # The figures themselves are the organisation's; the trail says that there are some.
    session.flush()
    audit.record(
        "declare_figures", row, actor=actor, organisation=organisation.id, from_on=from_on.isoformat()
    )
    return row


def depart(enrolment: Enrolment, *, left_on: date, actor: Actor) -> None:
    """They no longer review for the organisation: under none of their certificates are they counted any more. Said twice it stays said."""
    require(actor, P.DEPART, enrolment)
    if left_on > clock.today():
        raise Refused(_("离开的日期不能在今天之后。"), field="left_on")
    lock(enrolment)
    check_counted(enrolment)
    gone = queries.departures_of_person(enrolment)
    for each in queries.same_person(enrolment):
        if each.id not in gone and each.organisation_id is not None:
            session.add(
                Departure(enrolment_id=each.id, organisation_id=each.organisation_id, left_on=left_on)
            )
    audit.record("depart", enrolment, actor=actor, on=left_on.isoformat())


def check_counted(enrolment: Enrolment) -> None:
    if enrolment.certificate is None or enrolment.number_key is None:
        raise Refused(_("这个人没有计入配备的证书。"))


def come_back(enrolment: Enrolment, *, actor: Actor) -> None:
    """They review for the organisation again, or the departure was entered by mistake."""
    require(actor, P.DEPART, enrolment)
    check_counted(enrolment)
    for row in queries.departures_of_person(enrolment).values():
        session.delete(row)
    audit.record("come_back", enrolment, actor=actor)
