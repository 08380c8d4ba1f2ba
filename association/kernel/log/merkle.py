"""The Merkle tree of RFC 6962, section 2.1, over SHA-256: hashes, roots, inclusion and consistency proofs.

Pure arithmetic: no database, no web. Hashes are 32 bytes, entries bytes of any length, indices count from 0. A tree is never held
whole; who makes a proof hands in a `Subtrees` that answers for complete subtrees, and who grows one keeps its `Peaks`.
"""

import hashlib
from collections.abc import Callable, Sequence

Subtrees = Callable[[int, int], bytes]
"""(height, index) → hash of the complete subtree over entries index·2^height … (index+1)·2^height."""

EMPTY = hashlib.sha256(b"").digest()
"""Root of the tree without entries."""


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 ‖ entry)."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def complete_root(hashes: Sequence[bytes]) -> bytes:
    """Root over 2^k hashes standing side by side. ValueError for any other number."""
    if not hashes or len(hashes) & (len(hashes) - 1):
        raise ValueError("not a power of two")
    row = list(hashes)
    while len(row) > 1:
        row = [node_hash(row[i], row[i + 1]) for i in range(0, len(row), 2)]
    return row[0]


class Peaks:
    """A growing tree in as little as can be kept: the roots of its complete subtrees, the largest first (one per bit of its size)."""

    def __init__(self) -> None:
        self.size = 0
        self._roots: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """Take in the hash of the next entry."""
        self._roots.append(leaf)
        grown = self.size = self.size + 1
        while grown % 2 == 0:
            right, left = self._roots.pop(), self._roots.pop()
            self._roots.append(node_hash(left, right))
            grown //= 2

    @property
    def root(self) -> bytes:
        """MTH over all entries so far."""
        if not self._roots:
            return EMPTY
        *others, root = self._roots
        for left in reversed(others):
            root = node_hash(left, root)
        return root


def _split(size: int) -> int:
    """The largest power of two below `size` (which is at least 2): where RFC 6962 divides."""
    return 1 << (size - 1).bit_length() - 1


def root_of(subtrees: Subtrees, start: int, end: int) -> bytes:
    """MTH(D[start:end]); start must be where a subtree of the tree begins. The empty range has the hash of nothing."""
    size = end - start
    if size == 0:
        return EMPTY
    if size & (size - 1) == 0:
        height = size.bit_length() - 1
        return subtrees(height, start >> height)
    middle = start + _split(size)
    return node_hash(root_of(subtrees, start, middle), root_of(subtrees, middle, end))


def inclusion_proof(subtrees: Subtrees, index: int, size: int) -> list[bytes]:
    """PATH(index, D[size]), from the leaf's sibling up to the root's child. ValueError unless 0 ≤ index < size."""
    if not 0 <= index < size:
        raise ValueError("the tree has no such entry")
    start, end, path = 0, size, []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(root_of(subtrees, middle, end))
            end = middle
        else:
            path.append(root_of(subtrees, start, middle))
            start = middle
    return path[::-1]


def consistency_proof(subtrees: Subtrees, old: int, size: int) -> list[bytes]:
    """PROOF(old, D[size]); empty for old = 0 and old = size. ValueError unless 0 ≤ old ≤ size."""
    if not 0 <= old <= size:
        raise ValueError("the older tree must not be the larger one")
    if old == 0:
        return []
    start, end, path = 0, size, []
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(root_of(subtrees, middle, end))
            end = middle
        else:
            path.append(root_of(subtrees, start, middle))
            start = middle
    # What is left is a subtree of the old tree; when it is the whole of it, the verifier has its root already.
    if start > 0:
        path.append(root_of(subtrees, start, end))
    return path[::-1]


def is_included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether `path` leads from the leaf hash at `index` to the root of a tree of this size (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    node, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the tree of this size and root begins with the old one (RFC 9162, 2.1.4.2). Everything begins with the empty tree."""
    if not 0 <= old <= size:
        return False
    if old == size or old == 0:
        return not path and (old_root == root if old else old_root == EMPTY)
    steps = list(path) if old & (old - 1) else [old_root, *path]
    if not steps:
        return False
    node, last = old - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            after = node_hash(after, step)
        node, last = node >> 1, last >> 1
    return last == 0 and before == old_root and after == root
