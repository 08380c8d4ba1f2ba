"""A tie to a case by itself: who had to do with what it is about stays away from it, as from its organisation (association.ties)."""

from collections.abc import Collection, Mapping

from sqlalchemy import or_, select

from association.kernel import walls
from association.kernel.db import session
from association.kernel.words import _l
from association.ties.things import ThingKind, name_kind
from bulletins.cases.models import CaseFile


def _find(typed: str) -> int | None:
    return session.scalar(select(CaseFile.id).where(CaseFile.number == typed.strip()))


def _numbers(ids: Collection[int]) -> Mapping[int, str]:
    """The number and nothing else: whoever declares a tie need not be told what the case is about."""
    return {
        row.id: row.number
        for row in session.execute(select(CaseFile.id, CaseFile.number).where(CaseFile.id.in_(ids)))
    }


_of_organisation = walls.by_column("organisation", CaseFile.organisation_id)
_of_case = walls.by_column("case", CaseFile.id)
walls.concerns(
    CaseFile,
    of=lambda c: [("organisation", c.organisation_id), ("case", c.id)],
    among=lambda things: or_(_of_organisation(things), _of_case(things)),
)
name_kind(ThingKind(word="case", label=_l("案件"), typed_as=_l("案件的编号"), find=_find, names=_numbers))
