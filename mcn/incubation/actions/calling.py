"""Calling young people."""

from datetime import date

from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from mcn.incubation.models import CallState, IncubationCall
from mcn.incubation.policy import P


def draft_call(*, title: str, text: str, places: int, closes_on: date, actor: Actor) -> IncubationCall:
    """The training office writes it; somebody else publishes."""
    require(actor, P.DRAFT)
    _check(closes_on)
    call = IncubationCall(title=title, text=text, places=places, closes_on=closes_on)
    session.add(call)
    audit.record("draft_incubation_call", call, actor=actor, title=title)
    return call


def _check(closes_on: date) -> None:
    if closes_on < clock.today():
        raise Refused(_("申请的截止日期不能在今天之前。"), field="closes_on")


def change_call(
    call: IncubationCall, *, title: str, text: str, places: int, closes_on: date, actor: Actor
) -> None:
    """While nobody has seen it."""
    lock(call)
    require(actor, P.DRAFT, call)
    check_draft(call)
    _check(closes_on)
    wanted = {"title": title, "text": text, "places": places, "closes_on": closes_on}
    changed = [(f, getattr(call, f), v) for f, v in wanted.items() if getattr(call, f) != v]
    for field, _old, new in changed:
        setattr(call, field, new)
    audit.record("draft_incubation_call", call, actor=actor, changes=changed)


def check_draft(call: IncubationCall) -> None:
    if call.state is not CallState.DRAFT:
        raise Refused(_("征集已经发布，不能再改；要改请撤回后另发。"))
