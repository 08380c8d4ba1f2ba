"""Tiles: how C2SP tlog-tiles (c2sp.org/tlog-tiles) cuts a Merkle tree into pieces that never change, and how they are called.

A tile of level L and index N holds up to 256 hashes of 32 bytes; each hash of level 0 is that of an entry, each of level L + 1 that of a
*full* tile of level L. A tile that is not full yet is a beginning of the full one, so that one row per tile answers for all its
widths. Pure arithmetic: no database, no web.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from association.kernel.log.merkle import Subtrees, complete_root

HEIGHT = 8
WIDTH = 1 << HEIGHT
HASH = 32
"""Bytes."""
TOP = 63
"""The highest level an address may name."""

_NAME = re.compile(r"(?P<path>(?:x[0-9]{3}/)*[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?")

ReadTile = Callable[[int, int], bytes]
"""(level, index) → the tile's hashes, one after the other, as many as there are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A tile or bundle as an address names it: its index, and how many of its 256 places are filled."""

    index: int
    width: int = WIDTH

    @property
    def name(self) -> str:
        """`x001/x234/067`, and for one that is not full `….p/112`."""
        digits = f"{self.index:03d}"
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
        path = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
        return path if self.width == WIDTH else f"{path}.p/{self.width}"


def piece(name: str) -> Piece | None:
    """What a name in an address means; None for anything the specification does not write so."""
    found = _NAME.fullmatch(name)
    if found is None or found["path"].startswith("x000/"):
        return None
    width = int(found["width"] or WIDTH)
    if found["width"] and width >= WIDTH:
        return None
    return Piece(int(found["path"].replace("/", "").replace("x", "")), width)


def pieces(size: int, level: int = 0) -> Iterator[Piece]:
    """The tiles of one level of a tree of this size, in order; the last may be partial."""
    count = size // WIDTH**level
    for index in range(count // WIDTH):
        yield Piece(index)
    if rest := count % WIDTH:
        yield Piece(count // WIDTH, rest)


def every_piece(size: int) -> Iterator[tuple[int, Piece]]:
    """(level, tile) of a whole tree, the lowest level first."""
    level = 0
    while size // WIDTH**level:
        for each in pieces(size, level):
            yield level, each
        level += 1


def hashes_in(tile: bytes) -> list[bytes]:
    return [tile[i : i + HASH] for i in range(0, len(tile), HASH)]


def subtrees_of(read: ReadTile) -> Subtrees:
    """Answers for complete subtrees out of tiles: the tile below gives the hashes, and the heights between are hashed."""

    def subtree(height: int, index: int) -> bytes:
        level, above = divmod(height, HEIGHT)
        number, first = divmod(index << above, WIDTH)
        return complete_root(hashes_in(read(level, number)[first * HASH : (first + (1 << above)) * HASH]))

    return subtree


def bundle(entries: Sequence[bytes]) -> bytes:
    """Entries as they are served: each after its length, two bytes, big-endian. OverflowError for one of more than 65,535 bytes."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)
