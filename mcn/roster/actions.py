"""Handing in a workbook, and taking what it holds into a filing."""

from association.kernel import attachments, audit, jobs
from association.kernel.attachments import WORKBOOKS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from mcn.agencies import actions as agencies
from mcn.agencies import queries
from mcn.agencies.models import Agency, Filing
from mcn.agencies.policy import P
from mcn.agencies.sections import ROSTER
from mcn.roster.models import ReadingState, RosterReading
from mcn.roster.trial import PAPER, READ


def check_takeable(agency: Agency) -> None:
    """Refuses where what is read could go nowhere: neither on the register nor with something to fill in."""
    filing = queries.open_filing(agency)
    if filing is not None and not filing.is_writable:
        raise Refused(_("已有一件在签署人或秘书处手里，办完或撤回后再导入。"))
    if filing is None and not agency.stands:
        raise Refused(_("机构现在不在册，不能导入花名册。"))


def hand_in(agency: Agency, *, file: Upload, language: str, actor: Actor) -> RosterReading:
    """Keep the workbook and let the worker read it; nothing of the register changes."""
    require(actor, P.PREPARE, agency)
    check_takeable(agency)
    reading = RosterReading(agency_id=agency.id)
    session.add(reading)
    session.flush()
    attachments.store(file, subject=reading, kind=PAPER, actor=actor, limits=WORKBOOKS)
    audit.record("read_roster", reading, actor=actor, organisation=agency.organisation_id)
    jobs.later(READ, reading=reading.id, language=language)
    return reading


def take(reading: RosterReading, *, actor: Actor) -> Filing:
    """What was read goes, whole, into what is being filled in – or into a roster of its own. Refused a second time."""
    lock(reading)
    require(actor, P.PREPARE, reading)
    if reading.state is not ReadingState.READY:
        raise Refused(_("这份表现在不能载入：%(state)s。", state=reading.state.label))
    check_takeable(reading.agency)
    filing = queries.open_filing(reading.agency) or agencies.begin_roster(reading.agency, actor=actor)
    agencies.take_rows(filing, {name: reading.found[name] for name in ROSTER}, actor=actor)
    reading.state, reading.found = ReadingState.TAKEN, {}
    audit.record("take_roster", reading, actor=actor, filing=filing.id)
    return filing
