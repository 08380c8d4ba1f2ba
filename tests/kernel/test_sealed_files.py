"""Sealed files: read by whoever has the key, and by nobody who has only the store."""

import io

import pytest

from association.kernel import files, sealed_files
from association.kernel.personal import INFORMANTS, PERSONAL, Unreadable
from association.kernel.transactions import writing


def test_the_store_holds_nothing_that_can_be_read(app):
    with writing():
        kept = sealed_files.keep(io.BytesIO(b"who told us"), purpose=INFORMANTS)
    assert b"who told us" not in files.read(kept.sha256)
    assert sealed_files.read(kept.sha256, purpose=INFORMANTS) == b"who told us"
    with pytest.raises(Unreadable):
        sealed_files.read(kept.sha256, purpose=PERSONAL)
