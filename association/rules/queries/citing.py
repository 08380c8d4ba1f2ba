"""Who cites a clause, as far as the reader may know."""

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from association.kernel.db import session
from association.kernel.policy import Actor, all_permissions, can
from association.rules.models import Citation, Edition

PUBLIC = "public"


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    if actor.is_visitor:
        return Citation.audience == PUBLIC
    mine = [permission.code for permission, _predicates in all_permissions() if can(actor, permission)]
    return Citation.audience.in_([PUBLIC, *mine])


def citations_of(provision_id: int, *, actor: Actor) -> list[Citation]:
    """Of a clause in any edition, the newest first."""
    rows = select(Citation).where(Citation.provision_id == provision_id, _seen_by(actor))
    order = (Citation.cited_on.desc(), Citation.id.desc())
    return list(session.scalars(rows.order_by(*order).options(joinedload(Citation.edition))))


def citing_by_clause(edition: Edition, *, actor: Actor) -> dict[str, list[Citation]]:
    """For a whole edition in one statement: the path as cited → who cites it."""
    found: dict[str, list[Citation]] = {}
    rows = select(Citation).where(Citation.edition_id == edition.id, _seen_by(actor))
    for citation in session.scalars(rows.order_by(Citation.cited_on.desc(), Citation.id.desc())):
        found.setdefault(citation.path, []).append(citation)
    return found
