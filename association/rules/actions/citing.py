"""Citing a clause: what cases, pledges, courses and reviews write so that the clause's page knows them."""

from sqlalchemy import delete, select

from association.kernel import clock
from association.kernel.audit import kind_of
from association.kernel.db import Model, session
from association.kernel.errors import Refused
from association.kernel.words import _
from association.rules import queries
from association.rules.models import Citation, Edition
from association.rules.queries.citing import PUBLIC


def cite(
    edition: Edition, path: str, *, by: Model, title: str, url: str, audience: str = PUBLIC, outcome: str = ""
) -> Citation:
    """Write that `by` cites this place of this edition, or what of that has changed. The text of the day is kept with it.

    `audience` is "public" or the code of a permission; what cites in confidence is shown to nobody else.
    """
    node = queries.read_of(edition).by_path().get(path)
    if node is None:
        raise Refused(_("%(edition)s没有这一条：%(path)s。", edition=edition.called, path=path))
    clause = queries.clause_at(edition.id, path)
    found = session.scalars(
        select(Citation).where(
            Citation.subject_kind == kind_of(by), Citation.subject_id == by.id, Citation.edition_id == edition.id,
            Citation.path == path,
        )
    ).one_or_none()  # fmt: skip
    citation = found or Citation(
        subject_kind=kind_of(by), subject_id=by.id, edition_id=edition.id, path=path, quoted=node.mark + node.whole_text(),
        provision_id=clause.provision_id if clause else None, cited_on=clock.today(),
    )  # fmt: skip
    citation.title, citation.url, citation.audience, citation.outcome = title, url, audience, outcome
    session.add(citation)
    return citation


def uncite(by: Model) -> None:
    """Take back everything this subject cites."""
    session.execute(
        delete(Citation).where(Citation.subject_kind == kind_of(by), Citation.subject_id == by.id)
    )
