"""What both sides' pages draw in the same way."""

from collections.abc import Sequence

from association.kernel.policy import Actor, can
from association.panels import queries
from association.panels.models import Panel
from association.panels.policy import P
from association.panels.queries import Opened


def opened(panel: Panel, reader: Actor) -> Sequence[Opened]:
    """The opinions, for whom they are open; nothing before."""
    return queries.opinions(panel) if can(reader, P.READ_OPINIONS, panel) else []
