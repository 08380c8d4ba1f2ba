"""Verbs of standing, for the features that write it. Whether the actor may, the calling feature has decided."""

from datetime import date

from association.kernel import audit, clock, events
from association.kernel.audit import kind_of
from association.kernel.db import Model, lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.organisations.models import Organisation
from association.people.models import Person
from association.standing.events import Fulfilled, Recorded, Removed
from association.standing.happenings import told, unheard
from association.standing.models import LONGEST, Standing, StandingKind, StandingState


def record(
    *,
    kind: StandingKind,
    about: Organisation | Person,
    title: str,
    basis: str,
    source: Model,
    actor: Actor,
    url: str = "",
    act_url: str = "",
    from_on: date | None = None,
    to_on: date | None = None,
    is_public: bool = False,
) -> Standing:
    """Write that this stands about somebody, from today where no other day is said. `title` and `basis` are free of personal values; an
    obligation has the day it is due in `to_on`. A person's row is never public from the first: see `make_public`."""
    if isinstance(about, Person) and is_public:
        raise ValueError("a person's row is made public on a basis, by a second look")
    session.flush()  # source and subject need their ids
    row = Standing(
        kind=kind, title=title[:LONGEST], basis=basis, source_kind=kind_of(source), source_id=source.id, url=url, act_url=act_url,
        from_on=from_on or clock.today(), to_on=to_on, is_public=is_public, state=StandingState.ON_RECORD,
        organisation=about if isinstance(about, Organisation) else None, person=about if isinstance(about, Person) else None,
    )  # fmt: skip
    session.add(row)
    session.flush()
    audit.record(
        "record_standing", row, actor=actor, kind=kind.value, title=row.title, organisation=row.organisation_id,
        from_on=row.from_on.isoformat(), to_on=to_on.isoformat() if to_on else None,
    )  # fmt: skip
    told("record_standing", row)
    events.publish(Recorded(row, actor))
    return row


def make_public(row: Standing, *, actor: Actor, basis: str = "", agreed_by: int | None = None) -> None:
    """Show it. Of a person only on a basis, agreed by the account `agreed_by` of somebody else than the actor, and with a last day."""
    lock(row)
    _check_stands(row)
    if row.is_public:
        return
    if row.person_id is not None:
        _check_person(row, basis=basis, agreed_by=agreed_by, actor=actor)
        row.public_basis, row.public_agreed_by = basis, agreed_by
    row.is_public = True
    audit.record("show_standing", row, actor=actor, reason=basis)
    told("record_standing", row)


def _check_person(row: Standing, *, basis: str, agreed_by: int | None, actor: Actor) -> None:
    if not basis.strip():
        raise Refused(_("公开个人的记录须写明依据。"), field="basis")
    if agreed_by is None or agreed_by == actor.account_id:
        raise Refused(_("公开个人的记录须由另一人复核同意。"))
    if row.to_on is None:
        raise Refused(_("公开个人的记录须有截止日期。"))


def take_out_of_public(row: Standing, *, because: str, actor: Actor) -> None:
    """It stands as before and is shown to staff and its subject only; what followers have not heard of it they hear no more."""
    lock(row)
    if row.is_public:
        row.is_public, row.public_basis, row.public_agreed_by = False, "", None
        audit.record("hide_standing", row, actor=actor, reason=because)
        unheard(row)


def end(row: Standing, *, because: str, actor: Actor) -> None:
    """From today on it no longer stands: lifted before its last day, or what had no last day is over. It stays told of, with its days."""
    _close(row, StandingState.ENDED, "end_standing", because, actor)
    events.publish(Removed(row, actor))


def withdraw(row: Standing, *, because: str, actor: Actor) -> None:
    """It should never have stood: annulled, corrected, revoked. No public page tells of it any more."""
    _close(row, StandingState.WITHDRAWN, "withdraw_standing", because, actor, also=(StandingState.EXPIRED,))
    events.publish(Removed(row, actor))


def fulfil(row: Standing, *, actor: Actor, because: str = "") -> None:
    """What was owed is done; the feature in which it is done closes it. Done twice it stays done."""
    if row.kind is not StandingKind.OBLIGATION:
        raise ValueError(f"standing {row.id} is no obligation")
    lock(row)
    if row.state is StandingState.FULFILLED:
        return
    _close(row, StandingState.FULFILLED, "fulfil_standing", because, actor)
    events.publish(Fulfilled(row, actor))


def extend(row: Standing, *, to_on: date, because: str, actor: Actor) -> None:
    """Another last day, from now on. Refused for a day gone by; an obligation that was overdue is due anew."""
    lock(row)
    _check_stands(row)
    if to_on < clock.today():
        raise Refused(_("新的截止日期不能在今天之前。"), field="to_on")
    audit.record("extend_standing", row, actor=actor, reason=because, changes=[("to_on", row.to_on, to_on)])
    row.to_on, row.reminded_on, row.overdue_at = to_on, None, None


def _close(
    row: Standing,
    state: StandingState,
    deed: str,
    because: str,
    actor: Actor,
    *,
    also: tuple[StandingState, ...] = (),
) -> None:
    lock(row)
    if row.state not in also:
        _check_stands(row)
    row.state, row.closed_on, row.closed_because = state, clock.today(), because
    audit.record(deed, row, actor=actor, reason=because, organisation=row.organisation_id)
    told(deed, row)


def _check_stands(row: Standing) -> None:
    if row.state is not StandingState.ON_RECORD:
        raise Refused(_("这条记录现在是“%(state)s”，不能再改。", state=str(row.state.label)))
