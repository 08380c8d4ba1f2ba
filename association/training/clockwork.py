"""What happens by itself: a place that is free is offered to whoever is next; offers end; a cancelled session lets everybody go; reminders."""

from datetime import timedelta

from association.kernel import audit, clock, dated, events
from association.kernel.db import lock
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.workflow import StepTaken
from association.training import letters, queries, trial
from association.training.effects import Places
from association.training.models import CourseSession, ListState, SessionState
from association.training.workflow import ENROLMENT, SESSION

FREEING = ("decline", "lapse", "deny_employer", "refuse", "withdraw")


def fill(row: CourseSession) -> int:
    """Offer every free place in the order of the list; returns how many. Whoever cannot have a place that is free keeps their rank."""
    lock(row)
    if row.state is not SessionState.PUBLISHED or row.starts_at <= clock.now():
        return 0
    places, offered = Places(row), 0
    if places.are_gone:
        return 0
    for enrolment in queries.waiting_list(row):
        pool = places.pool_for(enrolment.kinds)
        if pool is not None:
            ENROLMENT.take("offer", enrolment, actor=SYSTEM, pool=pool)
            places.take(pool)
            offered += 1
    return offered


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is ENROLMENT and taken.step.deed in FREEING:
        fill(taken.subject.session)
    if taken.workflow is SESSION and taken.step.deed == "cancel":
        for enrolment in queries.living(taken.subject):
            ENROLMENT.take("call_off", enrolment, actor=SYSTEM, reason=taken.reason)


@every(timedelta(minutes=5), "training.offers")
def keep_offers() -> int:
    """Offers whose time is over end, and what is free – also a share whose day has passed – goes on; returns how many moved."""
    over = queries.offers_over(clock.now())
    for enrolment in over:
        ENROLMENT.take("lapse", enrolment, actor=SYSTEM)
    return len(over) + sum(fill(row) for row in queries.sessions_with_a_list(clock.now()))


@every(timedelta(hours=12), "training.clear_lists")
def clear_lists() -> int:
    """Lists that were never taken do not stay; returns how many went."""
    old = queries.old_lists(clock.now() - timedelta(days=int(dated.value("training.lists_kept_days"))))
    for people in old:
        trial.clear(people, ListState.CLEARED)
        audit.record("clear_list", people, actor=SYSTEM)
    return len(old)


@every(timedelta(hours=6), "training.remind")
def remind() -> int:
    """Whoever has a place hears some days before; returns of how many sessions."""
    soon = queries.soon(clock.now() + timedelta(days=int(dated.value("training.remind_days"))))
    for row in soon:
        row.reminded_on = clock.today()
        letters.soon(row)
        audit.record("remind", row, actor=SYSTEM)
    return len(soon)


@every(timedelta(hours=12), "training.expiring")
def tell_of_expiry() -> int:
    """Whoever's certificate ends soon hears once; returns how many."""
    today = clock.today()
    ending = queries.expiring(today, today + timedelta(days=int(dated.value("training.expiry_days"))))
    for enrolment in ending:
        enrolment.expiry_told_on = today
        letters.expiring(enrolment)
        audit.record("tell_of_expiry", enrolment, actor=SYSTEM)
    return len(ending)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
