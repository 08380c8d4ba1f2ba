"""Pledges and their versions."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from association.kernel import clock
from association.kernel.audit import AuditEntry, kind_of
from association.kernel.db import session
from association.pledges.models import Pledge, PledgeVersion, VersionState
from association.pledges.policy import OUT
from association.rules.models import Document, Edition

OVER = (*OUT, VersionState.TERMINATED, VersionState.DROPPED)
REVIEWS = ("first_review", "second_review", "legal_review", "third_review")


def in_public() -> Select[Pledge]:
    """Pledges of which something was issued."""
    issued = select(PledgeVersion.pledge_id).where(PledgeVersion.state.in_(OUT))
    return select(Pledge).join(Pledge.document).where(Pledge.id.in_(issued))


def called(rows: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        rows = rows.where(Document.title.contains(word, autoescape=True))
    return rows


def by_slug(slug: str) -> Pledge | None:
    return session.scalars(select(Pledge).join(Pledge.document).where(Document.slug == slug)).one_or_none()


def all_versions() -> Select[PledgeVersion]:
    """For the desk."""
    return select(PledgeVersion)


def versions_of(pledge: Pledge) -> list[PledgeVersion]:
    """The newest first."""
    rows = select(PledgeVersion).where(PledgeVersion.pledge_id == pledge.id)
    return list(session.scalars(rows.order_by(PledgeVersion.number.desc())))


def versions_of_many(pledges: Collection[Pledge]) -> dict[int, list[PledgeVersion]]:
    """Pledge → its versions, the newest first, in one statement."""
    found: dict[int, list[PledgeVersion]] = {p.id: [] for p in pledges}
    rows = select(PledgeVersion).where(PledgeVersion.pledge_id.in_(found))
    for version in session.scalars(rows.order_by(PledgeVersion.number.desc())):
        found[version.pledge_id].append(version)
    return found


def current(versions: list[PledgeVersion]) -> PledgeVersion | None:
    """Of one pledge's versions (the newest first) the one in force today."""
    return next((v for v in versions if v.is_signable), None)


def in_force(pledge: Pledge) -> PledgeVersion | None:
    """The version that can be signed today."""
    return current(versions_of(pledge))


def under_way(pledge: Pledge) -> PledgeVersion | None:
    """The version that is being written, consulted on, adopted or reviewed."""
    return next((v for v in versions_of(pledge) if v.state not in OVER), None)


def of_edition(edition: Edition) -> PledgeVersion | None:
    return session.scalars(select(PledgeVersion).where(PledgeVersion.edition_id == edition.id)).one_or_none()


def last_number(pledge: Pledge) -> int:
    return (
        session.scalar(select(func.max(PledgeVersion.number)).where(PledgeVersion.pledge_id == pledge.id))
        or 0
    )


def at_work() -> list[PledgeVersion]:
    """Versions that wait for somebody, the oldest first."""
    waiting = PledgeVersion.state.not_in((*OVER, VersionState.SCHEDULED))
    return list(session.scalars(select(PledgeVersion).where(waiting).order_by(PledgeVersion.id)))


def chain_of(version: PledgeVersion) -> list[AuditEntry]:
    """The reviews that led to the issue, in order: the last of each."""
    rows = select(AuditEntry).where(
        AuditEntry.subject_kind == kind_of(version), AuditEntry.subject_id == version.id, AuditEntry.deed.in_(REVIEWS)
    )  # fmt: skip
    last = {entry.deed: entry for entry in session.scalars(rows.order_by(AuditEntry.id))}
    return [last[deed] for deed in REVIEWS if deed in last]


def versions_in_force() -> list[PledgeVersion]:
    """Of each pledge the newest issued version whose day of force has come: what can be signed today."""
    rows = select(PledgeVersion).where(
        PledgeVersion.state == VersionState.PUBLISHED, PledgeVersion.effective_on <= clock.today()
    )
    rows = rows.options(joinedload(PledgeVersion.pledge))
    of_pledge = {v.pledge_id: v for v in session.scalars(rows.order_by(PledgeVersion.number))}
    return sorted(of_pledge.values(), key=lambda v: v.pledge_id)
