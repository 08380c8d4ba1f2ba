"""What upper features may hear of standing, within the transaction in which it happens."""

from dataclasses import dataclass

from association.kernel.policy import Actor
from association.standing.models import Standing


@dataclass(frozen=True, slots=True)
class Recorded:
    """A row was written."""

    row: Standing
    actor: Actor


@dataclass(frozen=True, slots=True)
class Removed:
    """It no longer stands: ended before its last day, or withdrawn; the row's state says which, and why."""

    row: Standing
    actor: Actor


@dataclass(frozen=True, slots=True)
class Fulfilled:
    """What was owed has been done."""

    row: Standing
    actor: Actor


@dataclass(frozen=True, slots=True)
class Expired:
    """Its last day has passed."""

    row: Standing


@dataclass(frozen=True, slots=True)
class Overdue:
    """What was owed was not done by its day; it is owed all the same."""

    row: Standing
