"""docs/privacy.md has every field that is kept encrypted."""

import re

from association.kernel.db import Model
from association.kernel.personal import Encrypted, EncryptedFacts
from tests.architecture.house import ROOT

NAMED = set(re.findall(r"^\| `(\w+\.\w+)` \|", (ROOT / "docs/privacy.md").read_text(), re.MULTILINE))


def test_every_encrypted_field_is_in_the_list_of_personal_data() -> None:
    sealed = {
        f"{table.name}.{column.name}"
        for table in Model.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Encrypted | EncryptedFacts)
    }
    assert sealed
    assert sealed - NAMED == set()


def test_nothing_is_listed_that_is_not_there() -> None:
    columns = {f"{t.name}.{c.name}" for t in Model.metadata.sorted_tables for c in t.columns}
    assert NAMED - columns == set()
