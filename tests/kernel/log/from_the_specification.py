"""A reader of tile logs written from the specifications alone (RFC 6962, c2sp.org/tlog-tiles, signed-note, tlog-checkpoint), so that ours
is not its own witness. It knows nothing of the site but the addresses under its prefix."""

import base64
import hashlib
import struct
from collections.abc import Callable
from functools import cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def leaf(entry: bytes) -> bytes:
    return sha256(b"\0", entry)


def parent(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1", left, right)


def largest_power_below(n: int) -> int:
    power = 1
    while power * 2 < n:
        power *= 2
    return power


def climbed(hash_: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that an inclusion path leads to (RFC 6962, 2.1.1, read backwards)."""
    if size == 1:
        if path:
            raise ValueError("the path is too long")
        return hash_
    *lower, last = path
    k = largest_power_below(size)
    if index < k:
        return parent(climbed(hash_, index, k, lower), last)
    return parent(last, climbed(hash_, index - k, size - k, lower))


def climbed_twice(
    old: int, size: int, path: list[bytes], whole: bool, old_root: bytes
) -> tuple[bytes, bytes]:
    """(root of the old tree, root of the new one) that a consistency path leads to (RFC 6962, 2.1.2, read backwards)."""
    if old == size:
        if whole:
            return old_root, old_root
        (only,) = path
        return only, only
    *lower, last = path
    k = largest_power_below(size)
    if old <= k:
        before, after = climbed_twice(old, k, lower, whole, old_root)
        return before, parent(after, last)
    before, after = climbed_twice(old - k, size - k, lower, False, old_root)
    return parent(last, before), parent(last, after)


class Log:
    """One log behind `fetch(address below the prefix) → bytes`, whose key one knows."""

    def __init__(self, fetch: Callable[[str], bytes], key: str) -> None:
        self.fetch = fetch
        self.name, id_, data = key.split("+", 2)
        kind_and_key = base64.b64decode(data)
        assert kind_and_key[0] == 1
        assert sha256(self.name.encode(), b"\n", kind_and_key)[:4].hex() == id_
        self.id, self.key = bytes.fromhex(id_), Ed25519PublicKey.from_public_bytes(kind_and_key[1:])
        self.tile = cache(self._tile)

    def checkpoint(self, note: str | None = None) -> tuple[int, bytes]:
        """(size, root) of a note, or of the one that is served; raises unless the key has signed it."""
        note = self.fetch("checkpoint").decode() if note is None else note
        text, signatures = note.split("\n\n")
        (line,) = [s for s in signatures.splitlines() if s.startswith(f"— {self.name} ")]
        signature = base64.b64decode(line.split(" ")[2])
        assert signature[:4] == self.id
        self.key.verify(signature[4:], f"{text}\n".encode())
        origin, size, root = text.split("\n")
        assert origin == self.name
        return int(size), base64.b64decode(root)

    def _name(self, index: int, count: int) -> str:
        digits = str(index)
        while len(digits) % 3:
            digits = "0" + digits
        parts = [digits[i : i + 3] for i in range(0, len(digits), 3)]
        name = "/".join("x" + part for part in parts[:-1]) + ("/" if len(parts) > 1 else "") + parts[-1]
        width = min(256, count - index * 256)
        return name if width == 256 else f"{name}.p/{width}"

    def _tile(self, level: int, index: int, size: int) -> list[bytes]:
        content = self.fetch(f"tile/{level}/{self._name(index, size >> 8 * level)}")
        return [content[i : i + 32] for i in range(0, len(content), 32)]

    def entries(self, index: int, size: int) -> list[bytes]:
        """The entries of one bundle."""
        content, found = self.fetch(f"tile/entries/{self._name(index, size)}"), []
        while content:
            (length,) = struct.unpack_from(">H", content)
            found.append(content[2 : 2 + length])
            content = content[2 + length :]
        return found

    def range(self, start: int, end: int, size: int) -> bytes:
        """MTH(D[start:end]), from the highest tile that has it."""
        count = end - start
        if count & (count - 1) == 0 and start % count == 0:
            level = (count.bit_length() - 1) // 8
            if count == 256**level:
                at = start // count
                return self.tile(level, at // 256, size)[at % 256]
        k = largest_power_below(count)
        return parent(self.range(start, start + k, size), self.range(start + k, end, size))

    def inclusion(self, index: int, size: int) -> list[bytes]:
        def path(m: int, start: int, end: int) -> list[bytes]:
            if end - start == 1:
                return []
            k = start + largest_power_below(end - start)
            if m < k:
                return [*path(m, start, k), self.range(k, end, size)]
            return [*path(m, k, end), self.range(start, k, size)]

        return path(index, 0, size)

    def consistency(self, old: int, size: int) -> list[bytes]:
        def proof(m: int, start: int, end: int, whole: bool) -> list[bytes]:
            if m == end:
                return [] if whole else [self.range(start, end, size)]
            k = start + largest_power_below(end - start)
            if m <= k:
                return [*proof(m, start, k, whole), self.range(k, end, size)]
            return [*proof(m, k, end, False), self.range(start, k, size)]

        return proof(old, 0, size, True)
