"""What appointing, renewing, suspending and ending do: number, letter of appointment, role and search record move together."""

from datetime import date, timedelta

from association.accounts import actions as accounts
from association.experts import effects, papers
from association.experts.models import Expert
from association.kernel import clock, numbering
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _


def appointed(expert: Expert, *, actor: Actor, reason: str, from_on: date, to_on: date) -> None:  # noqa: ARG001
    if from_on < clock.today():
        raise Refused(_("聘期不能从今天以前开始。"), field="from_on")
    effects.check_end(from_on, to_on)
    expert.from_on, expert.to_on = from_on, to_on
    expert.number = numbering.issue("expert", expert, form="ZJ-{year}-{number:04d}").written
    session.flush()
    papers.issue(expert, actor=actor)
    _serve(expert, actor)


def renewed(expert: Expert, *, actor: Actor, reason: str, to_on: date) -> None:  # noqa: ARG001
    """The next term follows the last day of this one."""
    if expert.to_on is None:
        raise LookupError(expert.id)
    effects.check_end(expert.to_on + timedelta(days=1), to_on)
    expert.to_on, expert.reminded_on = to_on, None
    papers.issue(expert, actor=actor)
    _serve(expert, actor)


def suspended(expert: Expert, *, actor: Actor, reason: str) -> None:
    expert.decided_because = reason
    _rest(expert, actor)


def resumed(expert: Expert, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    expert.decided_because = ""
    _serve(expert, actor)


def ended(expert: Expert, *, actor: Actor, reason: str) -> None:
    expert.ended_on, expert.decided_because = clock.today(), reason
    papers.end(expert, because=reason, actor=actor)
    _rest(expert, actor)


def _serve(expert: Expert, actor: Actor) -> None:
    if expert.person_id is not None and expert.from_on is not None:
        accounts.follow_appointment(expert.person_id, from_on=expert.from_on, until=expert.to_on, actor=actor)
    effects.show_in_search(expert)


def _rest(expert: Expert, actor: Actor) -> None:
    if expert.person_id is not None:
        accounts.follow_appointment(expert.person_id, from_on=clock.today(), until=None, actor=actor)
    records.withdraw(f"expert:{expert.id}")
