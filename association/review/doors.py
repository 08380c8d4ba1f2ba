"""Who may watch and read what was handed in, besides its owner: the panel, and whoever accepts and signs."""

from association.footage.models import WorkVersion
from association.kernel.policy import Actor
from association.review import queries
from association.review.policy import sits


def opens(actor: Actor, version: WorkVersion) -> bool:
    """Only versions that were handed in. Walls were asked before."""
    review = queries.newest_review_of(version.work_id)
    if review is None or version.id not in queries.shown_versions(review):
        return False
    return not actor.roles.isdisjoint({"experts", "issuer"}) or sits(actor, review)
