"""What panels tell features above, within the transaction of the deed."""

from dataclasses import dataclass

from association.panels.models import Minutes, Panel, PanelSeat


@dataclass(frozen=True, slots=True)
class OpinionsOpened:
    """All opinions may be read from now on."""

    panel: Panel


@dataclass(frozen=True, slots=True)
class PanelConcluded:
    """The minutes stand."""

    panel: Panel
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class PanelDissolved:
    """It ended without minutes."""

    panel: Panel
    reason: str


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """A member stood down, or was replaced or removed."""

    seat: PanelSeat
    reason: str
