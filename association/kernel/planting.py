"""What a new site begins with beside its settings: features say what, `flask site prepare` plants it, once."""

from collections.abc import Callable

Plant = Callable[[], int]
_plants: list[Plant] = []


def also(plant: Plant) -> None:
    """Plant this too. It is called at every start, in a transaction of its own, and returns how many things it has made: none when
    they are there already, whatever became of them since."""
    if plant not in _plants:
        _plants.append(plant)


def all_of_it() -> int:
    return sum(plant() for plant in _plants)
