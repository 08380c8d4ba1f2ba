"""What fills the blanks of panels' addresses."""

from collections.abc import Callable
from typing import Any

from association.panels.models import Panel, PanelSeat, PanelState

ID_OF = {
    "own_panels": "panel_seat", "panel_desk": "panel", "panel_seats": "panel_seat", "panel_seats.name": "panel", "panel_seats.guest": "panel"
}  # fmt: skip


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    found = {
        "sealed panel": first(Panel, state=PanelState.OPEN),
        "panel with open opinions": first(Panel, state=PanelState.CLOSED),
    }
    seats = {
        words: first(PanelSeat, panel_id=panel.id) for words, panel in found.items() if panel is not None
    }
    return {
        "panel": {words: panel.id for words, panel in found.items() if panel is not None},
        "panel_seat": {f"seat on the {words}": seat.id for words, seat in seats.items()},
    }
