"""Named reads of organisations. What is public, who acts, what waits: each said once, in SQL."""

from association.kernel import policy
from association.organisations.queries.officers import (
    acting,
    acting_officers,
    by_invitation,
    expiring_authorities,
    officers_of,
    own_ending_authorities,
    proposed_officers,
    relations_of,
)
from association.organisations.queries.reach import (
    concerned_by,
    ids_of_codes,
    kind_pairs,
    province_pairs,
    whom,
    why_it_concerns,
)
from association.organisations.queries.register import (
    all_for_export,
    by_code,
    called,
    called_exactly,
    changes_of,
    count_verified,
    in_public,
    in_state,
    living,
    mine,
    named,
    newest_verified,
    now_under,
    of_kind,
    open_changes,
    successions_of,
    verified,
)

__all__ = [
    "acting",
    "acting_officers",
    "all_for_export",
    "by_code",
    "by_invitation",
    "called",
    "called_exactly",
    "changes_of",
    "concerned_by",
    "count_verified",
    "expiring_authorities",
    "ids_of_codes",
    "in_public",
    "in_state",
    "init_app",
    "kind_pairs",
    "living",
    "mine",
    "named",
    "newest_verified",
    "now_under",
    "of_kind",
    "officers_of",
    "open_changes",
    "own_ending_authorities",
    "proposed_officers",
    "province_pairs",
    "relations_of",
    "successions_of",
    "verified",
    "whom",
    "why_it_concerns",
]


def init_app() -> None:
    policy.relations_from(relations_of)
