"""Pledges (行业自律公约): written, consulted on, adopted and issued like a standard; signed by organisations through their authorised signers, confirmed
by the association, alive until they are left, replaced by a new version, or repealed. Who stood by what on which day is a query.

models the tables · settings dated words and numbers · policy who may · gates what is missing · effects what the steps of a version do · spells
the register's one rule · papers the certificate · signing what the steps of a signature do · workflow the two lives · queries · letters ·
happenings what followers hear · clockwork what the calendar does · actions verbs · waiting · forms, views pages.
"""

from flask import Flask

from association.consultations import life
from association.kernel import scheduled
from association.kernel.audit import kind_of
from association.pledges import clockwork, happenings, letters, papers, views
from association.pledges.models import PledgeVersion, VersionState
from association.pledges.workflow import VERSION
from association.rules import homes

# Imported for the kind of certificate it names.
_PRESENT = (papers,)


def init_app(app: Flask) -> None:
    life.follows(PledgeVersion, VERSION, consulting=VersionState.CONSULTING, answering=VersionState.ANSWERING)
    letters.init_app()
    happenings.init_app()
    clockwork.listen()
    scheduled.issues(PledgeVersion, VERSION)
    homes.lives_at(kind_of(PledgeVersion), "/pledges/{slug}/")
    views.init_app(app)
