"""Names and shapes of tiles, as c2sp.org/tlog-tiles gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.kernel.log import tiles
from association.kernel.log.tiles import Piece


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("000", Piece(0)),
        ("x001/x234/067", Piece(1234067)),
        ("000.p/5", Piece(0, 5)),
        ("x001/000.p/255", Piece(1000, 255)),
    ],
)
def test_a_tile_is_called_as_the_specification_says(name, piece):
    assert tiles.piece(name) == piece
    assert piece.name == name


@pytest.mark.parametrize(
    "name",
    [
        "0", "00", "0000", "x000/001", "x000/x001/001", "001/002", "x01/002", "000.p/0", "000.p/05", "000.p/256", "000.p/", "000/", "-01", "٠٠٠",
        "000.p/5\n", " 000", "X001/002", "",
    ],
)  # fmt: skip
def test_another_spelling_is_no_name(name):
    assert tiles.piece(name) is None


@given(st.integers(0, 10**12), st.integers(1, 256))
def test_every_name_is_read_back(index, width):
    assert tiles.piece(Piece(index, width).name) == Piece(index, width)


def test_the_specifications_own_example_of_seventy_thousand_entries():
    found = list(tiles.every_piece(70_000))
    assert len([1 for level, piece in found if level == 0 and piece.width == 256]) == 273
    assert found[273] == (0, Piece(273, 112))
    assert found[274:] == [(1, Piece(0)), (1, Piece(1, 17)), (2, Piece(0, 1))]
    assert list(tiles.every_piece(256)) == [(0, Piece(0)), (1, Piece(0, 1))]
    assert list(tiles.every_piece(0)) == []


def test_entries_stand_after_their_length():
    assert tiles.bundle([b"ab", b"", b"c" * 300]) == b"\x00\x02ab\x00\x00\x01\x2c" + b"c" * 300
    with pytest.raises(OverflowError):
        tiles.bundle([b"x" * 65_536])
