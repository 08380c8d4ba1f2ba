"""Signing up: alone, or by an organisation – one by one, as a list, or as places to be named later. A session's row is locked meanwhile, so that the last
place is given once and the list has one order.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from association.kernel import attachments, audit, clock
from association.kernel.attachments import PAPERS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused, RefusedMany
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from association.organisations.models import Organisation
from association.training import clockwork, effects, letters, queries, workbook
from association.training.effects import Places
from association.training.gates import EVIDENCE
from association.training.models import Cause, CourseSession, Enrolment, EnrolmentState
from association.training.policy import P
from association.training.workflow import ENROLMENT

E = EnrolmentState
AT_ONCE = 200
"""Places one deed books."""
SHOWN = 300
"""Faults one answer names."""


def opened(row: CourseSession) -> Places:
    """Hold the session; what is free goes to those who wait before anybody new is looked at."""
    lock(row)
    if not row.is_open:
        raise Refused(_("这一期现在不在报名期内。"))
    clockwork.fill(row)
    return Places(row)


def seat(enrolment: Enrolment, places: Places, *, named: bool) -> None:
    """A place, or the end of the list."""
    pool = places.pool_for(enrolment.kinds)
    if pool is None:
        enrolment.session.last_line += 1
        enrolment.line, enrolment.state = enrolment.session.last_line, E.WAITING
        cause = Cause.JOINED
    else:
        enrolment.pool, enrolment.state = pool, E.CHECKING if named else E.UNNAMED
        places.take(pool)
        cause = Cause.TOOK_SHARE if pool else Cause.TOOK
    session.add(enrolment)
    effects.moved(enrolment, cause)


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
    seat(enrolment, places, named=True)
    keep_files(enrolment, files, actor)
    audit.record("sign_up", enrolment, actor=actor, session=row.id, state=enrolment.state.value)
    letters.signed_up(enrolment)
    return enrolment


def keep_files(enrolment: Enrolment, files: Sequence[Upload], actor: Actor) -> None:
    for file in files:
        attachments.store(file, subject=enrolment, kind=EVIDENCE, actor=actor, limits=PAPERS)


def _theirs(row: CourseSession, organisation: Organisation, **facts: Any) -> Enrolment:
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
    enrolment = _theirs(row, organisation, facts=kept, number_key=key, has_declared=True)
    seat(enrolment, places, named=True)
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
    made = []
    for _n in range(places):
        enrolment = _theirs(row, organisation)
        seat(enrolment, free, named=False)
        made.append(enrolment)
    return _told(row, organisation, made, actor)


def _told(
    row: CourseSession, organisation: Organisation, made: Sequence[Enrolment], actor: Actor
) -> tuple[int, int]:
    waiting = sum(e.state is E.WAITING for e in made)
    held = len(made) - waiting
    audit.record("book_places", row, actor=actor, organisation=organisation.id, held=held, waiting=waiting)
    letters.booked(row, organisation, held=held, waiting=waiting)
    return held, waiting


def enrol_list(
    row: CourseSession, organisation: Organisation, *, file: Upload, actor: Actor
) -> tuple[int, int]:
    """A workbook of people: places that were booked are named first, then others are signed up. One faulty row, and nothing is taken over."""
    require(actor, P.BOOK, organisation)
    rows, faults = workbook.read(file.stream.read())
    facts = [(number, *effects.kept_facts(row)) for number, row in rows] if not faults else []
    places = opened(row)
    twins = queries.with_number(row, [key for _number, _facts, key in facts])
    faults += [(number, _("这个证件号码已经报了这一期。")) for number, _facts, key in facts if key in twins]
    if faults:
        raise RefusedMany(_sentences(faults))
    booked = queries.unnamed(row, organisation)
    made = []
    for (_number, kept, key), enrolment in zip(facts, booked, strict=False):
        ENROLMENT.take("name", enrolment, actor=actor, facts=kept, number_key=key)
        made.append(enrolment)
    for _number, kept, key in facts[len(booked) :]:
        enrolment = _theirs(row, organisation, facts=kept, number_key=key, has_declared=True)
        seat(enrolment, places, named=True)
        made.append(enrolment)
    return _told(row, organisation, made, actor)


def _sentences(faults: Sequence[workbook.Fault]) -> list[tuple[str | None, object]]:
    told = [_("第%(n)d行：%(what)s", n=n, what=what) if n else what for n, what in faults[:SHOWN]]
    if len(faults) > SHOWN:
        told.append(_("还有%(n)d处没有列出，改好以上各处后再上传。", n=len(faults) - SHOWN))
    whole = _("表里有%(n)d处要改，没有导入任何人。", n=len(faults))
    return [("file", sentence) for sentence in [whole, *told]]
