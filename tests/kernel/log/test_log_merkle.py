"""The Merkle arithmetic: against the plain definition of RFC 6962, for trees of any size."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.kernel.log import merkle

SIZES = st.integers(min_value=1, max_value=600)


def leaves(size: int) -> list[bytes]:
    return [merkle.leaf_hash(str(n).encode()) for n in range(size)]


def plain_root(hashes: list[bytes]) -> bytes:
    """MTH as the RFC writes it."""
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return hashlib.sha256(b"\x01" + plain_root(hashes[:k]) + plain_root(hashes[k:])).digest()


def subtrees(size: int) -> merkle.Subtrees:
    all_leaves = leaves(size)
    return lambda height, index: merkle.complete_root(all_leaves[index << height : (index + 1) << height])


def test_known_hashes_of_the_rfc():
    assert merkle.EMPTY.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert merkle.leaf_hash(b"").hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    one, two = merkle.leaf_hash(b""), merkle.leaf_hash(b"\x00")
    assert (
        merkle.node_hash(one, two).hex() == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
    )


@given(SIZES)
def test_the_root_is_that_of_the_definition_however_it_is_come_by(size):
    peaks = merkle.Peaks()
    for leaf in leaves(size):
        peaks.append(leaf)
    assert peaks.root == merkle.root_of(subtrees(size), 0, size) == plain_root(leaves(size))


@given(SIZES, st.data())
def test_every_entry_has_a_proof_that_holds_and_no_other_place_or_entry_has_it(size, data):
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size - 1).filter(lambda n: size == 1 or n != index))
    path = merkle.inclusion_proof(subtrees(size), index, size)
    root = plain_root(leaves(size))
    assert merkle.is_included(leaves(size)[index], index, size, path, root)
    assert not merkle.is_included(merkle.leaf_hash(b"forged"), index, size, path, root)
    if size > 1:
        assert not merkle.is_included(leaves(size)[index], other, size, path, root)
        assert not merkle.is_included(leaves(size)[index], index, size, path[1:], root)
        spoilt = [*path[:-1], merkle.leaf_hash(path[-1])]
        assert not merkle.is_included(leaves(size)[index], index, size, spoilt, root)
    assert not merkle.is_included(leaves(size)[index], index, size, [*path, root], root)


@given(SIZES, st.data())
def test_every_older_tree_is_shown_to_be_the_beginning_and_no_other_tree_is(size, data):
    old = data.draw(st.integers(0, size))
    path = merkle.consistency_proof(subtrees(size), old, size)
    root, old_root = plain_root(leaves(size)), plain_root(leaves(size)[:old])
    assert merkle.is_consistent(old, old_root, size, root, path)
    forged = merkle.leaf_hash(b"forged")
    assert not merkle.is_consistent(old, forged, size, root, path)
    if old:
        assert not merkle.is_consistent(old, old_root, size, forged, path)
    if path:
        assert not merkle.is_consistent(old, old_root, size, root, path[1:])
        assert not merkle.is_consistent(old, old_root, size, root, [*path, forged])


def test_what_no_tree_has_is_refused():
    with pytest.raises(ValueError, match="no such entry"):
        merkle.inclusion_proof(subtrees(3), 3, 3)
    with pytest.raises(ValueError, match="larger"):
        merkle.consistency_proof(subtrees(3), 4, 3)
    with pytest.raises(ValueError, match="power of two"):
        merkle.complete_root(leaves(3))
    assert not merkle.is_included(merkle.EMPTY, 0, 0, [], merkle.EMPTY)
    assert not merkle.is_consistent(4, merkle.EMPTY, 3, merkle.EMPTY, [])
