"""Whether history still is what was written and signed: entries, tiles, kept contents and checkpoints, in one walk."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from sqlalchemy import select

from association.kernel import chain
from association.kernel.audit import AuditSecret, LogEntry
from association.kernel.db import session
from association.kernel.log import key, merkle, notes, reading, tiles
from association.kernel.log.models import Checkpoint, LogTile


@dataclass(frozen=True, slots=True)
class Fault:
    """The first entry that is not as it was, and what is wrong. Where only a signature can tell, it is one of `entry` … `until`."""

    entry: int
    what: str
    until: int | None = None

    def __str__(self) -> str:
        where = (
            f"entry {self.entry}"
            if self.until in (None, self.entry)
            else f"entries {self.entry} to {self.until}"
        )
        return f"{where}: {self.what}"


def first_fault() -> Fault | None:
    """Walk the public log; None when chain, contents, tiles and every checkpoint agree."""
    if (broken := chain.first_fault(LogEntry)) is not None:
        return Fault(*broken)
    return _Walk().first_fault() or _fault_above()


@dataclass(slots=True)
class _Walk:
    """Entries in their order, against level 0, their contents, and the checkpoints they were signed under."""

    peaks: merkle.Peaks = field(default_factory=merkle.Peaks)
    agreed: int = 0
    """How many entries the last good checkpoint has."""

    def first_fault(self) -> Fault | None:
        signed = _checkpoints()
        size = max(signed, default=0)
        if (empty := signed.pop(0, None)) and (fault := self._compare(empty)):
            return fault
        tile = reading.TilesRead()
        for entry, content in _entries():
            seq = entry.seq or 0
            leaf = merkle.leaf_hash(chain.body(entry, seq=seq, previous=entry.previous or ""))
            if _is_another(entry, content):
                return Fault(seq, "the content kept for it was changed")
            if seq <= size and _place(tile, seq - 1) != leaf:
                return Fault(seq, "its hash in the tree is another")
            self.peaks.append(leaf)
            if (checkpoint := signed.pop(seq, None)) and (fault := self._compare(checkpoint)):
                return fault
        if signed:
            return Fault(self.peaks.size + 1, "missing, although a checkpoint was signed over it", until=size)
        return None

    def _compare(self, checkpoint: Checkpoint) -> Fault | None:
        said = _said(checkpoint)
        if said is None:
            return Fault(checkpoint.size, "the checkpoint over it is not signed by the log's key")
        if said != (checkpoint.size, self.peaks.root):
            return Fault(
                self.agreed + 1, "rewritten after a checkpoint was signed over it", until=checkpoint.size
            )
        self.agreed = checkpoint.size
        return None


def _checkpoints() -> dict[int, Checkpoint]:
    return {c.size: c for c in session.scalars(select(Checkpoint).order_by(Checkpoint.size))}


def _said(checkpoint: Checkpoint) -> tuple[int, bytes] | None:
    """Size and root under a signature of ours."""
    for known in key.trusted():
        if str(known) == checkpoint.key:
            try:
                head = notes.opened(checkpoint.note, known)
            except notes.BadNote:
                return None
            return head.size, head.root
    return None


def _entries() -> Iterator[tuple[LogEntry, AuditSecret | None]]:
    """Sealed entries with what is kept of their content."""
    rows = (
        select(LogEntry, AuditSecret)
        .outerjoin(AuditSecret, AuditSecret.commitment == LogEntry.commitment)
        .where(LogEntry.seq.is_not(None))
        .order_by(LogEntry.seq)
        .execution_options(yield_per=1000)
    )
    with closing(session.execute(rows)) as found:
        yield from found


def _is_another(entry: LogEntry, secret: AuditSecret | None) -> bool:
    """Whether salt and content no longer give the commitment; what was masked gives nothing and is fine."""
    if secret is None:
        return False
    return hashlib.sha256(f"{secret.salt}:{secret.value}".encode()).hexdigest() != entry.commitment


def _place(tile: reading.TilesRead, index: int) -> bytes:
    number, at = divmod(index, tiles.WIDTH)
    return tile(0, number)[at * tiles.HASH : (at + 1) * tiles.HASH]


def _fault_above() -> Fault | None:
    """Whether each hash above level 0 is that of the full tile below it."""
    rows = select(LogTile).where(LogTile.level > 0).order_by(LogTile.level, LogTile.number)
    read = reading.TilesRead()
    for tile in session.scalars(rows):
        for at, kept in enumerate(tiles.hashes_in(tile.hashes)):
            below = tile.number * tiles.WIDTH + at
            if merkle.complete_root(tiles.hashes_in(read(tile.level - 1, below))) != kept:
                return Fault(below * tiles.WIDTH**tile.level + 1, "a hash above it in the tree is another")
    return None
