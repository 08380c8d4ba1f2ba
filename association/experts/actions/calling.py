"""Calling for experts."""

from datetime import date

from association.experts.models import CallState, ExpertCall
from association.experts.policy import P
from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _


def draft_call(*, title: str, text: str, closes_on: date, actor: Actor) -> ExpertCall:
    """The secretary writes it; somebody else publishes."""
    require(actor, P.CALL)
    _check(closes_on)
    call = ExpertCall(title=title, text=text, closes_on=closes_on)
    session.add(call)
    audit.record("draft_call", call, actor=actor, title=title)
    return call


def _check(closes_on: date) -> None:
    if closes_on < clock.today():
        raise Refused(_("应征的截止日期不能在今天之前。"), field="closes_on")


def change_call(call: ExpertCall, *, title: str, text: str, closes_on: date, actor: Actor) -> None:
    """While nobody has seen it."""
    lock(call)
    require(actor, P.CALL, call)
    check_draft(call)
    _check(closes_on)
    wanted = {"title": title, "text": text, "closes_on": closes_on}
    changed = [(f, getattr(call, f), v) for f, v in wanted.items() if getattr(call, f) != v]
    for field, _old, new in changed:
        setattr(call, field, new)
    audit.record("draft_call", call, actor=actor, changes=changed)


def check_draft(call: ExpertCall) -> None:
    if call.state is not CallState.DRAFT:
        raise Refused(_("征集已经发布，不能再改；要改请撤回后另发。"))
