"""Who sits, until when, and when the opinions are opened."""

from collections.abc import Sequence
from datetime import date

from association.kernel import audit, clock
from association.kernel.audit import kind_of
from association.kernel.db import Model, lock, session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor, require
from association.kernel.words import _
from association.panels import effects, letters, queries
from association.panels.clockwork import sift
from association.panels.models import Panel, PanelSeat, SeatState
from association.panels.policy import P
from association.panels.workflow import PANEL, SEAT


def convene(
    subject: Model, *, matter: str, people: Sequence[int], least: int, due_on: date, actor: Actor
) -> Panel:
    """A panel on this subject with these people (ids of persons), who are written to. Refused while another one sits on it."""
    panel = begin(subject, matter=matter, least=least, due_on=due_on, actor=actor)
    require(actor, P.KEEP, panel)
    for person_id in people:
        name(panel, person_id=person_id, actor=actor)
    return panel


def begin(subject: Model, *, matter: str, least: int, due_on: date, actor: Actor) -> Panel:
    """An empty panel, for a feature whose own step has asked who may; those who keep the business then name its members."""
    lock(subject)
    effects.check_due(due_on)
    before = queries.latest(subject)
    if before is not None and before.is_sealed and not before.ended_because:
        raise Refused(_("这件事已有评审组，还没有开封。"))
    panel = Panel(
        matter=matter, subject_kind=kind_of(subject), subject_id=subject.id, number=before.number + 1 if before else 1, least=least,
        due_on=due_on,
    )  # fmt: skip
    session.add(panel)
    audit.record("convene", panel, actor=actor, least=least, due_on=due_on.isoformat())
    return panel


def name(panel: Panel, *, person_id: int, actor: Actor) -> PanelSeat:
    """One member more, who declares and gives an opinion on the site."""
    effects.hold(panel)
    require(actor, P.KEEP, panel)
    effects.check_open(panel)
    seat = effects.seated(panel, person_id=person_id, actor=actor)
    audit.record("name", seat, actor=actor, panel=panel.id)
    letters.named(seat)
    return seat


def name_guest(panel: Panel, *, name: str, unit: str = "", actor: Actor) -> PanelSeat:
    """Somebody without an account, whose declaration that they have no tie is in hand on paper."""
    effects.hold(panel)
    require(actor, P.KEEP, panel)
    effects.check_open(panel)
    if any(seat.person_id is None and (seat.name, seat.unit) == (name, unit) for seat in panel.sitting):
        raise Refused(_("名单里已有同一单位的同名专家。"), field="name")
    seat = PanelSeat(
        panel=panel, panel_id=panel.id, name=name, unit=unit, state=SeatState.CLEAR, declared_at=clock.now()
    )
    session.add(seat)
    audit.record("name", seat, actor=actor, panel=panel.id, personal={"guest": name})
    return seat


def replace(seat: PanelSeat, *, person_id: int, reason: str, actor: Actor) -> PanelSeat:
    """Somebody else in their place."""
    effects.hold(seat.panel)
    SEAT.take("replace", seat, actor=actor, reason=reason, person_id=person_id)
    substitute = queries.substitute_of(seat)
    if substitute is None:
        raise LookupError(seat.id)
    audit.record("name", substitute, actor=actor, panel=seat.panel_id)
    letters.named(substitute)
    return substitute


def remove(seat: PanelSeat, *, reason: str, actor: Actor) -> None:
    """Nobody in their place."""
    effects.hold(seat.panel)
    SEAT.take("remove", seat, actor=actor, reason=reason)


def extend(panel: Panel, *, due_on: date, reason: str, actor: Actor) -> None:
    """More time for all."""
    PANEL.take("extend", panel, actor=actor, due_on=due_on, reason=reason)


def close(panel: Panel, *, actor: Actor) -> None:
    """Open the opinions: all are in, or the last day has passed with a quorum."""
    effects.hold(panel)
    require(actor, P.KEEP, panel)
    sift(panel)
    PANEL.take("close", panel, actor=actor)


def dissolve(panel: Panel, *, reason: str, actor: Actor) -> None:
    PANEL.take("dissolve", panel, actor=actor, reason=reason)


def end(subject: Model, *, reason: str) -> None:
    """For features above: the subject itself has ended, and with it the panel that still sits on it."""
    panel = queries.latest(subject)
    if panel is not None and panel.state in PANEL.by_deed["fall"].from_:
        PANEL.take("fall", panel, actor=SYSTEM, reason=reason)
