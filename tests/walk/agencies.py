"""Blanks of the register's addresses."""

from collections.abc import Callable
from typing import Any

from mcn.agencies.models import Agency, AgencyState, Filing, FilingState
from mcn.roster.models import RosterReading


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    """One on the register, one that applies; an accepted application and one before the registrars."""
    registered = first(Agency, state=AgencyState.REGISTERED)
    return {
        "agency": {
            "borealis registered": registered.id,
            "yuanshan applying": first(Agency, state=AgencyState.APPLYING).id,
        },
        "agency_filing": {
            "an accepted application": first(Filing, state=FilingState.APPROVED).id,
            "an application submitted": first(Filing, state=FilingState.SUBMITTED).id,
        },
        "roster_reading": {"a roster of borealis": first(RosterReading).id},
        "agency_number": {"borealis": registered.number},
    }
