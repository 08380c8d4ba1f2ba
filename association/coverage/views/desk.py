"""The training office: organisations that declared figures, by name, and sums that say nothing of one."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from association.coverage import queries, reckoning
from association.coverage.models import Figures
from association.coverage.policy import P
from association.coverage.reckoning import Coverage
from association.coverage.views.own import page_of
from association.kernel import clock, dated
from association.kernel.lists import Column, Listing, Words
from association.kernel.web import needs
from association.kernel.words import _l
from association.organisations.models import Organisation

bp = Blueprint("coverage_desk", __name__, url_prefix="/desk/coverage")


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """Every organisation with figures in force."""
    found: dict[int, Coverage] = {}
    listing = Listing(
        queries.in_force(clock.today()), url_of=lambda row: page_of(row.organisation_id), filters=[Words("q", _l("单位名称或代码"), queries.called)],
        columns=(
            Column("name", _l("单位"), lambda row: row.organisation.name),
            Column("from_on", _l("业务量自"), lambda row: row.from_on),
            Column("videos", _l("每日新增短视频（条）"), lambda row: row.videos),
            Column("rooms", _l("同时在播的直播间（个）"), lambda row: row.rooms),
            Column("needed", _l("需要（人）"), lambda row: found[row.organisation_id].needed),
            Column("certified", _l("持有效证书（人）"), lambda row: found[row.organisation_id].certified),
            Column("ending", _l("快到期（人）"), lambda row: found[row.organisation_id].ending),
            Column("seated", _l("已报名在训（人）"), lambda row: found[row.organisation_id].seated),
            Column("gap", _l("缺口（人）"), lambda row: found[row.organisation_id].gap),
        ),
        orders={"name": (_l("名称（拼音）"), (Organisation.name_key, Figures.id))},
        prepare=lambda rows: found.update(reckoning.coverage_of(rows)),
    )  # fmt: skip
    least = int(dated.value("coverage.least_organisations"))
    return listing.answer(
        "association/coverage/all.html", found=found, totals=reckoning.totals(least), least=least
    )
