"""Cutting a type face down to some characters with HarfBuzz, the library that embeds faces in PDFs anyway.

It takes 0.2 s a face where fontTools takes 20 s, which is the difference between a set-up one waits for and
one one does not.
"""

import ctypes
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fontTools.ttLib import TTCollection

LIBRARIES = {
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "libharfbuzz0b": ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}
"""Debian's package → the names its library goes by."""

# Documents run from left to right without optional forms: tables of layout and of vertical setting only cost.
_DROPPED = ("GSUB", "GPOS", "GDEF", "VORG", "vhea", "vmtx", "DSIG")
_DROP_TABLES = 3  # HB_SUBSET_SETS_DROP_TABLE_TAG
_POINTER, _NUMBER = ctypes.c_void_p, ctypes.c_uint
_CALLS: dict[str, tuple[Any, list[Any]]] = {
    "hb_blob_create_from_file_or_fail": (_POINTER, [ctypes.c_char_p]),
    "hb_blob_get_data": (_POINTER, [_POINTER, ctypes.POINTER(_NUMBER)]),
    "hb_blob_destroy": (None, [_POINTER]),
    "hb_face_create": (_POINTER, [_POINTER, _NUMBER]),
    "hb_face_reference_blob": (_POINTER, [_POINTER]),
    "hb_face_get_glyph_count": (_NUMBER, [_POINTER]),
    "hb_face_destroy": (None, [_POINTER]),
    "hb_set_add": (None, [_POINTER, _NUMBER]),
    "hb_subset_input_create_or_fail": (_POINTER, []),
    "hb_subset_input_unicode_set": (_POINTER, [_POINTER]),
    "hb_subset_input_set": (_POINTER, [_POINTER, _NUMBER]),
    "hb_subset_input_destroy": (None, [_POINTER]),
    "hb_subset_or_fail": (_POINTER, [_POINTER, _POINTER]),
}


class CannotCut(Exception):
    """HarfBuzz would not read the face or not cut it."""


def _load(names: Iterable[str]) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


@lru_cache(maxsize=1)
def missing_libraries() -> tuple[str, ...]:
    """Debian packages of the libraries documents need and this machine lacks; looked up once."""
    return tuple(package for package, names in LIBRARIES.items() if _load(names) is None)


@lru_cache(maxsize=1)
def _harfbuzz() -> SimpleNamespace:
    """All functions used here, with their types."""
    libraries = [_load(LIBRARIES["libharfbuzz0b"]), _load(LIBRARIES["libharfbuzz-subset0"])]
    if None in libraries:
        raise CannotCut("libharfbuzz-subset0")
    functions = {}
    for name, (result, arguments) in _CALLS.items():
        function = getattr(libraries["subset" in name], name)
        function.restype, function.argtypes = result, arguments
        functions[name.removeprefix("hb_")] = function
    return SimpleNamespace(**functions)


def cut_down(source: Path, family: str, characters: Iterable[int]) -> bytes:
    """The face of this family in the file, with only these code points (those it has), as OpenType;
    CannotCut if not possible."""
    hb = _harfbuzz()
    blob = hb.blob_create_from_file_or_fail(str(source).encode())
    if not blob:
        raise CannotCut(source.name)
    face = hb.face_create(blob, _number_in(source, family))
    if not hb.face_get_glyph_count(face):  # any file opens as a face; one without glyphs is none
        raise CannotCut(source.name)
    wanted = hb.subset_input_create_or_fail()
    points, dropped = hb.subset_input_unicode_set(wanted), hb.subset_input_set(wanted, _DROP_TABLES)
    for point in characters:
        hb.set_add(points, point)
    for table in _DROPPED:
        hb.set_add(dropped, int.from_bytes(table.encode(), "big"))
    cut = hb.subset_or_fail(face, wanted)
    try:
        if not cut:
            raise CannotCut(source.name)
        return _bytes_of(hb, cut)
    finally:
        if cut:
            hb.face_destroy(cut)
        hb.subset_input_destroy(wanted)
        hb.face_destroy(face)
        hb.blob_destroy(blob)


def _bytes_of(hb: SimpleNamespace, face: int) -> bytes:
    blob = hb.face_reference_blob(face)
    length = _NUMBER()
    data = hb.blob_get_data(blob, ctypes.byref(length))
    try:
        return ctypes.string_at(data, length.value)
    finally:
        hb.blob_destroy(blob)


def _number_in(source: Path, family: str) -> int:
    """The face's place in a collection; 0 in a file of one face."""
    if source.suffix != ".ttc":
        return 0
    with TTCollection(source, lazy=True) as collection:
        names = [face["name"].getDebugName(1) for face in collection.fonts]
    if family not in names:
        raise CannotCut(family)
    return names.index(family)
