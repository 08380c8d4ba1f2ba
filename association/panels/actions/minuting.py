"""The minutes: written by one, confirmed by the others; who does not agree is kept with their words."""

from association.kernel import audit
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.policy import SYSTEM, Actor, can, require
from association.kernel.words import _
from association.panels import effects, gates, letters, matters, queries
from association.panels.models import Confirmation, Minutes, Panel, PanelSeat, PanelState
from association.panels.policy import P
from association.panels.workflow import PANEL


def write_minutes(panel: Panel, *, conclusion: str, text: str, actor: Actor) -> Minutes:
    """A version of the minutes; whoever wrote the first writes the next, or those who keep the panel. Confirmations begin anew."""
    effects.hold(panel)
    check_writable(panel, actor=actor)
    if matters.matter_of(panel).votes.choice(conclusion) is None:
        raise Refused(_("请选择结论。"), field="conclusion")
    before = queries.minutes_of(panel)
    minutes = Minutes(
        panel_id=panel.id, number=before.number + 1 if before else 1, conclusion=conclusion, text=text, written_by_id=actor.account_id
    )  # fmt: skip
    session.add(minutes)
    audit.record("write_minutes", panel, actor=actor, version=minutes.number)
    seat = panel.seat_of(actor.person_id)
    if seat is not None and seat.voted_at is not None:
        _answer(minutes, seat, agrees=True, note="")
    session.refresh(minutes)
    letters.minutes_written(gates.asked(minutes))
    return minutes


def check_writable(panel: Panel, *, actor: Actor) -> None:
    """Refused before the opinions are opened, after the end, and where another member has begun."""
    require(actor, P.WRITE, panel)
    if panel.state is not PanelState.CLOSED:
        raise Refused(_("现在不能写纪要：意见还没有开封，或已经办结。"))
    before = queries.minutes_of(panel)
    if before is not None and before.written_by_id != actor.account_id and not can(actor, P.KEEP, panel):
        raise Refused(_("纪要已由另一位成员起草；有不同意见，请在确认时写明。"))


def may_write(panel: Panel, *, actor: Actor) -> bool:
    """The same as a question."""
    try:
        check_writable(panel, actor=actor)
    except (Forbidden, Refused):
        return False
    return True


def confirm(seat: PanelSeat, *, agrees: bool, note: str, actor: Actor) -> None:
    """A member's word on the newest version, once. When all agree, the panel has done its work."""
    effects.hold(seat.panel)
    require(actor, P.CONFIRM, seat)
    minutes = check_confirmable(seat)
    if not agrees and not note:
        raise Refused(_("不同意纪要的，请写明哪里不对。"), field="note")
    _answer(minutes, seat, agrees=agrees, note=note)
    audit.record(
        "confirm_minutes" if agrees else "object_to_minutes", seat, actor=actor, version=minutes.number
    )
    session.refresh(minutes)
    if not agrees:
        letters.objected(minutes, name=seat.called, note=note)
    if gates.all_agree(minutes):
        PANEL.take("settle", seat.panel, actor=SYSTEM)


def check_confirmable(seat: PanelSeat) -> Minutes:
    """The minutes that wait for this member's word."""
    minutes = queries.minutes_of(seat.panel)
    if minutes is None or seat.panel.state is not PanelState.CLOSED:
        raise Refused(_("现在没有待确认的纪要。"))
    if seat not in gates.asked(minutes):
        raise Refused(_("你对这一版纪要已经表示过意见。"))
    return minutes


def _answer(minutes: Minutes, seat: PanelSeat, *, agrees: bool, note: str) -> None:
    session.add(Confirmation(minutes_id=minutes.id, seat_id=seat.id, agrees=agrees, note=note))
    session.flush()


def conclude(panel: Panel, *, reason: str, actor: Actor) -> None:
    """Without everybody's word: after the set days, or when all have answered and some do not agree."""
    PANEL.take("conclude", panel, actor=actor, reason=reason)
