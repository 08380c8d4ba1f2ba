"""Whom something concerns: kinds and places of organisations, and names, kept as rows so that SQL can ask.

A feature brings a table of rows (`Narrowing`) and a thing that has them (`HasAudience`); whether the thing concerns an organisation is
`queries.why_it_concerns` for one and `queries.concerned_by` for all.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel.state import State, Stored
from association.kernel.words import _l


class Narrows(State):
    """What a row of an audience says."""

    KIND = "kind", _l("单位类别")
    PROVINCE = "province", _l("所在地")
    NAMED = "named", _l("点名通知")
    ONLY = "only", _l("只限点名")


class Narrowing:
    """Columns of one condition or one name. Kinds are alternatives, so are places; both must fit; a named one is concerned anyway."""

    what: Mapped[Narrows] = mapped_column(Stored(Narrows))
    value: Mapped[str] = mapped_column(String(32))


class HasAudience:
    """What a thing with rows of an audience says about them; `audience` is its relationship."""

    if TYPE_CHECKING:
        audience: Any

    def narrow(
        self,
        row: type[Any],
        *,
        kinds: Sequence[str],
        provinces: Sequence[str],
        named: Sequence[int],
        only_named: bool,
    ) -> None:
        """Set the audience anew; rows that stay are kept. `row` is the feature's table of rows."""
        wanted = [(Narrows.KIND, v) for v in kinds] + [(Narrows.PROVINCE, v) for v in provinces]
        wanted += [(Narrows.NAMED, str(v)) for v in named] + ([(Narrows.ONLY, "yes")] if only_named else [])
        kept = {(r.what, r.value): r for r in self.audience}
        self.audience = [kept.get(pair) or row(what=pair[0], value=pair[1]) for pair in dict.fromkeys(wanted)]

    def _of(self, what: Narrows) -> list[str]:
        return [row.value for row in self.audience if row.what is what]

    @property
    def kinds(self) -> list[str]:
        """Of organisation; empty: every kind."""
        return self._of(Narrows.KIND)

    @property
    def provinces(self) -> list[str]:
        """Two figures; empty: everywhere."""
        return self._of(Narrows.PROVINCE)

    @property
    def named(self) -> list[int]:
        """Ids of organisations concerned whatever their kind and place; never shown in public."""
        return [int(value) for value in self._of(Narrows.NAMED)]

    @property
    def only_named(self) -> bool:
        """Nobody else is concerned."""
        return bool(self._of(Narrows.ONLY))
