"""Rosters (花名册): an agency's agents and accounts from a workbook, read by the worker, shown as a difference – new, gone, moved – before anything happens, and
accepted or returned by the registrars as one.

models one reading · workbook the .xlsx in and out · trial the worker's part · actions verbs · forms, views pages.
"""

from flask import Flask

from association.kernel import attachments
from mcn.agencies.policy import P
from mcn.roster import trial, views
from mcn.roster.models import RosterReading

# Imported for its work.
_PRESENT = (trial,)


def init_app(app: Flask) -> None:
    attachments.owned_by("roster_reading", attachments.who_may(RosterReading, P.PREPARE))
    views.init_app(app)
