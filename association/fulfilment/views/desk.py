"""The desk: who has given, who owes, who is overdue."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from association.fulfilment import queries
from association.fulfilment.models import Statement, StatementState
from association.fulfilment.policy import P
from association.fulfilment.views.own import page_of
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.web import needs
from association.kernel.words import _l

bp = Blueprint("statement_desk", __name__, url_prefix="/desk/pledges/statements")

COLUMNS = (
    Column("pledge", _l("公约"), lambda s: s.pledge.title),
    Column("name", _l("单位"), lambda s: s.organisation.name),
    Column("uscc", _l("统一社会信用代码"), lambda s: s.organisation.uscc),
    Column("due_on", _l("截止日"), lambda s: s.due_on),
    Column("state", _l("状态"), lambda s: str(s.state.label)),
    Column("overdue_on", _l("逾期自"), lambda s: s.overdue_on),
    Column("lapsed_on", _l("失效自"), lambda s: s.lapsed_on),
    Column("given_on", _l("报送日期"), lambda s: s.given_on),
)


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """All that were ever open; the most urgent first."""
    listing = Listing(
        queries.all_statements(), columns=COLUMNS, url_of=page_of,
        orders={
            "due": (_l("截止日"), (Statement.due_on, Statement.id)),
            "newest": (_l("最近报送"), (Statement.given_at.desc().nulls_last(), Statement.id.desc())),
        },
        filters=[
            Words("q", _l("单位名称或代码"), queries.called),
            Choice("late", _l("逾期"), queries.by_lateness, pairs=[("overdue", _l("逾期未报")), ("lapsed", _l("已失效"))]),
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(Statement.state == StatementState(value)),
                pairs=[(s.value, s.label) for s in StatementState if s is not StatementState.AHEAD], as_links=True,
            ),
        ],
    )  # fmt: skip
    return listing.answer("association/fulfilment/all.html")
