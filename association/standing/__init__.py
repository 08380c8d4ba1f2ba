"""Standing: what is on record about an organisation or a person for a term – nominated, commended, under a measure, owing something by a day.

Features above write it (cases, notices of commendation, guidance, incubation, training) and hear of it through typed events; registers, pledges
and pages read it. A row is a fact with its term, its basis and the address of what wrote it; there is no sum of rows, no score, no order by merit.
Whether somebody may write a row the writing feature has decided, under its own policy, before it calls.

    from association import standing
    standing.record(kind=StandingKind.MEASURE, about=organisation, title="…", basis="…", source=case, url=…, actor=actor)

models the table · events · queries · policy · happenings what followers hear · letters · actions verbs · clockwork what the calendar does ·
forgetting · waiting · views.
"""

from flask import Flask

from association.standing import clockwork, forgetting, happenings, settings, views
from association.standing.actions import (
    end,
    extend,
    fulfil,
    make_public,
    record,
    take_out_of_public,
    withdraw,
)
from association.standing.events import Expired, Fulfilled, Overdue, Recorded, Removed
from association.standing.models import Standing, StandingKind, StandingState

# Imported for their work and their settings.
_PRESENT = (clockwork, settings)

__all__ = [
    "Expired", "Fulfilled", "Overdue", "Recorded", "Removed", "Standing", "StandingKind", "StandingState", "end", "extend", "fulfil", "init_app",
    "make_public", "record", "take_out_of_public", "withdraw",
]  # fmt: skip


def init_app(app: Flask) -> None:
    forgetting.init_app()
    happenings.init_app()
    views.init_app(app)
