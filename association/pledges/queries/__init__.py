"""Named reads of pledges."""

from association.pledges.queries.register import (
    all_signatures,
    bound_counts,
    called_so,
    counted,
    in_force,
    invitations_of,
    is_invited,
    left_behind,
    living_spell,
    of_kind,
    of_organisations,
    of_record,
    on_day,
    register,
    spells_of,
    still_bound_after_repeal,
    to_confirm,
    to_resign,
    too_late_to_resign,
    unanswered_invitations,
    under_way,
)
from association.pledges.queries.versions import (
    all_versions,
    at_work,
    by_slug,
    called,
    chain_of,
    current,
    in_public,
    last_number,
    of_edition,
    to_begin_resigning,
    versions_of,
    versions_of_many,
)
from association.pledges.queries.versions import in_force as version_in_force
from association.pledges.queries.versions import under_way as version_under_way

__all__ = [
    "all_signatures", "all_versions", "at_work", "bound_counts", "by_slug", "called", "called_so", "chain_of", "counted", "current", "in_force",
    "in_public", "invitations_of", "is_invited", "last_number", "left_behind", "living_spell", "of_edition", "of_kind", "of_organisations", "of_record", "on_day", "register",
    "spells_of", "still_bound_after_repeal", "to_begin_resigning", "to_confirm", "to_resign", "too_late_to_resign", "unanswered_invitations", "under_way", "version_in_force", "version_under_way",
    "versions_of", "versions_of_many",
]  # fmt: skip
