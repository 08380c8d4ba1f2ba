"""Named reads: the newest checkpoint, tiles, bundles of entries."""

from collections.abc import Sequence

from sqlalchemy import select

from association.kernel import chain
from association.kernel.audit import LogEntry
from association.kernel.db import session
from association.kernel.log import tiles
from association.kernel.log.models import Checkpoint, LogTile


def newest() -> Checkpoint | None:
    """The checkpoint over the most entries; None before the worker has signed one."""
    return session.scalars(select(Checkpoint).order_by(Checkpoint.size.desc()).limit(1)).first()


def tile(level: int, piece: tiles.Piece) -> bytes | None:
    """The tile's hashes, as wide as asked for; None when the tree has not so many."""
    row = session.get(LogTile, (level, piece.index))
    width = piece.width * tiles.HASH
    return row.hashes[:width] if row is not None and len(row.hashes) >= width else None


def entries(start: int, end: int) -> list[bytes]:
    """The bytes of entries start … end - 1, counted from 0."""
    rows = select(LogEntry).where(LogEntry.seq > start, LogEntry.seq <= end).order_by(LogEntry.seq)
    return bodies(session.scalars(rows).all())


def bodies(rows: Sequence[LogEntry]) -> list[bytes]:
    """What each sealed entry hashes."""
    return [chain.body(row, seq=row.seq or 0, previous=row.previous or "") for row in rows]


def bundle(piece: tiles.Piece) -> bytes | None:
    """A bundle of entries; None when no checkpoint speaks of them all yet."""
    start = piece.index * tiles.WIDTH
    end = start + piece.width
    head = newest()
    return tiles.bundle(entries(start, end)) if head is not None and end <= head.size else None


class TilesRead:
    """Tiles from the database, each read once: what `tiles.subtrees_of` asks."""

    def __init__(self) -> None:
        self._read: dict[tuple[int, int], bytes] = {}

    def __call__(self, level: int, number: int) -> bytes:
        if (level, number) not in self._read:
            row = session.get(LogTile, (level, number))
            self._read[level, number] = row.hashes if row is not None else b""
        return self._read[level, number]
