"""What the API offers: a line for each public list of the site. The list's own view says which rows there are, which filters, which
columns; nothing of it is said a second time."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, g
from flask.typing import ResponseReturnValue

from association.kernel import lists
from association.kernel.errors import Unknown
from association.kernel.policy import VISITOR
from association.kernel.words import _l

List = lists.Listing | lists.Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """`path` is its place under /api/v1/, with the blanks of the page's address; `endpoint` the page. `of_day`: `?on=` asks for the list
    of another day."""

    path: str
    endpoint: str
    title: object
    of_day: bool = False

    @property
    def name(self) -> str:
        """As code: `pledges_signatories`."""
        return "_".join(piece for piece in self.path.split("/") if not piece.startswith("<")).replace(
            "-", "_"
        )

    @property
    def blanks(self) -> tuple[str, ...]:
        pieces = [piece.strip("<>") for piece in self.path.split("/") if piece.startswith("<")]
        return tuple(piece.rpartition(":")[2] for piece in pieces)

    @property
    def template(self) -> str:
        """As OpenAPI writes it: `pledges/{slug}/signatories`."""
        pieces = [
            "{" + piece.strip("<>").rpartition(":")[2] + "}" if piece.startswith("<") else piece
            for piece in self.path.split("/")
        ]
        return "/".join(pieces)


def _of(path: str, endpoint: str, title: object, *, of_day: bool = False) -> Resource:
    return Resource(path=path, endpoint=endpoint, title=title, of_day=of_day)


RESOURCES = (
    _of("rules", "rules.index", _l("规范")),
    _of("standards", "standards.index", _l("标准")),
    _of("standard-projects", "standard_projects.index", _l("标准项目")),
    _of("consultations", "consultations.index", _l("征求意见")),
    _of("consultations/<slug>/comments", "consultations.comments", _l("公开的意见")),
    _of("pledges", "pledges.index", _l("公约")),
    _of("pledges/<slug>/signatories", "pledge_register.signatories", _l("签署单位"), of_day=True),
    _of("pledges/<slug>/statements", "statements.index", _l("年度履约说明")),
    _of("pledges/<slug>/publicity", "publicity.index", _l("公示")),
    _of("pledges/<slug>/amendments", "amendments.index", _l("修订动议")),
    _of("pledges/<slug>/rosters", "rosters.index", _l("名册")),
    _of("pledges/<slug>/rosters/<int:number>/rows", "rosters.show", _l("名册各行")),
    _of("bulletins", "bulletins.index", _l("通报和公告")),
    _of("bulletins/<slug>/joined", "appeals.joined", _l("响应倡议的单位")),
    _of("warnings", "warnings.index", _l("风险预警")),
    _of("cases", "articles.index", _l("典型案例")),
    _of("commendations", "commendations.index", _l("推优")),
    _of("commendations/<slug>/entries", "commendations.show", _l("推优的作品和做法")),
    _of("figures", "figures.index", _l("行业数据")),
    _of("figures/<period>/totals", "figures.show", _l("一期的行业合计")),
    _of("guidance", "guidance.index", _l("业务指导")),
    _of("questionnaires", "selfcheck.index", _l("自查问卷")),
    _of("self-check-rounds", "selfcheck.rounds", _l("专项自查")),
    _of("commentary", "commentary.index", _l("阅评")),
    _of("experts", "experts.index", _l("专家")),
    _of("expert-notices", "experts.notices", _l("专家公示")),
    _of("expert-calls", "expert_calls.index", _l("专家征集")),
    _of("recusals", "ties.index", _l("回避的解除")),
    _of("organisations", "organisations.index", _l("单位名录")),
    _of("members", "membership.index", _l("会员"), of_day=True),
    _of("mcn", "agencies.index", _l("经纪机构登记")),
    _of("training", "training.index", _l("培训日历")),
    _of("contract-clauses", "contracts.index", _l("合同示范条款"), of_day=True),
    _of("incubation-calls", "incubation.index", _l("孵化征集")),
    _of("incubation-works", "incubation_works.index", _l("孵化作品")),
    _of("log-entries", "log.entries", _l("公开日志")),
)


def list_of(resource: Resource, **blanks: Any) -> List:
    """The resource's list as its page would show it to a visitor; Unknown where the page is not there."""
    found: list[List] = []

    def keep(listing: List) -> ResponseReturnValue:
        found.append(listing)
        return ""

    # Whoever is signed in sees more on some pages; what is handed to programs is what everybody may see.
    g.actor = VISITOR
    lists.read_by(keep)
    try:
        view: Any = current_app.view_functions[resource.endpoint]
        view.__wrapped__(**blanks)
    finally:
        g.pop("list_reader")
    if not found:
        raise Unknown
    return found[0]
