"""The list of a kind is the same whether the kind is rare or common."""

import pytest

from association.kernel.db import session
from association.kernel.transactions import writing
from association.organisations import queries
from association.organisations.models import Kind
from association.organisations.queries import register
from tests import cast


@pytest.mark.parametrize("few", [500, 1])
def test_a_rare_kind_and_a_common_one_are_listed_alike(app, monkeypatch, few):
    monkeypatch.setattr(register, "FEW", few)
    firms = [cast.verified(serial).organisation for serial in (701, 702, 703, 704)]
    with writing():
        for firm, kinds in zip(
            firms, ([Kind.STUDIO], [Kind.STUDIO, Kind.PROMOTER], [Kind.MCN], [Kind.STUDIO]), strict=True
        ):
            session.merge(firm).kinds = kinds

    def listed(kind: Kind) -> list[int]:
        rows = queries.of_kind(queries.verified(), kind.value)
        return sorted(firm.id for firm in session.scalars(rows))

    ids = [firm.id for firm in firms]
    assert listed(Kind.STUDIO) == [ids[0], ids[1], ids[3]]
    assert listed(Kind.PROMOTER) == [ids[1]]
    assert listed(Kind.PLATFORM) == []
