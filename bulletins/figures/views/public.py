"""What everybody reads: the periods, the sums of one, its editions."""

from typing import Any

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Table
from association.kernel.policy import can
from association.kernel.web import actor, find_by, public
from association.kernel.words import _l
from bulletins.figures import charts, queries, reckoning
from bulletins.figures.effects import address, address_of_edition
from bulletins.figures.labels import LABELS
from bulletins.figures.models import Edition, Period
from bulletins.figures.policy import P

bp = Blueprint("figures", __name__, url_prefix="/figures")

ORDERS = {"newest": (_l("最近一期"), (Period.last_on.desc(), Edition.id.desc()))}
FEED = Feed(
    title=_l("行业数据"), newest=(Edition.issued_at.desc(), Edition.id.desc()), at=lambda e: e.issued_at, called=lambda e: e.period.title,
    says=lambda e: e.because,
)  # fmt: skip
COLUMNS = (
    Column("period", LABELS["period"], lambda e: e.period.code),
    Column("title", LABELS["period"], lambda e: e.period.title),
    Column("number", LABELS["number"], lambda e: e.number),
    Column("issued_on", LABELS["issued_on"], lambda e: clock.day_of(e.issued_at) if e.issued_at else None),
    Column("reporters", LABELS["reporters"], lambda e: e.reporters),
)


def _of(name: str) -> Any:
    return lambda row: row[name]


ROW_COLUMNS = tuple(
    Column(name, LABELS[name], _of(name))
    for name in ("code", "group", "label", "unit", "total", "reporters", "definition")
)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Every period of which sums are issued, the latest first."""
    listing = Listing(
        queries.in_public(), columns=COLUMNS, url_of=address, orders=ORDERS, feed=FEED,
        filters=[
            Choice(
                "year", _l("年份"), lambda rows, value: rows.where(Period.code.startswith(f"{int(value)}-")),
                pairs=lambda: [(str(year), str(year)) for year in queries.years()],
            )
        ],
    )  # fmt: skip
    return listing.answer("bulletins/figures/index.html", collecting=queries.collecting())


@bp.get("/<period>/")
@public
def show(period: str) -> ResponseReturnValue:
    """The sums of a period as they stand: what is withheld says so."""
    found = find_by(queries.by_code(period), P.READ_PERIOD)
    edition = queries.issued_of(found)
    if edition is None:
        raise Unknown
    return _answer(edition, address(edition))


@bp.get("/<period>/editions/<int:number>/")
@public
def edition(period: str, number: int) -> ResponseReturnValue:
    """One edition as it was issued."""
    found = find_by(queries.edition_numbered(period, number), P.READ)
    return _answer(found, address_of_edition(found))


def _answer(edition: Edition, url: str) -> ResponseReturnValue:
    keyed = [row | {"id": n} for n, row in enumerate(edition.rows, 1)]
    table = Table(keyed, columns=ROW_COLUMNS, url_of=lambda _row: url, key_of=lambda row: row["id"])
    editions = queries.issued_before(edition.period)
    return table.answer(
        "bulletins/figures/show.html", edition=edition, period=edition.period, editions=editions, charts=charts.of(edition, queries.up_to(edition.period, charts.PERIODS)), wide=charts.WIDE,
        newest=editions[-1] if editions else edition, may_keep=can(actor(), P.SEE_DESK),
    )  # fmt: skip


@bp.get("/definitions/")
@public
def definitions() -> ResponseReturnValue:
    """What is counted today, with units and definitions, and when a sum is withheld."""
    return render_template(
        "bulletins/figures/definitions.html",
        faults=queries.faults_on(clock.today()),
        bounds=reckoning.bounds_on(clock.today()),
    )


def page_of(edition: Edition) -> str:
    return url_for("figure_desk.show", period=edition.period.code)
