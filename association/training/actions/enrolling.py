"""Signing up: alone, or by an organisation – one by one, or as places to be named later (a list is in `lists`). A session's row is locked meanwhile, so that the last
place is given once and the list has one order.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert

from association.kernel import attachments, audit, clock
from association.kernel.attachments import PAPERS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from association.organisations.models import Organisation
from association.training import clockwork, effects, letters, queries, workbook
from association.training.effects import Places
from association.training.gates import EVIDENCE
from association.training.models import (
    Cause,
    CourseSession,
    Enrolment,
    EnrolmentState,
    Movement,
)
from association.training.policy import P

E = EnrolmentState
AT_ONCE = 200
"""Places one deed books."""


def opened(row: CourseSession) -> Places:
    """Hold the session; what is free goes to those who wait before anybody new is looked at."""
    lock(row)
    if not row.is_open:
        raise Refused(_("这一期现在不在报名期内。"))
    clockwork.fill(row)
    return Places(row)


def seat(made: Sequence[Enrolment], places: Places, *, named: bool) -> None:
    """A place for each, or the end of the list, in this order; they are of one session. Nothing is asked for each of them."""
    causes = [_given(enrolment, places, named=named) for enrolment in made]
    session.add_all(made)
    session.flush()
    ranks = queries.ranks(made)
    movements = [
        {"enrolment_id": enrolment.id, "cause": cause, "rank": ranks.get(enrolment.id)}
        for enrolment, cause in zip(made, causes, strict=True)
    ]
    session.execute(insert(Movement), movements)


def _given(enrolment: Enrolment, places: Places, *, named: bool) -> Cause:
    pool = places.pool_for(enrolment.kinds)
    if pool is None:
        enrolment.session.last_line += 1
        enrolment.line, enrolment.state = enrolment.session.last_line, E.WAITING
        return Cause.JOINED
    enrolment.pool, enrolment.state = pool, E.CHECKING if named else E.UNNAMED
    places.take(pool)
    return Cause.TOOK_SHARE if pool else Cause.TOOK


def checked(
    row: CourseSession, facts: Mapping[str, Any], *, but: Enrolment | None = None
) -> tuple[dict[str, Any], str]:
    """The facts as kept and their key. Refused for a wrong number, and for a person who is in this session already under whatever name."""
    if sentence := workbook.number_fault(facts["number_kind"], facts["number"]):
        raise Refused(sentence, field="number")
    kept, key = effects.kept_facts(facts)
    twin = queries.with_number(row, [key]).get(key)
    if twin is not None and twin is not but:
        raise Refused(
            _("这个证件号码已经报了这一期，一人只占一个名额；姓名写法不同也算同一人。"), field="number"
        )
    return kept, key


def sign_up(
    row: CourseSession, *, facts: Mapping[str, Any], employer: str, files: Sequence[Upload], actor: Actor
) -> Enrolment:
    """For oneself. `employer` is a code, or empty; the organisation is asked to confirm."""
    require(actor, P.SIGN_UP)
    places = opened(row)
    if actor.person_id is None or queries.living_of_person(row, actor.person_id) is not None:
        raise Refused(_("你已经报了这一期。"))
    kept, key = checked(row, facts)
    organisation = organisations.living(uscc.tidy(employer)) if employer else None
    if employer and (organisation is None or not organisation.is_verified):
        raise Refused(_("没有找到这个代码的已核验单位；没有单位的可以不填。"), field="employer")
    enrolment = Enrolment(
        session=row, session_id=row.id, person_id=actor.person_id, organisation=organisation,
        organisation_id=organisation.id if organisation else None, facts=kept, number_key=key, has_declared=True,
    )  # fmt: skip
    seat([enrolment], places, named=True)
    keep_files(enrolment, files, actor)
    audit.record("sign_up", enrolment, actor=actor, session=row.id, state=enrolment.state.value)
    letters.signed_up(enrolment)
    return enrolment


def keep_files(enrolment: Enrolment, files: Sequence[Upload], actor: Actor) -> None:
    for file in files:
        attachments.store(file, subject=enrolment, kind=EVIDENCE, actor=actor, limits=PAPERS)


def theirs(row: CourseSession, organisation: Organisation, **facts: Any) -> Enrolment:
    """Signing somebody up is the employer's confirmation."""
    return Enrolment(
        session=row,
        session_id=row.id,
        organisation=organisation,
        organisation_id=organisation.id,
        employer_at=clock.now(),
        **facts,
    )


def enrol_one(
    row: CourseSession,
    organisation: Organisation,
    *,
    facts: Mapping[str, Any],
    files: Sequence[Upload],
    actor: Actor,
) -> Enrolment:
    """One person of an organisation."""
    require(actor, P.BOOK, organisation)
    places = opened(row)
    kept, key = checked(row, facts)
    enrolment = theirs(row, organisation, facts=kept, number_key=key, has_declared=True)
    seat([enrolment], places, named=True)
    keep_files(enrolment, files, actor)
    audit.record(
        "sign_up",
        enrolment,
        actor=actor,
        session=row.id,
        organisation=organisation.id,
        state=enrolment.state.value,
    )
    letters.signed_up(enrolment)
    return enrolment


def book(row: CourseSession, organisation: Organisation, *, places: int, actor: Actor) -> tuple[int, int]:
    """Places to be named later; returns how many are held and how many wait."""
    require(actor, P.BOOK, organisation)
    if not 1 <= places <= AT_ONCE:
        raise Refused(_("一次可以订1到%(n)d个名额。", n=AT_ONCE), field="places")
    free = opened(row)
    made = [theirs(row, organisation) for _n in range(places)]
    seat(made, free, named=False)
    return told(row, organisation, made, actor)


def told(
    row: CourseSession, organisation: Organisation, made: Sequence[Enrolment], actor: Actor
) -> tuple[int, int]:
    """One letter for all; how many are held and how many wait."""
    waiting = sum(e.state is E.WAITING for e in made)
    held = len(made) - waiting
    audit.record("book_places", row, actor=actor, organisation=organisation.id, held=held, waiting=waiting)
    letters.booked(row, organisation, held=held, waiting=waiting)
    return held, waiting
