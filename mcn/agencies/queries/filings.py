"""Named reads of what agencies file, and of what their files hold."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from association.kernel.db import session
from mcn.agencies.models import (
    OVER,
    STANDING,
    WITH_STAFF,
    Agency,
    AgencyAccount,
    AgencyAgent,
    AgencySection,
    Filing,
    FilingKind,
    FilingState,
)

Key = type[AgencyAgent] | type[AgencyAccount]
AT_ONCE = 500


def open_filing(agency: Agency) -> Filing | None:
    """The one that is not over."""
    return session.scalars(
        select(Filing).where(Filing.agency_id == agency.id, Filing.state.not_in(OVER))
    ).one_or_none()


def filings_of(agency: Agency) -> list[Filing]:
    """All, the newest first."""
    return list(
        session.scalars(select(Filing).where(Filing.agency_id == agency.id).order_by(Filing.id.desc()))
    )


def queue() -> list[Filing]:
    """What is with staff, the oldest first."""
    rows = select(Filing).where(Filing.state.in_(WITH_STAFF)).order_by(Filing.submitted_at, Filing.id)
    return list(session.scalars(rows.limit(200)))


def of_organisations(ids: Sequence[int], *states: FilingState) -> list[Filing]:
    rows = select(Filing).join(Filing.agency).where(Agency.organisation_id.in_(ids), Filing.state.in_(states))
    return list(session.scalars(rows.order_by(Filing.id)))


def facts_of(agency: Agency) -> dict[str, dict[str, Any]]:
    """What the file holds now, by section."""
    rows = select(AgencySection).where(AgencySection.agency_id == agency.id)
    return {section.name: section.facts for section in session.scalars(rows)}


def fact_of(agency: Agency, name: str) -> dict[str, Any]:
    """One section of the file."""
    found = session.get(AgencySection, (agency.id, name))
    return found.facts if found is not None else {}


def as_filed(filing: Filing) -> dict[str, dict[str, Any]]:
    """The whole file as it would be with this filing."""
    return facts_of(filing.agency) | {section.name: section.facts for section in filing.sections}


def accepted_since_review(agency: Agency) -> list[Filing]:
    """Filings taken over since the registration or the last annual review, the oldest first."""
    rows = select(Filing).where(Filing.agency_id == agency.id, Filing.state == FilingState.APPROVED)
    found: list[Filing] = []
    for filing in session.scalars(rows.order_by(Filing.decided_at, Filing.id)):
        found = [] if filing.kind in (FilingKind.APPLICATION, FilingKind.REVIEW) else [*found, filing]
    return found


def claimed_elsewhere(
    table: Key, keys: Mapping[str, int], agency: Agency, today: date
) -> dict[int, list[Agency]]:
    """Rows whose key another agency on the register has as well: row number → those agencies."""
    found: dict[int, list[Agency]] = {}
    wanted = sorted(keys)
    for start in range(0, len(wanted), AT_ONCE):
        rows = (
            select(table.key, Agency)
            .join(Agency, Agency.id == table.agency_id)
            .where(
                table.key.in_(wanted[start : start + AT_ONCE]),
                table.agency_id != agency.id,
                Agency.state.in_(STANDING),
                (table.ends_on.is_(None)) | (table.ends_on >= today),
            )
            .order_by(table.key, Agency.id)
        )
        for key, other in session.execute(rows):
            found.setdefault(keys[key], []).append(other)
    return found


def holder_of_account(key: str, today: date) -> list[Agency]:
    """Who manages an account, by its exact key; more than one while it is claimed twice."""
    rows = (
        select(Agency)
        .join(AgencyAccount, AgencyAccount.agency_id == Agency.id)
        .where(
            AgencyAccount.key == key,
            Agency.state.in_(STANDING),
            (AgencyAccount.ends_on.is_(None)) | (AgencyAccount.ends_on >= today),
        )
    )
    return list(session.scalars(rows.order_by(Agency.id).limit(2)))
