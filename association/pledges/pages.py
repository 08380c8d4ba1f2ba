"""Where pledges are read, and the one at an address: for the pages of this feature and of those that stand on it."""

from flask import url_for

from association.kernel.errors import Unknown
from association.kernel.words import _
from association.pledges import queries
from association.pledges.models import Pledge
from association.rules import pages

AT = pages.Addresses(
    word=lambda: _("公约"),
    index=lambda: url_for("pledges.index"),
    document=lambda document: url_for("pledges.show", slug=document.slug),
    edition=lambda edition: url_for("pledges.edition", slug=edition.document.slug, edition=edition.slug),
    pdf=lambda edition: url_for("pledges.pdf", slug=edition.document.slug, edition=edition.slug),
    compare=lambda old, new: url_for("pledges.compare", slug=new.document.slug, old=old.slug, new=new.slug),
)


def pledge_called(slug: str) -> Pledge:
    """The pledge at this address; Unknown when there is none."""
    found = queries.by_slug(slug)
    if found is None:
        raise Unknown
    return found
