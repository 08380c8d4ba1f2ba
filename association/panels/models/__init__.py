"""Tables of panels."""

from association.panels.models.minutes import Confirmation, Minutes
from association.panels.models.opinion import SEALED, Opinion
from association.panels.models.panel import SITTING, Panel, PanelSeat, PanelState, SeatState

__all__ = [
    "SEALED",
    "SITTING",
    "Confirmation",
    "Minutes",
    "Opinion",
    "Panel",
    "PanelSeat",
    "PanelState",
    "SeatState",
]
