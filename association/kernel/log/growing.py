"""The worker brings new entries into the tree and signs what it has become: tiles, checkpoint and mark in one transaction.

Killed anywhere, nothing of it has happened, and the promise is found again. Nothing is signed that contradicts what was signed before.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import select

from association.kernel import audit, chain, jobs
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.log import key, merkle, notes, reading, tiles
from association.kernel.log.models import Checkpoint, LogTile
from association.kernel.regular import every

log = structlog.get_logger(__name__)

TURN = 7003
"""Keeps two workers apart on PostgreSQL (kernel.chain)."""
BATCH = 5_000
"""Entries taken in at once, so that a site that was without a tree for years does not hold the database for minutes."""


class Contradiction(Exception):
    """The tree no longer fits what was signed: somebody has rewritten it, and it will not be signed."""


def grow() -> Checkpoint | None:
    """Take in what is new and sign it; None when there is nothing. Contradiction, LogKeyMissing."""
    chain.in_turn(TURN)
    before = reading.newest()
    size = before.size if before is not None else 0
    rows = select(LogEntry).where(LogEntry.seq > size).order_by(LogEntry.seq).limit(BATCH)
    new = reading.bodies(session.scalars(rows).all())
    if before is not None and not new:
        return None
    key.make_if_missing()
    if before is not None and root(size).hex() != before.root:
        raise Contradiction(f"the tree of {size} entries has not the root that was signed")
    _append(0, size, [merkle.leaf_hash(entry) for entry in new])
    if len(new) == BATCH:
        jobs.later(audit.GROW, key=audit.GROW)
    return _sign(size + len(new))


def root(size: int) -> bytes:
    """The root of the first `size` entries, from the tiles."""
    session.flush()
    return merkle.root_of(tiles.subtrees_of(reading.TilesRead()), 0, size)


def _append(level: int, count: int, hashes: Sequence[bytes]) -> None:
    """Put hashes behind the `count` this level has; each tile they fill gives one to the level above."""
    full, at = [], count
    for start, width in _runs(count, len(hashes)):
        tile = session.get(LogTile, (level, at // tiles.WIDTH)) or LogTile(
            level=level, number=at // tiles.WIDTH, hashes=b""
        )
        tile.hashes = tile.hashes + b"".join(hashes[start : start + width])
        session.add(tile)
        at += width
        if at % tiles.WIDTH == 0:
            full.append(merkle.complete_root(tiles.hashes_in(tile.hashes)))
    if full:
        _append(level + 1, count // tiles.WIDTH, full)


def _runs(count: int, new: int) -> list[tuple[int, int]]:
    """(first, how many) of `new` hashes by the tile they go to."""
    runs, start = [], 0
    while start < new:
        width = min(tiles.WIDTH - (count + start) % tiles.WIDTH, new - start)
        runs.append((start, width))
        start += width
    return runs


def _sign(size: int) -> Checkpoint:
    signer = key.signing()
    head = notes.Head(signer.verifier.name, size, root(size))
    checkpoint = Checkpoint(
        size=size, root=head.root.hex(), note=notes.sign(head, signer.private, name=signer.verifier.name), key=str(signer.verifier)
    )  # fmt: skip
    session.add(checkpoint)
    session.flush()
    log.info("log_grown", size=size)
    return checkpoint


@jobs.handles(audit.GROW)
def _grow(_payload: dict[str, Any]) -> None:
    grow()


@every(timedelta(minutes=10), "log.grow")
def _grow_anyway() -> None:
    """The first checkpoint of a site that has none, and entries written before there was a tree."""
    grow()
