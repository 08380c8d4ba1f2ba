"""What the public learns of walls: the rule, and how often it was lifted."""

from dataclasses import dataclass

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.lists import Column, Table
from association.kernel.web import public
from association.kernel.words import _l
from association.ties import queries
from association.ties.models import TieKind

bp = Blueprint("ties", __name__, url_prefix="/recusals")


@dataclass(frozen=True, slots=True)
class Counted:
    year: int
    kind: TieKind
    number: int


COLUMNS = (
    Column("year", _l("年份"), lambda row: row.year),
    Column("kind", _l("关系"), lambda row: str(row.kind.label)),
    Column("lifted", _l("解除次数"), lambda row: row.number),
)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Number and kinds by year; no names. Page, CSV and JSON are the same rows."""
    kinds = list(TieKind)
    rows = [Counted(year, TieKind(kind), n) for (year, kind), n in queries.lifts_by_year().items()]
    rows.sort(key=lambda row: (-row.year, kinds.index(row.kind)))
    table = Table(rows, columns=COLUMNS, url_of=lambda _row: url_for("ties.index"), key_of=_number)
    return table.answer(
        "association/ties/recusals.html", in_force=queries.lifts_in_force(), kinds=kinds,
        years=clock.today().year - queries.remembered_since(clock.today()).year,
    )  # fmt: skip


def _number(row: Counted) -> int:
    """202603: the year, and the place of the kind."""
    return row.year * 100 + list(TieKind).index(row.kind)
