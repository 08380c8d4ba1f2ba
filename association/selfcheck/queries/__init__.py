"""Named reads, room by room: `questionnaires`, `checks`, `rounds`; `places` of clauses; `compared` with last time."""

from association.selfcheck.queries import checks, questionnaires, rounds
from association.selfcheck.queries.comparing import Comparison, compared
from association.selfcheck.queries.places import Place, places

__all__ = ["Comparison", "Place", "checks", "compared", "places", "questionnaires", "rounds"]
