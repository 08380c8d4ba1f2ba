"""When opinions may be opened, and when minutes stand."""

from datetime import date

from association.kernel import clock, dated, working_days
from association.kernel.words import _
from association.panels import queries
from association.panels.models import Minutes, Panel, PanelSeat, PanelState


def still_sealed(panel: Panel) -> object | None:
    """Why the opinions cannot be opened: too few, or somebody still has time."""
    if panel.voted < panel.least:
        return _("至少要有%(least)d份意见才能开封，现在有%(n)d份。", least=panel.least, n=panel.voted)
    if panel.missing and clock.today() <= panel.due_on:
        return _(
            "截止日%(day)s还没有过，还有%(n)d位成员没有提交意见。",
            day=panel.due_on.isoformat(),
            n=panel.missing,
        )
    return None


def asked(minutes: Minutes) -> list[PanelSeat]:
    """Whose word on the minutes is asked: members who gave their opinion themselves. The version's writer has given theirs by writing."""
    return [
        s
        for s in minutes.panel.sitting
        if s.voted_at is not None and s.person_id is not None and s.id not in _answered(minutes)
    ]


def _answered(minutes: Minutes) -> set[int]:
    return {confirmation.seat_id for confirmation in minutes.confirmations}


def all_agree(minutes: Minutes) -> bool:
    return not asked(minutes) and all(confirmation.agrees for confirmation in minutes.confirmations)


def answers_due(minutes: Minutes) -> date:
    """The last day on which members may still answer before it can be concluded without them."""
    return working_days.add(clock.day_of(minutes.written_at), int(dated.value("panels.minutes_days"))).on


def may_be_concluded(minutes: Minutes) -> bool:
    """Everybody has answered, or had the set days to."""
    return not asked(minutes) or clock.today() > answers_due(minutes)


def not_to_be_concluded(panel: Panel) -> object | None:
    minutes = queries.minutes_of(panel)
    if minutes is None:
        return _("还没有写纪要。")
    if may_be_concluded(minutes):
        return None
    last = answers_due(minutes).isoformat()
    return _("还有%(n)d位成员没有确认纪要，到%(day)s为止。", n=len(asked(minutes)), day=last)


def has_voted(seat: PanelSeat) -> object | None:
    """An opinion that was given is not taken away by those who keep the panel."""
    return _("这位成员已经提交意见，不能更换。") if seat.voted_at is not None else None


def may_go(seat: PanelSeat) -> object | None:
    return is_over(seat) or has_voted(seat)


def is_over(seat: PanelSeat) -> object | None:
    return None if seat.panel.state is PanelState.OPEN else _("意见已经开封，或评审组已经解散。")
