"""An agency's officers file: begin, fill in section by section over as many days as they like, and hand on through the workflow."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from association.kernel import attachments, audit, clock
from association.kernel.attachments import PAPERS, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused, Unknown
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Kind, Organisation
from mcn.agencies import differences, effects, queries, registering, sections
from mcn.agencies.models import Agency, Filing, FilingKind, FilingSection
from mcn.agencies.policy import P
from mcn.agencies.sections import Facts, Section, rows_of

MAKERS = (Kind.MCN, Kind.AGENT)
"""Kinds of organisations the register is for."""
MOST_ROWS = 10_000
PAPER = "system"


def begin_application(organisation: Organisation, *, actor: Actor) -> Filing:
    """A clerk begins an application. Refused while the organisation is on the register or another application is open."""
    lock(organisation)
    require(actor, P.PREPARE, _Of(organisation))
    check_applicable(organisation)
    agency = Agency(
        organisation_id=organisation.id, name_key=organisation.name_key, province=organisation.province
    )
    agency.organisation = organisation
    session.add(agency)
    session.flush()
    effects.publish(agency)
    return _begun(agency, FilingKind.APPLICATION, "", actor)


def check_applicable(organisation: Organisation) -> None:
    """Refuses unless it is verified, of a kind the register is for, and neither on it nor applying."""
    if not organisation.is_verified:
        raise Refused(_("单位通过核验后才能申请机构登记。"))
    if not set(MAKERS) & set(organisation.kinds):
        raise Refused(_("机构登记面向MCN、经纪机构和个体经纪人；单位的类别里没有这一项，请先申请变更资料。"))
    if queries.living(organisation.id) is not None:
        raise Refused(_("单位已经登记，或已有申请在办理。"))


class _Of:
    """What the policy asks of a thing that belongs to an organisation, before there is such a thing."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation_id = organisation.id


def begin_change(agency: Agency, *, because: str, actor: Actor) -> Filing:
    """Something is no longer as the file says."""
    return _begin(agency, FilingKind.CHANGE, because, actor)


def begin_review(agency: Agency, *, actor: Actor) -> Filing:
    """The annual review: every section is looked at again."""
    return _begin(agency, FilingKind.REVIEW, "", actor)


def begin_roster(agency: Agency, *, actor: Actor) -> Filing:
    """Agents and accounts, from a workbook."""
    return _begin(agency, FilingKind.ROSTER, "", actor)


def check_beginnable(agency: Agency) -> None:
    """Refuses unless it is on the register and nothing of it is under way."""
    if not agency.stands:
        raise Refused(_("机构现在不在册，不能填报变更或复核。"))
    if queries.open_filing(agency) is not None:
        raise Refused(_("已有一件在填报或核验，请先办完或撤回。"))


def _begin(agency: Agency, kind: FilingKind, because: str, actor: Actor) -> Filing:
    lock(agency)
    require(actor, P.PREPARE, agency)
    check_beginnable(agency)
    return _begun(agency, kind, because, actor)


def _begun(agency: Agency, kind: FilingKind, because: str, actor: Actor) -> Filing:
    filing = Filing(agency_id=agency.id, agency=agency, kind=kind, because=because)
    session.add(filing)
    session.flush()
    registering.look_again(filing)
    audit.record("begin", filing, actor=actor, organisation=agency.organisation_id, kind=kind.value)
    return filing


def check_writable(filing: Filing) -> None:
    """Refuses while it is with the signer or staff, or over."""
    if not filing.is_writable:
        raise Refused(_("现在的状态是“%(state)s”，不能修改。", state=filing.state.label))


def save_section(filing: Filing, section: Section, *, facts: Facts, actor: Actor) -> None:
    """Keep what was typed, whole or not; what is still lacking is said on the list of sections."""
    _write(filing, section, dict(facts), actor)


def save_row(
    filing: Filing,
    section: Section,
    *,
    row: str | None,
    facts: Facts,
    paper: Upload | None = None,
    actor: Actor,
) -> str:
    """A row of a list, new (row None) or changed; returns its id."""
    held = _held(filing, section)
    rows = rows_of(held)
    if row is None and len(rows) >= MOST_ROWS:
        raise Refused(_("一节最多%(n)d行。", n=MOST_ROWS))
    id_ = row or secrets.token_hex(4)
    if paper is not None:
        attachments.store(paper, subject=filing.agency, kind=f"{PAPER}:{id_}", actor=actor, limits=PAPERS)
    changed = {"id": id_, **facts}
    rows = [changed if r["id"] == id_ else r for r in rows] if row else [*rows, changed]
    _write(filing, section, {"rows": rows}, actor)
    return id_


def remove_row(filing: Filing, section: Section, *, row: str, actor: Actor) -> None:
    rows = [r for r in rows_of(_held(filing, section)) if r["id"] != row]
    _write(filing, section, {"rows": rows}, actor)


def say_none(filing: Filing, section: Section, *, actor: Actor) -> None:
    """There is nothing of this kind; rows that are there go."""
    if not section.may_be_empty:
        raise Refused(_("这一节至少要有一行。"))
    _write(filing, section, {"rows": [], "none": True}, actor)


def confirm_section(filing: Filing, section: Section, *, actor: Actor) -> None:
    """It is still as it says: what an annual review asks of every section."""
    _write(filing, section, dict(_held(filing, section)), actor)


def take_rows(filing: Filing, rows: Mapping[str, Sequence[Mapping[str, Any]]], *, actor: Actor) -> None:
    """Whole lists at once, from a workbook."""
    for name, listed in rows.items():
        facts: dict[str, Any] = {"rows": [dict(r) for r in listed]}
        if not listed:
            facts["none"] = True
        _write(filing, sections.BY_NAME[name], facts, actor, look=False)
    registering.look_again(filing)


def row_of(filing: Filing, section: Section, row: str) -> dict[str, Any]:
    """One row as it stands now; Unknown when it is not there."""
    found = next((r for r in rows_of(_held(filing, section)) if r["id"] == row), None)
    if found is None:
        raise Unknown
    return found


def _held(filing: Filing, section: Section) -> Facts:
    own = filing.proposed(section.name)
    return own.facts if own is not None else queries.fact_of(filing.agency, section.name)


def _write(
    filing: Filing, section: Section, facts: dict[str, Any], actor: Actor, *, look: bool = True
) -> None:
    lock(filing)
    require(actor, P.PREPARE, filing)
    check_writable(filing)
    if filing.kind is FilingKind.ROSTER and not section.in_roster:
        raise Refused(_("花名册只含经纪人员和平台账号。"))
    before = _held(filing, section)
    own = filing.proposed(section.name)
    if own is None:
        own = FilingSection(filing_id=filing.id, name=section.name)
        filing.sections.append(own)
    own.facts, own.saved_at = facts, clock.now()
    changed = differences.fields_changed(section, before, facts)
    filing.asked = [item | {"done": True} if item["field"] in changed else item for item in filing.asked]
    if look:
        registering.look_again(filing)
    # Which section, never what stands in it.
    audit.record("edit", filing, actor=actor, section=section.name, organisation=filing.organisation_id)
