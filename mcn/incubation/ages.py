"""How old somebody is, and whether a guardian must consent."""

from datetime import date

from association.kernel import clock, dated
from mcn.incubation.models import Talent


def age_on(born_on: date, day: date) -> int:
    """Whole years: who was born on the 29th of February has their birthday on the 1st of March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def is_minor(born_on: date) -> bool:
    """Today, by the age in force today."""
    return age_on(born_on, clock.today()) < int(dated.value("incubation.adult_age"))


def minor(talent: Talent) -> bool:
    born_on = talent.day("born_on")
    return born_on is not None and is_minor(born_on)
