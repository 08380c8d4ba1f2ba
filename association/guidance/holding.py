"""Whether the clauses an answer cites are still what they were when it was written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from association.kernel.db import session
from association.rules import homes
from association.rules import queries as rules
from association.rules.models import ClauseFate, Edition, EditionState, Standing

WITHDRAWN, CEASED, GONE = "withdrawn", "ceased", ClauseFate.GONE.value


def doubts(clauses: Sequence[Any], settled: Sequence[Any], day: date) -> list[dict[str, str]]:
    """Those that have changed and that nobody has settled: [{"key", "called", "url", "what", "now"}], in the order cited.

    `what` is WITHDRAWN, CEASED or the value of a ClauseFate; `now` the address of the edition that counts today.
    """
    found = []
    for clause in clauses:
        edition = session.get_one(Edition, clause["edition"])
        what, now = _became(edition, clause["path"], day)
        key = f"{edition.id}:{clause['path']}:{what}:{now.id if now else ''}"
        if what and key not in settled:
            found.append({
                "key": key, "called": clause["called"], "url": clause["url"], "what": what,
                "now": homes.of_edition(now) if now is not None else "",
            })  # fmt: skip
    return found


def _became(edition: Edition, path: str, day: date) -> tuple[str, Edition | None]:
    """What has become of a place of an edition by this day, and the edition that tells; nothing while it is the same."""
    if edition.state is not EditionState.PUBLISHED:
        return WITHDRAWN, None
    if edition.standing_on(day) is Standing.CEASED:
        return CEASED, None
    now = rules.in_force_on(edition.document, day) or rules.newest_of(edition.document)
    if now is None or not _is_later(now, edition):
        return "", None
    clause = rules.clause_at(edition.id, path)
    at = clause.path if clause is not None else path
    fate = next((line.fate for line in rules.lines_between(edition, now) if at in line.old), ClauseFate.GONE)
    return ("", None) if fate is ClauseFate.SAME else (fate.value, now)


def _is_later(one: Edition, other: Edition) -> bool:
    order = [e.id for e in rules.editions_of(one.document_id) if e.state is EditionState.PUBLISHED]
    return one.id in order and other.id in order and order.index(one.id) > order.index(other.id)
