"""What deeds do to the register beyond moving a state: the file takes sections over, and what can be found is kept true."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select

from association.kernel import clock, jobs
from association.kernel.db import session
from association.kernel.search import records
from association.kernel.search.readings import readings
from association.organisations.models import FormerCode, FormerName
from mcn.agencies import checks, queries
from mcn.agencies.models import Agency, AgencySection, AgencyTerm, Filing
from mcn.agencies.sections import Facts, rows_of
from mcn.agencies.terms import terms

CLAIM = "mcn.claim"


def public_text(agency: Agency) -> str:
    """What the public log commits to."""
    return f"{agency.number}:{agency.organisation.uscc}:{agency.organisation.name}:{agency.state.value}"


def take_over(filing: Filing) -> None:
    """What was filed is what the file holds; the filing keeps what was there before."""
    held = queries.facts_of(filing.agency)
    for section in filing.sections:
        section.before = dict(held.get(section.name, {}))
        kept = session.get(AgencySection, (filing.agency_id, section.name))
        if kept is None:
            kept = AgencySection(agency_id=filing.agency_id, name=section.name)
            session.add(kept)
        kept.facts, kept.changed_at = dict(section.facts), clock.now()
    if {"agents", "accounts"} & {section.name for section in filing.sections}:
        claim_later(filing.agency)


def claim_later(agency: Agency) -> None:
    """Ten thousand keyed hashes are no work for a request."""
    session.flush()
    jobs.later(CLAIM, key=f"{CLAIM}:{agency.id}", agency=agency.id)


@jobs.handles(CLAIM)
def _claim(payload: dict[str, Any]) -> None:
    agency = session.get_one(Agency, payload["agency"])
    keep_claims(agency, queries.facts_of(agency) if agency.stands else {})


def keep_claims(agency: Agency, facts: Mapping[str, Facts]) -> None:
    """Which agents and accounts this agency has, as keyed hashes: only what is new is written, only what is gone taken away."""
    for name, _code, _setting, table in checks.CLAIMS:
        rows = rows_of(facts.get(name))
        now = {key: _day(rows[n - 1].get("ends_on")) for n, key in checks.keys_of(facts, name)}
        held = {
            row.key: row.ends_on
            for row in session.execute(select(table.key, table.ends_on).where(table.agency_id == agency.id))
        }
        over = [key for key in held if key not in now or now[key] != held[key]]
        for start in range(0, len(over), queries.AT_ONCE):
            piece = over[start : start + queries.AT_ONCE]
            session.execute(delete(table).where(table.agency_id == agency.id, table.key.in_(piece)))
        new = [
            {"key": key, "agency_id": agency.id, "ends_on": ends_on}
            for key, ends_on in now.items()
            if key not in held or held[key] != ends_on
        ]
        if new:
            session.execute(insert(table), new)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def publish(agency: Agency) -> None:
    """Order, terms and search record follow the organisation's name, codes and standing."""
    organisation = agency.organisation
    agency.name_key, agency.province = organisation.name_key, organisation.province
    session.flush()
    shown = agency.is_public
    names = [organisation.name, organisation.short_name, *_former(FormerName.name, organisation.id)]
    codes = [agency.number or "", organisation.uscc, *_former(FormerCode.uscc, organisation.id)]
    _keep_terms(agency, terms(names=names, codes=codes))
    key = f"agency:{agency.id}"
    if not shown:
        records.withdraw(key)
        return
    records.publish(
        key=key, kind="agency", title=f"{organisation.name}（{agency.number}）", body="\n".join(n for n in [*names[1:], *codes] if n),
        url=f"/mcn/{agency.number}/", dated_on=agency.registered_on or clock.today(), facets={"province": organisation.province},
        also=" ".join(readings(name) for name in names[1:] if name),
    )  # fmt: skip


def _former(column: Any, organisation_id: int) -> list[str]:
    return list(session.scalars(select(column).where(column.class_.organisation_id == organisation_id)))


def _keep_terms(agency: Agency, wanted: set[str]) -> None:
    held = set(session.scalars(select(AgencyTerm.term).where(AgencyTerm.agency_id == agency.id)))
    if gone := held - wanted:
        session.execute(
            delete(AgencyTerm).where(AgencyTerm.agency_id == agency.id, AgencyTerm.term.in_(gone))
        )
    if new := wanted - held:
        session.execute(insert(AgencyTerm), [{"term": t, "agency_id": agency.id} for t in sorted(new)])
