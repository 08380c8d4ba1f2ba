"""What is sent about panels: to members, and to those who keep the panel. No letter says what anybody's opinion is."""

from typing import Any

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.panels import matters
from association.panels.models import Minutes, Panel, PanelSeat
from association.panels.workflow import PANEL, SEAT


def _about(panel: Panel) -> dict[str, Any]:
    return {"panel": panel, "title": matters.title_of(panel), "sort": matters.matter_of(panel).label}


def _to_member(seat: PanelSeat, template: str, **told: Any) -> None:
    for account in accounts.accounts_of([seat.person_id] if seat.person_id else []):
        to_accounts.write_to(
            account, f"panels/{template}", about=seat, seat=seat, **_about(seat.panel), **told
        )


def _to_members(seats: list[PanelSeat], template: str, **told: Any) -> None:
    for seat in seats:
        _to_member(seat, template, **told)


def _to_keepers(panel: Panel, template: str, **told: Any) -> None:
    for role in sorted(matters.matter_of(panel).keepers):
        to_accounts.write_to_role(Role(role), f"panels/{template}", about=panel, **_about(panel), **told)


def voters(panel: Panel) -> list[PanelSeat]:
    return [seat for seat in panel.sitting if seat.voted_at is not None]


def named(seat: PanelSeat) -> None:
    _to_member(
        seat, "named", parties=list(matters.matter_of(seat.panel).parties_of(matters.subject_of(seat.panel)))
    )


def reminded(seat: PanelSeat) -> None:
    _to_member(seat, "remind")


def overdue(panel: Panel) -> None:
    _to_keepers(panel, "overdue")


def minutes_written(asked: list[PanelSeat]) -> None:
    _to_members(asked, "minutes")


def objected(minutes: Minutes, *, name: str, note: str) -> None:
    """To whoever wrote the minutes, and to those who keep the panel."""
    told = {"name": name, "note": note}
    _to_keepers(minutes.panel, "objected", path=f"/desk/panels/{minutes.panel_id}/", **told)
    writer = accounts.account(minutes.written_by_id) if minutes.written_by_id else None
    seat = minutes.panel.seat_of(writer.person_id) if writer is not None else None
    if seat is not None and seat.sits:
        _to_member(seat, "objected", path=f"/review/panels/{seat.id}/", **told)


def _on_panel(panel: Panel, deed: str, reason: str) -> None:
    if deed in ("close", "count"):
        _to_members(voters(panel), "opened")
        _to_keepers(panel, "opened_keepers")
    elif deed in ("settle", "conclude"):
        _to_members(voters(panel), "concluded", reason=reason)
    elif deed in ("dissolve", "fall"):
        _to_members(panel.sitting, "dissolved", reason=panel.ended_because)
    elif deed == "extend":
        _to_members([seat for seat in panel.sitting if seat.voted_at is None], "extended", reason=reason)


def _on_seat(seat: PanelSeat, deed: str, reason: str) -> None:
    if deed in ("declare_tie", "stand_down"):
        _to_keepers(seat.panel, "stood_down", name=seat.called)
    if deed == "stand_down":
        _to_member(seat, "walled")
    if deed in ("replace", "remove"):
        _to_member(seat, "left", reason=reason)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is PANEL:
        _on_panel(taken.subject, taken.step.deed, taken.reason)
    elif taken.workflow is SEAT:
        _on_seat(taken.subject, taken.step.deed, taken.reason)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
