"""Where the texts of each feature are read: laws and imported texts under /rules/, standards and pledges where they are kept.

A feature whose procedure keeps editions says once where: `homes.lives_at("standard_project", "/standards/{slug}/")`.
"""

from association.rules.models import Document, Edition

RULES = "/rules/{slug}/"

_homes: dict[str, str] = {}


def lives_at(keeper: str, pattern: str) -> None:
    """Editions with this keeper are read under this address; `{slug}` is the document's."""
    _homes[keeper] = pattern


def of_document(document: Document, newest: Edition) -> str:
    """The address of the document, as its newest edition says."""
    return _homes.get(newest.keeper, RULES).format(slug=document.slug)


def of_edition(edition: Edition) -> str:
    return f"{of_document(edition.document, edition)}{edition.slug}/"
