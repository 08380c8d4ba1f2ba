"""What waits for whom: a member's declaration, opinion and word on the minutes; a keeper's replacements, late panels and minutes."""

from collections.abc import Iterable
from typing import Any

from association.kernel import clock
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.panels import gates, matters, queries
from association.panels.models import Minutes, Panel, PanelSeat, PanelState, SeatState
from association.panels.policy import P

AREA = "panels"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    yield from _own(actor)
    if can(actor, P.LIST):
        yield from _kept(actor)


def _own(actor: Actor) -> Iterable[Waiting]:
    if actor.person_id is None or not actor.roles:
        return
    seats = [seat for seat in queries.seats_of(actor.person_id) if seat.sits and can(actor, P.DECLARE, seat)]
    closed = [seat.panel for seat in seats if seat.panel.state is PanelState.CLOSED]
    minutes, titles = queries.newest_minutes(closed), matters.titles([seat.panel for seat in seats])
    for seat in seats:
        ask = _asked(seat, minutes.get(seat.panel_id))
        if ask is not None:
            yield _item(
                seat.panel, titles[seat.panel_id], ask[0], button=ask[1], endpoint="own_panels.show", values={"id": seat.id}
            )  # fmt: skip


def _asked(seat: PanelSeat, minutes: Minutes | None) -> tuple[str, str] | None:
    if seat.panel.state is PanelState.OPEN and seat.voted_at is None:
        if seat.state is SeatState.NAMED:
            return _("请先声明有无利害关系，然后看材料、提交意见。"), _("声明")
        return _("请看材料，提交你的意见。"), _("提交意见")
    if minutes is not None and seat.panel.state is PanelState.CLOSED and seat in gates.asked(minutes):
        return _("请看纪要是否如实，确认或写明哪里不对。"), _("看纪要")
    return None


def _kept(actor: Actor) -> Iterable[Waiting]:
    panels = [panel for panel in queries.at_work() if can(actor, P.KEEP, panel)]
    minutes = queries.newest_minutes(panel for panel in panels if panel.state is PanelState.CLOSED)
    titles = matters.titles(panels)
    for panel in panels:
        ask = _keepers_turn(panel, minutes.get(panel.id))
        if ask is not None:
            yield _item(
                panel,
                titles[panel.id],
                ask,
                button=_("办理"),
                endpoint="panel_desk.show",
                values={"id": panel.id},
            )


def _keepers_turn(panel: Panel, minutes: Minutes | None) -> str | None:
    if panel.state is PanelState.OPEN:
        if queries.unreplaced(panel):
            return _("有成员回避，请更换，或不再补人。")
        return _("截止日已过，意见还不够，请延期或更换。") if _is_late(panel) else None
    if minutes is None:  # where the minutes are drawn up elsewhere, that is where they wait
        return None if matters.matter_of(panel).minutes_at else _("意见已经开封，请写纪要。")
    return _("纪要还没有全体确认，可以改写，或附记录办结。") if gates.may_be_concluded(minutes) else None


def _is_late(panel: Panel) -> bool:
    return panel.due_on < clock.today() and panel.voted < panel.least


def _item(panel: Panel, title: str, ask: str, **where: Any) -> Waiting:
    matter = matters.matter_of(panel)
    return Waiting(
        title=_("%(sort)s：%(title)s", sort=str(matter.label), title=title), ask=ask, what=_("评审组"), area=AREA,
        due_on=panel.due_on if panel.state is PanelState.OPEN else None, **where,
    )  # fmt: skip
