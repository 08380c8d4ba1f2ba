"""One item of a desk: what it is, what is asked, by when, and the one button for it.

Features offer theirs as `waiting(actor)` in queries; front/desk.py and front/my.py put them together, oldest deadline first.
"""

from dataclasses import dataclass
from datetime import date

FAR = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something that waits for the actor."""

    title: str
    ask: str
    """What is asked, in one or two sentences."""
    what: str
    """Which business it is and how it came here."""
    endpoint: str
    values: dict[str, object]
    button: str
    due_on: date | None = None
    area: str = ""
    """Key of the business, for the desk's filter."""

    @property
    def order(self) -> tuple[date, str]:
        """Oldest deadline first; what has none comes last."""
        return (self.due_on or FAR, self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """Something the actor has started and somebody else now holds."""

    title: str
    holder: str
    since: date
    state: object
    endpoint: str
    values: dict[str, object]
